import { DRAWINGS } from '$lib/charts/drawing';
import type { MapSpec } from '$lib/charts/spec';
import { POWIATY_PART } from '$lib/geo/published';
import { shapesOf, type Boundaries } from '$lib/geo/shapes';
import type { Scope } from './views';

/** Highest a map may stand, by drawing. */
const HEIGHT = { wide: 520, narrow: 380 } as const;

/** Shapes of a scope from the parts that there are; each is laid out once. */
export function boundaryGeometry(
  parts: ReadonlyMap<string, Boundaries>,
): (scope: Scope) => MapSpec['geometry'] | null {
  const made = new Map<string, MapSpec['geometry']>();
  return (scope) => {
    const part = parts.get(scope.level === 'gmina' ? scope.woj : POWIATY_PART);
    if (!part) return null;
    const key = `${scope.level}/${scope.woj}`;
    const known = made.get(key);
    if (known) return known;
    const of = (name: 'wide' | 'narrow') =>
      shapesOf(part, { width: DRAWINGS[name].width, height: HEIGHT[name] }, (teryt) =>
        teryt.startsWith(scope.woj),
      );
    const geometry = { wide: of('wide'), narrow: of('narrow') };
    made.set(key, geometry);
    return geometry;
  };
}
