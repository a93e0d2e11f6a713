import { scaleLinear } from 'd3';
import { formatShort, formatTicks } from '../format/value';
import { svg, type Drawing } from './drawing';
import { textWidth, wrap } from './labels';
import { isKnown } from './segments';
import type { ColumnsSpec, Series } from './spec';

const WIDEST = 64;
const LINE = 1.1;

/** Two measures by year as columns from zero: the one to read filled, the one as printed in outline; a forecast is hatched by its dash. */
export function columns(spec: ColumnsSpec, drawing: Drawing, document: Document): SVGElement {
  const { font, width } = drawing;
  const series = [spec.main, ...(spec.beside ? [spec.beside] : [])];
  const years = [
    ...new Set(series.flatMap((one) => one.points.filter(isKnown).map((point) => point.year))),
  ].sort((a, b) => a - b);
  const values = series.flatMap((one) => one.points.filter(isKnown).map((point) => point.value));
  const y = scaleLinear([0, Math.max(...values)], [0, 1]).nice(4);
  const ticks = y.ticks(4);
  const printed = formatTicks(ticks);
  const left = Math.max(...ticks.map((tick) => textWidth(printed(tick), font))) + 10;
  const step = (width - left - 8) / Math.max(1, years.length);
  const column = Math.min(WIDEST, (step * 0.8) / series.length);
  const labels = series.flatMap((one) => one.points.filter(isKnown).map(labelOf));
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, font)));
  const stands =
    widest(labels) <= column
      ? 'one line'
      : widest(labels.flatMap(linesOf)) <= column
        ? 'two lines'
        : 'upright';
  const above = stands === 'upright' ? widest(labels) : font * (stands === 'two lines' ? 1 + LINE : 1);
  const keyLines = series.map(({ label }) =>
    wrap(label, Math.floor((width - font - 9) / (font * 0.56))).split('\n'),
  );
  const top = keyLines.flat().length * font * 1.5 + above + 8;
  const height = drawing.height + (drawing.name === 'narrow' ? top : 0);
  const bottom = height - font * 2;
  y.range([bottom, top]);

  const bodies = series.flatMap((one, index) =>
    one.points.filter(isKnown).map((point) => {
      const x = left + step * (years.indexOf(point.year) + 0.5) + column * (index - series.length / 2);
      return svg(
        document,
        'g',
        {
          class: `column c-${index === 0 ? 'main' : 'beside'} b-${point.state}${point.forecast ? ' b-expected' : ''}`,
        },
        svg(document, 'rect', {
          x: x + 1.5,
          y: y(point.value),
          width: column - 3,
          height: bottom - y(point.value),
        }),
        valueLabel(point, x + column / 2),
      );
    }),
  );
  return svg(
    document,
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      'data-years': places(),
      'data-plot': `${Math.round(top)},${Math.round(bottom)}`,
    },
    svg(document, 'g', { 'font-size': font }, ...keys(), ...grid(), ...bodies, ...axis()),
  );

  /** The value above its column, never wider than it: on one line, on two, or upright. */
  function valueLabel(point: { value: number; state: string }, x: number): SVGElement {
    const base = y(point.value) - 5;
    const label = labelOf(point);
    if (stands === 'upright')
      return svg(
        document,
        'text',
        {
          class: 'value',
          'text-anchor': 'start',
          transform: `translate(${x + font * 0.35},${base}) rotate(-90)`,
        },
        label,
      );
    const lines = stands === 'two lines' ? linesOf(label) : [label];
    return svg(
      document,
      'text',
      { x, y: base - (lines.length - 1) * font * LINE, class: 'value', 'text-anchor': 'middle' },
      ...(lines.length === 1
        ? [label]
        : lines.map((line, at) =>
            svg(document, 'tspan', { x, dy: at === 0 ? 0 : font * LINE }, at === 0 ? `${line} ` : line),
          )),
    );
  }
  function keys(): SVGElement[] {
    let row = 0;
    return keyLines.map((lines, index) => {
      const at = row * font * 1.5;
      row += lines.length;
      return svg(
        document,
        'g',
        { class: `column c-${index === 0 ? 'main' : 'beside'}` },
        svg(document, 'rect', { x: 1, y: at + 2, width: font, height: font - 2 }),
        ...lines.map((line, own) =>
          svg(document, 'text', { x: font + 9, y: at + own * font * 1.5 + font * 0.9, class: 'label' }, line),
        ),
      );
    });
  }
  function grid(): SVGElement[] {
    return ticks.flatMap((tick) => [
      svg(document, 'line', {
        x1: left,
        x2: width,
        y1: y(tick),
        y2: y(tick),
        class: tick === 0 ? 'base' : 'grid',
      }),
      svg(
        document,
        'text',
        { x: left - 6, y: y(tick) + font * 0.33, class: 'axis', 'text-anchor': 'end' },
        printed(tick),
      ),
    ]);
  }
  function axis(): SVGElement[] {
    return years.map((year, index) =>
      svg(
        document,
        'text',
        { x: left + step * (index + 0.5), y: bottom + font * 1.3, class: 'axis', 'text-anchor': 'middle' },
        yearLabel(year, series),
      ),
    );
  }
  function places(): string {
    return years.map((year, index) => `${year}:${Math.round(left + step * (index + 0.5))}`).join(' ');
  }
}

/** `7,82 mln` as number and unit. */
const linesOf = (label: string): string[] => {
  const unit = label.match(/[\s\u00a0](?=\p{L})/u);
  return unit?.index === undefined ? [label] : [label.slice(0, unit.index), label.slice(unit.index + 1)];
};
const labelOf = (point: { value: number; state: string }): string =>
  `${compact(point.value)}${point.state === 'doubtful' ? '?' : ''}`;

function yearLabel(year: number, series: readonly Series[]): string {
  const forecast = series.some((one) =>
    one.points.some((point) => point.year === year && (point.forecast ?? point.state === 'forecast')),
  );
  return forecast ? `${year} (prognoza)` : String(year);
}

/** Above a column only what fits, three significant digits: `12,3 mln`, `695 tys.`. The table has the value in full. */
function compact(value: number): string {
  return formatShort(value >= 1e4 ? Number(value.toPrecision(3)) : Math.round(value));
}
