import { svg, type Drawing } from './drawing';
import { textWidth } from './labels';
import type { StripsSpec } from './spec';
import { areaAxis, areaDot, areaScale, rounded } from './swarm';

/** Each group in a row of its own, every area a point, the median of the group as a short line; all on one axis. */
export function strips(spec: StripsSpec, drawing: Drawing, document: Document): SVGElement {
  const { font, width } = drawing;
  const wide = drawing.name === 'wide';
  const row = wide ? 24 : 36;
  const left = wide
    ? Math.min(240, Math.max(...spec.groups.map(({ name }) => textWidth(name, font))) + 16)
    : 12;
  const x = areaScale(
    spec.groups.flatMap(({ units }) => units.map(({ value }) => value)),
    width,
    left,
  );
  const chosen = new Set(spec.chosen);
  const rows = spec.groups.flatMap((group, index) => {
    const middle = index * row + (wide ? row / 2 : row - 10);
    const median = group.median === null ? null : rounded(x(group.median));
    return [
      svg(document, 'line', { class: 'grid', x1: left, x2: width, y1: middle, y2: middle }),
      svg(
        document,
        'text',
        { x: 0, y: wide ? middle + font * 0.35 : middle - 11, class: 'label', 'data-teryt': group.teryt },
        group.name,
      ),
      ...(median === null
        ? []
        : [
            svg(document, 'line', {
              class: 'group-median',
              x1: median,
              x2: median,
              y1: middle - 9,
              y2: middle + 9,
            }),
          ]),
      ...group.units
        .toSorted((a, b) => Number(chosen.has(a.teryt)) - Number(chosen.has(b.teryt)))
        .map((unit) =>
          areaDot(unit, { x: x(unit.value), y: middle, r: wide ? 4 : 3.4 }, chosen.has(unit.teryt), document),
        ),
    ];
  });
  const bottom = spec.groups.length * row + 4;
  const height = Math.ceil(bottom + font * 1.9);
  return svg(
    document,
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    areaAxis(x, drawing, { top: 0, bottom }, document),
    svg(document, 'g', { 'font-size': font }, ...rows),
  );
}
