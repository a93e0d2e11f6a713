import type { Catalogue } from '../catalogue';
import type { Finding, Level, Observation } from '../domain';
import { writeAddresses, writeValues } from './parquet';
import {
  addressesPath,
  CATALOGUE_FILE,
  FINDINGS_FILE,
  FORM_FILE,
  UNITS_FILE,
  valuesPath,
  type Partition,
} from './paths';
import type { PublishedCatalogue, PublishedForm, PublishedUnits } from './published';
import { publishedRows, type PublishedRow } from './values';

/** One file to publish; `rows` is null where it is not Parquet. */
export interface PublishedFile {
  path: string;
  bytes: Uint8Array;
  rows: number | null;
}

export interface ExtractInput {
  catalogue: Catalogue;
  /** Read and computed observations together. */
  observations: readonly Observation[];
  findings: readonly Finding[];
}

const json = (path: string, content: unknown): PublishedFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(content)}\n`),
  rows: null,
});

const orderKey = ({ value: v }: PublishedRow) =>
  [v.indicator, v.teryt, v.breakdown, v.year, v.kind, v.preferred ? 0 : 1, v.source, v.anchor].join('|');

function groups(
  rows: readonly PublishedRow[],
  keyOf: (row: PublishedRow) => string,
): [string, PublishedRow[]][] {
  const byKey = new Map<string, PublishedRow[]>();
  for (const row of rows) {
    const group = byKey.get(keyOf(row));
    if (group) group.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
}

function partitionFiles(rows: readonly PublishedRow[], partition: Partition): PublishedFile[] {
  return [
    {
      path: valuesPath(partition),
      bytes: writeValues(
        rows.map((row) => row.value),
        partition,
      ),
      rows: rows.length,
    },
    {
      path: addressesPath(partition),
      bytes: writeAddresses(rows.map((row) => row.address)),
      rows: rows.length,
    },
  ];
}

function publishedUnits({ catalogue, observations }: ExtractInput): PublishedUnits {
  const { units, indicators } = catalogue;
  const own = observations.filter((o) => indicators.get(o.indicator)?.origin !== 'gus');
  const withData = new Set(own.map((o) => o.teryt));
  return units
    .all('gmina')
    .map(({ teryt, name }) => [
      teryt,
      name,
      units.typeOf(teryt) ?? 0,
      units.name(teryt.slice(0, 4)),
      units.ownCodes(teryt).some((code) => withData.has(code)) ? 1 : 0,
    ]);
}

const REGISTERED: readonly Level[] = ['wojewodztwo', 'powiat', 'gmina'];

function publishedForm({ formRows, nameEntries, units }: Catalogue): PublishedForm {
  const registerYears = [
    ...new Set(units.all('gmina').flatMap(({ types }) => Object.keys(types ?? {}))),
  ].sort();
  return {
    rows: [...formRows],
    names: [...nameEntries],
    registerYears,
    units: REGISTERED.flatMap((level) => units.all(level)).map(({ teryt, name, since, until, types }) => [
      teryt,
      name,
      since,
      until,
      types ? registerYears.map((year) => types[year] ?? null) : [],
    ]),
  };
}

/**
 * Every file of `static/data` but the manifest, in order of path: both partitions with their addresses, the catalogue,
 * the units and the findings. The same input gives the same bytes.
 */
export function buildExtract(input: ExtractInput): PublishedFile[] {
  const { catalogue, observations, findings } = input;
  const rows = publishedRows(observations, {
    sources: catalogue.sources,
    findings,
    doubts: catalogue.doubts.map((doubt) => doubt.value),
  })
    .map((row) => ({ row, key: orderKey(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
  const published: PublishedCatalogue = {
    indicators: [...catalogue.indicators.values()],
    breaks: [...catalogue.breaks],
    chapters: [...catalogue.chapters.values()],
    sources: [...catalogue.sources.values()],
  };
  return [
    json(FORM_FILE, publishedForm(catalogue)),
    json(UNITS_FILE, publishedUnits(input)),
    ...groups(rows, ({ value }) => value.teryt).flatMap(([teryt, own]) =>
      partitionFiles(own, { by: 'unit', teryt }),
    ),
    json(CATALOGUE_FILE, published),
    json(FINDINGS_FILE, findings),
    ...groups(rows, ({ value }) => value.indicator).flatMap(([indicator, own]) =>
      partitionFiles(own, { by: 'indicator', indicator }),
    ),
  ];
}
