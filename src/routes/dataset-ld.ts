import { base } from '$app/paths';
import type { Source } from '$lib/domain';
import { linksFor } from '$lib/state/links';

const absolute = linksFor(`${__SITE_URL__}${base}`);

export interface DatasetAbout {
  name: string;
  description: string;
  /** Address of the page it is on. */
  page: string;
  years: readonly number[];
  measured: readonly string[];
  place: string;
  sources: readonly Pick<Source, 'title' | 'publisher'>[];
  /** Files with the same numbers: address and media type. */
  files: readonly { url: string; type: string }[];
}

/** Files of a gmina or an indicator for machines, by the path below the site. */
export const machineLinks = (of: 'gmina' | 'wskaznik', key: string) => [
  { url: absolute.machine(`${of}/${key}.json`), type: 'application/json' },
  { url: absolute.machine(`${of}/${key}.csv`), type: 'text/csv' },
];

/** What the head of a page says of its data set. */
export interface DatasetHead {
  described: object;
  files: DatasetAbout['files'];
}

/** What a page holds, as schema.org's `Dataset`: for the head of the page, where search engines of data read it. */
export function datasetLd(about: DatasetAbout): DatasetHead {
  const years = about.years.length === 0 ? [] : [Math.min(...about.years), Math.max(...about.years)];
  const described = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: about.name,
    description: about.description,
    url: about.page,
    inLanguage: 'pl',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Gminoskop' },
    spatialCoverage: about.place,
    ...(years.length === 0 ? {} : { temporalCoverage: years.join('/') }),
    variableMeasured: about.measured,
    isBasedOn: about.sources.map(({ title, publisher }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
    })),
    distribution: about.files.map(({ url, type }) => ({
      '@type': 'DataDownload',
      contentUrl: url,
      encodingFormat: type,
    })),
  };
  return { described, files: about.files };
}
