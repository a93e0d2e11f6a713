import { yearsOf } from './axis';
import type { ChartSpec, FigureSpec, Point } from './spec';

/** Where the numbers of a figure come from, in words, with the place of one of them. */
export interface Origin {
  text: string;
  source: string;
  anchor: string;
}

/** A chart with all that stands around it. */
export interface FigureModel<Spec extends ChartSpec = FigureSpec> {
  indicator: string;
  /** What was chosen on the page, for the name of its files; nothing where absent. */
  filter?: string;
  /** TERYT code of the unit the figure is about. */
  unit: string;
  title: string;
  /** Unit of measure, years, area. */
  subtitle: string;
  spec: Spec;
  /** One sentence: what the chart shows. */
  reading: string;
  /** What a reader must know not to misread it. */
  caveats: string[];
  origins: Origin[];
  /** It has a page of its own that other sites may frame: `/osadz/<indicator>/<unit>/`. */
  embed?: true;
}

export interface Note {
  kind: 'doubt' | 'break';
  /** `null` where the chart is of one year. */
  year: number | null;
  /** Whose value is doubtful, or the name of the break. */
  name: string;
  /** Both with the reason. */
  text: string;
}

const ALL_YEARS: [number, number] = [-Infinity, Infinity];

/** Breaks and doubts of the years of a chart in words, in the order of years; of two panels one after the other. */
export function notesOf(spec: ChartSpec): Note[] {
  const notes: Note[] = [];
  const doubts = (points: readonly Point[], name: string, [from, to] = ALL_YEARS) => {
    for (const { year, doubt } of points)
      if (doubt !== undefined && year >= from && year <= to)
        notes.push({ kind: 'doubt', year, name, text: `${year}, ${name}: ${doubt}` });
  };
  switch (spec.type) {
    case 'trend':
    case 'multiples': {
      const [first, last] = yearsOf(spec);
      for (const { year, label, reason } of spec.breaks)
        if (year > first && year <= last)
          notes.push({ kind: 'break', year, name: label, text: `${year} – ${label}: ${reason}` });
      const shown = spec.type === 'trend' ? spec.years : undefined;
      for (const series of spec.series) doubts(series.points, series.label, shown);
      break;
    }
    case 'pair':
      return spec.panels.flatMap(notesOf);
    case 'columns':
      for (const series of [spec.main, ...(spec.beside ? [spec.beside] : [])])
        doubts(series.points, series.label);
      break;
    case 'bars':
      for (const { label, doubt } of spec.bars)
        if (doubt !== undefined)
          notes.push({ kind: 'doubt', year: null, name: label, text: `${label}: ${doubt}` });
      break;
    case 'strip':
    case 'swarm':
    case 'map':
    case 'strips':
    case 'profile':
      break;
  }
  return notes.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
}
