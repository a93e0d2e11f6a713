import { links } from '$lib/components/links';
import { readValues } from '$lib/extract/parquet';
import { valuesPath, type Partition } from '$lib/extract/paths';
import { fetchPublished, NoSuchFile, Once } from '$lib/extract/published-files';
import type { ValueRow } from '$lib/extract/rows';

const kept = new Once<readonly ValueRow[]>();

/** Published rows of one indicator or of one unit, fetched and decoded once. No file: no rows. */
export function publishedValues(partition: Partition): Promise<readonly ValueRow[]> {
  const path = valuesPath(partition);
  return kept.get(path, async () => {
    try {
      return await readValues(await fetchPublished(links.published, path), partition);
    } catch (error) {
      if (error instanceof NoSuchFile) return [];
      throw error;
    }
  });
}
