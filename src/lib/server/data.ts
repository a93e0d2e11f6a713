import { parseCatalogue, type Catalogue } from '../catalogue';
import type { Finding } from '../domain';
import {
  FINDINGS_FILE,
  MANIFEST_FILE,
  VERSION_FILE,
  addressesPath,
  manifestSchema,
  publishedFindingsSchema,
  readAddresses,
  readValues,
  valuesPath,
  versionSchema,
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

/** Every row of one indicator, not kept: for what goes through all of them. */
export const scanIndicator = (indicator: string): Promise<ValueRow[]> =>
  readPartition({ by: 'indicator', indicator });

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

/** Where the values of an indicator stand, in the order of `readIndicator`. */
export async function readIndicatorAddresses(indicator: string): Promise<AddressRow[]> {
  const bytes = readPublished(addressesPath({ by: 'indicator', indicator }));
  return bytes ? readAddresses(bytes) : [];
}

/** Indicators with published values. */
export const publishedIndicators: () => string[] = once(() =>
  manifest()
    .files.map((file) => /^wskaznik\/indicator=([^/]+)\/data\.parquet$/.exec(file.path)?.[1])
    .filter((id) => id !== undefined),
);

/** Where the values of a unit stand, in the order of `readUnit`. */
export async function readUnitAddresses(teryt: string): Promise<AddressRow[]> {
  const bytes = readPublished(addressesPath({ by: 'unit', teryt }));
  return bytes ? readAddresses(bytes) : [];
}
