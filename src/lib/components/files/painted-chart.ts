import { draw } from '../../charts/draw';
import type { ChartSpec } from '../../charts/spec';
import type { FigureAbout } from '../../export/figure-about';
import { framedChart } from '../../export/framed-chart';

/** What the stylesheet gives a part of a chart, and its parts inherit. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-opacity',
  'font-size',
  'font-weight',
] as const;

/** The tokens of the light theme, as the stylesheet names them: a picture is on white, whatever the reader's theme. */
function lightTokens(): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root')
        for (const name of rule.style)
          if (name.startsWith('--')) tokens.set(name, rule.style.getPropertyValue(name).trim());
  return tokens;
}

/** `rgb(10, 88, 166)` → `#0a58a6`, which every editor of drawings reads. */
const hex = (value: string): string =>
  value.replace(
    /^rgb\((\d+), (\d+), (\d+)\)$/,
    (_, ...parts: string[]) =>
      `#${parts
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`,
  );

/** Writes what the stylesheet says of each part into its attributes; what its parent says already is left out. */
function paint(element: Element, inherited: ReadonlyMap<string, string>): void {
  const style = getComputedStyle(element);
  const own = new Map(PAINT.map((name) => [name, hex(style.getPropertyValue(name))]));
  for (const child of element.children) paint(child, own);
  for (const [name, value] of own)
    if (inherited.get(name) === value) element.removeAttribute(name);
    else element.setAttribute(name, value);
  element.removeAttribute('class');
}

/** The chart with all that must travel with it, as one SVG that needs no stylesheet and no other file. */
export function chartSvg(spec: ChartSpec, about: FigureAbout): SVGElement {
  const tokens = lightTokens();
  const host = document.createElement('div');
  for (const [name, value] of tokens) host.style.setProperty(name, value);
  host.hidden = true;
  const chart = draw(spec, 'wide', about.title, document);
  host.append(chart);
  document.body.append(host);
  try {
    paint(chart, new Map());
  } finally {
    host.remove();
  }
  const colour = (name: string) => tokens.get(`--${name}`) ?? '#000000';
  return framedChart(
    chart,
    about,
    { paper: colour('paper'), ink: colour('ink'), muted: colour('muted'), doubt: colour('doubt') },
    document,
  );
}

/** A picture as the text of an SVG file. */
export const svgText = (picture: SVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

/** A picture as PNG, `scale` pixels a point. @throws where the browser cannot make it */
export async function pngOf(picture: SVGElement, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Number(picture.getAttribute('width')) * scale,
    height: Number(picture.getAttribute('height')) * scale,
  });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`no PNG of ${canvas.width} × ${canvas.height} pixels`));
    }, 'image/png'),
  );
}
