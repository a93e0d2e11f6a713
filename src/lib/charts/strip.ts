import * as Plot from '@observablehq/plot';
import { formatNumber } from '../format/number';
import { saidNumber } from '../format/said';
import { formatTicks } from '../format/value';
import { svg, type Drawing } from './drawing';
import { textWidth } from './labels';
import type { StripSpec } from './spec';

/**
 * Every gmina of an area as a point on one axis, the chosen one marked, quartiles as a band.
 * Cities with powiat rights stand apart where they are not counted in.
 */
export function strip(spec: StripSpec, drawing: Drawing, document: Document): SVGElement {
  const { font, width } = drawing;
  const together = spec.units.filter((unit) => !unit.apart);
  const marked = spec.units.find((unit) => unit.teryt === spec.marked);
  const radius = drawing.name === 'wide' ? 3.5 : 2.6;
  const height = drawing.name === 'wide' ? 210 : 220;
  const values = spec.units.map((unit) => unit.value);
  const top = font * 2.9;
  const bottom = font * 2;
  const domain: [number, number] = [Math.min(0, ...values), Math.max(...values)];
  const others = together.filter((unit) => unit !== marked);
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: 8,
    marginRight: 16,
    marginTop: top,
    marginBottom: bottom,
    x: { domain, nice: true },
    marks: [
      Plot.rectX([spec], { x1: 'low', x2: 'high', className: 'band' }),
      Plot.ruleX([spec.median], { className: 'median-rule' }),
      Plot.axisX({
        ticks: drawing.name === 'wide' ? 6 : 4,
        tickSize: 4,
        tickFormat: formatTicks(domain),
        className: 'axis',
        label: null,
        fontSize: font,
      }),
      Plot.dot(others, Plot.dodgeY('bottom', { x: 'value', r: radius, padding: 0.5, className: 'unit' })),
      Plot.dot(
        spec.units.filter((unit) => unit.apart && unit !== marked),
        { x: 'value', frameAnchor: 'top', r: radius + 1, symbol: 'diamond', className: 'unit apart' },
      ),
      marked
        ? [
            Plot.ruleX([marked.value], { className: 'marker' }),
            Plot.dot([marked], {
              x: 'value',
              frameAnchor: marked.apart ? 'top' : 'bottom',
              r: radius + 3,
              dy: marked.apart ? 0 : -radius - 3,
              className: 'unit marked',
            }),
          ]
        : null,
    ],
  }) as SVGElement;
  const x = plot as SVGElement & Plot.Plot;
  const place = (value: number): number => Number(x.scale('x')?.apply(value));
  const add = (value: number, y: number, text: string, className: string) => {
    const half = textWidth(text, font) / 2;
    plot.append(
      svg(
        document,
        'text',
        {
          x: Math.max(half, Math.min(width - half, place(value))),
          y,
          class: className,
          'font-size': font,
          'text-anchor': 'middle',
        },
        text,
      ),
    );
  };
  if (marked)
    add(
      marked.value,
      font,
      `${marked.name}: ${saidNumber({ value: marked.value, state: 'ok' }, spec.decimals)}`,
      'label strong',
    );
  add(spec.median, font * 2.25, `mediana: ${formatNumber(spec.median, spec.decimals)}`, 'label');
  return plot;
}
