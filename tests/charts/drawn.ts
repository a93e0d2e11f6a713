import { JSDOM } from 'jsdom';
import { draw } from '../../src/lib/charts/draw';
import type { ChartSpec, Point, Series, TrendSpec } from '../../src/lib/charts';

const { document } = new JSDOM('').window;

export function drawn(spec: ChartSpec, name: 'wide' | 'narrow' = 'wide'): SVGElement {
  return draw(spec, name, 'Nazwa', document);
}

export function series(points: Point[], extra: Partial<Series> = {}): Series {
  return { key: 'gmina', name: 'Próbna', label: 'Próbna', role: 'gmina', kind: 'reported', points, ...extra };
}

export function trendOf(all: Series[], extra: Partial<TrendSpec> = {}): TrendSpec {
  return { type: 'trend', unit: '%', decimals: 2, series: all, breaks: [], fromZero: true, ...extra };
}

export const ok = (year: number, value: number): Point => ({ year, value, state: 'ok' });

export function texts(svg: Element, selector: string): string[] {
  return [...svg.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}
