import type { Observation } from '../../../src/lib/domain';
import { CONFIDENT } from '../../../src/lib/domain';
import type { Report } from '../../../src/lib/report';
import { seriesId } from '../../../src/lib/report/checks/series-relations';
import { AREA_TABLES } from '../../../src/lib/report/recognise/series-tables';
import type { MadeReport } from '.';

/** Place of an observation: `section/row@column`, or the id of a series value. */
export const placeOf = (o: Observation): string =>
  o.row === ''
    ? seriesId({ ...o, area: AREA_TABLES.has(o.table) ? o.teryt : '' })
    : `${o.section}/${o.row}@${o.column}`;

export interface Comparison {
  cells: number;
  right: number;
  /** Of those right. */
  doubted: string[];
  unreadable: string[];
  absent: string[];
  /** Another value than written, and marked as doubtful. */
  wrongMarked: string[];
  /** Another value than written, and taken for sure: the worst there is. */
  wrongAndSure: string[];
  /** Read where nothing was written. */
  invented: string[];
}

/** What was read of a made-up report against what was written. */
export function compareMade(report: Report, made: MadeReport): Comparison {
  const read = new Map(report.observations.map((o) => [placeOf(o), o]));
  const truth = new Map<string, number | 'X' | null>([...made.form, ...made.series]);
  const result: Comparison = {
    cells: truth.size, right: 0, doubted: [], unreadable: [], absent: [], wrongMarked: [], wrongAndSure: [],
    invented: [...read.keys()].filter((place) => !truth.has(place)),
  }; // prettier-ignore
  for (const [place, value] of truth) {
    const found = read.get(place);
    if (!found) result.absent.push(place);
    else if (isRight(found, value)) {
      result.right++;
      if (found.confidence < CONFIDENT) result.doubted.push(place);
    } else if (found.value === null && found.missing === 'unreadable') result.unreadable.push(place);
    else (found.confidence < CONFIDENT ? result.wrongMarked : result.wrongAndSure).push(place);
  }
  return result;
}

function isRight({ value, missing }: Observation, written: number | 'X' | null): boolean {
  if (written === 'X') return missing === 'not-applicable';
  if (written === null) return missing === 'not-reported';
  return value !== null && Math.abs(value - written) < 1e-9;
}
