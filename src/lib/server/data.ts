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

const keptUnits = new Map<string, Promise<ValueRow[]>>();

/** Every row of one unit. Areas above the gmina are kept in memory, since many pages ask for them. */
export function readUnit(teryt: string): Promise<ValueRow[]> {
  if (teryt.length === 6) return readPartition({ by: 'unit', teryt });
  let rows = keptUnits.get(teryt);
  if (!rows) {
    rows = readPartition({ by: 'unit', teryt });
    keptUnits.set(teryt, rows);
  }
  return rows;
}

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

/** The values of a partition and where each of them stands, in the same order. Without places where it has none. */
export async function readPlaces(
  partition: Partition,
): Promise<{ values: ValueRow[]; addresses: AddressRow[] }> {
  const bytes = readPublished(addressesPath(partition));
  const values = await (partition.by === 'unit' ? readUnit(partition.teryt) : readPartition(partition));
  return { values, addresses: bytes ? await readAddresses(bytes, values) : [] };
}
