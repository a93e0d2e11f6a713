import type { AddressRow, Partition, ValueRow } from '$lib/extract';
import { readAddresses, readValues } from '$lib/extract/parquet';
import { addressesPath, CATALOGUE_FILE, FORM_FILE, valuesPath } from '$lib/extract/paths';
import { publishedCatalogueSchema, publishedFormSchema } from '$lib/extract/published';
import { publicCatalogue, type PublicCatalogue } from '$lib/extract/published-catalogue';

/** A published file cannot be had: no network, or not there. */
class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Address of a published file by its path below `data/`. */
export type AddressOf = (path: string) => string;

async function fetchFile(addressOf: AddressOf, path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(addressOf(path));
  } catch (cause) {
    throw new Unreachable(`${path}: no answer`, { cause });
  }
  if (!response.ok) throw new Unreachable(`${path}: HTTP ${response.status}`);
  return response;
}

const fetchBytes = async (addressOf: AddressOf, path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchFile(addressOf, path)).arrayBuffer());

let known: Promise<PublicCatalogue> | undefined;

/** The published catalogue, fetched once. A failure is forgotten, so that asking again tries again. */
export function fetchCatalogue(addressOf: AddressOf): Promise<PublicCatalogue> {
  known ??= loadCatalogue(addressOf).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function loadCatalogue(addressOf: AddressOf): Promise<PublicCatalogue> {
  const [catalogue, form] = await Promise.all(
    [CATALOGUE_FILE, FORM_FILE].map(async (path): Promise<unknown> =>
      (await fetchFile(addressOf, path)).json(),
    ),
  );
  return publicCatalogue(publishedCatalogueSchema.parse(catalogue), publishedFormSchema.parse(form));
}

/** Published rows of an area; `null` where they cannot be had now. An area without published rows has none. */
export async function fetchUnit(addressOf: AddressOf, teryt: string): Promise<ValueRow[] | null> {
  const partition = { by: 'unit', teryt } as const;
  try {
    return await readValues(await fetchBytes(addressOf, valuesPath(partition)), partition);
  } catch (error) {
    if (error instanceof Unreachable) return null;
    throw error;
  }
}

/** Values of a partition and where each stands, in the same order. @throws where they cannot be had now */
export async function fetchPlaces(
  addressOf: AddressOf,
  partition: Partition,
): Promise<{ values: ValueRow[]; addresses: AddressRow[] }> {
  const [valueBytes, addressBytes] = await Promise.all([
    fetchBytes(addressOf, valuesPath(partition)),
    fetchBytes(addressOf, addressesPath(partition)),
  ]);
  const values = await readValues(valueBytes, partition);
  return { values, addresses: await readAddresses(addressBytes, values) };
}
