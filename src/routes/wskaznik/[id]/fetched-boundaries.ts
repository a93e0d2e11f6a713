import { links } from '$lib/components/links';
import { fetchPublished } from '$lib/extract/published-files';
import { boundariesPath } from '$lib/geo/published';
import type { Boundaries } from '$lib/geo/shapes';
import type { Materials } from './all-views';
import { boundaryGeometry } from './boundaries';

/** Geometry of the parts that an operator has brought, fetched from the site. @throws where a file cannot be had now */
export async function fetchedBoundaries(parts: readonly string[]): Promise<Materials['shapesOf']> {
  const fetched = await Promise.all(
    parts.map(async (part): Promise<[string, Boundaries]> => {
      const bytes = await fetchPublished(links.published, boundariesPath(part));
      // Written by our own build and checked there.
      return [part, JSON.parse(new TextDecoder().decode(bytes)) as Boundaries];
    }),
  );
  return boundaryGeometry(new Map(fetched));
}
