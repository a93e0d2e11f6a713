import { parseCatalogue, type Catalogue } from '../catalogue';
import type { Finding } from '../domain';
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
  versionSchema,
  type AddressRow,
  type Manifest,
  type Partition,
  type PublishedSources,
  type ValueRow,
} from '../extract';
import { readCatalogueTexts, readPublished, readPublishedJson } from './files';

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
export const findings: () => Finding[] = once(() =>
  publishedFindingsSchema.parse(readPublishedJson(FINDINGS_FILE)),
);

const kept = new Map<string, Promise<ValueRow[]>>();

async function readPartition(partition: Partition): Promise<ValueRow[]> {
  const bytes = readPublished(valuesPath(partition));
  return bytes ? readValues(bytes, partition) : [];
}

/** Every row of one indicator, kept in memory: many pages ask for the same few. Empty where nothing is published. */
export function readIndicator(indicator: string): Promise<ValueRow[]> {
  let rows = kept.get(indicator);
  if (!rows) {
    rows = readPartition({ by: 'indicator', indicator });
    kept.set(indicator, rows);
  }
  return rows;
}

/** Gminy of the pages that are being made; there are thousands of them, and each page asks for its own several times. */
const RECENT = 16;

/** What is made of a unit, kept: for the areas above the gmina always, since many pages ask for them, of gminy the last few. */
function keptByUnit<T>(make: (teryt: string) => Promise<T>): (teryt: string) => Promise<T> {
  const above = new Map<string, Promise<T>>();
  const recent = new Map<string, Promise<T>>();
  return (teryt) => {
    const kept = teryt.length === 6 ? recent : above;
    const made = kept.get(teryt) ?? make(teryt);
    kept.delete(teryt);
    kept.set(teryt, made);
    for (const oldest of recent.keys()) if (recent.size > RECENT) recent.delete(oldest);
    return made;
  };
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
