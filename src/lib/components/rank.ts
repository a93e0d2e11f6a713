/** A row of a ranking: highest first; `place` is null for what is listed and not counted in. */
export interface RankRow {
  teryt: string;
  name: string;
  sub: string;
  value: number;
  text: string;
  place: number | null;
  /** Length of the bar, 0–1. */
  share: number;
  doubt?: string;
  /** Address of the value; absent where it is computed here. */
  source?: string;
  anchor?: string;
}

interface Ranked {
  teryt: string;
  value: number;
  doubt: string | null;
  /** Kept apart: a city with powiat rights among gminy. */
  apart: boolean;
  source?: string;
  /** Empty for a value computed here. */
  anchor?: string;
}

interface Words {
  name: (teryt: string) => string;
  sub: (teryt: string) => string;
  text: (value: number) => string;
  /** Tells gminy of one name in one powiat apart: the city and the rural gmina around it. */
  type: (teryt: string) => string;
}

/** Rows of a ranking. Doubtful values and units kept apart are listed where they belong and given no place. */
export function rankRows(values: readonly Ranked[], words: Words): RankRow[] {
  const sorted = values.toSorted((a, b) => b.value - a.value || (a.teryt < b.teryt ? -1 : 1));
  const counted = sorted.filter((row) => row.doubt === null && !row.apart);
  const most = Math.max(...sorted.map((row) => row.value), 0) || 1;
  const called = (teryt: string) => `${words.name(teryt)}|${words.sub(teryt)}`;
  const times = new Map<string, number>();
  for (const { teryt } of sorted) times.set(called(teryt), (times.get(called(teryt)) ?? 0) + 1);
  const where = (teryt: string) =>
    (times.get(called(teryt)) ?? 0) > 1 ? `${words.type(teryt)}, ${words.sub(teryt)}` : words.sub(teryt);
  return sorted.map(({ teryt, value, doubt, apart, source, anchor }) => ({
    teryt,
    name: words.name(teryt),
    sub: apart ? 'miasto na prawach powiatu, poza kolejnością' : where(teryt),
    value,
    text: words.text(value),
    place: doubt !== null || apart ? null : 1 + counted.filter((other) => other.value > value).length,
    share: Math.max(0, value) / most,
    ...(doubt === null ? {} : { doubt }),
    ...(source && anchor ? { source, anchor } : {}),
  }));
}

/** Fewer values than this are listed, not ranked: first of two says nothing. */
export const FEWEST_RANKED = 3;
