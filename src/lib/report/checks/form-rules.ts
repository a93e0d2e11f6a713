import type { FormColumn, FormRow, FormRule } from '../../domain';
import { counted, formatNumber } from '../../format';
import type { Figure, Relation } from './relations';

/** What a row of the form says, in every edition that has it: `osoby-ze-swiadczeniem|plec=kobieta`. */
export const meaningOf = ({ indicator, breakdown }: Pick<FormRow, 'indicator' | 'breakdown'>): string =>
  `${indicator}|${breakdown}`;

/** Id of a form cell among the figures of a report: its row's meaning, never its number, and its column. */
export const formId = (meaning: string, column: FormColumn): string => `${meaning}@${column}`;

/** A rule with its rows named one by one, as an edition has them. */
interface Identity extends Pick<FormRule, 'rule' | 'op' | 'says' | 'tolerance' | 'severity' | 'binding'> {
  apart: boolean;
  left: readonly string[];
  right: readonly string[];
}

const CHAPTER = 'wydatki-rozdzial';

/** The rules of the catalogue as identities of an edition; one of which a row is missing there is left out. */
export function identitiesOf(rules: readonly FormRule[], rows: readonly FormRow[]): Identity[] {
  const known = new Map(rows.map((row) => [meaningOf(row), row]));
  const chapters = rows.filter(({ indicator }) => indicator === CHAPTER).map(({ breakdown }) => breakdown);
  return rules.flatMap((rule): Identity[] => {
    const { except, parts, each } = rule;
    const expand = (meaning: string): string[] => {
      const [indicator = '', breakdown] = meaning.split('|');
      if (breakdown !== '*') return [meaning];
      return rows
        .filter((row) => row.indicator === indicator && !except.includes(row.breakdown))
        .map(meaningOf);
    };
    return (each === 'chapters' ? chapters : (each ?? [null])).flatMap((one): Identity[] => {
      const named = (side: readonly string[]) =>
        side.flatMap((meaning) => (one === null ? expand(meaning) : [meaning.replace('*', one)]));
      const left = named(rule.left);
      const right = named(rule.right).filter((meaning) => !parts || known.has(meaning));
      if (right.length === 0 || ![...left, ...right].every((meaning) => known.has(meaning))) return [];
      return [{ ...rule, apart: rule['apart-in-forecast'], left, right }];
    });
  });
}

const COLUMN_NAMES: Readonly<Record<FormColumn, string>> = {
  prev2: 'w kolumnie sprzed dwóch lat', prev: 'w kolumnie roku poprzedniego', assess: 'w kolumnie roku oceny',
  forecast: 'w kolumnie prognozy', forecast2: 'w kolumnie dalszej prognozy',
}; // prettier-ignore

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The rules of an edition as relations between the cells of each column, and the columns' own habits. */
export function formRelations(
  rules: readonly FormRule[],
  rows: readonly FormRow[],
  columns: readonly FormColumn[],
): Relation[] {
  const identities = identitiesOf(rules, rows);
  const inColumns = columns.flatMap((column) => identities.map((identity) => relationOf(identity, column)));
  // "W przypadku braku możliwości oszacowania" the form asks to repeat the year of assessment as forecast.
  const repeated = rows.map((row): Relation => ({
    rule: 'prognoza-powtorzona', strength: 'usual', severity: 'info', binding: false,
    figures: [formId(meaningOf(row), 'assess'), formId(meaningOf(row), 'forecast')],
    holds: ([a, b]) => a === b,
    sentence: () => '',
  })); // prettier-ignore
  return [...inColumns, ...repeated];
}

const STRENGTH = {
  equal: 'equality',
  'at-most': 'inequality',
  usual: 'usual',
  'none-without': 'usual',
} as const;

function relationOf(identity: Identity, column: FormColumn): Relation {
  const { rule, op, says, left, right, tolerance, severity, binding } = identity;
  const apart = identity.apart && column.startsWith('forecast');
  const split = <Value>(values: readonly Value[]) => [values.slice(0, left.length), values.slice(left.length)] as const;
  const sums = (values: readonly number[]) => split(values).map(sum) as [number, number];
  return {
    rule,
    strength: STRENGTH[op],
    severity: apart ? 'info' : severity,
    binding: binding && !apart,
    // Nobody received it: nothing was paid.
    ...(op === 'none-without' ? { expects: (partner: number) => (partner === 0 ? 0 : null) } : {}),
    figures: [...left, ...right].map((meaning) => formId(meaning, column)),
    holds: (values) => {
      const [a, b] = sums(values);
      return op === 'at-most' ? a <= b + tolerance : Math.abs(a - b) <= tolerance;
    },
    sentence: (values, figures) => {
      const [a, b] = sums(values);
      const [first, second] = split(figures);
      const text = says
        .replace('{a}', printed(a)).replace('{b}', printed(b))
        .replace('{at a}', placesOf(first)).replace('{at b}', placesOf(second));
      const apart = Math.abs(a - b);
      const difference = op === 'equal' && apart > tolerance ? `, różnica ${printed(apart)}` : '';
      return `${COLUMN_NAMES[column]} ${text}${difference}`;
    },
  };
} // prettier-ignore

const printed = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

/** More rows than this are counted. */
const NAMED = 4;
const ROWS = ['wiersz', 'wiersze', 'wierszy', 'wiersza'] as const;

/** `(część 3, wiersz 11)`, `(część 3, wiersze 4, 5 i 6)`, `(część 7, 35 wierszy)`: rows as the report prints their numbers. */
function placesOf(figures: readonly (Figure | undefined)[]): string {
  const bySection = new Map<string, (number | string)[]>();
  for (const figure of figures)
    if (figure?.cell)
      bySection.set(figure.cell.section, [...(bySection.get(figure.cell.section) ?? []), figure.cell.row]);
  const parts = [...bySection].map(([section, rows]) => {
    const last = rows.at(-1) ?? '';
    if (rows.length > NAMED) return `część ${section}, ${counted(rows.length, ROWS)}`;
    if (rows.length === 1) return `część ${section}, wiersz ${last}`;
    return `część ${section}, wiersze ${rows.slice(0, -1).join(', ')} i ${last}`;
  });
  return parts.length === 0 ? '' : `(${parts.join('; ')})`;
}
