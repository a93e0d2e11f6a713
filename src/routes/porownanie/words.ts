import { MISSING_WORDS } from '$lib/charts/table';
import { formatNumber, NBSP } from '$lib/format/number';
import { pluralForm } from '$lib/format/plural';
import { formatValue } from '$lib/format/value';
import type { Known, SideBySide } from '$lib/query';
import type { ValueRow } from '$lib/extract/rows';
import type { Measure } from './measure';

type Side = SideBySide<ValueRow>;
type Cell = Side['cells'][number];
type Filled = Cell & { row: Known<ValueRow> };

export type Named = (teryt: string) => string;
type Printed = Pick<Measure, 'unit' | 'decimals'>;

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} i ${names.at(-1) ?? ''}`;

/** A difference of two values: of percentages in points. */
function differenceText(difference: number, { unit, decimals }: Printed): string {
  if (unit !== '%') return formatValue(difference, unit, decimals);
  const forms = [
    'punkt procentowy',
    'punkty procentowe',
    'punktów procentowych',
    'punktu procentowego',
  ] as const;
  // The difference of 4% and 3% is one point; that of 4,01% and 3,01% is rounded to it.
  const whole = Number.isInteger(difference) || decimals === 0;
  const word = whole ? pluralForm(Math.round(difference), forms) : forms[3];
  return `${formatNumber(difference, whole ? 0 : decimals)}${NBSP}${word}`;
}

const isFilled = (cell: Cell): cell is Filled => cell.row !== null;

/** Values that are held against one another: sure ones, cities with powiat rights left out where they stand apart. */
export const counting = ({ cells }: Pick<Side, 'cells'>): Filled[] =>
  cells.filter(isFilled).filter(({ row, apart }) => row.doubt === null && !apart);

/** What one row of the comparison shows: highest, lowest and how far apart, ties, and everyone left out by name. */
export function sentenceOf(side: Side, measure: Printed, name: Named): string {
  return [spreadOf(side, measure, name), ...leftOutOf(side, name)].filter((part) => part !== '').join(' ');
}

function spreadOf(side: Side, measure: Printed, name: Named): string {
  const text = (value: number) => formatValue(value, measure.unit, measure.decimals);
  if (side.year === null) return 'Żadna z wybranych gmin nie ma wartości tego wskaźnika.';
  const sure = counting(side);
  const [first] = sure;
  if (!first)
    return side.cells.some(isFilled) ? '' : `Żadna z wybranych gmin nie ma wartości za ${side.year} rok.`;
  if (sure.length === 1)
    return `W ${side.year} r. wartość, którą można zestawiać, ma tylko ${name(first.teryt)}: ${text(first.row.value)}.`;
  const values = sure.map(({ row }) => row.value);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  if (text(high) === text(low))
    return `W ${side.year} r. wszystkie (${sure.length}) mają tę samą wartość: ${text(high)}.`;
  // What is printed alike is a tie to the reader.
  const having = (value: number) =>
    sure.filter(({ row }) => text(row.value) === text(value)).map(({ teryt }) => name(teryt));
  const part = (names: readonly string[], value: number) =>
    `${list(names)} (${names.length > 1 ? 'po ' : ''}${text(value)})`;
  return `W ${side.year} r. najwyższa wartość: ${part(having(high), high)}, najniższa: ${part(having(low), low)}; różnica: ${differenceText(high - low, measure)}.`;
}

function leftOutOf({ cells, year }: Side, name: Named): string[] {
  const missing = year === null ? [] : cells.filter(({ row }) => row === null);
  const doubtful = cells.filter(isFilled).filter(({ row, apart }) => row.doubt !== null && !apart);
  const apart = cells.filter((cell) => cell.row !== null && cell.apart);
  const why = ({ missing: reason, lastYear }: Cell): string => {
    const parts = [
      reason === null ? '' : MISSING_WORDS[reason],
      lastYear === null ? '' : `ostatnia za ${lastYear} r.`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
  };
  return [
    missing.length === 0 || missing.length === cells.length
      ? ''
      : `Brak wartości: ${missing.map((cell) => `${name(cell.teryt)}${why(cell)}`).join(', ')}.`,
    doubtful.length === 0
      ? ''
      : `Wartości niepewnych (?) nie uwzględniono: ${list(doubtful.map(({ teryt }) => name(teryt)))}.`,
    apart.length === 0
      ? ''
      : `Poza zestawieniem, bo ma też zadania powiatu: ${list(apart.map(({ teryt }) => name(teryt)))}.`,
  ];
}
