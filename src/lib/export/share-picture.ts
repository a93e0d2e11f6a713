import { drawIn } from '../charts/draw';
import { DRAWINGS, svg } from '../charts/drawing';
import type { ChartSpec } from '../charts/spec';
import { paintPlain, type Styles } from './plain-paint';

/** What Facebook, LinkedIn, X and messengers show whole. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const SIDE = 48;
const WIDTH = SHARE_WIDTH - 2 * SIDE;
const FONT = 'Source Sans 3';
/** A chart is drawn smaller and enlarged, so that its letters are read in a picture as wide as a hand. */
const SCALE = 1.6;
/** Room for the names of gminy at the ends of lines: the longest without a space has 21 letters. */
const LABELS = 175;
const FONT_SIZE = DRAWINGS.wide.font;
const LARGER_FONT = 17;
const MOST_BARS = 6;
const MOST_DOUBTS = 1;
const MOST_NOTES = 2;

/** Colours of the texts around a chart. */
export interface ShareColours {
  paper: string;
  ink: string;
  muted: string;
  line: string;
  accent: string;
  doubt: string;
}

/** What stands around the chart of a picture that travels alone. */
export interface ShareTexts {
  /** Whom it is about, so that it is not taken for another of the same name. */
  about: string;
  title: string;
  subtitle: string;
  /** Doubts; then what kinds of values there are, breaks, and what else a reader must know. */
  doubts: readonly string[];
  notes: readonly string[];
  source: string;
  /** Version of the data and its day. */
  version: string;
}

interface Line {
  text: string;
  size: number;
  fill: string;
  bold?: true;
}

/**
 * A chart as a picture for links in other places, 1200 × 630: large letters, and all that keeps it right where it stands alone.
 * What does not fit is cut with a word that there is more. Nothing in it needs a stylesheet.
 */
export function sharePicture(
  spec: ChartSpec,
  texts: ShareTexts,
  { styles, colours }: { styles: Styles; colours: ShareColours },
  document: Document,
): SVGElement {
  const { ink, muted, line, accent, paper, doubt } = colours;
  const put = (x: number, y: number, { text, size, fill, bold }: Line, anchor = 'start') =>
    svg(
      document,
      'text',
      { x, y, 'font-size': size, fill, 'text-anchor': anchor, ...(bold ? { 'font-weight': 600 } : {}) },
      printable(text),
    );
  const parts: SVGElement[] = [];
  let top = 36;
  const add = (line: Line, leading: number) => {
    parts.push(put(SIDE, top + line.size * 0.93, line));
    top += line.size * leading;
  };

  const brand: Line = { text: 'Gminoskop', size: 26, fill: accent, bold: true };
  parts.push(put(SHARE_WIDTH - SIDE, top + 24, brand, 'end'));
  const [about = ''] = lines(texts.about, { size: 24, width: WIDTH - 180, most: 1 });
  add({ text: about, size: 24, fill: accent, bold: true }, 1.4);
  const size = lines(texts.title, { size: 44, width: WIDTH, most: 9, bold: true }).length === 1 ? 44 : 36;
  for (const text of lines(texts.title, { size, width: WIDTH, most: 2, bold: true }))
    add({ text, size, fill: ink, bold: true }, 1.14);
  top += 4;
  for (const text of lines(texts.subtitle, { size: 24, width: WIDTH, most: 2 }))
    add({ text, size: 24, fill: muted }, 1.2);

  const foot = 19;
  const ownVersion = textWidth(texts.version, foot) + 24;
  const [source = ''] = lines(texts.source, { size: foot, width: WIDTH - ownVersion, most: 1 });
  let base = SHARE_HEIGHT - 30;
  parts.push(put(SIDE, base, { text: source, size: foot, fill: muted }));
  parts.push(put(SHARE_WIDTH - SIDE, base, { text: texts.version, size: foot, fill: muted }, 'end'));
  const doubts = noted(texts.doubts, MOST_DOUBTS, foot);
  const notes = noted(texts.notes, MOST_NOTES, foot);
  const told = [
    ...doubts.map((text) => ({ text, size: foot, fill: doubt })),
    ...notes.map((text) => ({ text, size: foot, fill: muted })),
  ];
  if (told.length > 0) base -= 8;
  for (const own of told.toReversed()) {
    base -= foot * 1.28;
    parts.push(put(SIDE, base, own));
  }
  base -= foot + 10;
  parts.push(svg(document, 'line', { x1: SIDE, x2: SHARE_WIDTH - SIDE, y1: base, y2: base, stroke: line }));

  const chart = fitted(spec, texts.title, { top: top + 14, bottom: base - 12 }, document);
  paintPlain(chart, styles);
  return svg(
    document,
    'svg',
    {
      viewBox: `0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}`,
      width: SHARE_WIDTH,
      height: SHARE_HEIGHT,
      'font-family': FONT,
    },
    svg(document, 'rect', { width: SHARE_WIDTH, height: SHARE_HEIGHT, fill: paper }),
    ...parts,
    chart,
  );
}

