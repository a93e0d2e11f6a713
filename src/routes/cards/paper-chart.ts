import { group } from 'd3';
import { notesOf } from '$lib/charts/figure';
import { render } from '$lib/charts/renderer';
import type { ChartSpec } from '$lib/charts/spec';
import { fit } from './cut';

/** A chart drawn for half a sheet. It may be given less room than it has, and then stands at the left. */
export const paperChart = (spec: ChartSpec, label: string): string =>
  render(spec, 'paper', label).replace('<svg ', '<svg preserveAspectRatio="xMinYMin meet" ');

/** Letters of a reason under a chart, and room for the names of doubtful values. */
const REASON = 90;
const NAMES = { lines: 3, letters: 60 };

/**
 * Doubts of a chart that stand under it; of many, or where the reason is long, only whose values they are of (and of what
 * years), and the reasons stand on the page.
 */
export function doubtsOf(spec: ChartSpec): string[] {
  const doubts = notesOf(spec).filter(({ kind }) => kind === 'doubt');
  const [only] = doubts;
  if (!only) return [];
  const one = doubts.length === 1;
  if (one && only.text.length <= REASON) return [`Wartość niepewna – ${only.text}`];
  const names = [...group(doubts, ({ name }) => name)].map(([name, own]) =>
    [...own.flatMap(({ year }) => year ?? []), name].join(', '),
  );
  const { items, more } = fit(names, (name) => name, NAMES);
  const whose = [...items, ...(more > 0 ? [`i jeszcze ${more}`] : [])].join('; ');
  return [
    one
      ? `Wartość niepewna (${whose}): powód na stronie gminy.`
      : `Wartości niepewne (${whose}): powody na stronie gminy.`,
  ];
}
