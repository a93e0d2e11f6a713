import { svg, type Drawing } from './drawing';
import { wrap } from './labels';
import type { PairSpec } from './spec';
import { trend } from './trend';

const GAP = 28;

/** Two trends in one figure: side by side when wide, one under the other on a phone, each under its own title. */
export function pair(spec: PairSpec, drawing: Drawing, document: Document): SVGElement {
  const wide = drawing.name === 'wide';
  const panel: Drawing = {
    ...drawing,
    width: wide ? (drawing.width - GAP) / 2 : drawing.width,
    height: wide ? (drawing.height * 2) / 3 : 185,
    ticks: wide ? 6 : drawing.ticks,
    labels: 0,
  };
  const line = drawing.font * 1.25;
  const titles = spec.panels.map((own) =>
    wrap(own.title, Math.floor(panel.width / (drawing.font * 0.5))).split('\n'),
  );
  const head = Math.max(...titles.map((title) => title.length)) * line + 6;
  let y = 0;
  let bottom = 0;
  let places = '';
  const parts = spec.panels.map((own, index) => {
    const part = trend(own, panel, document);
    const height = Number(part.getAttribute('height'));
    const x = wide ? index * (panel.width + GAP) : 0;
    const top = y;
    if (!wide) y += head + height + GAP / 2;
    bottom = Math.max(bottom, top + head + height);
    if (index === 0) places = part.getAttribute('data-years') ?? '';
    return svg(
      document,
      'g',
      { transform: `translate(${x},${top})` },
      ...(titles[index] ?? []).map((text, row) =>
        svg(
          document,
          'text',
          { x: 0, y: drawing.font + row * line, class: 'panel-title', 'font-size': drawing.font },
          text,
        ),
      ),
      svg(document, 'g', { transform: `translate(0,${head})`, 'text-anchor': 'middle' }, ...part.children),
    );
  });
  return svg(
    document,
    'svg',
    {
      width: drawing.width,
      height: bottom,
      viewBox: `0 0 ${drawing.width} ${Math.ceil(bottom)}`,
      'data-years': places,
      'data-plot': `0,${Math.round(bottom)}`,
      'data-shift': wide ? panel.width + GAP : 0,
    },
    ...parts,
  );
}
