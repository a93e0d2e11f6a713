import { base } from '$app/paths';
import type { Source } from '$lib/domain';
import { FORMS, counted } from '$lib/format';
import { linksFor } from '$lib/state/links';

/** More sources than these are not named on a page of an indicator: it would grow with the number of reports. */
export const SOURCES_NAMED = 20;

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

/** The sources by name where they are few; else where all of them are listed. */
const basedOn = (sources: DatasetAbout['sources']): object[] =>
  sources.length > SOURCES_NAMED
    ? [{ '@type': 'CreativeWork', name: counted(sources.length, FORMS.source), url: absolute.quality() }]
    : sources.map(({ title, publisher }) => ({
        '@type': 'CreativeWork',
        name: title,
        publisher: { '@type': 'Organization', name: publisher },
      }));

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
    isBasedOn: basedOn(about.sources),
    distribution: about.files.map(({ url, type }) => ({
      '@type': 'DataDownload',
      contentUrl: url,
      encodingFormat: type,
    })),
  };
  return { described, files: about.files };
}
