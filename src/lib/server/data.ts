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

/** Areas with published values. */
export const publishedUnits: () => string[] = once(() => keysOf('unit'));

/** The values of a unit with the places where they stand. */
export async function readUnitPlaces(teryt: string): Promise<{ value: ValueRow; address: AddressRow }[]> {
  const values = await readUnit(teryt);
  const bytes = readPublished(addressesPath(teryt));
  const addresses = bytes ? await readAddresses(bytes, values) : [];
  return addresses.flatMap((address, i) => {
    const value = values[i];
    return value ? [{ value, address }] : [];
  });
}
