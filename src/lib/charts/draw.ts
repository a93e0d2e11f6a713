import { bars } from './bars';
import { columns } from './columns';
import { isOfAllAreas } from './area-spec';
import { drawAreas } from './draw-areas';
import { DRAWINGS, finish, type Drawing, type DrawingSize } from './drawing';
import { multiples } from './multiples';
import { pair } from './pair';
import { profile } from './profile';
import type { ChartSpec, FigureSpec } from './spec';
import { strip } from './strip';
import { trend } from './trend';

/** Draws a chart: the same function while prerendering (jsdom) and in the browser. */
export function draw(spec: ChartSpec, name: DrawingSize, label: string, document: Document): SVGElement {
  return drawIn(spec, DRAWINGS[name], label, document);
}

/** Draws a chart in a size of its own. Charts whose height follows from their rows or points keep it. */
export function drawIn(spec: ChartSpec, drawing: Drawing, label: string, document: Document): SVGElement {
  return isOfAllAreas(spec)
    ? drawAreas(spec, drawing, label, document)
    : finish(body(spec, drawing, document), label);
}

function body(spec: FigureSpec, drawing: Drawing, document: Document): SVGElement {
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
