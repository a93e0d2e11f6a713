import { parseCatalogue, type Catalogue } from '../catalogue';
import type { Finding, Level } from '../domain';
import {
  FINDINGS_FILE,
  SOURCES_FILE,
  MANIFEST_FILE,
  VERSION_FILE,
  addressesPath,
  manifestSchema,
  partitionOf,
  publishedFindingsSchema,
  publishedSourcesSchema,
  readAddresses,
  readValues,
  valuesPath,
  versionRecordSchema,
  versionSchema,
  type AddressRow,
  type Manifest,
  type Partition,
  type PublishedSources,
  type ValueRow,
  type VersionRecord,
} from '../extract';
import { readCatalogueTexts, readPublished, readPublishedJson, readVersionTexts } from './files';

/** A value computed once, when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const catalogue: () => Catalogue = once(() => parseCatalogue(readCatalogueTexts()));
export const manifest: () => Manifest = once(() => manifestSchema.parse(readPublishedJson(MANIFEST_FILE)));
/** Version of the published data as addresses carry it, the beginning of the manifest's hash (scripts/version.mjs). */
export const publishedVersion: () => string = once(() =>
  versionSchema.parse(readPublishedJson(VERSION_FILE)).manifest.slice(0, 12),
);
/** Versions of the data that have a record, the latest first. */
export const versionRecords: () => VersionRecord[] = once(() =>
  readVersionTexts()
    .map((text) => versionRecordSchema.parse(JSON.parse(text)))
    .sort((a, b) => (a.recorded < b.recorded ? 1 : -1)),
);
export const findings: () => Finding[] = once(() =>
  publishedFindingsSchema.parse(readPublishedJson(FINDINGS_FILE)),
);

async function readPartition(partition: Partition): Promise<ValueRow[]> {
  const bytes = readPublished(valuesPath(partition));
  return bytes ? readValues(bytes, partition) : [];
}

/** Keeps what was asked for last: a page asks for the same several times, and all of a country does not fit in memory. */
export function keepLast<T>(size: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const made = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, made);
    for (const oldest of kept.keys()) if (kept.size > size) kept.delete(oldest);
    return made;
  };
}

/** Every row of one indicator. Empty where nothing is published. */
export const readIndicator = keepLast(16, (indicator) => readPartition({ by: 'indicator', indicator }));

/** Of what an indicator has values. */
export interface Coverage {
  /** Areas with a value, and its years, by level. */
  areas: Record<Level, Set<string>>;
  years: Record<Level, Set<number>>;
}

/** Kept for all indicators: lists ask for it, and the rows of all of them would have to be read for each. */
export const coverageOf: (indicator: string) => Promise<Coverage> = keepLast(Infinity, async (indicator) => {
  const each = <T>(): Record<Level, Set<T>> => ({
    gmina: new Set(),
    powiat: new Set(),
    wojewodztwo: new Set(),
    kraj: new Set(),
  });
  const coverage = { areas: each<string>(), years: each<number>() };
  for (const { level, teryt, year, value } of await readIndicator(indicator)) {
    if (value === null) continue;
    coverage.areas[level].add(teryt);
    coverage.years[level].add(year);
  }
  return coverage;
});

/** What is made of a unit: of the areas above the gmina nearly all is kept, since many pages ask for them. */
function keptByUnit<T>(make: (teryt: string) => Promise<T>): (teryt: string) => Promise<T> {
  const gminy = keepLast(16, make);
  const above = keepLast(64, make);
  return (teryt) => (teryt.length === 6 ? gminy : above)(teryt);
}

/** Every row of one unit. */
export const readUnit = keptByUnit((teryt) => readPartition({ by: 'unit', teryt }));

/** Keys of a partition, in the order of the manifest. */
const keysOf = (by: Partition['by']): string[] =>
  manifest().files.flatMap(({ path }) => {
    const partition = path.endsWith('/data.parquet') ? partitionOf(path) : null;
    if (partition?.by !== by) return [];
    return partition.by === 'indicator' ? partition.indicator : partition.teryt;
  });

/** Indicators with published values. */
export const publishedIndicators: () => string[] = once(() => keysOf('indicator'));

/** What each source holds; the ids of those with published rows. */
export const publishedSources: () => ReadonlyMap<string, PublishedSources[string]> = once(
  () => new Map(Object.entries(publishedSourcesSchema.parse(readPublishedJson(SOURCES_FILE)))),
);

/** Values of a partition and where each of them stands, in the same order. */
interface Places {
  values: ValueRow[];
  addresses: AddressRow[];
}

async function placesOf(partition: Partition, values: ValueRow[]): Promise<Places> {
  const bytes = readPublished(addressesPath(partition));
  return { values, addresses: bytes ? await readAddresses(bytes, values) : [] };
}

const unitPlaces = keptByUnit(async (teryt) => placesOf({ by: 'unit', teryt }, await readUnit(teryt)));

/** The values of a partition with their places. Without places where it has none. */
export const readPlaces = async (partition: Partition): Promise<Places> =>
  partition.by === 'unit' ? unitPlaces(partition.teryt) : placesOf(partition, await readPartition(partition));
