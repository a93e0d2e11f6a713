import type { BreakMark } from '$lib/charts/spec';
import type { Indicator } from '$lib/domain';
import type { Weighing } from '$lib/query/parents';

/** An indicator as the comparison needs it. */
export interface Measure extends Pick<
  Indicator,
  'id' | 'name' | 'definition' | 'unit' | 'decimals' | 'origin' | 'citiesApart'
> {
  short: string;
  caveat: string;
  /** Has a page of its own. */
  headline: boolean;
  breaks: BreakMark[];
  /** Indicator by which gminy make a total; `null` where none is published. */
  weighing: { by: Weighing['by']; indicator: string } | null;
}

/** Letters that mark the gminy, in their order. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Groups that never mix: each row is of one origin. */
export const GROUPS = [
  {
    origin: 'ozps',
    title: 'Z ocen zasobów pomocy społecznej (OZPS)',
    lead: 'Wartości z raportów gmin. Każdy raport liczy wskaźniki od liczby mieszkańców, którą sam podaje.',
  },
  {
    origin: 'obserwatorium',
    title: 'Z obserwatorium województwa',
    lead: 'Wskaźniki obserwatorium mają własne definicje: nie są tymi samymi wskaźnikami co w OZPS.',
  },
  {
    origin: 'gus',
    title: 'Jakie to gminy (GUS)',
    lead: 'Dane, według których szuka się gmin podobnych; każda za własny rok, wybór roku ich nie zmienia.',
  },
] as const;
