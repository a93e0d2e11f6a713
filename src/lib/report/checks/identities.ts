import type { FormColumn, FormRow, Severity } from '../../domain';
import { formatNumber } from '../../format';
import type { Relation } from './relations';

/** Id of a form cell among the figures of a report. */
export const formId = (section: string, row: number, column: FormColumn): string =>
  `${section}/${row}@${column}`;

type Cell = readonly [section: string, row: number];

/**
 * An identity of the form, valid in each column: the sum of `left` equals (or does not exceed) the sum of `right`.
 * Amounts printed in two sections may differ by a rounded złoty.
 */
interface Identity {
  rule: string;
  says: string;
  op: '=' | '<=' | 'usually=';
  left: readonly Cell[];
  right: readonly Cell[];
  tolerance?: number;
  severity?: Severity;
  /** A break only tells something of the report, nothing of the reading. */
  binding?: boolean;
  /** Forecasts of two sections are made apart and need not agree. */
  apartInForecast?: boolean;
  expects?: (partner: number) => number | null;
}

const cells = (section: string, ...rows: number[]): Cell[] => rows.map((row) => [section, row]);
const one = (section: string, row: number): Cell[] => [[section, row]];

const equal = (rule: string, says: string, left: readonly Cell[], right: readonly Cell[], more: Partial<Identity> = {}): Identity => ({
  rule, says, op: '=', left, right, ...more,
}); // prettier-ignore
const atMost = (rule: string, says: string, left: readonly Cell[], right: readonly Cell[]): Identity => ({
  rule, says, op: '<=', left, right,
}); // prettier-ignore
const usual = (rule: string, left: Cell, right: Cell): Identity => ({
  rule, says: '', op: 'usually=', left: [left], right: [right],
}); // prettier-ignore
/** Nobody received it: nothing was paid. */
const noneWithoutPersons = (persons: Cell, amount: Cell): Identity => ({
  ...usual('kwota-bez-osob', persons, amount), expects: (partner) => (partner === 0 ? 0 : null),
}); // prettier-ignore

/** Section 3, persons and families. Sources: notes of the form ("w tym", "z tego"), verified on reports of 2019 and 2023. */
const SECTION_3: readonly Identity[] = [
  equal('osoby-wedlug-wieku', 'osoby ze świadczeniem to suma grup wieku', one('3', 2), cells('3', 4, 5, 6), {
    severity: 'info',
  }),
  equal(
    'kobiety-wedlug-wieku',
    'kobiety ze świadczeniem to suma grup wieku',
    one('3', 9),
    cells('3', 11, 12, 13),
    { severity: 'info' },
  ),
  atMost(
    'dlugotrwale-wsrod-osob',
    'osób korzystających długotrwale nie więcej niż wszystkich',
    one('3', 3),
    one('3', 2),
  ),
  atMost('kobiety-wsrod-osob', 'kobiet nie więcej niż osób', one('3', 9), one('3', 2)),
  atMost(
    'kobiety-wsrod-dlugotrwale',
    'kobiet korzystających długotrwale nie więcej niż osób',
    one('3', 10),
    one('3', 3),
  ),
  atMost(
    'dlugotrwale-wsrod-kobiet',
    'kobiet korzystających długotrwale nie więcej niż kobiet',
    one('3', 10),
    one('3', 9),
  ),
  atMost(
    'dziewczeta-wsrod-dzieci',
    'dziewcząt nie więcej niż osób w wieku 0–17 lat',
    one('3', 11),
    one('3', 4),
  ),
  atMost(
    'mezczyzni-dlugotrwale',
    'mężczyzn korzystających długotrwale nie więcej niż mężczyzn',
    cells('3', 3, 9),
    cells('3', 2, 10),
  ),
  atMost(
    'osoby-w-rodzinach',
    'osób ze świadczeniem nie więcej niż osób w ich rodzinach',
    one('3', 2),
    one('3', 8),
  ),
  atMost(
    'objeci-pomoca',
    'osób w rodzinach ze świadczeniem nie więcej niż osób objętych pomocą',
    one('3', 8),
    one('3', 1),
  ),
  atMost('rodziny-i-osoby', 'rodzin nie więcej niż osób w rodzinach', one('3', 7), one('3', 8)),
  atMost(
    'wywiad-rodziny',
    'rodzin z wywiadem nie więcej niż osób w tych rodzinach',
    one('3', 15),
    one('3', 16),
  ),
];

