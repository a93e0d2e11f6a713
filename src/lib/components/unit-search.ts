import { comparePl, foldName } from '../format/collate';
import type { ListedUnit } from './published-units';

const MOST = 12;

interface Found {
  unit: ListedUnit;
  rank: number;
}

/**
 * Gminy whose name, or name and powiat, fit what is typed: first names that begin with it, then names with a word that
 * does, then the rest; equal ones by name and powiat. Case and diacritics are ignored.
 */
export function findUnits(units: readonly ListedUnit[], typed: string): ListedUnit[] {
  const words = foldName(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return units
    .flatMap((unit): Found[] => {
      const rank = rankOf(unit, words);
      return rank === null ? [] : [{ unit, rank }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || comparePl(a.unit.name, b.unit.name) || comparePl(a.unit.powiat, b.unit.powiat),
    )
    .slice(0, MOST)
    .map((found) => found.unit);
}

function rankOf(unit: ListedUnit, words: readonly string[]): number | null {
  const typed = words.join(' ');
  if (unit.teryt.startsWith(typed)) return 0;
  const name = foldName(unit.name);
  if (name === typed) return unit.full ? -1 : 0;
  if (name.startsWith(typed)) return 1;
  const all = `${name} ${foldName(unit.powiat)}`.split(' ');
  if (!words.every((word) => all.some((own) => own.startsWith(word)))) return null;
  return words.some((word) => name.split(' ').some((own) => own.startsWith(word))) ? 2 : 3;
}
