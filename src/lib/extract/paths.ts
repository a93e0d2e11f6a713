/** Where the published files stand below `data/`: two partitions of the same numbers, and what describes them. */
export const CATALOGUE_FILE = 'katalog.json';
export const UNITS_FILE = 'jednostki.json';
export const FORM_FILE = 'formularz.json';
export const SOURCES_FILE = 'zrodla.json';
export const FINDINGS_FILE = 'ustalenia.json';
export const MANIFEST_FILE = 'manifest.json';
/** Small enough to be asked for with every citation, unlike the manifest. */
export const VERSION_FILE = 'wersja.json';

/** The two partitions of the same rows. The key of a partition is in the path and not in the file. */
export type Partition = { by: 'indicator'; indicator: string } | { by: 'unit'; teryt: string };

function folderOf(partition: Partition): string {
  return partition.by === 'indicator'
    ? `wskaznik/indicator=${partition.indicator}`
    : `jednostka/teryt=${partition.teryt}`;
}

/** Path of the values of one indicator or of one unit. */
export function valuesPath(partition: Partition): string {
  return `${folderOf(partition)}/data.parquet`;
}

/**
 * Path of the addresses of the same values, one row a value in the same order. Every unit has them; an indicator only where
 * a source of it says few things of many areas, so that they are not stored twice for the reports of the gminy.
 */
export function addressesPath(partition: Partition): string {
  return `${folderOf(partition)}/address.parquet`;
}

/** The partition a path of values or addresses belongs to; `null` for other files. */
export function partitionOf(path: string): Partition | null {
  const match = /^(?:wskaznik\/indicator|jednostka\/teryt)=([a-z0-9-]+)\/(?:data|address)\.parquet$/.exec(
    path,
  );
  const key = match?.[1];
  if (key === undefined) return null;
  return path.startsWith('wskaznik/') ? { by: 'indicator', indicator: key } : { by: 'unit', teryt: key };
}
