import { CONFIDENT, type FormRow, type Observation } from '$lib/domain';
import type { Names } from '$lib/catalogue';
import type { Report } from '$lib/report';
import { seriesOf } from '$lib/report/recognise/series-tables';
import { placeOf } from './worklist';

/** How much of a table was read. */
export interface RecognisedTable {
  /** Section of the form, or table of a section. */
  name: string;
  /** Rows of the form; `null` for a table under a chart. */
  rows: { read: number; all: number } | null;
  counts: Counts;
}

export interface Counts {
  /** Places with a number or with a printed reason for its absence. */
  values: number;
  doubtful: number;
  unreadable: number;
}

export interface Recognised {
  total: Counts;
  tables: RecognisedTable[];
  /** Tables under charts that reports of the year print and this one was not found to. */
  absentTables: string[];
  /** Places to look at: read without certainty, or not at all. */
  unsure: UnsurePlace[];
}

/** A place to look at in the text. */
export interface UnsurePlace {
  label: string;
  line: number | null;
  raw: string;
  value: number | null;
  /** In words why it is unsure; may be empty. */
  note: string;
}

const isDoubtful = (o: Observation) => o.value !== null && o.confidence < CONFIDENT;
const isUnreadable = (o: Observation) => o.missing === 'unreadable';

export function countsOf(observations: readonly Observation[]): Counts {
  const unreadable = observations.filter(isUnreadable).length;
  return {
    values: observations.length - unreadable,
    doubtful: observations.filter(isDoubtful).length,
    unreadable,
  };
}

/** What was recognised of a report, table by table in the order of the form. */
export function recognisedOf(
  { type, year, observations, absent, edition }: Report,
  formRows: readonly FormRow[],
  names: Names,
): Recognised {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { section, row, table } = observation;
    const key = row === '' ? `table ${table}` : `section ${section}`;
    groups.set(key, [...(groups.get(key) ?? []), observation]);
  }
  // A section of which nothing at all was read has no observation.
  for (const { section } of absent) groups.set(`section ${section}`, groups.get(`section ${section}`) ?? []);
  const forms = [...groups.keys()].filter((key) => key.startsWith('section ')).sort();
  const others = [...groups.keys()].filter((key) => key.startsWith('table '));
  const tableOf = (key: string): RecognisedTable => {
    const [kind = '', ...rest] = key.split(' ');
    const id = rest.join(' ');
    const own = groups.get(key) ?? [];
    if (kind === 'table') return { name: names.table(id), rows: null, counts: countsOf(own) };
    const all = formRows.filter((row) => row.edition === edition && row.section === id).length;
    const missing = absent.filter(({ section }) => section === id).length;
    return { name: names.section(id), rows: { read: all - missing, all }, counts: countsOf(own) };
  };
  return {
    total: countsOf(observations),
    tables: [...forms, ...others].map(tableOf),
    absentTables:
      type === 'ozps'
        ? seriesOf(year)
            .filter(({ id }) => !groups.has(`table ${id}`))
            .map(({ id }) => names.table(id))
        : [],
    unsure: observations
      .filter((o) => isDoubtful(o) || isUnreadable(o))
      .map((o) => ({ label: placeOf(o, names), line: o.line, raw: o.raw, value: o.value, note: o.note })),
  };
}
