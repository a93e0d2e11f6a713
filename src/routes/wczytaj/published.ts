import type { ValueRow } from '$lib/extract';
import { readValues } from '$lib/extract/parquet';
import { CATALOGUE_FILE, FORM_FILE, valuesPath } from '$lib/extract/paths';
import { publishedCatalogueSchema, publishedFormSchema } from '$lib/extract/published';
import { publicCatalogue, type PublicCatalogue } from '$lib/extract/published-catalogue';

/** A published file cannot be had: no network, or not there. */
class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

async function fetchFile(base: string, path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${base}/data/${path}`);
  } catch (cause) {
    throw new Unreachable(`${path}: no answer`, { cause });
  }
  if (!response.ok) throw new Unreachable(`${path}: HTTP ${response.status}`);
  return response;
}

let known: Promise<PublicCatalogue> | undefined;

/** The published catalogue, fetched once. A failure is forgotten, so that asking again tries again. */
export function fetchCatalogue(base: string): Promise<PublicCatalogue> {
  known ??= loadCatalogue(base).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function loadCatalogue(base: string): Promise<PublicCatalogue> {
  const [catalogue, form] = await Promise.all(
    [CATALOGUE_FILE, FORM_FILE].map(async (path): Promise<unknown> => (await fetchFile(base, path)).json()),
  );
  return publicCatalogue(publishedCatalogueSchema.parse(catalogue), publishedFormSchema.parse(form));
}

/** Published rows of an area; `null` where they cannot be had now. An area without published rows has none. */
export async function fetchUnit(base: string, teryt: string): Promise<ValueRow[] | null> {
  const partition = { by: 'unit', teryt } as const;
  try {
    const response = await fetchFile(base, valuesPath(partition));
    return await readValues(new Uint8Array(await response.arrayBuffer()), partition);
  } catch (error) {
    if (error instanceof Unreachable) return null;
    throw error;
  }
}
