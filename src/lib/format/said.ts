import { formatNumber, formatPercent, formatSigned, NBSP } from './number';
import { pluralForm, type Forms } from './plural';
import { formatValue, type UnitName } from './value';

/**
 * A value that knows whether it may be trusted; points and bars of charts are such values. A sentence is made of these
 * by the functions below, never of bare numbers, so that a doubt cannot get lost on the way into words. A rule of lint
 * keeps the plain formatters out of what makes sentences.
 */
export interface Marked {
  value: number | null;
  state: 'ok' | 'forecast' | 'doubtful' | 'missing';
  /** Why the value is doubtful, in words. */
  doubt?: string;
}
/** A marked value that is known. */
export type Known<Value extends Marked = Marked> = Value & { value: number };

export const isKnown = <Value extends Marked>(one: Value | undefined): one is Known<Value> =>
  one !== undefined && one.value !== null;

/** Follows a number that is doubtful, or made of one that is. */
export const DOUBT_MARK = `${NBSP}(?)`;

/** The mark of what is made of some values: empty where all may be trusted. */
export const markOf = (...from: readonly Marked[]): string =>
  from.some(({ state }) => state === 'doubtful') ? DOUBT_MARK : '';

/** A value worked out from others: as doubtful as any of them. */
export function computed(value: number, ...from: readonly Marked[]): Known {
  const doubtful = from.find(({ state }) => state === 'doubtful');
  if (!doubtful) return { value, state: 'ok' };
  return { value, state: 'doubtful', ...(doubtful.doubt ? { doubt: doubtful.doubt } : {}) };
}

/** A value with its unit: `2,30%`, `11 osób (?)`. */
export const said = (one: Known, unit: UnitName, decimals = 0): string =>
  formatValue(one.value, unit, decimals) + markOf(one);

/** A bare number: `2 115 (?)`; decimals only where it is not whole. */
export const saidNumber = (one: Known, decimals = 0): string =>
  formatNumber(one.value, Number.isInteger(one.value) ? 0 : decimals) + markOf(one);

/** A number with a noun in the case its sentence asks for: `za 11 osób (?)`. */
export const saidOf = (one: Known, forms: Forms, decimals = 0): string =>
  `${saidNumber({ ...one, state: 'ok' }, decimals)}${NBSP}${pluralForm(one.value, forms)}${markOf(one)}`;

/** The bare text of a value in a cell whose mark, with its reason, is an element of its own. */
export const besideMark = (one: Pick<Known, 'value'>, unit: UnitName, decimals = 0): string =>
  formatValue(one.value, unit, decimals);

/** A sum of money at a glance: `12,19 mln zł`. */
export const saidMillions = (one: Known): string =>
  `${formatNumber(one.value / 1e6, 2)}${NBSP}mln${NBSP}zł${markOf(one)}`;

/** A part of a whole in percent: `36,4% (?)`. The whole must not be zero. */
export const saidShare = (part: Known, whole: Known, decimals = 1): string =>
  formatPercent((part.value / whole.value) * 100, decimals) + markOf(part, whole);

/** Change from one value to another in percent: `+18%`, `−57% (?)`; null from zero. */
export function saidChange(from: Known, to: Known): string | null {
  if (from.value === 0) return null;
  const change = ((to.value - from.value) / from.value) * 100;
  return `${formatSigned(change, Math.abs(change) < 5 ? 1 : 0)}%${markOf(from, to)}`;
}