/** Section 3.1, benefits: persons may get several, so persons only bound each other; amounts add up. */
const SECTION_3_1: readonly Identity[] = [
  equal('zasilek-staly-kwota', 'kwota zasiłków stałych to suma kwot dla samotnych i dla osób w rodzinie', one('3.1', 2), cells('3.1', 4, 6)),
  atMost('zasilek-staly-samotni', 'samotnych z zasiłkiem stałym nie więcej niż wszystkich', one('3.1', 3), one('3.1', 1)),
  atMost('zasilek-staly-w-rodzinie', 'osób w rodzinie z zasiłkiem stałym nie więcej niż wszystkich', one('3.1', 5), one('3.1', 1)),
  atMost('zasilek-staly-osoby', 'osób z zasiłkiem stałym nie więcej niż samotnych i osób w rodzinie razem', one('3.1', 1), cells('3.1', 3, 5)),
  equal('zasilek-okresowy-kwota', 'kwota zasiłków okresowych to zwykle suma kwot według powodów', one('3.1', 8), cells('3.1', 10, 12, 14, 16), { severity: 'info', binding: false }),
  ...[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39].map((row) =>
    noneWithoutPersons(['3.1', row], ['3.1', row + 1]),
  ),
  atMost('zasilek-okresowy-kwoty', 'kwoty zasiłków okresowych według powodów nie przekraczają kwoty ogółem', cells('3.1', 10, 12, 14, 16), one('3.1', 8)),
  ...[9, 11, 13, 15, 17].flatMap((row) => [
    atMost('zasilek-okresowy-powod', 'zasiłek okresowy z jednego powodu: osób nie więcej niż ogółem', one('3.1', row), one('3.1', 7)),
    atMost('zasilek-okresowy-powod', 'zasiłek okresowy z jednego powodu: kwota nie większa niż ogółem', one('3.1', row + 1), one('3.1', 8)),
  ]),
  ...([[21, 19], [23, 19], [27, 25], [29, 25], [31, 27], [31, 29]] as const).flatMap(([part, whole]) => [
    atMost('czesc-i-calosc', 'część nie większa niż całość (osoby)', one('3.1', part), one('3.1', whole)),
    atMost('czesc-i-calosc', 'część nie większa niż całość (kwota)', one('3.1', part + 1), one('3.1', whole + 1)),
  ]),
  ...([[25, 27], [25, 29], [27, 31], [29, 31]] as const).flatMap(([a, b]) => [
    usual('posilek', ['3.1', a], ['3.1', b]),
    usual('posilek', ['3.1', a + 1], ['3.1', b + 1]),
  ]),
]; // prettier-ignore

/** The same money in two sections: the strongest checks there are. */
const ACROSS: readonly Identity[] = [
  equal(
    'zasilek-staly-w-budzecie',
    'zasiłki stałe w części 3.1 i w budżecie OPS (85216)',
    one('3.1', 2),
    one('7', 20),
    { apartInForecast: true },
  ),
  equal('odplatnosc-dps', 'odpłatność za DPS w części 3.1 i w rozdziale 85202', one('3.1', 40), one('7', 7), {
    apartInForecast: true,
  }),
  equal(
    'dodatki-mieszkaniowe',
    'dodatki mieszkaniowe i energetyczne w części 4 i w rozdziale 85215',
    cells('4', 2, 4),
    one('7', 17),
    { apartInForecast: true },
  ),
  equal(
    'piecza-zastepcza',
    'odpłatność za pieczę zastępczą w części 3.1 i w rozdziałach 85508 i 85510',
    one('3.1', 44),
    cells('7', 65, 67),
    { tolerance: 1, apartInForecast: true },
  ),
];

/** Section 7: chapters stand in odd rows, the part in the budget of OPS/PCPR in the even row below. */
function section7(rows: readonly FormRow[]): Identity[] {
  const chapters = rows
    .filter((row) => row.section === '7' && row.row > 2 && row.row % 2 === 1)
    .map((row) => row.row);
  // Row 33 is a part of row 31 and would be counted twice.
  const summed = chapters.filter((row) => row !== 33);
  return [
    equal('wydatki-suma', 'ogółem to suma rozdziałów', one('7', 1), cells('7', ...summed)),
    equal(
      'wydatki-ops-suma',
      'budżet OPS/PCPR to suma jego części rozdziałów',
      one('7', 2),
      cells('7', ...summed.map((row) => row + 1)),
    ),
    ...[1, ...chapters].flatMap((row) => [
      atMost(
        'czesc-ops',
        'część w budżecie OPS/PCPR nie większa niż rozdział',
        one('7', row + 1),
        one('7', row),
      ),
      ...(row > 1 ? [usual('czesc-ops', ['7', row], ['7', row + 1])] : []),
    ]),
    atMost(
      'cudzoziemcy-integracja',
      'pomoc w integracji nie większa niż rozdział 85231',
      one('7', 33),
      one('7', 31),
    ),
    atMost(
      'cudzoziemcy-integracja-ops',
      'pomoc w integracji w OPS nie większa niż część rozdziału 85231',
      one('7', 34),
      one('7', 32),
    ),
  ];
}

