import { notesOf, type ChartSpec, type FigureModel } from '$lib/charts';
import { cut, fit, linesOf, type Cut } from '../../../cards/cut';
import type { Theme } from '../context';
import type { Profile } from '../profile';
import type { SimilarSection } from '../similar';
import type { SimilarStrip } from '../../../similar-strips';
import { comparisonOf, type ComparisonGroup } from './comparison-lines';
import { yearsOf, type YearsTable } from './years';

/** A small chart of the card, with what is measured above it. */
export interface CardChart {
  caption: string;
  spec: ChartSpec;
}

export interface CardTheme {
  title: string;
  /** The number with its sentence. */
  key: Theme['key'];
  charts: CardChart[];
  /** What is said instead, where there is nothing to draw. */
  words: string[];
}

export interface Card {
  profile: Profile;
  /** Of what documents the numbers are. */
  title: string;
  themes: CardTheme[];
  /** The statutory condition in its latest years; empty where nothing can be said. */
  verdicts: { year: number; text: string; disagrees: boolean }[];
  /** Whose money it is, how numbers are to be read, why there is no verdict. */
  statements: Cut<string>;
  comparison: ComparisonGroup[];
  /** The comparison stands on the first sheet, where the charts leave it room. */
  comparisonFirst: boolean;
  similar: { strips: SimilarStrip[]; who: string } | null;
  conclusions: Cut<Profile['conclusions'][number]>;
  years: YearsTable | null;
  /** Changes of rules within the years drawn. */
  breaks: Cut<string>;
  findings: Cut<Profile['findings'][number]>;
  sources: Cut<Profile['sources'][number]>;
  /** What the gmina's page has besides. */
  elsewhere: string[];
}

/** Lines of the second sheet, across its width, and letters of a line of it and of a column. */
const LINES = 66;
const LETTERS = { whole: 128, column: 60 } as const;
/** Room of a heading and of a strip, in lines. */
const HEAD = 2.2;
const STRIP = 4.2;

/** What the two sheets of a gmina say. `null` where nothing but the register is known of it. */
export function cardOf(profile: Profile, similar: SimilarSection | null): Card | null {
  // A report goes before the observatory: the two never share a chart, nor a sheet.
  const group = profile.groups.find(({ id }) => id === 'ozps') ?? profile.groups.at(-1);
  if (!group) return null;
  const ozps = group.id === 'ozps';
  const chosen = group.themes.filter(({ id }) => id !== 'uslugi').slice(0, 4);
  const themes = chosen.map((theme) => themeOf(theme, ozps));
  const rows = Math.ceil(themes.reduce((sum, { charts }) => sum + charts.length, 0) / 2);
  const comparison = comparisonOf(chosen);
  const figures = chosen.flatMap((theme) => drawnOf(theme, ozps));
  const verdicts = (chosen.find(({ id }) => id === 'kadra')?.verdicts ?? []).slice(-3).toReversed();
  const comparisonFirst = rows <= 2;

  const left = new Lines(LINES - (comparisonFirst ? 0 : HEAD + 1.15 * (1 + lengthOf(comparison))));
  left.take(2 + profile.coverage.reduce((sum, text) => sum + linesOf(text, LETTERS.whole), 0));
  const judged = verdicts.reduce((sum, { text }) => sum + linesOf(text, LETTERS.column), 0);
  const statements = fit(statementsOf(chosen, ozps), (text) => text, {
    lines: Math.max(12, judged),
    letters: LETTERS.column,
  });
  const said = statements.items.reduce((sum, text) => sum + linesOf(text, LETTERS.column), 0);
  left.take(HEAD + Math.max(judged, said));

  const strips = (similar?.strips ?? []).filter(({ id }) => ozps !== id.startsWith('obs-'));
  const stripRows = Math.min(3, Math.ceil(strips.length / 2), Math.floor((left.lines * 0.4) / STRIP));
  const who = whoOf(similar, ozps);
  if (stripRows > 0) left.take(HEAD + stripRows * STRIP + linesOf(who, LETTERS.whole));
  const conclusions = fit(profile.conclusions, ({ heading, place }) => `${heading} (${place})`, {
    lines: left.lines - 8,
    letters: LETTERS.column,
    least: Math.min(4, profile.conclusions.length),
  });
  if (conclusions.items.length > 0)
    left.take(
      HEAD +
        conclusions.items.reduce(
          (sum, { heading }) => sum + linesOf(`${heading} (linia 1234)`, LETTERS.column),
          0,
        ) /
          2,
    );
  const findings = fit(
    profile.findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
    ({ message }) => `Sprzeczność – ${message}`,
    { lines: Math.min(16, 2 * (left.lines - HEAD)), letters: LETTERS.column, least: 2 },
  );
  left.take(
    HEAD + findings.items.reduce((sum, { message }) => sum + linesOf(message, LETTERS.column), 0) / 2,
  );
  const years = yearsOf(figures, left.lines - HEAD - 2);
  if (years) left.take(HEAD + 2 + years.rows.length * 1.2);
  const breaks = [
    ...new Set(
      figures.flatMap(({ spec }) =>
        notesOf(spec).flatMap(({ kind, text }) => (kind === 'break' ? [text] : [])),
      ),
    ),
  ];
  return {
    profile,
    title: group.title,
    themes,
    verdicts,
    statements,
    comparison,
    comparisonFirst,
    similar: stripRows > 0 ? { strips: strips.slice(0, stripRows * 2), who } : null,
    conclusions,
    years,
    breaks: fit(breaks, (text) => text, { lines: left.lines - HEAD, letters: LETTERS.whole, least: 1 }),
    findings,
    sources: cut(profile.sources, 5),
    elsewhere: profile.groups.filter((one) => one !== group).map(({ title }) => title),
  };
}

