const collator = new Intl.Collator('pl-PL', { numeric: true });

/** Polish order: Ą after A, Ł after L, Ż after Z. */
export function comparePl(a: string, b: string): number {
  return collator.compare(a, b);
}

/** A name as it is looked for: case, diacritics and punctuation ignored, `Łódź` → `lodz`. */
export function foldName(text: string): string {
  return text
    .toLocaleLowerCase('pl-PL')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
