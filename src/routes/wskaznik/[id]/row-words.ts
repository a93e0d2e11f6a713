import type { RankRow } from '$lib/components/rank-row';

/** An area with its value, or its change, in the views. */
export interface ExploredRow extends RankRow {
  /** Where changes are shown: the value in the earlier year. */
  before?: number;
  /** Chosen by the reader, and outside the conditions of the question. */
  outside?: true;
}

/** Places as a reader says them: `4`, `3–5` for equal values, `–` for what is not counted in. */
export const placeText = ({ place, until }: Pick<RankRow, 'place' | 'until'>): string =>
  place === null ? '–' : until === undefined ? String(place) : `${place}–${until}`;

export const stateOf = ({ doubt, place }: RankRow): 'ok' | 'doubtful' | 'apart' =>
  doubt !== undefined ? 'doubtful' : place === null ? 'apart' : 'ok';

/** What is read of an area where it is pointed at: `Bochnia, powiat bocheński: 7,05%, miejsca 3–5`. */
export function told(row: ExploredRow): { name: string; text: string } {
  const place =
    row.doubt !== undefined
      ? 'wartość niepewna'
      : row.outside
        ? 'poza warunkami'
        : row.place === null
          ? 'poza kolejnością'
          : row.until === undefined
            ? `miejsce ${row.place}`
            : `miejsca ${placeText(row)}`;
  return { name: row.name, text: `${row.text}, ${place}${row.sub === '' ? '' : ` · ${row.sub}`}` };
}
