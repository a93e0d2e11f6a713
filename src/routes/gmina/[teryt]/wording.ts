import type { Point } from '$lib/charts';
import { latest } from '$lib/charts';
import { isKnown, said, type Known, type UnitName } from '$lib/format';

type KnownPoint = Known<Point>;

interface Measure {
  unit: UnitName;
  decimals: number;
}

/** A value with the least unit that still says what it is, and its mark: `2,30%`, `351,39 zł`, `1 667 (?)`. */
export function compact(point: Known, { unit, decimals }: Measure): string {
  return said(
    point,
    unit === 'zl-na-mieszkanca' ? 'zl' : unit === '%' || unit === 'zl' ? unit : 'liczba',
    decimals,
  );
}

/**
 * `mniej niż rok wcześniej (2,36%)`; empty where the year before is unknown. Direction only, no judgement, and none
 * where one of the two is doubtful: then `rok wcześniej 2,36% (?)`.
 */
export function againstYearBefore(points: readonly Point[], now: KnownPoint, measure: Measure): string {
  const before = points.find((point) => point.year === now.year - 1);
  if (!isKnown(before)) return '';
  const text = compact(before, measure);
  if (now.state === 'doubtful' || before.state === 'doubtful') return `rok wcześniej ${text}`;
  if (text === compact(now, measure)) return 'tyle samo co rok wcześniej';
  return `${now.value > before.value ? 'więcej' : 'mniej'} niż rok wcześniej (${text})`;
}

/**
 * What a line does from its first to its last sure value: `spadek z 3,29% (2016) do 2,30% (2019)`.
 * Empty where fewer than two values are sure or a break lies between them.
 */
export function courseOf(points: readonly Point[], breakYears: readonly number[], measure: Measure): string {
  const sure = points.filter((point): point is KnownPoint => point.value !== null && point.state === 'ok');
  const last = sure.at(-1);
  const first = sure.find(
    (point) => !breakYears.some((year) => last && point.year < year && year <= last.year),
  );
  if (!first || !last || first === last) return '';
  const [from, to] = [compact(first, measure), compact(last, measure)];
  if (from === to) return `bez zmian: ${from} (${first.year}) i ${to} (${last.year})`;
  return `${last.value > first.value ? 'wzrost' : 'spadek'} z ${from} (${first.year}) do ${to} (${last.year})`;
}

/** The latest value, forecasts aside. */
export function latestOf(points: readonly Point[]): KnownPoint | undefined {
  return latest(points);
}

/** A key figure's address and doubt; a value computed here has no address. */
export const addressOf = ({
  source,
  anchor,
  doubt,
}: Point): { source?: string; anchor?: string; mark?: string } => ({
  ...(source === undefined || anchor === undefined ? {} : { source, anchor }),
  ...(doubt ? { mark: doubt } : {}),
});

/** Capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('pl-PL') + text.slice(1);
}
