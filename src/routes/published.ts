import type { AddressRow, Partition, ValueRow } from '$lib/extract';
import { readAddresses, readValues } from '$lib/extract/parquet';
import { addressesPath, CATALOGUE_FILE, FORM_FILE, valuesPath } from '$lib/extract/paths';
import { fetchPublished, NoSuchFile, Once, type AddressOf } from '$lib/extract/published-files';
import { publishedCatalogueSchema, publishedFormSchema } from '$lib/extract/published';
import { publicCatalogue, type PublicCatalogue } from '$lib/extract/published-catalogue';

const known = new Once<PublicCatalogue>();

/** The published catalogue, fetched once. A failure is forgotten, so that asking again tries again. */
export const fetchCatalogue = (addressOf: AddressOf): Promise<PublicCatalogue> =>
  known.get('', () => loadCatalogue(addressOf));

async function loadCatalogue(addressOf: AddressOf): Promise<PublicCatalogue> {
  const [catalogue, form] = await Promise.all(
    [CATALOGUE_FILE, FORM_FILE].map(
      async (path): Promise<unknown> =>
        JSON.parse(new TextDecoder().decode(await fetchPublished(addressOf, path))) as unknown,
    ),
  );
  return publicCatalogue(publishedCatalogueSchema.parse(catalogue), publishedFormSchema.parse(form));
}

/** Published rows of an area; `null` where they cannot be had now. An area without published rows has none. */
export async function fetchUnit(addressOf: AddressOf, teryt: string): Promise<ValueRow[] | null> {
  const partition = { by: 'unit', teryt } as const;
  try {
    return await readValues(await fetchPublished(addressOf, valuesPath(partition)), partition);
  } catch (error) {
    return error instanceof NoSuchFile ? [] : null;
  }
}

/** Values of a partition and where each stands, in the same order. @throws where they cannot be had now */
export async function fetchPlaces(
  addressOf: AddressOf,
  partition: Partition,
): Promise<{ values: ValueRow[]; addresses: AddressRow[] }> {
  const [valueBytes, addressBytes] = await Promise.all([
    fetchPublished(addressOf, valuesPath(partition)),
    fetchPublished(addressOf, addressesPath(partition)),
  ]);
  const values = await readValues(valueBytes, partition);
  return { values, addresses: await readAddresses(addressBytes, values) };
}
