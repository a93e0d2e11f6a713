/** Narrow no-break space: between groups of three digits. */
export const GROUP = '\u202f';
/** No-break space: between a number and its unit. */
export const NBSP = '\u00a0';
/** The minus sign; a hyphen is none. */
export const MINUS = '\u2212';

const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  let found = formatters.get(decimals);
  if (!found) {
    found = new Intl.NumberFormat('pl-PL', {
      useGrouping: 'always',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formatters.set(decimals, found);
  }
  return found;
}

/** `28673233` → `28 673 233`; always grouped, also with four digits. A value that rounds to zero carries no minus. */
export function formatNumber(value: number, decimals = 0): string {
  const text = formatter(decimals)
    .format(value)
    .replace(/[\u00a0\u202f ]/g, GROUP);
  const unsigned = text.replace(/^[-\u2212]/, '');
  return unsigned === text || !/[1-9]/.test(text) ? unsigned : MINUS + unsigned;
}

/** A change with its sign: `+1,20`, `−0,06`, `0,00`. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

export function formatPercent(value: number, decimals = 2): string {
  return `${formatNumber(value, decimals)}%`;
}

/** A year is a name, never grouped. */
export function formatYear(year: number): string {
  return String(year);
}
