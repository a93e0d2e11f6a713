/** A piece of a line, marked where it is the number that a finding is about. */
export interface Part {
  text: string;
  marked: boolean;
}

/**
 * A line in pieces, its number marked: whole tokens only, so that `18` is not marked inside `118`. Where the token is not
 * found, or stands there more than once, the line is one piece: another number is never marked in its place.
 */
export function markedParts(line: string, raw: string): Part[] {
  const whole = [{ text: line, marked: false }];
  if (raw.trim() === '') return whole;
  const token = raw.trim().replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const [match, ...others] = line.matchAll(new RegExp(`(?<![\\p{L}\\d])${token}(?![\\p{L}\\d])`, 'gu'));
  if (!match || others.length > 0) return whole;
  const end = match.index + match[0].length;
  return [
    { text: line.slice(0, match.index), marked: false },
    { text: match[0], marked: true },
    { text: line.slice(end), marked: false },
  ].filter(({ text }) => text !== '');
}
