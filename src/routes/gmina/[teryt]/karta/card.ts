import { fit, linesOf, type Cut } from '../../../cards/cut';
import type { Profile } from '../profile';
import type { SimilarSection } from '../similar';
import { breaksOf } from './breaks';
import { similarLines, similarOf, type Similar } from './card-similar';
import { drawnOf, restOf, statementsOf, themeOf, type CardChart, type CardTheme } from './card-themes';
import { comparisonOf, type ComparisonGroup, type ComparisonLine } from './comparison-lines';
import { yearsOf, type YearsTable } from './years';

export interface Card {
  profile: Profile;
  /** Of what documents the numbers are. */
  title: string;
  themes: CardTheme[];
  /** The statutory condition in its latest years; empty where nothing can be said. */
  verdicts: { year: number; text: string; disagrees: boolean }[];
  /** Whose money it is, how numbers are to be read, why there is no verdict. */
  statements: Cut<string> & { heading: string };
  comparison: ComparisonGroup[];
  similar: Similar | null;
  conclusions: Cut<Profile['conclusions'][number]>;
  years: YearsTable | null;
  /** The years stand on the first sheet, where the charts leave them room. */
  yearsFirst: boolean;
  /** Further charts, where there is room. */
  more: CardChart[];
  /** Changes of rules within the years drawn. */
  breaks: string[];
  findings: Cut<Profile['findings'][number]>;
  sources: Cut<Profile['sources'][number]>;
  /** What the gmina's page has besides. */
  elsewhere: string[];
  /** The second sheet is full: what is left of it is spread. */
  full: boolean;
  /** There is nothing to draw. */
  sparse: boolean;
}

/** Lines of the second sheet, and letters of a line across it, in a column, in the table of areas and in the foot. */
const LINES = 67;
const LETTERS = { whole: 126, column: 59, who: 40, kind: 60, foot: 150 } as const;
/** Room in lines: of a heading with the gap above it, a row of a table, a row of charts. */
const HEAD = 2.2;
const ROW = 1.12;
const CHARTS = 12;
/** Lines that the changes of rules leave to what comes after them. */
const SOME = { statements: 5, similar: 7, conclusions: 4, findings: 2 } as const;
/** A sheet with fewer free lines is full. */
const FULL = 9;

const column = (text: string): number => linesOf(text, LETTERS.column);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Lines that a row of the table of areas takes. */
const rowsOf = ({ who, kind }: ComparisonLine): number =>
  Math.max(linesOf(who, LETTERS.who), linesOf(kind, LETTERS.kind));

