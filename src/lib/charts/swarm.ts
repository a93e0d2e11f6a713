import { extent, scaleLinear, type ScaleLinear } from 'd3';
import { formatTicks } from '../format/value';
import { svg, type Drawing } from './drawing';
import { rowsOf, textWidth } from './labels';
import type { SwarmSpec, SwarmUnit } from './spec';
import { swarmLayout } from './swarm-layout';
import { areaText } from './area-text';

const SIDE = 12;
/** Names of the chosen are set while they are few; of more the points are drawn larger only. */
const MOST_NAMED = 6;

export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The axis that all areas stand on. */
export function areaScale(
  values: readonly number[],
  width: number,
  left = SIDE,
): ScaleLinear<number, number> {
  const [low = 0, high = 1] = extent(values);
  return scaleLinear([low, high === low ? low + 1 : high], [left, width - SIDE]).nice();
}

/** Ticks below the marks, with lines up through them. */
export function areaAxis(
  x: ScaleLinear<number, number>,
  { font, name }: Drawing,
  { top, bottom }: { top: number; bottom: number },
  document: Document,
): SVGElement {
  const ticks = x.ticks(name === 'wide' ? 7 : 4);
  const printed = formatTicks(ticks);
  return svg(
    document,
    'g',
    { class: 'axis', 'font-size': font },
    ...ticks.flatMap((tick) => {
      const at = rounded(x(tick));
      return [
        svg(document, 'line', { class: 'grid', x1: at, x2: at, y1: top, y2: bottom }),
        svg(document, 'text', { x: at, y: bottom + font * 1.4, 'text-anchor': 'middle' }, printed(tick)),
      ];
    }),
  );
}

/** One area as a circle. */
export function areaDot(
  { teryt, state }: SwarmUnit,
  { x, y, r }: { x: number; y: number; r: number },
  isChosen: boolean,
  document: Document,
): SVGElement {
  const name = ['u', state === 'ok' ? '' : state, isChosen ? 'chosen' : ''].filter((part) => part !== '');
  return svg(document, 'circle', {
    class: name.join(' '),
    'data-teryt': teryt,
    cx: rounded(x),
    cy: rounded(y),
    r: rounded(isChosen ? r + 2 : r),
  });
}

/**
 * Every area as a point on one axis, the middle half as a band. Doubtful values are hollow, areas apart stand in a row of
 * their own above. Of the areas chosen and those above them a line and a name tell where they stand.
 */
export function swarm(spec: SwarmSpec, drawing: Drawing, document: Document): SVGElement {
  const { font, width } = drawing;
  const wide = drawing.name === 'wide';
  const ascending = spec.units.toReversed();
  const chosen = new Set(spec.chosen);
  const x = areaScale(
    [...spec.units.map(({ value }) => value), ...spec.marks.map(({ value }) => value)],
    width,
  );
  const together = ascending.filter(({ state }) => state !== 'apart');
  const apart = ascending.filter(({ state }) => state === 'apart');
  const layout = swarmLayout(
    together.map(({ value }) => x(value)),
    wide ? 4.5 : 3.4,
    wide ? 210 : 200,
  );

  const picked = spec.units.filter(({ teryt }) => chosen.has(teryt));
  const named = [
    {
      value: spec.median,
      text: `mediana: ${areaText(spec.median, spec)}`,
      line: 'median-rule',
      label: 'label axis',
    },
    ...spec.marks.map((mark) => ({
      value: mark.value,
      text: `${mark.label}: ${areaText(mark.value, spec)}`,
      line: `series r-${mark.role} k-${mark.kind}`,
      label: 'label',
    })),
    ...(picked.length > MOST_NAMED ? [] : picked).map((unit) => ({
      value: unit.value,
      text: `${unit.name}: ${areaText(unit.value, spec)}`,
      line: 'marker',
      label: 'label strong',
    })),
  ].map((own) => ({ ...own, x: x(own.value), width: textWidth(own.text, font) + 4 }));
  const spots = rowsOf(
    named.map((own) => ({ x: own.x - own.width / 2, width: own.width })),
    width,
  );
  const line = font * 1.35;
  const heads = (Math.max(...spots.map(({ row }) => row)) + 1) * line;
  const apartRow = apart.length > 0 ? 20 : 0;
  const top = heads + 4;
  const base = top + apartRow + Math.max(layout.height, 40) + 10;

  const texts = named.flatMap((own, index) => {
    const spot = spots[index] ?? { x: 0, row: 0 };
    const y = font + spot.row * line;
    const at = rounded(own.x);
    return [
      svg(document, 'line', { class: own.line, x1: at, x2: at, y1: rounded(y + 4), y2: base }),
      svg(document, 'text', { x: rounded(spot.x), y: rounded(y), class: own.label }, own.text),
    ];
  });
  const dots = together.map((unit, index) => ({
    unit,
    x: x(unit.value),
    y: base - 3 - (layout.ys[index] ?? 0),
  }));
  const isChosen = ({ unit }: { unit: SwarmUnit }) => chosen.has(unit.teryt);
  const drawn = [
    ...apart.map((unit) => ({ unit, x: x(unit.value), y: top + 10 })),
    ...dots.filter((dot) => !isChosen(dot)),
    ...dots.filter(isChosen),
  ].map((dot) => areaDot(dot.unit, { x: dot.x, y: dot.y, r: layout.radius }, isChosen(dot), document));
  const height = Math.ceil(base + font * 1.9);
  const [left, right] = [x(spec.low), x(spec.high)].map(rounded);
  return svg(
    document,
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg(document, 'rect', {
      class: 'band',
      x: left ?? 0,
      y: rounded(top + apartRow),
      width: rounded(Math.max(1, (right ?? 0) - (left ?? 0))),
      height: rounded(base - top - apartRow),
    }),
    areaAxis(x, drawing, { top: rounded(top), bottom: rounded(base) }, document),
    svg(document, 'g', { 'font-size': font }, ...texts),
    svg(document, 'g', {}, ...drawn),
  );
}
