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

/** Lines that a strip takes. */
export const STRIP = 4.6;

/** Strips of the measures that similar gminy have; the others are named. `null` where there is nothing to hold against. */
export function similarOf(similar: SimilarSection | null, ozps: boolean, lines: number): Similar | null {
  const own = (similar?.strips ?? []).filter(({ id }) => ozps !== id.startsWith('obs-'));
  if (!similar || own.length === 0) return null;
  const known = own.filter(({ others }) => others.length > 0);
  const without = own.filter(({ others }) => others.length === 0).map(({ title }) => title);
  const list = similar.lists.find(({ within }) => (within === '') === ozps) ?? similar.lists[0];
  return {
    strips: known.slice(0, 2 * Math.max(1, Math.min(3, Math.floor(lines / STRIP)))),
    alone:
      without.length === 0
        ? ''
        : `Żadna z podobnych gmin nie ma danych, z którymi można by zestawić: ${without.join('; ')}.`,
    who: list ? `${list.title}: ${list.gminy.map(([, name]) => name).join(', ')}.` : '',
  };
}
