import { versionWords } from '../../lib/export/citation';
import type { FigureAbout } from '../../lib/export/figure-about';
import { doubtWords } from './doubt-words';

/** What `embed.css` says, in pixels. */
const PAGE = { padding: 24, gap: 8, most: 760, narrow: 520 } as const;
const TITLE = { size: 18, line: 22.5, letter: 0.72 } as const;
const TEXT = { size: 14, line: 18.2, letter: 0.62 } as const;
/** Begins in bold. */
const MARKED = { ...TEXT, letter: 0.65 } as const;
const FOOT = { size: 13, line: 16.9, letter: 0.62 } as const;
/** The widths at which a page is highest: the narrowest, both sides of the change of drawing, the widest. */
const WIDTHS = [320, PAGE.narrow + PAGE.padding, PAGE.narrow + PAGE.padding + 1, PAGE.most];
const SLACK = 8;

/** @property letter mean width of a letter in ems, of the widest typeface that may stand in for the site's */
interface Type {
  size: number;
  line: number;
  letter: number;
}

/** Height of a text that breaks between words. */
function heightOfText(text: string, width: number, { size, line, letter }: Type): number {
  const most = Math.floor(width / (size * letter));
  let [lines, room] = [1, most];
  for (const word of text.split(/[ \n]+/)) {
    if (word.length > room && room < most) [lines, room] = [lines + 1, most];
    // A word longer than a line is broken.
    lines += Math.max(0, Math.ceil(word.length / most) - 1);
    room -= Math.min(word.length, most) + 1;
  }
  return lines * line;
}

/** Height over width of a drawing. */
function ratioOf(markup: string): number {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(markup) ?? [];
  return Number(height) / Number(width);
}

/** What the words around an embedded chart are made of. */
export interface Worded extends Pick<
  FigureAbout,
  'title' | 'subtitle' | 'doubts' | 'sources' | 'version' | 'own'
> {
  /** What else is said below the chart. */
  said?: readonly string[];
}

/**
 * Height in pixels that holds an embed unfolded at every width from 320 pixels, so that a frame of this height needs
 * neither scripts nor a scroll bar, with whatever typeface.
 * @param drawings markup of the chart, wide and narrow
 * @param name of the gmina
 */
export function embedHeight(
  about: Worded,
  name: string,
  drawings: Readonly<Record<'wide' | 'narrow', string>>,
): number {
  const ratio = { wide: ratioOf(drawings.wide), narrow: ratioOf(drawings.narrow) };
  const heights = WIDTHS.map((all) => {
    const width = all - PAGE.padding;
    const said = doubtWords(about.doubts)[width <= PAGE.narrow ? 'narrow' : 'wide'].map(({ mark, text }) =>
      heightOfText(mark + text, width, MARKED),
    );
    const further = (about.said ?? []).map((text) => heightOfText(text, width, TEXT));
    const foot = [
      ...about.sources.map(({ title, publisher }) => `Źródło: ${title}, ${publisher}`),
      `Gminoskop: ${name}, ${versionWords(about)}`,
    ].map((text) => heightOfText(text, width, FOOT));
    const parts = [
      heightOfText(about.title, width, TITLE),
      heightOfText(about.subtitle, width, TEXT),
      width * (width <= PAGE.narrow ? ratio.narrow : ratio.wide),
      sum([...said, ...further]),
      TEXT.line + PAGE.gap,
      7 + sum(foot),
    ];
    return PAGE.padding + sum(parts) + PAGE.gap * (parts.length - 1);
  });
  return Math.ceil((Math.max(...heights) + SLACK) / 10) * 10;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
