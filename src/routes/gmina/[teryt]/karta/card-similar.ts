import { linesOf } from '../../../cards/cut';
import type { SimilarStrip } from '../../../similar-strips';
import type { SimilarSection } from '../similar';

/** The gmina among similar ones. */
export interface Similar {
  strips: SimilarStrip[];
  /** Measures in which no similar gmina has data. */
  alone: string;
  /** Who the similar ones are. */
  who: string;
}

/** Letters of a line of a sentence under a strip, and across the sheet. */
const LETTERS = { strip: 62, whole: 126 } as const;
/** Lines of a strip without its sentence. */
const STRIP = 3.1;
/** Rows of strips that a sheet takes. */
const MOST_ROWS = 3;

/**
 * Strips of the measures that similar gminy have; the others are named. `null` where nobody is known to be similar.
 * @param lines of room: fewer rows of strips stand where it is small, but never less than one
 */
export function similarOf(similar: SimilarSection | null, ozps: boolean, lines: number): Similar | null {
  const list = similar?.lists.find(({ within }) => (within === '') === ozps) ?? similar?.lists[0];
  if (!similar || !list) return null;
  const own = similar.strips.filter(({ id }) => ozps !== id.startsWith('obs-'));
  const without = own.filter(({ others }) => others.length === 0).map(({ title }) => title);
  const made: Similar = {
    strips: own.filter(({ others }) => others.length > 0).slice(0, 2 * MOST_ROWS),
    alone:
      without.length === 0
        ? ''
        : `Żadna z podobnych gmin nie ma danych, z którymi można by zestawić: ${without.join('; ')}.`,
    who: `${list.title}: ${list.gminy.map(([, name]) => name).join(', ')}.`,
  };
  while (made.strips.length > 2 && similarLines(made) > lines)
    made.strips = made.strips.slice(0, 2 * Math.ceil(made.strips.length / 2) - 2);
  return made;
}

/** Lines that it takes, without its heading. */
export function similarLines({ strips, alone, who }: Similar): number {
  let lines = linesOf(alone, LETTERS.whole) + linesOf(`${' '.repeat(80)}${who}`, LETTERS.whole + 14);
  for (let at = 0; at < strips.length; at += 2)
    lines +=
      STRIP + Math.max(...strips.slice(at, at + 2).map(({ sentence }) => linesOf(sentence, LETTERS.strip)));
  return lines;
}
