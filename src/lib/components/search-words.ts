/** What the words of a search mean beside names: kinds of areas, in any case, and words that say nothing. */
export type Kind =
  'gmina' | 'miasto' | 'miejska' | 'wiejska' | 'miejsko' | 'powiat' | 'wojewodztwo' | 'nothing';

/** Folded, as `foldName` leaves them: `m.st.` is `m st`. */
const KINDS: readonly [Kind, RegExp, string][] = [
  ['gmina', /^gm(in(a|y|ie|e|o)?)?$/, 'gmina'],
  ['miasto', /^(m|st|miast(o|a|u|em)|miescie|stoleczn(e|ego|ym))$/, 'miasto'],
  ['miejska', /^miejsk(a|iej)$/, 'miejska'],
  ['miejsko', /^miejsko$/, 'miejsko'],
  ['wiejska', /^wiejsk(a|iej)$/, 'wiejska'],
  ['powiat', /^pow(iat(u|em|owi)?|iecie)?$/, 'powiat'],
  ['wojewodztwo', /^woj(ewodztw(o|a|u|em|ie))?$/, 'wojewodztwo'],
  ['nothing', /^(w|we|z|ze|dla)$/, 'dla'],
];

/** The kind that a word names. The last one is still being typed: its beginning is enough. */
export function kindOf(word: string, last: boolean): Kind | null {
  const begun = last && word.length >= 2;
  return KINDS.find(([, whole, name]) => whole.test(word) || (begun && name.startsWith(word)))?.[0] ?? null;
}

/** Ends of a word in its basic form, and those it has in other cases, where what is before them is the same. */
const ENDINGS: readonly [RegExp, RegExp][] = [
  [/^[aeoyi]?$|^ie$|^ia$/, /^(i?(a|u|owi|e|em|ego|emu|ej|ach|om|ami|ow)|im|ym|i|y|ymi|imi)$/],
  // Sosnowiec, w Sosnowcu
  [/^i?ec$/, /^c(a|u|owi|em)$/],
  // Wieliczka, w Wieliczce; Rzgów, w Rzgowie needs none of these; Sopot, w Sopocie; Środa, w Środzie; Góra, w Górze
  [/^ka$/, /^ce$/],
  [/^ga$/, /^dze$/],
  [/^t[aoy]?$/, /^cie$/],
  [/^d[aoy]?$/, /^dzie$/],
  [/^r?[aoy]?$/, /^r?ze$/],
];
const SHORTEST_STEM = 3;

/** Whether a word is a name's word in another case: `lubartowie` of `lubartow`, `korzennej` of `korzenna`. */
export function isInflected(word: string, name: string): boolean {
  let same = 0;
  while (same < name.length && word[same] === name[same]) same++;
  // The consonant before the ending may change with it.
  for (const stem of [same, same - 1]) {
    if (stem < SHORTEST_STEM) return false;
    const [own, typed] = [name.slice(stem), word.slice(stem)];
    if (ENDINGS.some(([basic, other]) => basic.test(own) && other.test(typed))) return true;
  }
  return false;
}
