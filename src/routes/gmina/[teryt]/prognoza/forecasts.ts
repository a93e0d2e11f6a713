import { group } from 'd3';
import { pointOf, type Bar, type FigureModel, type Table } from '$lib/charts';
import { formCellOf } from '$lib/domain';
import type { PublicCatalogue, ValueRow } from '$lib/extract';
import { computed, formatSigned, isKnown, said, saidNumber, type Known, type UnitName } from '$lib/format';
import { forecastOutcomes, forecastSummary, type ForecastOutcome } from '$lib/query';
import { formRowName } from '../report-tables/build';
import { inWords } from './words';

/** Bars of the chart: the largest amounts of one unit. */
const BARS = 12;

/** Forecasts of one report. */
export interface ReportForecasts {
  source: string;
  /** Year that is forecast. */
  year: number;
  title: string;
  sentences: string[];
  figure: FigureModel | null;
  sections: { title: string; sentence: string; table: Table }[];
}

type Placed = ForecastOutcome & { section: string; row: number };

/** What the reports of a gmina expected and what came, the latest report first. Empty where none has a forecast. */
export function reportForecasts(
  catalogue: PublicCatalogue,
  own: readonly ValueRow[],
  teryt: string,
): ReportForecasts[] {
  const sections = new Map(catalogue.formRows.map(({ section }) => [section.replace('.', '-'), section]));
  const placed = forecastOutcomes(own).flatMap((outcome): Placed[] => {
    const cell = formCellOf(outcome.forecast.anchor);
    return cell ? [{ ...outcome, section: sections.get(cell.section) ?? cell.section, row: cell.row }] : [];
  });
  return [...group(placed, ({ forecast }) => `${forecast.source}|${forecast.year}`).values()]
    .map((rows) => ofReport(catalogue, rows, teryt))
    .sort((a, b) => b.year - a.year);
}

function ofReport(catalogue: PublicCatalogue, rows: readonly Placed[], teryt: string): ReportForecasts {
  const { source = '', year = 0 } = rows[0]?.forecast ?? {};
  const bySection = [...group(rows, ({ section }) => section)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    source,
    year,
    title: catalogue.sources.get(source)?.title ?? source,
    sentences: inWords(forecastSummary(rows), year),
    figure: figureOf(catalogue, rows, teryt, year),
    sections: bySection.map(([section, own]) => ({
      title: catalogue.names.section(section),
      sentence: inWords(forecastSummary(own), year).slice(0, 1).join(' '),
      table: tableOf(catalogue, own, year),
    })),
  };
}

const SAID = {
  repeated: 'równa wartości z roku oceny (tak każe instrukcja)',
  mean: 'średnia z dwóch ostatnich lat',
  forecast: 'prognoza',
} as const;

function tableOf(catalogue: PublicCatalogue, rows: readonly Placed[], year: number): Table {
  const cell = (row: ValueRow | null) => {
    if (row === null) return { text: '–' };
    const point = pointOf(row);
    if (!isKnown(point)) return { text: '–' };
    const doubt = point.doubt ? { note: point.doubt } : {};
    return { text: printed(point, row.unit), source: row.source, anchor: row.anchor, ...doubt };
  };
  return {
    head: ['Wiersz', String(year - 2), String(year - 1), `${year} – prognoza`, `${year} – wykonanie`, 'Wykonanie mniej prognoza', 'Co zapisano w prognozie'],
    rows: rows
      .toSorted((a, b) => a.row - b.row)
      .map((one) => ({
        label: formRowName(catalogue, one.forecast.source, one.section, one.row),
        cells: [cell(one.previous), cell(one.base), cell(one.forecast), cell(one.outcome), { text: differenceOf(one) }, { text: one.said === null ? 'nie wiadomo: jedna z wartości jest niepewna albo nieznana' : SAID[one.said] }],
      })),
  };
} // prettier-ignore

const printed = (one: Known, unit: string): string => saidNumber(one, unit === 'zl' ? 0 : 2);

function differenceOf({ error, relative, forecast, outcome }: Placed): string {
  if (error === null || outcome === null) return '–';
  const [a, b] = [pointOf(forecast), pointOf(outcome)];
  const share = relative === null ? '' : ` (${formatSigned(relative, 1)}%)`;
  return `${error > 0 ? '+' : ''}${printed(computed(error, a, b), forecast.unit)}${share}`;
}

/** Largest forecast amounts with their outcome in percent; nothing where nothing can be compared. */
function figureOf(
  catalogue: PublicCatalogue,
  rows: readonly Placed[],
  teryt: string,
  year: number,
): FigureModel | null {
  const compared = rows
    .filter(({ said, outcome, forecast }) => said === 'forecast' && outcome && forecast.unit === 'zl' && forecast.value > 0)
    .toSorted((a, b) => b.forecast.value - a.forecast.value);
  const bars = compared.flatMap(({ forecast, outcome, section, row }): (Bar & Known)[] => {
    const [expected, came] = [pointOf(forecast), outcome ? pointOf(outcome) : undefined];
    if (!outcome || !isKnown(expected) || !isKnown(came)) return [];
    return [{
      label: formRowName(catalogue, forecast.source, section, row),
      ...computed((came.value / expected.value) * 100, expected, came),
      source: outcome.source,
      anchor: outcome.anchor,
      formula: `${said(came, 'zl')} / ${said(expected, 'zl')} × 100`,
    }];
  });
  const [first] = bars;
  if (!first) return null;
  const farthest = bars.reduce((far, bar) => (Math.abs(bar.value - 100) > Math.abs(far.value - 100) ? bar : far), first);
  return {
    indicator: 'prognoza-a-wykonanie',
    unit: teryt,
    title: `Prognoza na ${year} rok a wykonanie`,
    subtitle: 'wykonanie w procentach prognozy; kwoty, od największej',
    spec: {
      type: 'bars', unit: '%' satisfies UnitName, decimals: 1, year, bars, most: BARS,
      columns: { label: 'Wiersz formularza', value: 'Wykonanie w % prognozy' },
      reference: { value: 100, label: 'prognoza = 100%' },
    },
    reading: `Najdalej od prognozy: ${farthest.label} – ${said(farthest, '%', 1)} prognozy.`,
    caveats: ['Pominięto wiersze, w których zamiast prognozy powtórzono wartość z roku oceny albo wpisano średnią, oraz wartości niepewne.'],
    origins: [],
  };
} // prettier-ignore
