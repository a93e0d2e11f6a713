import type { FormColumn, FormRow } from '../../../src/lib/domain';
import { seriesOf } from '../../../src/lib/report/recognise/series-tables';
import { seriesNumbers } from './agreed-series';
import {
  formBlocks,
  heading,
  seriesBlocks,
  statutoryBlocks,
  text,
  type Block,
  type FormYears,
} from './blocks';
import { formOfYear, type FormNumbers } from './form-numbers';
import { gridOf } from './grid';
import { diceOf } from './random';
import {
  benefitSentences,
  helpSentences,
  populationSentences,
  Sentences,
  staffAndSpendingSentences,
} from './sentences';
import type { SeriesNumbers } from './series-numbers';

/** Whose report is made up: a real gmina, so that it is found in the register. */
const GMINA = { name: 'Kurów', type: 'wiejska', powiat: 'puławskim' } as const;
export const TERYT = '061406';
/** Powiaty of the województwo in the table of areas. */
const POWIATY = [
  { teryt: '0601', printed: 'Powiat bialski' },
  { teryt: '0608', printed: 'Powiat lubartowski' },
  { teryt: '0614', printed: 'Powiat puławski' },
  { teryt: '0617', printed: 'Powiat świdnicki' },
  { teryt: '0663', printed: 'Powiat m. Lublin' },
  { teryt: '0664', printed: 'Powiat m. Zamość' },
];

export interface MadeReport {
  year: number;
  blocks: Block[];
  /** What stands in it: form cells by `section/row@column`, all else by the id of a series value. */
  form: Map<string, number | 'X'>;
  series: SeriesNumbers;
}

export interface Order {
  seed: number;
  year: number;
  /** The row catalogue of the edition. */
  rows: readonly FormRow[];
  /** Editions until 2016 print two years before and two after. */
  fiveColumns?: boolean;
}

const CHAPTERS: Readonly<Record<string, string>> = {
  '2': 'Dane o sytuacji demograficznej i społecznej',
  '3': 'Dane o korzystających z pomocy i wsparcia',
  '4': 'Inne rodzaje pomocy i świadczeń',
  '5': 'Zasoby instytucjonalne pomocy i wsparcia',
  '6': 'Kadra jednostki organizacyjnej pomocy społecznej',
  '7': 'Środki finansowe na wydatki w pomocy społecznej',
};

/**
 * A whole report made up from numbers that agree with one another: every form table, series table and standard sentence of
 * its edition, in our own wording of the standard labels' layout.
 */
export function makeReport({ seed, year, rows, fiveColumns = false }: Order): MadeReport {
  const columns: FormYears = [
    ...(fiveColumns ? [{ column: 'prev2' as const, year: year - 2 }] : []),
    { column: 'prev', year: year - 1 }, { column: 'assess', year }, { column: 'forecast', year: year + 1 },
    ...(fiveColumns ? [{ column: 'forecast2' as const, year: year + 2 }] : []),
  ];
  const facts = new Map<number, FormNumbers>();
  const formOf = (at: number): FormNumbers => {
    const known = facts.get(at) ?? formOfYear(rows, seed, at);
    facts.set(at, known);
    return known;
  };
  // Where nothing can be estimated the form asks to repeat the year of assessment.
  const repeated = diceOf(seed, year, 'forecast').chance(0.4);
  const byColumn = new Map(columns.map(({ column, year: at }): [FormColumn, FormNumbers] => [
    column,
    !column.startsWith('forecast') ? formOf(at) : repeated ? formOf(year) : formOfYear(rows, seed, at, 'expected'),
  ]));
  const valuesOf = (column: FormColumn) => byColumn.get(column) ?? new Map<string, number>();
  const name = `${GMINA.name} (${GMINA.type})`;
  const grids = fiveColumns ? [] : seriesOf(year).map((table) => gridOf(table, { seed, year, gmina: name, powiaty: POWIATY }));
  const series = fiveColumns ? new Map<string, number | null>() : seriesNumbers(grids, { seed, year, rows, formOf });
  const sentences = new Sentences({
    year, gmina: GMINA.name, series,
    form: (place, before = false) => {
      const value = formOf(before ? year - 1 : year).get(place);
      return typeof value === 'number' ? value : 0;
    },
  });
  const own = (section: string) => formBlocks(section, rows, columns, valuesOf);
  const tables = (section: string) => grids.filter(({ table }) => table.section === section).flatMap((grid) => seriesBlocks(grid, series, year));
  const chapter = (number: string) => heading(`${number}. ${CHAPTERS[number] ?? ''}`);
  const say = (make: (s: Sentences) => string[]) => (fiveColumns ? [] : make(sentences).map(text));
  const { staff, spending } = fiveColumns ? { staff: [], spending: [] } : staffAndSpendingSentences(sentences);
  const blocks: Block[] = [
    heading('Ocena zasobów pomocy społecznej'), heading(`Gmina ${GMINA.name} – ${year} rok`), heading('1. Wprowadzenie'),
    text(`Gmina ${GMINA.name} jest gminą wiejską w powiecie ${GMINA.powiat}, w województwie lubelskim. Sprawozdanie służy wyłącznie próbom odczytu.`),
    chapter('2'), ...say(populationSentences), ...tables('2'), ...own('2'),
    chapter('3'), ...say(helpSentences), ...tables('3'), ...tables('3.1'), ...own('3'), ...own('3.1'),
    chapter('4'), ...say(benefitSentences), ...tables('4'), ...own('4'),
    chapter('5'), ...tables('5'), ...own('5'), ...own('5cd'), ...own('5inne'),
    chapter('6'), ...staff.map(text), ...tables('6'), ...(fiveColumns ? [] : statutoryBlocks(year, series)),
    chapter('7'), ...spending.map(text), ...own('7'),
    heading('10. Wnioski końcowe'), text('1. Należy rozwijać usługi w miejscu zamieszkania.'), text('2. Należy utrzymać liczbę pracowników socjalnych.'),
    ...(grids.length > 0 ? [heading('Wskaźniki ubóstwa'), ...tables('barometr')] : []),
  ];
  for (const { id, value } of sentences.stated) series.set(id, value);
  const form = new Map(columns.flatMap(({ column }) => [...valuesOf(column)].map(([place, value]): [string, number | 'X'] => [`${place}@${column}`, value])));
  return { year, blocks, form, series };
} // prettier-ignore
