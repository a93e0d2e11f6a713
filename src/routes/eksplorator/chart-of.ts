import type { BarsSpec, TrendSpec } from '$lib/charts/spec';
import type { ResultColumn } from '$lib/extract/result-parquet';
import { decimalsOf } from './decimals';

/** More bars are no picture any more. */
const MOST_BARS = 30;
const MOST_YEARS = 60;

const isYear = ({ name, kind, cells }: ResultColumn): boolean =>
  kind === 'number' && /^(year|rok)$/i.test(name) && cells.every((cell) => Number.isInteger(cell));
const isNumber = (column: ResultColumn): boolean => column.kind === 'number' && !isYear(column);
const isDoubt = ({ name }: ResultColumn): boolean => /^(doubt|watpliwosc)$/i.test(name);

const numbers = ({ cells }: ResultColumn): (number | null)[] =>
  cells.map((cell) => (typeof cell === 'number' ? cell : null));

export interface ResultChart {
  spec: BarsSpec | TrendSpec;
  /** What it shows, and of which columns. */
  reading: string;
}

/**
 * A chart of an answer, where its shape fits one: a number a year, or a number of each of some names. `null` for others.
 * Columns of numbers beyond the first may be of another unit, and are not drawn beside it.
 */
export function chartOf(columns: readonly ResultColumn[]): ResultChart | null {
  const value = columns.find(isNumber);
  if (!value || numbers(value).every((one) => one === null)) return null;
  const years = columns.find(isYear);
  const texts = columns.filter((column) => column.kind === 'text' && !isDoubt(column));
  return years && texts.length === 0 ? trendOf(years, value) : barsOf(texts[0], value, columns.find(isDoubt));
}

function trendOf(years: ResultColumn, value: ResultColumn): ResultChart | null {
  const at = years.cells.map(Number);
  if (at.length < 2 || at.length > MOST_YEARS || new Set(at).size !== at.length) return null;
  const values = numbers(value);
  const points = at
    .map((year, i) => ({
      year,
      value: values[i] ?? null,
      state: (values[i] ?? null) === null ? ('missing' as const) : ('ok' as const),
    }))
    .sort((a, b) => a.year - b.year);
  return {
    spec: {
      type: 'trend',
      unit: 'liczba',
      decimals: decimalsOf(values, 2),
      series: [
        { key: value.name, name: value.name, label: value.name, role: 'gmina', kind: 'reported', points },
      ],
      breaks: [],
      fromZero: values.every((one) => one === null || one >= 0),
    },
    reading: `Wykres pokazuje kolumnę ${value.name} według lat. Zmian zasad między latami zapytanie nie zna: są na stronie wskaźnika.`,
  };
}

function barsOf(
  label: ResultColumn | undefined,
  value: ResultColumn,
  doubt: ResultColumn | undefined,
): ResultChart | null {
  const values = numbers(value);
  if (!label || values.length > MOST_BARS || values.some((one) => one !== null && one < 0)) return null;
  const names = label.cells.map((cell) => String(cell ?? ''));
  if (new Set(names).size !== names.length) return null;
  return {
    spec: {
      type: 'bars',
      unit: 'liczba',
      decimals: decimalsOf(values, 2),
      columns: { label: label.name, value: value.name },
      bars: names.map((name, i) => {
        const own = values[i] ?? null;
        const why = doubt?.cells[i];
        if (own === null) return { label: name, value: null, state: 'missing' as const };
        return typeof why === 'string' && why !== ''
          ? { label: name, value: own, state: 'doubtful' as const, doubt: why }
          : { label: name, value: own, state: 'ok' as const };
      }),
    },
    reading: `Wykres pokazuje kolumnę ${value.name} według kolumny ${label.name}.`,
  };
}
