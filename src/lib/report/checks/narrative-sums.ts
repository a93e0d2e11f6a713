import type { NarrativeCell } from '../recognise/narrative';

const kwota = (swiadczenie: string, grupa = '') =>
  [grupa, `swiadczenie=${swiadczenie}`].filter((part) => part !== '').join(';');
const UKRAINA = 'grupa=ukraina';

/** Sums that are not told by a common breakdown: a benefit made up of others. Checked where every part is told. */
export const SUMS: readonly {
  rule: string;
  whole: { indicator: string; breakdown: string };
  /** Indicator of the parts. */
  indicator: string;
  parts: readonly string[];
}[] = [
  ...(
    [
      ['swiadczenia-rodzinne-i-fundusz', '', ['zasilek-rodzinny', 'dodatki-do-zasilku', 'zasilek-pielegnacyjny', 'swiadczenie-pielegnacyjne', 'jednorazowa-zapomoga',
        'zasilek-dla-opiekuna', 'specjalny-zasilek-opiekunczy', 'swiadczenie-rodzicielskie', 'fundusz-alimentacyjny']],
      ['dodatki-do-zasilku', '', ['dodatek-urodzenie', 'dodatek-urlop-wychowawczy', 'dodatek-samotne-wychowywanie', 'dodatek-ksztalcenie-i-rehabilitacja', 'dodatek-rok-szkolny',
        'dodatek-szkola-poza-miejscem', 'dodatek-rodzina-wielodzietna']],
      ['zasilek-rodzinny-z-dodatkami', '', ['zasilek-rodzinny', 'dodatki-do-zasilku']],
      ['swiadczenia-rodzinne', UKRAINA, ['swiadczenie-rodzicielskie', 'dodatek-urodzenie', 'zasilek-rodzinny', 'zasilek-pielegnacyjny', 'swiadczenie-pielegnacyjne']],
      ['posilki', UKRAINA, ['zasilek-celowy', 'posilki-w-szkole']],
    ] as const
  ).map(([whole, group, parts]) => ({
    rule: 'suma-swiadczen',
    whole: { indicator: 'spr-swiadczenie-kwota', breakdown: kwota(whole, group) },
    indicator: 'spr-swiadczenie-kwota',
    parts: parts.map((part) => kwota(part, group)),
  })),
  {
    rule: 'suma-funduszu-pomocy',
    whole: { indicator: 'spr-wydatki-ogolem', breakdown: 'zadania=fundusz-pomocy' },
    indicator: 'spr-swiadczenie-kwota',
    parts: ['zasilek-okresowy', 'zasilek-staly', 'posilki', 'jednorazowe-swiadczenie', 'swiadczenia-rodzinne', 'skladki-spoleczne', 'koszty-obslugi', 'skladki-zdrowotne', 'stypendia-szkolne']
      .map((part) => kwota(part, UKRAINA)),
  },
  {
    rule: 'suma-swiadczen',
    whole: { indicator: 'spr-swiadczenie-liczba', breakdown: kwota('posilki', UKRAINA) },
    indicator: 'spr-swiadczenie-liczba',
    parts: [kwota('zasilek-celowy', UKRAINA), kwota('posilki-w-szkole', UKRAINA)],
  },
  {
    rule: 'suma-rodzin',
    whole: { indicator: 'spr-swiadczenie-rodziny', breakdown: kwota('dozywianie') },
    indicator: 'spr-swiadczenie-rodziny',
    parts: [kwota('posilki-w-szkole'), kwota('zasilki-na-zywnosc')],
  },
]; // prettier-ignore

/** The pair of a breakdown with this key, `null` where it has none. */
export const partKey = (breakdown: string, key: string): string | null =>
  breakdown.split(';').find((part) => part.startsWith(`${key}=`)) ?? null;

/** A breakdown without one of its keys, `null` where it does not have it. */
export const withoutDimension = (breakdown: string, key: string): string | null =>
  partKey(breakdown, key) === null
    ? null
    : breakdown
        .split(';')
        .filter((part) => !part.startsWith(`${key}=`))
        .join(';');

/** The figure with this breakdown that is told nearest to a part of it: a report may tell the whole twice. */
export function nearestWhole(
  cells: readonly NarrativeCell[],
  part: Pick<NarrativeCell, 'indicator' | 'year' | 'level' | 'line'>,
  breakdown: string,
): NarrativeCell | null {
  const distance = (cell: NarrativeCell) => Math.abs(cell.line - part.line);
  return (
    cells
      .filter(
        (cell) =>
          cell.indicator === part.indicator &&
          cell.breakdown === breakdown &&
          cell.year === part.year &&
          cell.level === part.level,
      )
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  );
}
