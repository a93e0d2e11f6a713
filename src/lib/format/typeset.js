// JavaScript, for the build reads it too: the same rule for the words of templates (`scripts/typeset-markup.mjs`).

/** No-break space. */
const NBSP = '\u00a0';

/** One-letter words, which do not end a line in Polish print. */
const LETTER = /(?<=^|[\s\u00a0(„–])([aiouwz])[ \n\t]+(?=\S|$)/giu;
/** A number and what belongs to it: `2019 r.`, `11 zł`; an abbreviation and its number: `art. 110`, `wiersz 5`. */
const AFTER = /(?<=\d)[ \n\t]+(?=(?:r\.|rok|zł|mln|tys\.|p\.p\.|kB|MB|km²)(?![\p{L}]))/gu;
const BEFORE =
  /(?<=(?:^|[\s\u00a0(])(?:art\.|ust\.|poz\.|pkt|nr|wiersz|wierszu|dział|dziale|strona))[ \n\t]+(?=\d)/giu;

/**
 * Words that belong together stay on one line: their space does not break.
 * @param {string} text
 * @returns {string}
 */
export function typeset(text) {
  // Twice: of two one-letter words in a row the first takes the space that the second looks behind for.
  const once = text.replace(LETTER, `$1${NBSP}`).replace(LETTER, `$1${NBSP}`);
  return once.replace(AFTER, NBSP).replace(BEFORE, NBSP);
}

/**
 * The same for every text of a model, ready to be shown. Addresses and ids have no spaces and stay what they are.
 * @template Model
 * @param {Model} model
 * @returns {Model}
 */
export function typesetAll(model) {
  /** @param {unknown} part @returns {unknown} */
  const walk = (part) => {
    if (typeof part === 'string') return typeset(part);
    if (Array.isArray(part)) return part.map(walk);
    // Maps and the like are no text: only plain objects are walked.
    if (part === null || typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype)
      return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
  };
  return /** @type {Model} */ (walk(model));
}
