import { base } from '$app/paths';
import { catalogue, manifest, publishedIndicators, publishedVersion } from '$lib/server';
import { linksFor } from '$lib/state/links';
import { machineLinks } from '../dataset-ld';

const absolute = linksFor(`${__SITE_URL__}${base}`);

const MEDIA = 'https://www.iana.org/assignments/media-types/';
const pl = (text: string) => ({ '@value': text, '@language': 'pl' });
/** EU vocabulary: government and public sector. */
const THEME = { '@id': 'http://publications.europa.eu/resource/authority/data-theme/SOCI' };
const LANGUAGE = { '@id': 'http://publications.europa.eu/resource/authority/language/POL' };
const PUBLIC = { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' };
const RIGHTS = pl(
  'Informacja sektora publicznego: przy ponownym użyciu należy podać źródło, rok i to, że dane przetworzono.',
);

interface File {
  url: string;
  type: string;
  bytes?: number | undefined;
}

const distribution = ({ url, type, bytes }: File) => ({
  '@type': 'dcat:Distribution',
  'dcat:accessURL': { '@id': url },
  'dcat:downloadURL': { '@id': url },
  'dcat:mediaType': { '@id': `${MEDIA}${type}` },
  ...(bytes === undefined ? {} : { 'dcat:byteSize': bytes }),
  'dct:rights': RIGHTS,
});

/** The catalogue of the published data as DCAT-AP in JSON-LD: a data set for every headline indicator, and one of all values. */
export function dcatCatalogue(): object {
  const { indicators } = catalogue();
  const bytes = new Map(manifest().files.map((file) => [file.path, file.bytes]));
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': pl('Gminoskop') };
  const shared = {
    'dct:publisher': publisher,
    'dct:language': LANGUAGE,
    'dct:accessRights': PUBLIC,
    'dcat:theme': THEME,
    'owl:versionInfo': publishedVersion(),
  };
  const parquet = (path: string): File => ({
    url: absolute.file(path),
    type: 'application/vnd.apache.parquet',
    bytes: bytes.get(path),
  });
  const datasets = publishedIndicators()
    .flatMap((id) => indicators.get(id) ?? [])
    .filter(({ headline }) => headline)
    .map(({ id, name, definition }) => ({
      '@id': absolute.indicator(id),
      '@type': 'dcat:Dataset',
      'dct:identifier': id,
      'dct:title': pl(name),
      'dct:description': pl(definition),
      'dcat:landingPage': { '@id': absolute.indicator(id) },
      ...shared,
      'dcat:distribution': [
        ...machineLinks('wskaznik', id),
        parquet(`wskaznik/indicator=${id}/data.parquet`),
      ].map(distribution),
    }));
  const all = {
    '@id': `${absolute.data}#wszystko`,
    '@type': 'dcat:Dataset',
    'dct:identifier': 'wszystkie-wartosci',
    'dct:title': pl('Wszystkie wartości: pomoc społeczna gmin'),
    'dct:description': pl(
      'Wartości wszystkich wskaźników w plikach Parquet według wskaźników i według jednostek; manifest wymienia każdy plik z sumą kontrolną.',
    ),
    'dcat:landingPage': { '@id': absolute.data },
    ...shared,
    'dcat:distribution': [{ url: absolute.file('manifest.json'), type: 'application/json' }].map(
      distribution,
    ),
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      owl: 'http://www.w3.org/2002/07/owl#',
    },
    '@id': absolute.machine('katalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': pl('Gminoskop: katalog danych'),
    'dct:description': pl(
      'Dane o pomocy społecznej gmin z ocen zasobów pomocy społecznej i innych źródeł publicznych.',
    ),
    'dct:publisher': publisher,
    'dct:language': LANGUAGE,
    'foaf:homepage': { '@id': absolute.home },
    'dcat:dataset': [all, ...datasets],
  };
}