/** What the two sheets of a gmina say. `null` where nothing but the register is known of it. */
export function cardOf(profile: Profile, similar: SimilarSection | null): Card | null {
  // A report goes before the observatory: the two never share a chart, nor a sheet.
  const group = profile.groups.find(({ id }) => id === 'ozps') ?? profile.groups.at(-1);
  if (!group) return null;
  const ozps = group.id === 'ozps';
  const chosen = group.themes.filter(({ id }) => id !== 'uslugi').slice(0, 4);
  const themes = chosen.map((theme) => themeOf(theme, ozps));
  const figures = chosen.flatMap((theme) => drawnOf(theme, ozps));
  const rows = Math.ceil(sum(themes.map(({ charts }) => charts.length)) / 2);
  const yearsFirst = rows > 0 && rows <= 2;

  const comparison = comparisonOf(chosen);
  const sources = fit(profile.sources, ({ title, publisher }) => `${title} (${publisher}); `, {
    lines: 4,
    letters: LETTERS.foot,
  });
  const elsewhere = profile.groups.filter((one) => one !== group).map(({ title }) => title);
  const left = new Lines(
    LINES -
      0.84 * 5 -
      sum([...profile.coverage, elsewhere.join('; ')].map((text) => linesOf(text, LETTERS.whole))),
  );
  if (comparison.length > 0)
    left.take(HEAD + ROW + ROW * sum(comparison.flatMap(({ lines }) => lines.map(rowsOf))));
  const verdicts = (chosen.find(({ id }) => id === 'kadra')?.verdicts ?? []).slice(-3).toReversed();
  const judged = sum(verdicts.map(({ text }) => column(`2020: ${text}`)));
  const all = statementsOf(chosen, ozps);
  const known = profile.known.length === 0 ? 0 : HEAD + linesOf(knownWords(profile), LETTERS.whole);
  // Why numbers jump goes before how they are to be read and who is similar, of which some is kept.
  const after =
    known +
    (similar ? HEAD + SOME.similar : 0) +
    (profile.conclusions.length === 0 ? 0 : HEAD + SOME.conclusions) +
    HEAD +
    SOME.findings;
  const kept = after + (verdicts.length + all.length === 0 ? 0 : HEAD + Math.max(SOME.statements, judged));
  const breaks = breaksOf(figures, { lines: left.lines - HEAD - kept, letters: LETTERS.whole });
  if (breaks.length > 0) left.take(HEAD + sum(breaks.map((text) => linesOf(text, LETTERS.whole))));
  // Without verdicts they have both columns, and what room similar gminy leave them.
  const both = 2 * (left.lines - HEAD - after - (similar ? SOME.similar : 0));
  const statements = fit(all, (text) => text, {
    lines: verdicts.length > 0 ? Math.max(15, judged) : Math.max(2 * SOME.statements, Math.min(22, both)),
    letters: LETTERS.column,
  });
  const said = sum(statements.items.map(column));
  if (verdicts.length + said > 0)
    left.take(HEAD + (verdicts.length === 0 ? Math.ceil(said / 2) : Math.max(judged, said)));
  left.take(known);

  const own = similarOf(similar, ozps, left.lines - 2 * HEAD - SOME.findings);
  if (own) left.take(HEAD + similarLines(own));
  const conclusions = fit(profile.conclusions, recommended, {
    // They stand in two columns, and leave room for notes to the data.
    lines: Math.min(left.lines - 4, 2 * (left.lines - 8)),
    letters: LETTERS.column,
    least: Math.min(4, profile.conclusions.length),
  });
  if (conclusions.items.length > 0)
    left.take(HEAD + Math.ceil(sum(conclusions.items.map((one) => column(recommended(one)))) / 2));

  // Contradictions go first.
  const found = profile.findings.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const told = ({ message }: { message: string }): string => `Sprzeczność – ${message}`;
  const findingsIn = (lines: number): Card['findings'] =>
    fit(found, told, { lines, letters: LETTERS.column });
  const first = findingsIn(Math.min(12, 2 * (left.lines - HEAD)));
  left.take(HEAD + 1 + Math.ceil(sum(first.items.map((one) => column(told(one)))) / 2));
  const years = yearsOf(figures, yearsFirst ? Infinity : (left.lines - HEAD) / ROW - 1);
  if (years && !yearsFirst) left.take(HEAD + ROW * (1 + years.rows.length) + Number(years.marked));
  const more = left.lines < CHARTS ? [] : restOf(chosen, figures).slice(0, 2);
  if (more.length > 0) left.take(CHARTS);
  // What room is still left goes to them.
  const findings = first.more === 0 || left.lines < 3 ? first : findingsIn(12 + 2 * (left.lines - 2));
  left.take(Math.ceil(sum(findings.items.slice(first.items.length).map((one) => column(told(one)))) / 2));
  return {
    profile,
    title: group.title,
    themes,
    verdicts,
    statements: {
      ...statements,
      heading: ozps ? 'Czyje to pieniądze i jak czytać liczby' : 'Jak czytać liczby',
    },
    comparison,
    similar: own,
    conclusions,
    years,
    yearsFirst,
    more,
    breaks,
    findings,
    sources,
    elsewhere,
    full: rows > 0 && left.lines < FULL,
    sparse: rows === 0,
  };
}

/** Facts of the register and of GUS in a row. */
export const knownWords = ({ known }: Pick<Profile, 'known'>): string =>
  `${known.map(({ what, value }) => `${what}: ${value}`).join('; ')}.`;

/** A recommendation with its place in the report. */
const recommended = ({ heading, place }: Profile['conclusions'][number]): string => `${heading} (${place})`;

/** Lines that are still free. */
class Lines {
  constructor(public lines: number) {}
  take(some: number): void {
    this.lines -= some;
  }
}
