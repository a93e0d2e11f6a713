import {
  KIND_NAMES,
  latest,
  type ChartSpec,
  type FigureModel,
  type Series,
  type TrendSpec,
} from '$lib/charts';
import { formatNumber, formatValue } from '$lib/format';
import type { Theme } from '../context';
import type { Profile } from '../profile';
import type { SimilarSection } from '../similar';

/** A small chart of the card, with what is measured above it. */
export interface CardChart {
  caption: string;
  spec: ChartSpec;
  notes: string[];
}

export interface CardTheme {
  title: string;
  /** The number with its sentence. */
  key: Theme['key'];
  charts: CardChart[];
}

export interface ComparisonLine {
  what: string;
  who: string;
  year: number;
  value: string;
  kind: string;
}

/** A list cut to what fits two sheets: what was left out is counted. */
export interface Cut<T> {
  items: T[];
  more: number;
}

export interface Card {
  profile: Profile;
  title: string;
  front: CardTheme[];
  back: CardTheme[];
  /** The statutory condition in its latest years; empty where nothing can be said. */
  verdicts: { year: number; text: string; disagrees: boolean }[];
  /** Why there is no verdict, or whose money it is. */
  statements: string[];
  comparison: ComparisonLine[];
  similar: string[];
  conclusions: Cut<Profile['conclusions'][number]>;
  findings: Cut<Profile['findings'][number]>;
  sources: Cut<Profile['sources'][number]>;
}

const FRONT_CHARTS = 4;

/** What the two sheets of a gmina say. `null` where nothing but the register is known of it. */
export function cardOf(profile: Profile, similar: SimilarSection | null): Card | null {
  // A report goes before the observatory: the two never share a chart, nor a sheet.
  const group = profile.groups.find(({ id }) => id === 'ozps') ?? profile.groups.at(-1);
  if (!group) return null;
  const themes = group.themes.filter(({ id }) => id !== 'uslugi').slice(0, 4);
  const cells = themes.map(themeOf);
  const front: CardTheme[] = [];
  const back: CardTheme[] = [];
  let charts = 0;
  for (const cell of cells) {
    charts += cell.charts.length;
    (charts <= FRONT_CHARTS ? front : back).push(cell);
  }
  const kadra = themes.find(({ id }) => id === 'kadra');
  const origin = group.id === 'ozps' ? 'obs-' : null;
  return {
    profile,
    title: group.title,
    front,
    back,
    verdicts: (kadra?.verdicts ?? []).slice(-3).toReversed(),
    statements: themes
      .filter(({ id }) => id === 'kadra' || id === 'wydatki')
      .flatMap(({ statements }) => statements),
    comparison: themes.flatMap(({ title, figures }) => {
      const figure = figures.find(({ figure: { spec } }) => spec.type === 'trend')?.figure;
      return figure ? linesOf(title, figure) : [];
    }),
    similar: (similar?.strips ?? [])
      .filter(({ id }) => origin === null || !id.startsWith(origin))
      .map(({ title, sentence }) => `${title}. ${sentence}`),
    conclusions: cut(profile.conclusions, 10),
    findings: cut(
      profile.findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
      4,
    ),
    sources: cut(profile.sources, 5),
  };
}

const cut = <T>(items: readonly T[], most: number): Cut<T> => ({
  items: items.slice(0, most),
  more: Math.max(0, items.length - most),
});

function themeOf({ title, key, figures }: Theme): CardTheme {
  // The gmina's own figure stands last with the observatory, first in a report.
  const drawn = figures.find(({ compare }) => compare)?.figure ?? figures[0]?.figure;
  return { title, key, charts: drawn ? chartsOf(drawn) : [] };
}

/** Two panels are two small charts: side by side in one they would have letters too small to read. */
function chartsOf({ spec, subtitle }: FigureModel): CardChart[] {
  if (spec.type !== 'pair') return [{ caption: subtitle, spec, notes: [] }];
  return spec.panels.map(({ title, ...panel }) => ({
    caption: `${title}${panel.threshold ? `, ${panel.threshold.label}` : ''}`,
    spec: panel,
    notes: [],
  }));
}

/** The latest value of each line of a chart, and of the middle of the gminy where it is drawn, each under its kind. */
function linesOf(what: string, { spec }: FigureModel): ComparisonLine[] {
  if (spec.type !== 'trend') return [];
  const last = spec.band?.points.at(-1);
  return [
    ...spec.series.flatMap((series) => lineOf(what, series, spec)),
    ...(spec.band && last
      ? [
          {
            what,
            who: `${spec.band.name}: mediana`,
            year: last.year,
            value: formatValue(last.median, spec.unit, spec.decimals),
            kind: `połowa ma mniej, połowa więcej, n = ${formatNumber(last.n)}`,
          },
        ]
      : []),
  ];
}

function lineOf(
  what: string,
  { label, kind, points }: Series,
  { unit, decimals }: TrendSpec,
): ComparisonLine[] {
  const now = latest(points);
  if (!now) return [];
  return [
    {
      what,
      who: label,
      year: now.year,
      value: `${formatValue(now.value, unit, decimals)}${now.state === 'doubtful' ? ' (?)' : ''}`,
      kind: KIND_NAMES[kind],
    },
  ];
}
