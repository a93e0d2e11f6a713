import type { MapSpec } from '$lib/charts/spec';
import { links } from '$lib/components/links';
import { fetchPublished, Once } from '$lib/extract/published-files';
import { partName } from '$lib/geo/part-name';
import { boundariesPath } from '$lib/geo/published';
import type { Boundaries } from '$lib/geo/shapes';
import { boundaryGeometry } from './boundaries';
import type { Scope } from './views';

const kept = new Once<MapSpec['geometry']>();

/** Geometry of a scope, fetched from the site and laid out once. @throws where the file cannot be had now */
export function fetchedGeometry(scope: Scope): Promise<MapSpec['geometry']> {
  const part = partName(scope.level, scope.woj);
  return kept.get(part, async () => {
    const bytes = await fetchPublished(links.published, boundariesPath(part));
    // Written by our own build and checked there.
    return boundaryGeometry(JSON.parse(new TextDecoder().decode(bytes)) as Boundaries, scope);
  });
}
