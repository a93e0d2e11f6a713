import { notesOf } from '$lib/charts/figure';
import { render } from '$lib/charts/renderer';
import type { ChartSpec } from '$lib/charts/spec';

/** A chart drawn for half a sheet. It may be given less room than it has, and then stands at the left. */
export const paperChart = (spec: ChartSpec, label: string): string =>
  render(spec, 'paper', label).replace('<svg ', '<svg preserveAspectRatio="xMinYMin meet" ');

/** Letters of a reason under a chart. */
const REASON = 90;

/** Doubts of a chart that stand under it; of many, or where the reason is long, they stand on the page. */
export function doubtsOf(spec: ChartSpec): string[] {
  const doubts = notesOf(spec).filter(({ kind }) => kind === 'doubt');
  const [only] = doubts;
  if (!only) return [];
  if (doubts.length === 1 && only.text.length <= REASON) return [`Wartość niepewna – ${only.text}`];
  const years = [...new Set(doubts.map(({ text }) => /^\d{4}/.exec(text)?.[0] ?? ''))].filter(
    (year) => year !== '',
  );
  return [`Wartości niepewne (${years.join(', ')}): powody na stronie gminy.`];
}
