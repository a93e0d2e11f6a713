import { formatPlace } from '../format/number';

/** Places as a reader says them: `4`, `3–5` for equal values, `–` for what is not counted in. */
export const placeText = ({ place, until }: Pick<RankRow, 'place' | 'until'>): string =>
  place === null ? '–' : formatPlace({ place, ...(until === undefined ? {} : { until }) });

/** Fewer values than this are listed, not ranked: first of two says nothing. */
export const FEWEST_RANKED = 3;

/** A row of a ranking: highest first; `place` is null for what is listed and not counted in. */
export interface RankRow {
  teryt: string;
  name: string;
  sub: string;
  value: number;
  text: string;
  place: number | null;
  /** Last of the places that equal values share, where several do. */
  until?: number;
  /** Length of the bar, 0–1. */
  share: number;
  doubt?: string;
  /** Address of the value; absent where it is computed here. */
  source?: string;
  anchor?: string;
}
