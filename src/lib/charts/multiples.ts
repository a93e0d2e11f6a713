import * as Plot from '@observablehq/plot';
import { scaleLinear } from 'd3';
import { formatYear } from '../format/number';
import { said } from '../format/said';
import { formatTicks } from '../format/value';
import { yearsOf } from './axis';
import { svg, type Drawing } from './drawing';
import { textWidth, wrap } from './labels';
import { isKnown, pathsOf, segmentsOf } from './segments';
import type { BreakMark, MultiplesSpec, Series } from './spec';
import { marksOf } from './trend-marks';
import { SYMBOLS } from './style-of';

const GAP = 18;
const HEIGHT = { wide: 118, narrow: 104 } as const;

/**
 * A small trend for each series on the scales of all of them, so that heights compare from one to the next; the other
 * series stand behind in grey. Its latest value stands under the name.
 */
export function multiples(spec: MultiplesSpec, drawing: Drawing, document: Document): SVGElement {
  const { font } = drawing;
  const shown = spec.series.filter((series) => series.points.some(isKnown));
  const columns = Math.min(drawing.name === 'wide' ? 4 : 2, Math.max(shown.length, 2));
  const width = (drawing.width - GAP * (columns - 1)) / columns;
  const [first, last] = yearsOf(spec);
  const values = shown.flatMap(({ points }) => points.filter(isKnown).map(({ value }) => value));
  const y = scaleLinear([spec.fromZero ? 0 : Math.min(...values), Math.max(...values)], [0, 1]).nice(3);
  const ticks = y.ticks(3);
  const printed = formatTicks(ticks);
  const left = Math.max(...ticks.map((tick) => textWidth(printed(tick), font - 1.5))) + 8;
  const breaks = spec.breaks.filter(({ year }) => year > first && year <= last);
  const linesOf = (text: string): string[] => wrap(text, Math.floor(width / (font * 0.54))).split('\n');
  const names = shown.map((series) => linesOf(series.label));
  const lasts = shown.map((series) => {
    const end = series.points.filter(isKnown).at(-1);
    return end ? linesOf(`${said(end, spec.unit, spec.decimals)} (${end.year})`) : [];
  });
  const line = font * 1.25;
  const most = (all: readonly string[][]): number => Math.max(1, ...all.map((own) => own.length));
  const head = (most(names) + most(lasts)) * line + 4;
  const height = HEIGHT[drawing.name];

  const parts = shown.map((series, index) => {
    const column = index % columns;
    const top = Math.floor(index / columns) * (head + height + GAP);
    const values = lasts[index] ?? [];
    return svg(
      document,
      'g',
      { transform: `translate(${Math.round(column * (width + GAP))},${Math.round(top)})`, 'font-size': font },
      ...(names[index] ?? []).map((text, row) =>
        svg(document, 'text', { x: 0, y: font + row * line, class: 'panel-title' }, text),
      ),
      ...values.map((text, row) =>
        svg(
          document,
          'text',
          { x: 0, y: head - 8 - (values.length - 1 - row) * line, class: 'label axis' },
          text,
        ),
      ),
      svg(
        document,
        'g',
        { transform: `translate(0,${Math.round(head)})`, 'text-anchor': 'middle' },
        ...panel(series),
      ),
    );
  });
  const rows = Math.ceil(shown.length / columns);
  const all = rows * (head + height) + Math.max(0, rows - 1) * GAP;
  return svg(
    document,
    'svg',
    { width: drawing.width, height: all, viewBox: `0 0 ${drawing.width} ${Math.ceil(all)}` },
    ...parts,
  );

  function panel(series: Series): Element[] {
    const axis = { className: 'axis', label: null, fontSize: font - 1.5 };
    const domain = first === last ? [first - 1, last + 1] : [first, last];
    const plot = Plot.plot({
      document,
      width,
      height,
      marginLeft: left,
      marginRight: 10,
      marginTop: 8,
      marginBottom: font * 1.7,
      x: { domain },
      y: { domain: y.domain() },
      marks: [
        Plot.gridY(ticks, { className: 'grid', strokeOpacity: 1 }),
        Plot.ruleY(y.domain().slice(0, 1), { className: 'base' }),
        Plot.axisY(ticks, { ...axis, tickSize: 0, tickFormat: printed }),
        Plot.axisX(first === last ? [first] : [first, last], {
          ...axis,
          tickSize: 3,
          tickFormat: formatYear,
        }),
        Plot.ruleX(
          breaks.filter(({ effect }) => effect === 'break'),
          { x: ({ year }: BreakMark) => year - 0.5, className: 'break' },
        ),
        ...shown
          .filter((other) => other !== series)
          .flatMap((other) =>
            pathsOf(segmentsOf(other.points, breaks), 'solid').map((points) =>
              Plot.line(points, { x: 'year', y: 'value', className: 'behind' }),
            ),
          ),
        ...marksOf(
          {
            label: series.label,
            className: `series r-gmina k-${series.kind}`,
            points: series.points,
            symbol: SYMBOLS[series.kind],
            radius: 2.2,
          },
          breaks,
          font,
        ),
      ],
    });
    return [...plot.children];
  }
}
