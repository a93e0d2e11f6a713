import type { Kind } from '../domain';
import type { Series } from './spec';

/** Words for a kind, in the table and beside a label. Kinds never share a name. */
export const KIND_NAMES: Record<Kind, string> = {
  reported: 'wartość z raportu lub danych gminy',
  forecast: 'prognoza',
  'plain-mean': 'średnia z gmin (każda gmina liczy się tak samo), z raportu',
  'area-published': 'wartość dla całego obszaru, podana przez źródło',
  'area-computed': 'wartość dla całego obszaru, obliczona tutaj',
};

/** Classes of a series: colour and dash come from the role, the shape of its points from the kind. */
export function seriesClass(series: Pick<Series, 'role' | 'kind' | 'key'>): string {
  return `series r-${series.role} k-${series.kind}${series.role === 'other' ? ` v-${series.key}` : ''}`;
}

/** Shape of the points by kind, so that two kinds never look alike even without colour. */
export const SYMBOLS: Record<Kind, 'circle' | 'square' | 'diamond' | 'triangle'> = {
  reported: 'circle',
  forecast: 'circle',
  'plain-mean': 'square',
  'area-published': 'diamond',
  'area-computed': 'triangle',
};
