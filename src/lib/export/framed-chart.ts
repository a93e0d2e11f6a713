import { svg } from '../charts/drawing';
import { formatDate } from '../format/date';
import { versionWords } from './citation';
import type { FigureAbout } from './figure-about';

const MARGIN = 24;
/** Safe everywhere: the site's own typeface where it is installed, else what the system has. */
const FONT = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
/** Mean width of a letter in ems, plain and bold, on the safe side for every typeface above. */
const LETTER = 0.56;
const BOLD_LETTER = 0.66;

/** Colours of the texts around a chart. */
export interface FrameColours {
  paper: string;
  ink: string;
  muted: string;
  doubt: string;
}

interface TextBlock {
  texts: readonly string[];
  size: number;
  fill: string;
  weight?: number;
  above: number;
}

/**
 * A chart as a picture that stays right elsewhere: title and subtitle above it; kinds of values, doubts, breaks, source
 * and date below. `chart` carries its colours as attributes; all text stays text.
 */
export function framedChart(
  chart: SVGElement,
  about: FigureAbout,
  colours: FrameColours,
  document: Document,
): SVGElement {
  const [left = 0, top = 0, width = 720, height = 405] = (chart.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const full = width + 2 * MARGIN;
  const head = blocksOf(headBlocks(about, colours), MARGIN, width, document);
  const body = svg(document, 'g', {
    ...Object.fromEntries([...chart.attributes].flatMap(({ name, value }) => kept(name, value))),
    transform: `translate(${MARGIN - left} ${head.end + 16 - top})`,
  });
  body.append(...[...chart.childNodes].map((node) => node.cloneNode(true)));
  const foot = blocksOf(footBlocks(about, colours), head.end + 16 + height + 12, width, document);
  const end = Math.ceil(foot.end + MARGIN);
  return svg(
    document,
    'svg',
    {
      viewBox: `0 0 ${full} ${end}`,
      width: full,
      height: end,
      role: 'img',
      'font-family': FONT,
    },
    svg(document, 'title', {}, printable(about.title)),
    svg(document, 'desc', {}, printable(about.reading)),
    svg(document, 'rect', { width: full, height: end, fill: colours.paper }),
    ...head.elements,
    body,
    ...foot.elements,
  );
}

/** Of the chart's root only what it hands down to its parts. */
const kept = (name: string, value: string): [string, string][] =>
  /^(?:fill|stroke|font|text)/.test(name) ? [[name, value]] : [];

function headBlocks(about: FigureAbout, { ink, muted }: FrameColours): TextBlock[] {
  return [
    { texts: [about.title], size: 20, fill: ink, weight: 600, above: 0 },
    { texts: [about.subtitle], size: 14, fill: muted, above: 6 },
  ];
}

function footBlocks(about: FigureAbout, { muted, doubt }: FrameColours): TextBlock[] {
  const source = about.sources
    .map(({ title, publisher }) => [title, publisher].filter((part) => part !== '').join(', '))
    .join('; ');
  return [
    { texts: about.kinds, size: 12, fill: muted, above: 4 },
    {
      texts: about.doubts.map((text) => `Wartość niepewna (?) – ${text}`),
      size: 12,
      fill: doubt,
      above: 8,
    },
    { texts: [...about.breaks, ...about.caveats], size: 12, fill: muted, above: 8 },
    {
      texts: [
        ...(source === '' ? [] : [`Źródło: ${source}.`]),
        `Gminoskop, ${about.page}, ${versionWords(about)}${about.made === '' ? '' : `, ${formatDate(about.made)}`}.`,
      ],
      size: 12,
      fill: muted,
      above: 8,
    },
  ].filter(({ texts }) => texts.length > 0);
}

function blocksOf(
  blocks: readonly TextBlock[],
  from: number,
  width: number,
  document: Document,
): { elements: SVGElement[]; end: number } {
  const elements: SVGElement[] = [];
  let y = from;
  for (const { texts, size, fill, weight, above } of blocks) {
    y += above;
    for (const text of texts) {
      const lines = wrapped(
        printable(text),
        Math.floor(width / (size * (weight === undefined ? LETTER : BOLD_LETTER))),
      );
      const spans = lines.map((line, at) =>
        svg(document, 'tspan', { x: MARGIN, y: y + size + at * size * 1.3 }, line),
      );
      elements.push(
        svg(
          document,
          'text',
          { 'font-size': size, fill, ...(weight === undefined ? {} : { 'font-weight': weight }) },
          ...spans,
        ),
      );
      y += lines.length * size * 1.3;
    }
  }
  return { elements, end: y };
}

/** A text in lines of at most `most` letters; a longer word, an address say, is cut. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/[ \n]+/)
    .flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Text that XML may hold: no control characters. */
const printable = (text: string): string =>
  [...text].filter((sign) => sign >= ' ' || '\t\n\r'.includes(sign)).join('');