/** Lines that are still free. */
class Lines {
  constructor(public lines: number) {}
  take(some: number): void {
    this.lines -= some;
  }
}

const lengthOf = (groups: readonly ComparisonGroup[]): number =>
  groups.reduce((sum, { lines }) => sum + lines.length, 0);

/** The figures of a theme that are drawn: the gmina's own, which stands last with the observatory, first in a report. */
function drawnOf({ id, figures }: Theme, ozps: boolean): FigureModel[] {
  const own = figures.find(({ compare }) => compare)?.figure ?? (ozps ? figures[0] : figures.at(-1))?.figure;
  const chapters = figures.find(({ figure }) => figure.indicator === 'wydatki-rozdzial')?.figure;
  return [...(own ? [own] : []), ...(id === 'wydatki' && chapters ? [chapters] : [])];
}

function themeOf(theme: Theme, ozps: boolean): CardTheme {
  const charts = drawnOf(theme, ozps).flatMap(chartsOf);
  return {
    title: theme.title,
    key: theme.key,
    charts,
    words: charts.length > 0 ? [] : [theme.lead, ...theme.statements, ...(theme.list?.items ?? [])],
  };
}

/** Bars that are drawn of many. */
const BARS = 4;

/** Two panels are two small charts: side by side in one they would have letters too small to read. */
function chartsOf({ spec, subtitle, title }: FigureModel): CardChart[] {
  if (spec.type === 'bars' && spec.bars.length > BARS)
    return [
      {
        caption: `${title}: ${BARS} największe z ${spec.bars.length}; ${subtitle}`,
        spec: { ...spec, bars: spec.bars.slice(0, BARS) },
      },
    ];
  if (spec.type !== 'pair') return [{ caption: subtitle, spec }];
  return spec.panels.map(({ title, ...panel }) => ({
    caption: `${title}${panel.threshold ? `, ${panel.threshold.label}` : ''}`,
    spec: panel,
  }));
}

/** Whose money it is goes first; of the observatory, what its numbers are. */
function statementsOf(themes: readonly Theme[], ozps: boolean): string[] {
  const order = ['wydatki', 'kadra', 'deprywacja'];
  const said = themes
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .flatMap(({ statements }) => statements);
  const defined = ozps
    ? []
    : themes.flatMap((theme) => drawnOf(theme, ozps).flatMap(({ caveats }) => caveats));
  return [...new Set([...said, ...defined])];
}

/** Who the gmina is held against, by name. */
function whoOf(similar: SimilarSection | null, ozps: boolean): string {
  const list = similar?.lists.find(({ within }) => (within === '') === ozps) ?? similar?.lists[0];
  return list ? `${list.title}: ${list.gminy.map(([, name]) => name).join(', ')}.` : '';
}
