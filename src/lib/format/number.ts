/** Narrow no-break space: between groups of three digits. */
export const GROUP = '\u202f';
/** No-break space: between a number and its unit. */
export const NBSP = '\u00a0';
/** The minus sign; a hyphen is none. */
export const MINUS = '\u2212';

/**
 * Digits of a value that is not negative, its printed decimals rounded half up: 1.005 gives `1.01`, whatever its bits.
 * As `Intl.NumberFormat` has it, whose first use takes a browser 30–110 ms of the moment in which a page comes alive.
 */
function digitsOf(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${value}e${decimals}`));
  // Below 1e-6 and from 1e21 on a number is printed with an exponent of its own.
  return Number.isNaN(shifted)
    ? value.toFixed(decimals)
    : Number(`${shifted}e-${decimals}`).toFixed(decimals);
}

/** `28673233` → `28 673 233`; always grouped, also with four digits. A value that rounds to zero carries no minus. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = digitsOf(Math.abs(value), decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP);
  const text = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A change with its sign: `+1,20`, `−0,06`, `0,00`. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

export function formatPercent(value: number, decimals = 2): string {
  return `${formatNumber(value, decimals)}%`;
}

/** A place in a ranking; equal values share several: `7`, `7–8`. */
export const formatPlace = ({ place, until }: { place: number; until?: number }): string =>
  until === undefined || until === place
    ? formatNumber(place)
    : `${formatNumber(place)}–${formatNumber(until)}`;

/** A year is a name, never grouped. */
export function formatYear(year: number): string {
  return String(year);
}