/** The chart in the room between two heights, as large as it fits. */
function fitted(
  whole: ChartSpec,
  label: string,
  { top, bottom }: { top: number; bottom: number },
  document: Document,
): SVGElement {
  const room = bottom - top;
  // Of rows that are folded anyway fewer are shown, and can be read.
  const spec =
    whole.type === 'bars' && whole.most !== undefined
      ? { ...whole, most: Math.min(whole.most, MOST_BARS) }
      : whole;
  const drawn = (scale: number, font: number, height = room / scale): SVGElement =>
    drawIn(spec, { ...DRAWINGS.wide, width: WIDTH / scale, height, font, labels: LABELS }, label, document);
  const scaleOf = (one: SVGElement): number => room / sizeOf(one)[1];
  let chart = drawn(SCALE, FONT_SIZE);
  if (scaleOf(chart) < SCALE * 0.95) {
    // Rows and points have heights of their own: where they are too many, all is smaller, the letters as little as may be.
    const tried = [FONT_SIZE, LARGER_FONT].map((font) => {
      const narrow = drawn(scaleOf(chart), font);
      return { font, one: drawn(scaleOf(narrow), font) };
    });
    const size = ({ font, one }: { font: number; one: SVGElement }) =>
      font * Math.min(scaleOf(one), WIDTH / sizeOf(one)[0]);
    chart = tried.reduce((best, other) => (size(other) > size(best) ? other : best)).one;
  } else if (scaleOf(chart) > SCALE * 1.1)
    // A pair of charts takes a part of the height it is given.
    chart = drawn(SCALE, FONT_SIZE, (room / SCALE) * (scaleOf(chart) / SCALE));
  const [width, height] = sizeOf(chart);
  const scale = Math.min(WIDTH / width, room / height);
  chart.setAttribute('x', String(SIDE));
  chart.setAttribute('y', String(Math.round(top + (room - height * scale) / 2)));
  chart.setAttribute('width', String(Math.round(width * scale)));
  chart.setAttribute('height', String(Math.round(height * scale)));
  chart.setAttribute('overflow', 'visible');
  return chart;
}

function sizeOf(chart: SVGElement): [width: number, height: number] {
  const [, , width = 0, height = 0] = (chart.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return [width, height];
}

/** Sentences in lines, one after the other. */
function noted(sentences: readonly string[], most: number, size: number): string[] {
  if (sentences.length === 0) return [];
  const whole = sentences.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
  return lines(whole, { size, width: WIDTH, most, more: '… (dalszy ciąg na stronie)' });
}

/** A little more than the widths of letters of Source Sans 3 in ems, those of one width together. */
const LETTERS: readonly [ems: number, letters: RegExp][] = [
  [0.21, /\s/u],
  [0.27, /[ijlI.,:;|']/u],
  [0.33, /[fł()[\]!-]/u],
  [0.36, /[rt/]/u],
  [0.42, /[sś]/u],
  [0.46, /[cvxyzćźż„”?"]/u],
  [0.67, /[BDGHKNOQUŃÓ&]/u],
  [0.86, /[mwMW%—]/u],
  [0.95, /…/u],
];
const OTHERS = 0.53;
const BOLD = 1.05;

function textWidth(text: string, size: number, bold = false): number {
  const ems = [...text].reduce(
    (sum, sign) => sum + (LETTERS.find(([, letters]) => letters.test(sign))?.[0] ?? OTHERS),
    0,
  );
  return ems * size * (bold ? BOLD : 1);
}

/** A text in lines as wide as the room; the last one ends in a word that there is more where not all fits. */
function lines(
  text: string,
  {
    size,
    width,
    most,
    bold = false,
    more = '…',
  }: { size: number; width: number; most: number; bold?: boolean; more?: string },
): string[] {
  const found: string[] = [''];
  // A word of one letter does not stand at the end of a line.
  for (const word of text.replace(/(?<=^|\s)(\p{L}) /gu, '$1\u00a0').split(/[ \n]+/)) {
    const line = found.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) found[found.length - 1] = longer;
    else if (found.length < most) found.push(word);
    else {
      found[found.length - 1] = cut(line);
      break;
    }
  }
  return found;

  function cut(line: string): string {
    const room = width - textWidth(more, size, bold);
    let kept = line;
    while (kept !== '' && textWidth(kept, size, bold) > room) kept = kept.replace(/\s*\S+$/, '');
    return `${kept.replace(/[\s.,;:–-]+$/, '')}${more}`;
  }
}

/** Text that XML may hold: no control characters. */
const printable = (text: string): string =>
  [...text].filter((sign) => sign >= ' ' || '\t\n\r'.includes(sign)).join('');
