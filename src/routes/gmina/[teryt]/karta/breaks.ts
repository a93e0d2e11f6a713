import { notesOf, type FigureModel } from '$lib/charts';
import { linesOf } from '../../../cards/cut';
import { measureOf } from './card-themes';

interface Break {
  year: number;
  label: string;
  /** With the reason. */
  text: string;
  /** What it changed, where several figures share it all of them. */
  measures: string[];
}

interface Room {
  /** Lines there are. */
  lines: number;
  /** Letters of a line. */
  letters: number;
}

/**
 * Changes of rules within the years drawn, the earliest first, each with what it is of and what it changed. Where not all
 * fit, the earliest share one line and only have a name; that line stands also where there is no room.
 */
export function breaksOf(figures: readonly FigureModel[], { lines, letters }: Room): string[] {
  const breaks = gathered(figures);
  for (let named = 0; named < breaks.length; named++) {
    const texts = [...namesOf(breaks.slice(0, named)), ...breaks.slice(named).map(whole)];
    if (texts.reduce((sum, text) => sum + linesOf(text, letters), 0) <= lines) return texts;
  }
  return namesOf(breaks);
}

function gathered(figures: readonly FigureModel[]): Break[] {
  const found = new Map<string, Break>();
  for (const { spec, title } of figures)
    for (const { kind, year, name, text } of notesOf(spec)) {
      if (kind !== 'break' || year === null) continue;
      const measure = measureOf(title);
      const { measures } = found.get(text) ?? { measures: [] };
      found.set(text, { year, label: name, text, measures: [...new Set([...measures, measure])] });
    }
  return [...found.values()].sort((a, b) => a.year - b.year);
}

const ofWhat = ({ year, measures }: Break): string => `${year}, ${measures.join(', ')}`;

const whole = (one: Break): string => one.text.replace(String(one.year), () => ofWhat(one));

const namesOf = (breaks: readonly Break[]): string[] =>
  breaks.length === 0
    ? []
    : [`${breaks.map((one) => `${ofWhat(one)} – ${one.label}`).join('; ')}. Opis na stronie gminy.`];
