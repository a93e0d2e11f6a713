import { fold, likeness } from './fold';
import type { UnknownRow } from './form-table';
import type { SeriesCell } from './series';
import { sectionOf } from './series-tables';
import type { Candidate } from './subject';

const NAME_LIKENESS = 0.7;

/**
 * Cells of tables by powiat with the name of each powiat replaced by its code. A name that is none of the województwo's is
 * reported and its row left out: a value is never filed under a guessed area.
 * @param gmina six digits of the report's gmina; its województwo is searched
 */
export function placeAreas(
  cells: readonly SeriesCell[],
  gmina: string,
  units: readonly Candidate[],
): { placed: SeriesCell[]; unplaced: UnknownRow[] } {
  const powiaty = units.filter(({ level, teryt }) => level === 'powiat' && teryt.startsWith(gmina.slice(0, 2)));
  const codes = new Map<string, string | null>();
  const placed: SeriesCell[] = [];
  const unplaced = new Map<number, UnknownRow>();
  for (const cell of cells) {
    if (cell.area === undefined) {
      placed.push(cell);
      continue;
    }
    if (!codes.has(cell.area)) codes.set(cell.area, codeOf(cell.area, powiaty));
    const area = codes.get(cell.area);
    if (area) placed.push({ ...cell, area });
    else unplaced.set(cell.line, { section: sectionOf(cell.table), line: cell.line, text: cell.area });
  }
  return { placed, unplaced: [...unplaced.values()] };
} // prettier-ignore

/** `Powiat lubartowski`, `Powiat m. Lublin`, `Powiat opolski (lubelskie)` → code; `null` where no name is near or two are. */
function codeOf(printed: string, powiaty: readonly Candidate[]): string | null {
  const name = printed.replace(/^powiat\s+/i, '').replace(/\(.*\)/, '').trim();
  const city = /^m\.\s*/.test(name);
  const wanted = fold(name.replace(/^m\.\s*/, ''));
  const scored = powiaty
    .filter(({ teryt }) => Number(teryt.slice(2)) >= 61 === city)
    .map((unit) => ({ teryt: unit.teryt, score: fold(unit.name) === wanted ? 1 : likeness(unit.name, wanted) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= NAME_LIKENESS && best.score > (second?.score ?? 0) ? best.teryt : null;
} // prettier-ignore