/** Section 5: the totals of ośrodki wsparcia are the sums of their types and of the day-support centres of its continuation. */
function section5(rows: readonly FormRow[]): Identity[] {
  const find = (section: string, ending: string) =>
    rows.filter((row) => row.section === section && row.indicator.endsWith(`-${ending}`));
  return ['miejsca', 'korzystajacy', 'kadra', 'koszt'].flatMap((what) => {
    const [total] = find('5', what).filter((row) => row.indicator === `osrodki-wsparcia-${what}`);
    const parts = [
      ...find('5', what).filter((row) => row !== total),
      ...find('5cd', what).filter((row) => row.indicator.startsWith('placowki-wsparcia-dziennego')),
    ];
    if (!total || parts.length === 0) return [];
    const says = 'ośrodki wsparcia ogółem to suma rodzajów i placówek wsparcia dziennego';
    return [
      equal(
        `osrodki-wsparcia-${what}`,
        says,
        one('5', total.row),
        parts.map((row): Cell => [row.section, row.row]),
      ),
    ];
  });
}

/** The identities of one edition of the form. */
export function identitiesOf(rows: readonly FormRow[]): Identity[] {
  return [...SECTION_3, ...SECTION_3_1, ...ACROSS, ...section7(rows), ...section5(rows)];
}

const COLUMN_NAMES: Readonly<Record<FormColumn, string>> = {
  prev2: 'dwa lata wcześniej', prev: 'rok wcześniej', assess: 'rok oceny', forecast: 'prognoza', forecast2: 'dalsza prognoza',
}; // prettier-ignore

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The identities of an edition as relations between the cells of each column, and the columns' own habits. */
export function formRelations(rows: readonly FormRow[], columns: readonly FormColumn[]): Relation[] {
  const identities = identitiesOf(rows);
  const inColumns = columns.flatMap((column) => identities.map((identity) => relationOf(identity, column)));
  // "W przypadku braku możliwości oszacowania" the form asks to repeat the year of assessment as forecast.
  const repeated = rows.map((row): Relation => ({
    rule: 'prognoza-powtorzona', strength: 'usual', severity: 'info', binding: false,
    figures: [formId(row.section, row.row, 'assess'), formId(row.section, row.row, 'forecast')],
    holds: ([a, b]) => a === b,
    sentence: () => '',
  })); // prettier-ignore
  return [...inColumns, ...repeated];
}

function relationOf(identity: Identity, column: FormColumn): Relation {
  const { rule, says, op, left, right, tolerance = 0, binding = true, expects } = identity;
  const apart = identity.apartInForecast === true && column.startsWith('forecast');
  const name = (group: readonly Cell[]) =>
    group.length > 4
      ? `suma ${group.length} wierszy części ${group[0]?.[0] ?? ''}`
      : group.map(([section, row]) => `${section}/${row}`).join(' + ');
  const split = (values: readonly number[]) =>
    [sum(values.slice(0, left.length)), sum(values.slice(left.length))] as const;
  return {
    rule,
    strength: op === '=' ? 'equality' : op === '<=' ? 'inequality' : 'usual',
    severity: apart ? 'info' : (identity.severity ?? 'error'),
    binding: binding && !apart,
    ...(expects ? { expects } : {}),
    figures: [...left, ...right].map(([section, row]) => formId(section, row, column)),
    holds: (values) => {
      const [a, b] = split(values);
      return op === '<=' ? a <= b + tolerance : Math.abs(a - b) <= tolerance;
    },
    sentence: (values) => {
      const [a, b] = split(values);
      const difference = formatNumber(Math.abs(a - b));
      return `${says} (${COLUMN_NAMES[column]}): ${name(left)} = ${formatNumber(a)}, ${name(right)} = ${formatNumber(b)}, różnica ${difference}`;
    },
  };
}
