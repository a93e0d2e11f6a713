import type { Indicator } from '../domain';
import { formatNumber, formatSigned, NBSP } from './number';
import { pluralForm, type Forms } from './plural';

export type UnitName = Indicator['unit'];

const COUNTED: Partial<Record<UnitName, Forms>> = {
  osoby: ['osoba', 'osoby', 'osób', 'osoby'],
  rodziny: ['rodzina', 'rodziny', 'rodzin', 'rodziny'],
  gospodarstwa: ['gospodarstwo', 'gospodarstwa', 'gospodarstw', 'gospodarstwa'],
  miejsca: ['miejsce', 'miejsca', 'miejsc', 'miejsca'],
  sztuki: ['sztuka', 'sztuki', 'sztuk', 'sztuki'],
  swiadczenia: ['świadczenie', 'świadczenia', 'świadczeń', 'świadczenia'],
  punkty: ['punkt', 'punkty', 'punktów', 'punktu'],
};
const FIXED: Partial<Record<UnitName, string>> = {
  zl: 'zł',
  'zl-na-mieszkanca': 'zł na mieszkańca',
  km2: 'km²',
  m2: 'm²',
  'os-na-km2': 'os./km²',
  'na-1000': 'na 1 000 mieszkańców',
  'na-10000': 'na 10 000 mieszkańców',
};

/** A value with its unit in words: `2,30%`, `505 osób`, `28 673 233 zł`, `Tak`. */
export function formatValue(value: number, unit: UnitName, decimals = 0): string {
  if (unit === 'tak-nie') return value === 1 ? 'Tak' : 'Nie';
  const forms = COUNTED[unit];
  const rounded = Number(value.toFixed(decimals));
  // What is counted and whole, and a share that the source prints whole, claims no decimals: 0 sztuk, 2 115 osób, 13%.
  const whole = forms ? Number.isInteger(rounded) : unit === '%' && Number.isInteger(value);
  const number = formatNumber(value, whole ? 0 : decimals);
  if (unit === '%') return `${number}%`;
  const word = forms ? pluralForm(rounded, forms) : FIXED[unit];
  return word ? `${number}${NBSP}${word}` : number;
}

/** A unit for the subtitle of a chart or the head of a column. */
export function unitLabel(unit: UnitName): string {
  if (unit === '%' || unit === 'liczba') return unit;
  return unit === 'tak-nie' ? 'Tak / Nie' : (FIXED[unit] ?? COUNTED[unit]?.[2] ?? unit);
}

/** A change with its sign and unit: `+1,20 p.p.`, `−24 osoby`; a change of a share is counted in percentage points. */
export function formatChange(value: number, unit: UnitName, decimals = 0): string {
  if (unit === '%') return `${formatSigned(value, decimals)}${NBSP}p.p.`;
  const text = formatValue(Math.abs(value), unit, decimals);
  return formatSigned(value, decimals) + text.slice(formatNumber(Math.abs(value), decimals).length);
}

/** Unit of a change, for the head of a column. */
export const changeUnit = (unit: UnitName): string => (unit === '%' ? 'p.p.' : unitLabel(unit));

/** Short form for axes: `12,5 mln`, `850 tys.`; below ten thousand in full. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${trimmed(value / 1e6)}${NBSP}mln`;
  if (size >= 1e4) return `${trimmed(value / 1e3)}${NBSP}tys.`;
  return trimmed(value);
}

/** Words for the ticks of one axis, all in the unit of the largest: `5 tys.`, `10 tys.`, never `5 000` beside `10 tys.`. */
export function formatTicks(ticks: readonly number[]): (tick: number) => string {
  const most = Math.max(...ticks.map(Math.abs), 0);
  const [scale, word] = most >= 1e6 ? [1e6, `${NBSP}mln`] : most >= 1e4 ? [1e3, `${NBSP}tys.`] : [1, ''];
  return (tick) => (tick === 0 ? '0' : trimmed(tick / scale) + word);
}

function trimmed(value: number): string {
  const decimals = [0, 1, 2].find((n) => Math.abs(Number(value.toFixed(n)) - value) < 1e-9) ?? 2;
  return formatNumber(value, decimals);
}
