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
  text: string;
}

/** Breaks and doubts of a chart in words, in the order of years; a sentence that several values share stands once. */
export function notesOf(spec: ChartSpec): Note[] {
  const notes: (Note & { year: number })[] = [];
  const doubts = (points: readonly Point[], name: string) => {
    for (const point of points)
      if (point.doubt !== undefined)
        notes.push({ kind: 'doubt', year: point.year, text: `${point.year}, ${name}: ${point.doubt}` });
  };
  switch (spec.type) {
    case 'trend':
    case 'multiples': {
      const [first, last] = yearsOf(spec);
      for (const mark of spec.breaks.filter(({ year }) => year > first && year <= last))
        notes.push({ kind: 'break', year: mark.year, text: `${mark.year} – ${mark.label}: ${mark.reason}` });
      for (const series of spec.series) doubts(series.points, series.label);
      break;
    }
    case 'pair':
      for (const panel of spec.panels) notes.push(...notesOf(panel).map((note) => ({ ...note, year: 0 })));
      break;
    case 'columns':
      for (const series of [spec.main, ...(spec.beside ? [spec.beside] : [])])
        doubts(series.points, series.label);
      break;
    case 'bars':
      for (const bar of spec.bars)
        if (bar.doubt !== undefined)
          notes.push({ kind: 'doubt', year: 0, text: `${bar.label}: ${bar.doubt}` });
      break;
    case 'strip':
    case 'swarm':
    case 'map':
    case 'strips':
    case 'profile':
      break;
  }
  return notes.toSorted((a, b) => a.year - b.year).map(({ kind, text }) => ({ kind, text }));
}
