import type { ChartSpec, FigureModel } from '$lib/charts';
import type { Theme } from '../context';

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
  list: string[];
}

/** The figures of a theme that are drawn: the gmina's own, which stands last with the observatory, first in a report. */
export function drawnOf({ id, figures }: Theme, ozps: boolean): FigureModel[] {
  const own = figures.find(({ compare }) => compare)?.figure ?? (ozps ? figures[0] : figures.at(-1))?.figure;
  const chapters = figures.find(({ figure }) => figure.indicator === 'wydatki-rozdzial')?.figure;
  return [...(own ? [own] : []), ...(id === 'wydatki' && chapters ? [chapters] : [])];
}

/** A theme as the first sheet has it. */
export function themeOf(theme: Theme, ozps: boolean): CardTheme {
  const charts = drawnOf(theme, ozps).flatMap(chartsOf);
  return {
    title: theme.title,
    key: theme.key,
    charts,
    words: charts.length > 0 ? [] : [theme.lead, ...theme.statements],
    list: charts.length > 0 ? [] : (theme.list?.items ?? []),
  };
}

/** Courses that are on the page and not on the first sheet. */
export const restOf = (themes: readonly Theme[], drawn: readonly FigureModel[]): CardChart[] =>
  themes
    .flatMap(({ figures }) => figures)
    .flatMap(({ figure }) =>
      figure.spec.type === 'trend' && !drawn.includes(figure) ? chartsOf(figure) : [],
    );

/** What a title measures, without the gmina and without what it did. */
export const measureOf = (title: string): string => title.split(/ – |: /)[0] ?? title;

/** Bars that are drawn of many. */
const BARS = 4;

/** Two panels are two small charts: side by side in one they would have letters too small to read. */
function chartsOf({ spec, subtitle, title }: FigureModel): CardChart[] {
  if (spec.type === 'bars' && spec.bars.length > BARS)
    return [
      {
        caption: `${title}: ${BARS} największe z ${spec.bars.length} · ${subtitle}`,
        spec: { ...spec, bars: spec.bars.slice(0, BARS) },
      },
    ];
  // A unit alone says nothing of what is measured.
  const named = /^[A-ZĄĆĘŁŃÓŚŹŻ]/.test(subtitle) && spec.type === 'trend' && !subtitle.includes('= 100');
  if (spec.type !== 'pair')
    return [{ caption: named ? subtitle : `${measureOf(title)} · ${subtitle}`, spec }];
  return spec.panels.map(({ title, ...panel }) => ({
    caption: `${title}${panel.threshold ? `, ${panel.threshold.label}` : ''}`,
    spec: panel,
  }));
}

/** Whose money it is goes first; of the observatory, what its numbers are. */
export function statementsOf(themes: readonly Theme[], ozps: boolean): string[] {
  const order = ['wydatki', 'kadra', 'deprywacja'];
  const said = themes
    .filter(({ figures }) => figures.length > 0)
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .flatMap(({ statements }) => statements);
  const defined = ozps
    ? []
    : themes.flatMap((theme) => drawnOf(theme, ozps).flatMap(({ caveats }) => caveats));
  return [...new Set([...said, ...defined])];
}
