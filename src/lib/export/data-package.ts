import type { FigureAbout } from './figure-about';

/** A file of an archive with what makes it checkable. */
export interface PackedData {
  /** Path inside the archive. */
  path: string;
  bytes: number;
  sha256?: string;
}

/** `datapackage.json` of a figure's archive, by the Frictionless Data Package, version 2. */
export function dataPackage(about: FigureAbout, data: PackedData): string {
  const name = data.path.replace(/\.csv$/, '');
  const content = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: about.title,
    description: [about.subtitle, about.reading, ...about.caveats, ...about.doubts, ...about.breaks].join(
      '\n',
    ),
    homepage: about.page,
    ...(about.version === '' ? {} : { version: about.version.slice(0, 12) }),
    created: `${about.made}T00:00:00Z`,
    sources: about.sources.map(({ title, url, address }) => ({
      title,
      ...(url === '' && address === '' ? {} : { path: address === '' ? url : address }),
    })),
    resources: [
      {
        $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
        name,
        type: 'table',
        path: data.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: data.bytes,
        ...(data.sha256 === undefined ? {} : { hash: `sha256:${data.sha256}` }),
        dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', delimiter: ',' },
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: about.columns.map(({ name, type, title, description }) => ({
            name,
            type,
            title,
            description,
          })),
          missingValues: [''],
        },
      },
    ],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
