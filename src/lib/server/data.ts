import { parseCatalogue, type Catalogue } from '../catalogue';
import type { Finding } from '../domain';
import {
  FINDINGS_FILE,
  MANIFEST_FILE,
  addressesPath,
  manifestSchema,
  partitionOf,
  publishedFindingsSchema,
  readAddresses,
  readValues,
  valuesPath,
  type AddressRow,
  type Manifest,
  type Partition,
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
export const findings: () => Finding[] = once(() =>
  publishedFindingsSchema.parse(readPublishedJson(FINDINGS_FILE)),
);

/** A published value and where it stands. */
export interface Place {
  value: ValueRow;
  address: AddressRow;
}

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

/** The values of a partition with the places where they stand. Empty where it has no places. */
async function placesOf(partition: Partition, values: Promise<ValueRow[]>): Promise<Place[]> {
  const bytes = readPublished(addressesPath(partition));
  if (!bytes) return [];
  const rows = await values;
  const addresses = await readAddresses(bytes, rows);
  return addresses.flatMap((address, i) => {
    const value = rows[i];
    return value ? [{ value, address }] : [];
  });
}

export const readUnitPlaces = (teryt: string): Promise<Place[]> =>
  placesOf({ by: 'unit', teryt }, readUnit(teryt));
