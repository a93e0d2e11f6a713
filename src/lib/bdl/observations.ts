import type { Indicator, Observation } from '../domain';
import { terytOf, type BdlPage } from './answers';

/** BDL variables that an indicator of the catalogue stands for. */
export const VARIABLES: Readonly<Record<string, string>> = {
  72305: 'gus-ludnosc',
  10514: 'gus-bezrobotni',
  79214: 'gus-udzial-bezrobotnych',
  1548717: 'gus-korzystajacy-na-10-tys',
  76973: 'gus-dochody-na-mieszkanca',
  76964: 'gus-wydatki-na-mieszkanca',
  60573: 'gus-powierzchnia-mieszkania-na-osobe',
};

export interface BdlObservations {
  observations: Observation[];
  /** Units of the answer that the register does not have: former gminy. Told, never joined to another. */
  unknown: { id: string; name: string }[];
}

/** Types of gminy in the last digit; 4, 5, 8 and 9 are parts of one and would count it twice. */
const WHOLE = new Set(['1', '2', '3']);

/**
 * Values of a variable as observations of gminy, joined on six digits of TERYT.
 * A value that GUS does not give is missing with a reason. A gmina whose type changed comes twice, as two units of BDL:
 * of the two the one with a value counts.
 * @param source id of the source in `data/sources.csv`
 */
export function observationsOf(
  pages: readonly BdlPage[],
  indicator: Pick<Indicator, 'id' | 'unit'>,
  source: string,
  isKnown: (teryt: string) => boolean,
): BdlObservations {
  const found = new Map<string, Observation>();
  const unknown: BdlObservations['unknown'] = [];
  for (const { id, name, values } of pages.flatMap((page) => page.results)) {
    const { teryt, type } = terytOf(id);
    if (!WHOLE.has(type)) continue;
    if (!isKnown(teryt)) {
      unknown.push({ id, name });
      continue;
    }
    for (const { year, val } of values) {
      const key = `${teryt}|${year}`;
      if (found.get(key) !== undefined && val === null) continue;
      found.set(key, {
        teryt, level: 'gmina', year, indicator: indicator.id, breakdown: '', value: val, missing: val === null ? 'not-published' : null,
        unit: indicator.unit, kind: 'reported', source, section: '', row: id, column: '', table: 'bdl', page: null, line: null,
        raw: val === null ? '' : String(val), confidence: 1, note: '',
      });
    }
  }
  const observations = [...found.values()].sort((a, b) => (a.teryt < b.teryt ? -1 : a.teryt > b.teryt ? 1 : a.year - b.year));
  return { observations, unknown };
} // prettier-ignore
