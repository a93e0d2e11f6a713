import { notesOf } from '$lib/charts/figure';
import { render } from '$lib/charts/renderer';
import type { ChartSpec } from '$lib/charts/spec';

/** A chart drawn for half a sheet. It may be given less room than it has, and then stands at the left. */
export const paperChart = (spec: ChartSpec, label: string): string =>
  render(spec, 'paper', label).replace('<svg ', '<svg preserveAspectRatio="xMinYMin meet" ');

/** Doubts of a chart that stand under it; of many their number. */
export function doubtsOf(spec: ChartSpec): string[] {
  const doubts = notesOf(spec).filter(({ kind }) => kind === 'doubt');
  return doubts.length <= 1
    ? doubts.map(({ text }) => `Wartość niepewna (?) – ${text}`)
    : [`Wartości niepewne (?): ${doubts.length}; powody na stronie gminy.`];
}
