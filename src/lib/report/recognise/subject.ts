import { GMINA_TYPES, type GminaType, type Unit } from '../../domain';
import type { ReportDocument } from '../readers/text';
import type { FormBlock } from './blocks';
import { fold } from './fold';

/** Whose report it is. `null` where the text does not say it clearly enough; the caller may override. */
export interface Subject {
  teryt: string | null;
  year: number | null;
}

/** A unit of the register, as far as the search for a report's gmina needs it. */
export type Candidate = Pick<Unit, 'teryt' | 'level' | 'name' | 'types'>;

/** Beginning of a report: title page, introduction, demography. The gmina is named there. */
const HEAD = 12_000;

/**
 * The gmina and the year of a report, found in its text: the year from the heads of the form tables, the gmina by how
 * often it is named behind the word "gmina", its powiat and its type deciding between namesakes.
 */
export function findSubject(
  document: ReportDocument,
  blocks: readonly FormBlock[],
  units: readonly Candidate[],
): Subject {
  return { teryt: findGmina(document, units), year: findYear(blocks) };
}

/** The year of assessment that most of the form's tables name. */
function findYear(blocks: readonly FormBlock[]): number | null {
  const counts = new Map<number, number>();
  for (const { columns } of blocks) {
    const year = columns.find(({ column }) => column === 'assess')?.year;
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function findGmina(document: ReportDocument, units: readonly Candidate[]): string | null {
  const words = ` ${fold(
    document.lines
      .map((line) => line.text)
      .join(' ')
      .slice(0, HEAD),
  )} `;
  const near = (
    words.match(/ gmin[a-z]{0,2} (?:miast[a-z]* |miejsk[a-z-]* |wiejsk[a-z-]* )*(?:[a-z]+ ){1,3}/g) ?? []
  )
    // "gmina Kurów, powiat puławski" names Kurów, not Puławy.
    .map((place) => place.replace(/ (?:powia|powie|wojew).*$/, ' '));
  const powiaty = new Map(
    units.filter((unit) => unit.level === 'powiat').map((unit) => [unit.teryt, fold(unit.name)]),
  );
  const scored = units
    .filter((unit) => unit.level === 'gmina')
    .map((unit) => {
      const stems = fold(unit.name).split(' ').map(stem);
      const named = near.filter((place) => inOrder(place, stems)).length;
      if (named === 0) return { unit, score: 0 };
      const powiat = powiaty.get(unit.teryt.slice(0, 4)) ?? '';
      const inPowiat =
        powiat !== '' && words.includes(` powia`) && containsStem(words, 'powia', stem(powiat));
      const type = currentType(unit);
      const ofType = type !== null && words.includes(` ${fold(GMINA_TYPES[type])} `);
      // "Janów Lubelski" is a longer match than "Janów", which every mention of it contains.
      const whole = (stems.length - 1) / 2;
      return { unit, score: named + whole + (inPowiat ? 5 : 0) + (ofType ? 2 : 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return null;
  const tied = scored.filter(({ score }) => score === best.score).map(({ unit }) => unit.teryt);
  return tied.length === 1 ? best.unit.teryt : byTownOfPowiat(document, tied, powiaty);
}

/** Of namesakes the one whose powiat's town is named anywhere in the report: `Starostwo Powiatowe w Wieruszowie`. */
function byTownOfPowiat(
  document: ReportDocument,
  tied: readonly string[],
  powiaty: ReadonlyMap<string, string>,
): string | null {
  const words = ` ${fold(document.lines.map((line) => line.text).join(' '))} `;
  const named = tied.filter((teryt) => {
    // The adjective without its ending: wieruszow-ski.
    const town = (powiaty.get(teryt.slice(0, 4)) ?? '').replace(/s?ki$/, '');
    return town.length >= 4 && words.includes(` ${town}`);
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Polish names are inflected: all but the last two letters of a word stay (Lubartów – Lubartowie). */
const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 2));

const inOrder = (text: string, stems: readonly string[]): boolean =>
  stems.every((part) => text.includes(` ${part}`));

/** `powiecie lubartowskim`, `powiatu Świdnickiego`: the stem within two words of the noun; OCR may have damaged one letter of it. */
function containsStem(words: string, noun: string, name: string): boolean {
  const places = words.match(new RegExp(` (?:${noun}|powie)[a-z]* (?:[a-z]+ ){1,2}`, 'g')) ?? [];
  return places.some((place) => place.includes(` ${name}`));
}

function currentType(unit: Candidate): GminaType | null {
  const known = Object.entries(unit.types ?? {}).sort(([a], [b]) => Number(b) - Number(a));
  return known.find(([, type]) => type !== null)?.[1] ?? null;
}
