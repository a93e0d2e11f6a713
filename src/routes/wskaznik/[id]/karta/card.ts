import { KIND_NAMES, type FigureModel, type MapSpec, type SwarmSpec } from '$lib/charts';
import type { Indicator, Kind } from '$lib/domain';
import { FORMS, counted, pluralForm } from '$lib/format';
import { cut, type Cut } from '../../../cards/cut';
import type { Views } from '../all-views';
import { placeText } from '$lib/components/rank-row';
import { stateOf, type ExploredRow } from '../row-words';

/** One end of the order of areas. */
export interface End {
  title: string;
  rows: { place: string; name: string; sub: string; text: string; doubtful: boolean }[];
  /** Areas that share the place of the one at the cut and are not shown; empty where there are none. */
  ties: string;
}

export interface IndicatorCard {
  id: string;
  name: string;
  definition: string;
  caveat: string;
  facts: string[];
  /** What kind of value each of these is. */
  kinds: string[];
  counts: string;
  reading: string;
  swarm: SwarmSpec;
  map: MapSpec | null;
  /** What a tile of the map is. */
  ground: string;
  trend: FigureModel | null;
  ends: End[];
  /** Why values are doubtful, area by area. */
  doubts: Cut<string>;
  /** What is listed without a place, and why. */
  apart: string;
  breaks: Cut<string>;
  sources: Cut<{ title: string; publisher: string }>;
}

export interface CardMaterials {
  indicator: Indicator;
  facts: string[];
  /** Kinds of the values of the year. */
  kinds: readonly Kind[];
  views: Views;
  trend: FigureModel | null;
  breaks: readonly { year: number; label: string; reason: string }[];
  sources: readonly { title: string; publisher: string }[];
}

/** Areas at each end. */
const MOST = 10;

/** What the sheet of an indicator says; `null` where there are too few values for a distribution. */
export function indicatorCard({ indicator, views, ...rest }: CardMaterials): IndicatorCard | null {
  const { answer, swarm } = views;
  if (!swarm) return null;
  const doubtful = answer.rows.filter((row) => row.doubt !== undefined);
  const apart = answer.rows.filter((row) => stateOf(row) === 'apart').length;
  return {
    id: indicator.id,
    name: indicator.name,
    definition: indicator.definition,
    caveat: indicator.caveat ?? '',
    facts: rest.facts,
    kinds: rest.kinds.map((kind) => KIND_NAMES[kind]),
    counts: views.counts,
    reading: views.reading,
    swarm,
    map: views.map,
    ground: groundWords(views, indicator),
    trend: rest.trend,
    ends: endsOf(answer.rows, answer.year),
    doubts: cut(
      doubtful.map(({ name, text, doubt }) => `${name}, ${text}: ${doubt}`),
      3,
    ),
    apart:
      apart === 0
        ? ''
        : `Bez miejsca: miasta na prawach powiatu (${apart}), bo wykonują także zadania powiatu.`,
    breaks: cut(
      rest.breaks.map(({ year, label, reason }) => `${year} – ${label}: ${reason}`),
      4,
    ),
    sources: cut(rest.sources, 4),
  };
}

/** Both ends of the order, with the doubtful ones that lie between those shown; where all fit, one list. */
export function endsOf(rows: readonly ExploredRow[], year: number): End[] {
  const compared = rows.filter((row) => stateOf(row) !== 'apart');
  if (compared.length <= MOST) return [end(`Od najwyższej wartości, ${year}`, compared, [], 'ostatni')];
  // Where the two ends would meet, nothing stands in both.
  const each = Math.min(MOST, Math.floor(compared.length / 2));
  return [
    end(`Najwyższe wartości, ${year}`, compared.slice(0, each), compared.slice(each), 'ostatni'),
    end(`Najniższe wartości, ${year}`, compared.slice(-each), compared.slice(0, -each), 'pierwszy'),
  ];
}

/** @param edge which of those shown stands at the cut, next to those left out */
function end(
  title: string,
  shown: readonly ExploredRow[],
  others: readonly ExploredRow[],
  edge: 'ostatni' | 'pierwszy',
): End {
  const ties = others.filter(
    ({ place }) => place !== null && shown.some((row) => row.place !== null && row.place === place),
  ).length;
  return {
    title,
    rows: shown.map((row) => ({
      place: placeText(row),
      name: row.name,
      sub: row.sub,
      text: row.text,
      doubtful: row.doubt !== undefined,
    })),
    ties: tieWords(ties, edge),
  };
}

const tieWords = (ties: number, edge: string): string =>
  ties === 0
    ? ''
    : `Tę samą wartość co ${edge} pokazany ${pluralForm(ties, ['ma', 'mają', 'ma', 'ma'])} jeszcze ${counted(ties, FORMS.obszar)}.`;

function groundWords({ ground, map }: Views, { level }: Indicator): string {
  if (!map) return '';
  if (ground === 'gminy')
    return 'Kafelek to gmina w swoim powiecie; w obrębie powiatu układ według nazw, nie położenia';
  if (ground === 'powiaty')
    return `Kafelek to powiat, mniej więcej tam, gdzie leży${level === 'gmina' ? '; barwa: mediana jego gmin' : ''}`;
  return level === 'powiat' ? 'Powiaty' : 'Gminy';
}
