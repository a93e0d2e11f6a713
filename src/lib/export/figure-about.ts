import type { PublishedCatalogue } from '../extract/published';
import { notesOf, type FigureModel } from '../charts/figure';
import type { ChartSpec } from '../charts/spec';
import { KIND_NAMES } from '../charts/style-of';
import { columnsOf, type PointColumn } from './point-columns';
import type { PlaceAddress, PointRow } from './point-rows';

/** A source that a figure rests on, with the address of one of its places. */
export interface UsedSource {
  id: string;
  title: string;
  publisher: string;
  /** Where its publisher has it; empty where that is not known. */
  url: string;
  /** Its place here. */
  address: string;
}

/** All that must travel with a figure's numbers or its picture, so that they stay right elsewhere. */
export interface FigureAbout {
  title: string;
  subtitle: string;
  reading: string;
  indicator: { id: string; name: string; definition: string };
  caveats: string[];
  doubts: string[];
  breaks: string[];
  /** Columns of the files of its points. */
  columns: readonly PointColumn[];
  /** What kind of value each series holds. */
  kinds: string[];
  sources: UsedSource[];
  /** Address of the page, with the choices made on it. */
  page: string;
  /** The choices in words; empty for the default view. */
  filters: string[];
  /** Hash of the list of published files: the version of the data. Empty where it could not be had. */
  version: string;
  /** Some of the values come from a file that the reader opened and nobody has published. */
  own: boolean;
  /** Day on which the file was made, `2026-11-25`; empty for what the build makes, which is the same on any day. */
  made: string;
}

/** What is known outside a figure. */
export interface FigureSetting {
  /** `null` where it could not be had: without a network. */
  catalogue: Pick<PublishedCatalogue, 'indicators' | 'sources'> | null;
  version: string;
  page: string;
  made: string;
  addressOf: PlaceAddress;
}

/** Gathers what travels with a figure. */
export function aboutFigure(
  figure: FigureModel<ChartSpec>,
  spec: ChartSpec,
  rows: readonly PointRow[],
  { catalogue, version, page, made, addressOf }: FigureSetting,
): FigureAbout {
  const indicator = catalogue?.indicators.find(({ id }) => id === figure.indicator);
  const notes = notesOf(spec);
  const sources = sourcesOf(figure, rows, catalogue, addressOf);
  const textOf = (kind: 'doubt' | 'break') =>
    notes.flatMap((note) => (note.kind === kind ? [note.text] : []));
  return {
    title: figure.title,
    subtitle: figure.subtitle,
    reading: figure.reading,
    indicator: {
      id: figure.indicator,
      name: indicator?.name ?? figure.title,
      definition: indicator?.definition ?? '',
    },
    caveats: [...figure.caveats],
    doubts: textOf('doubt'),
    breaks: textOf('break'),
    columns: columnsOf(rows),
    kinds: kindsOf(rows),
    sources,
    own: sources.some(({ address }) => address === ''),
    page,
    filters: [...new URLSearchParams(page.split('?')[1])].map(([key, value]) => `${key}: ${value}`),
    version,
    made,
  };
}

/** More series than this are counted, not named. */
const NAMED = 8;

/** Each kind with the series that hold it: `średnia z gmin…: powiat lubartowski`. */
function kindsOf(rows: readonly PointRow[]): string[] {
  const series = new Map<string, Set<string>>();
  for (const { seria, rodzaj } of rows)
    if (rodzaj !== '') series.set(rodzaj, (series.get(rodzaj) ?? new Set()).add(seria));
  return [...series].map(
    ([kind, names]) =>
      `${kind}: ${names.size > NAMED ? `liczba serii ${names.size}` : [...names].join('; ')}`,
  );
}

function sourcesOf(
  { origins }: FigureModel<ChartSpec>,
  rows: readonly PointRow[],
  catalogue: FigureSetting['catalogue'],
  addressOf: PlaceAddress,
): UsedSource[] {
  const places = new Map<string, string>();
  const of = [
    // The place of the latest value is the one a reader looks for.
    ...rows
      .filter(({ rodzaj }) => rodzaj !== KIND_NAMES.forecast)
      .toSorted((a, b) => (b.rok ?? 0) - (a.rok ?? 0))
      .map(({ zrodlo, miejsce }) => ({ source: zrodlo, anchor: miejsce })),
    ...origins,
  ];
  for (const { source, anchor } of of)
    if (source !== '' && !places.has(source)) places.set(source, addressOf(source, anchor));
  return [...places].map(([id, address]) => {
    const known = catalogue?.sources.find((source) => source.id === id);
    return {
      id,
      title: known?.title ?? origins.find(({ source }) => source === id)?.text ?? id,
      publisher: known?.publisher ?? '',
      url: known?.url ?? '',
      address,
    };
  });
}
