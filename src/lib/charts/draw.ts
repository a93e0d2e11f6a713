import { bars } from './bars';
import { columns } from './columns';
import { isOfAllAreas } from './area-spec';
import { drawAreas } from './draw-areas';
import { DRAWINGS, finish, type DrawingSize } from './drawing';
import { multiples } from './multiples';
import { pair } from './pair';
import { profile } from './profile';
import type { ChartSpec, FigureSpec } from './spec';
import { strip } from './strip';
import { trend } from './trend';

/** Draws a chart: the same function while prerendering (jsdom) and in the browser. */
export function draw(spec: ChartSpec, name: DrawingSize, label: string, document: Document): SVGElement {
  return isOfAllAreas(spec)
    ? drawAreas(spec, name, label, document)
    : finish(body(spec, name, document), label);
}

function body(spec: FigureSpec, name: DrawingSize, document: Document): SVGElement {
  const drawing = DRAWINGS[name];
  switch (spec.type) {
    case 'trend':
      return trend(spec, drawing, document);
    case 'pair':
      return pair(spec, drawing, document);
    case 'bars':
      return bars(spec, drawing, document);
    case 'columns':
      return columns(spec, drawing, document);
    case 'strip':
      return strip(spec, drawing, document);
    case 'multiples':
      return multiples(spec, drawing, document);
    case 'profile':
      return profile(spec, drawing, document);
  }
}
