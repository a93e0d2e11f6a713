import { z } from 'zod';
import { KRAJ } from './kraj';

export { isCityWithPowiatRights } from './city';

/** Administrative level of an area. `kraj` is Poland as a whole. */
export const LEVELS = ['gmina', 'powiat', 'wojewodztwo', 'kraj'] as const;
export const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

const LENGTHS: Record<number, Level> = { 6: 'gmina', 4: 'powiat', 2: 'wojewodztwo' };

/**
 * Level of a TERYT code used as key: six digits a gmina (its type digit left out, since it changes in time),
 * four a powiat, two a województwo, `00` Poland.
 * @throws when the text is not such a code.
 */
export function levelOf(teryt: string): Level {
  if (teryt === KRAJ) return 'kraj';
  const level = /^\d+$/.test(teryt) ? LENGTHS[teryt.length] : undefined;
  if (!level) throw new Error(`invalid TERYT code: ${teryt}`);
  return level;
}

/** The area directly above: gmina → powiat → województwo → Poland; `null` above Poland. */
export function parentOf(teryt: string): string | null {
  switch (levelOf(teryt)) {
    case 'gmina':
      return teryt.slice(0, 4);
    case 'powiat':
      return teryt.slice(0, 2);
    case 'wojewodztwo':
      return KRAJ;
    case 'kraj':
      return null;
  }
}

export const terytSchema = z.string().regex(/^(\d{6}|\d{4}|\d{2})$/, 'not a TERYT code of 2, 4 or 6 digits');
