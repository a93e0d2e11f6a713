import type { Point } from '$lib/charts';
import { latest } from '$lib/charts';
import { formatValue, type UnitName } from '$lib/format';

type Known = Point & { value: number };

interface Measure {
  unit: UnitName;
  decimals: number;
}

/** A value with the least unit that still says what it is: `2,30%`, `351,39 zł`, `1 667`. */
export function compact(value: number, { unit, decimals }: Measure): string {
  return formatValue(
    value,
    unit === 'zl-na-mieszkanca' ? 'zl' : unit === '%' || unit === 'zl' ? unit : 'liczba',
    decimals,
  );
}

/** `mniej niż rok wcześniej (2,36%)`; empty where the year before is unknown. Direction only, no judgement. */
export function againstYearBefore(points: readonly Point[], now: Known, { unit, decimals }: Measure): string {
  const before = points.find((point) => point.year === now.year - 1);
  if (before?.value === null || before === undefined) return '';
  const printed = (value: number) => compact(value, { unit, decimals });
  if (printed(before.value) === printed(now.value)) return `tyle samo co rok wcześniej`;
  return `${now.value > before.value ? 'więcej' : 'mniej'} niż rok wcześniej (${printed(before.value)})`;
}

/**
 * What a line does from its first to its last sure value: `spadek z 3,29% (2016) do 2,30% (2019)`.
 * Empty where fewer than two values are sure or a break lies between them.
 */
export function courseOf(
  points: readonly Point[],
  breakYears: readonly number[],
  { unit, decimals }: Measure,
): string {
  const sure = points.filter((point): point is Known => point.value !== null && point.state === 'ok');
  const last = sure.at(-1);
  const first = sure.find(
    (point) => !breakYears.some((year) => last && point.year < year && year <= last.year),
  );
  if (!first || !last || first === last) return '';
  const printed = (point: Known) => `${compact(point.value, { unit, decimals })} (${point.year})`;
  if (compact(first.value, { unit, decimals }) === compact(last.value, { unit, decimals }))
    return `bez zmian: ${printed(first)} i ${printed(last)}`;
  return `${last.value > first.value ? 'wzrost' : 'spadek'} z ${printed(first)} do ${printed(last)}`;
}

/** The latest sure value, else the latest value at all. */
export function latestOf(points: readonly Point[]): Known | undefined {
  return latest(points);
}

/** Address of a key figure's value; a value computed here has none. */
export const addressOf = ({ source, anchor }: Point): { source?: string; anchor?: string } =>
  source === undefined || anchor === undefined ? {} : { source, anchor };

/** Capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('pl-PL') + text.slice(1);
}
