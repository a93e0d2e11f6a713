import type { Tiles } from '../geo/geometry';
import { classOf } from '../stats/classes';
import { svg, type Drawing } from './drawing';
import { textWidth } from './labels';
import { legend } from './map-legend';
import type { MapArea, MapSpec } from './spec';
import { rounded } from './swarm';

/** Largest side of a tile, in pixels. */
const MOST = 34;

/**
 * Areas in the colours of their classes: as equal tiles or by their boundaries. Missing ones are hatched, doubtful ones
 * are hollow, areas nobody asked about are faint. What is enlarged and moved is the group `zoomed`.
 */
export function map(spec: MapSpec, drawing: Drawing, document: Document): SVGElement {
  const { width, font, name } = drawing;
  const hatch = `brak-${name}`;
  const above = legend(spec, drawing, `url(#${hatch})`, document);
  const geometry = spec.geometry[name];
  const top = above.height + 12;
  const side = geometry.kind === 'tiles' ? Math.min(MOST, width / Math.max(1, geometry.width)) : 1;
  const height = Math.ceil(geometry.height * side) + 4;
  const areas = new Map(spec.areas.map((area) => [area.teryt, area]));
  const chosen = new Set(spec.chosen);
  const attributesOf = (teryt: string): Record<string, string> => {
    const area = areas.get(teryt);
    const marks = ['area', shadeOf(area, spec), chosen.has(teryt) ? 'chosen' : ''];
    return {
      class: marks.filter((mark) => mark !== '').join(' '),
      'data-teryt': teryt,
      ...(area?.state === 'missing' ? { fill: `url(#${hatch})` } : {}),
    };
  };
  const marks =
    geometry.kind === 'tiles'
      ? geometry.tiles.map(({ teryt, x, y }) => ({
          teryt,
          element: svg(document, 'rect', {
            ...attributesOf(teryt),
            x: rounded(x * side),
            y: rounded(y * side),
            width: rounded(side - 1.5),
            height: rounded(side - 1.5),
          }),
        }))
      : geometry.shapes.map(({ teryt, d }) => ({
          teryt,
          element: svg(document, 'path', { ...attributesOf(teryt), d }),
        }));
  const ordered = marks.toSorted((a, b) => Number(chosen.has(a.teryt)) - Number(chosen.has(b.teryt)));
  const over = geometry.kind === 'tiles' ? [...labelsOf(geometry, side, font, document)] : [];
  const total = Math.ceil(top + height);
  return svg(
    document,
    'svg',
    { width, height: total, viewBox: `0 0 ${width} ${total}` },
    svg(
      document,
      'pattern',
      { id: hatch, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg(document, 'rect', { class: 'hatch-paper', width: 6, height: 6 }),
      svg(document, 'line', { class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6 }),
    ),
    above.element,
    svg(
      document,
      'svg',
      { class: 'window', x: 0, y: top, width, height, viewBox: `0 0 ${width} ${height}` },
      svg(
        document,
        'g',
        { class: 'zoomed' },
        ...ordered.map(({ element }) => element),
        ...(geometry.kind === 'tiles' && geometry.labels.length === 0
          ? [svg(document, 'path', { class: 'border', d: borders(geometry, side) })]
          : []),
        ...over,
      ),
    ),
  );
}

function shadeOf(area: MapArea | undefined, { limits, shades }: MapSpec): string {
  if (!area || area.state === 'outside') return 'outside';
  if (area.value === null || area.state === 'missing') return 'missing';
  if (area.state === 'doubtful') return 'doubtful';
  const shade = shades[classOf(area.value, limits)] ?? 'c3';
  return area.state === 'apart' ? `${shade} apart` : shade;
}

/** Names of blocks, cut to their room. */
function* labelsOf({ labels }: Tiles, side: number, font: number, document: Document): Generator<SVGElement> {
  for (const { x, y, width, text } of labels) {
    const most = Math.floor((width * side) / textWidth('x', font));
    yield svg(
      document,
      'text',
      { class: 'axis', x: rounded(x * side), y: rounded((y - 0.15) * side), 'font-size': font },
      text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text,
    );
  }
}

/** Lines between tiles of different województwa. */
function borders({ tiles }: Tiles, side: number): string {
  const at = new Map(tiles.map((tile) => [`${tile.x},${tile.y}`, tile.teryt.slice(0, 2)]));
  const lines: string[] = [];
  for (const { x, y, teryt } of tiles) {
    const own = teryt.slice(0, 2);
    const other = (dx: number, dy: number): boolean => {
      const code = at.get(`${x + dx},${y + dy}`);
      return code !== undefined && code !== own;
    };
    const [left, top] = [rounded((x + 1) * side - 0.75), rounded((y + 1) * side - 0.75)];
    if (other(1, 0)) lines.push(`M${left},${rounded(y * side - 0.75)}v${rounded(side)}`);
    if (other(0, 1)) lines.push(`M${rounded(x * side - 0.75)},${top}h${rounded(side)}`);
  }
  return lines.join('');
}
