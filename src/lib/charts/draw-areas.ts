import { DRAWINGS, dress, type DrawingSize } from './drawing';
import { map } from './map';
import type { AreaSpec } from './spec';
import { strips } from './strips';
import { swarm } from './swarm';

/**
 * Draws a view of all areas: each mark carries the code of its area, so that the views can be linked. Without Plot there is nothing to clean and little to fetch, and thousands of marks are dearer
 * to clean than to draw.
 */
export function drawAreas(spec: AreaSpec, name: DrawingSize, label: string, document: Document): SVGElement {
  const drawing = DRAWINGS[name];
  switch (spec.type) {
    case 'swarm':
      return dress(swarm(spec, drawing, document), label);
    case 'map':
      return dress(map(spec, drawing, document), label);
    case 'strips':
      return dress(strips(spec, drawing, document), label);
  }
}
