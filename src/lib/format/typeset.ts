import { NBSP } from './number';

/** One-letter words, which do not end a line in Polish print. */
const LETTER = /(?<=^|[\s\u00a0(„–])([aiouwz]) (?=\S)/giu;
/** A number and what belongs to it: `2019 r.`, `11 zł`; an abbreviation and its number: `art. 110`, `wiersz 5`. */
const AFTER = /(?<=\d) (?=(?:r\.|rok|zł|mln|tys\.|p\.p\.|kB|MB|km²)(?![\p{L}]))/gu;
const BEFORE =
  /(?<=(?:^|[\s\u00a0(])(?:art\.|ust\.|poz\.|pkt|nr|wiersz|wierszu|dział|dziale|strona)) (?=\d)/giu;

/** Words that belong together stay on one line: their space does not break. */
export function typeset(text: string): string {
  return text.replace(LETTER, `$1${NBSP}`).replace(LETTER, `$1${NBSP}`).replace(AFTER, NBSP).replace(BEFORE, NBSP);
} // prettier-ignore

/** The same for every text of a model, ready to be shown. Addresses and ids have no spaces and stay what they are. */
export function typesetAll<Model>(model: Model): Model {
  if (typeof model === 'string') return typeset(model) as Model;
  if (Array.isArray(model)) return model.map(typesetAll) as Model;
  // Maps and the like are no text: only plain objects are walked.
  if (model === null || typeof model !== 'object' || Object.getPrototypeOf(model) !== Object.prototype)
    return model;
  return Object.fromEntries(Object.entries(model).map(([key, value]) => [key, typesetAll(value)])) as Model;
}
