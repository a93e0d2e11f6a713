import { DRAWINGS } from '$lib/charts/drawing';
import type { MapSpec } from '$lib/charts/spec';
import { shapesOf, type Boundaries } from '$lib/geo/shapes';
import type { Scope } from './views';

/** Highest a map may stand, by drawing. */
const HEIGHT = { wide: 520, narrow: 380 } as const;

/** Boundaries of a scope as shapes for both drawings. */
export function boundaryGeometry(part: Boundaries, { woj }: Scope): MapSpec['geometry'] {
  const of = (name: 'wide' | 'narrow') =>
    shapesOf(part, { width: DRAWINGS[name].width, height: HEIGHT[name] }, (teryt) => teryt.startsWith(woj));
  return { wide: of('wide'), narrow: of('narrow') };
}
