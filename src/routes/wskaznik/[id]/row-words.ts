import { placeText, type RankRow } from '$lib/components/rank-row';

/** An area with its value, or its change, in the views. */
export interface ExploredRow extends RankRow {
  /** Where changes are shown: the value in the earlier year. */
  before?: number;
  /** Chosen by the reader, and outside the conditions of the question. */
  outside?: true;
}

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
