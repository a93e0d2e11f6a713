import * as Plot from '@observablehq/plot';
import { scaleLinear } from 'd3';
import { formatYear } from '../format/number';
import { formatTicks } from '../format/value';
import { yearTicks, yearsOf } from './axis';
import type { Drawing } from './drawing';
import { flow, rowsOf, textWidth } from './labels';
import { isKnown, unbroken } from './segments';
import type { BreakMark, Point, TrendSpec } from './spec';
import { SWATCH, addBreakWords, addEndLabels, addKeys, addPointNotes, type Placing } from './trend-labels';
import { linesOf, marksOf } from './trend-marks';

const LINE = 1.25;
const KEY = 1.45;

/**
 * Values by year, one line a series, labelled at its end (above the drawing on a phone).
 * Missing years are gaps; forecasts hollow and dashed; doubtful values hollow with a question mark;
 * a break is a thin vertical line with a word, and the line does not cross it.
 */
export function trend(spec: TrendSpec, drawing: Drawing, document: Document): SVGElement {
  const [first, last] = yearsOf(spec);
  const within = ({ year }: { year: number }) => year >= first && year <= last;
  const band = spec.band?.points.filter(within) ?? [];
  const breaks = spec.breaks.filter(({ year }) => year > first && year <= last);
  const lines = linesOf(spec).map((line) => ({ ...line, points: line.points.filter(within) }));

  const { font, width } = drawing;
  const narrow = drawing.labels === 0;
  const keys =
    narrow && lines.length > 1
      ? flow(
          lines.map((line) => line.label),
          font,
          width,
          SWATCH,
        )
      : [];
  const keyRoom = keys.length === 0 ? 0 : ((keys.at(-1)?.row ?? 0) + 1) * font * KEY;
  const values = [
    ...lines.flatMap((line) => line.points.flatMap((point) => [point.value, point.low, point.high])),
    ...band.flatMap((point) => [point.low, point.high]),
    spec.threshold?.value,
  ].filter((value) => typeof value === 'number');
  const room = spec.threshold ? 1.08 : 1;
  const y = scaleLinear([spec.fromZero ? 0 : Math.min(...values), Math.max(...values) * room], [0, 1]).nice(
    4,
  );
  const ticks = y.ticks(4);
  const printed = formatTicks(ticks);
  const left = Math.max(...ticks.map((tick) => textWidth(printed(tick), font))) + 10;
  const right = narrow ? 14 : drawing.labels;
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [
    left + 10,
    width - right - 4,
  ]);
  const words = rowsOf(
    breaks.map((mark) => ({ x: x(mark.year - 0.5) + 4, width: textWidth(mark.label, font - 1.5) })),
    width - right + (narrow ? 12 : 60),
  );
  const wordRows = Math.max(0, ...words.map((word) => word.row + 1));
  const top = keyRoom + wordRows * font * LINE + 12;
  const bottom = font * 2;
  const height = drawing.height + keyRoom;
  y.range([height - bottom, top]);
  const axis = { className: 'axis', label: null, fontSize: font };

  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: { domain: x.domain(), range: x.range() },
    y: { domain: y.domain(), range: y.range() },
    marks: [
      Plot.gridY(ticks, { className: 'grid', strokeOpacity: 1 }),
      Plot.ruleY(y.domain().slice(0, 1), { className: 'base' }),
      Plot.axisY(ticks, { ...axis, tickSize: 0, tickFormat: printed }),
      Plot.axisX(yearTicks(first, last, drawing.ticks), { ...axis, tickSize: 4, tickFormat: formatYear }),
      ...unbroken(band, breaks).map((run) =>
        Plot.areaY(run, { x: 'year', y1: 'low', y2: 'high', className: 'band' }),
      ),
      ...(['break', 'note'] as const).map((effect) =>
        Plot.ruleX(
          breaks.filter((mark) => mark.effect === effect),
          { x: ({ year }: BreakMark) => year - 0.5, y1: y.domain()[0], y2: y.domain()[1], className: effect },
        ),
      ),
      spec.threshold ? Plot.ruleY([spec.threshold.value], { className: 'threshold' }) : null,
      spec.threshold
        ? Plot.text([spec.threshold], {
            ...(freeSide(lines[0]?.points ?? [], spec.threshold.value) === 'left'
              ? ({ frameAnchor: 'left', textAnchor: 'start', dx: 4 } as const)
              : ({ frameAnchor: 'right', textAnchor: 'end' } as const)),
            y: 'value',
            text: 'label',
            dy: -font * 0.7,
            className: 'threshold-label',
            fontSize: font - 1,
          })
        : null,
      ...lines.toReversed().flatMap((line) => marksOf(line, breaks, font)),
    ],
  }) as SVGElement;

  const placing: Placing = { plot, document, font, x, y, top, bottom: height - bottom, edge: width - right };
  addBreakWords(placing, breaks, words, wordRows);
  addKeys(placing, lines, keys);
  if (!narrow) addEndLabels(placing, lines);
  addPointNotes(placing, lines[0]?.points ?? [], spec.pointNotes ?? [], spec.threshold?.value);
  plot.setAttribute('data-years', yearPlaces(first, last, x));
  plot.setAttribute('data-plot', `${Math.round(top)},${Math.round(height - bottom)}`);
  return plot;
}

function yearPlaces(first: number, last: number, x: (year: number) => number): string {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${first + index}:${Math.round(x(first + index))}`,
  ).join(' ');
}

/** The end at which a line is farther from a threshold: there the threshold's word stands free. */
function freeSide(points: readonly Point[], value: number): 'left' | 'right' {
  const known = points.filter(isKnown);
  const distance = (point: Point | undefined) => Math.abs((point?.value ?? 0) - value);
  return distance(known[0]) >= distance(known.at(-1)) ? 'left' : 'right';
}
