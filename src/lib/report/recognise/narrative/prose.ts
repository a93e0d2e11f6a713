import type { Line } from '../../readers';

/** A document as one running text: sentences are broken over lines anywhere. */
export interface Prose {
  /** Folded lines joined by a space. */
  text: string;
  /** Each line with where it starts in `text`; `folded` is its part of it. */
  lines: { line: Line; start: number; folded: string }[];
  lineAt: (offset: number) => Line;
}

export function proseOf(lines: readonly Line[]): Prose {
  let text = '';
  const placed = lines.map((line) => {
    const start = text.length;
    const folded = foldProse(line.text);
    text += folded === '' ? '' : `${folded} `;
    return { line, start, folded };
  });
  return {
    text,
    lines: placed,
    lineAt: (offset) => {
      const at = placed.findLastIndex(({ start, folded }) => start <= offset && folded !== '');
      return placed[Math.max(at, 0)]?.line ?? { number: 1, page: null, text: '', cells: null };
    },
  };
}

/**
 * Lower case, no diacritics; digits, letters and the signs that numbers and lists are written with stay.
 * Length changes: an offset of folded text means nothing in the printed line.
 */
export const foldProse = (text: string): string =>
  text
    .replace(/[$§](?=\p{L})/gu, 's')
    .replaceAll('¢', 'e')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[–—]/g, '-')
    .replace(/[^a-z0-9.,%:()=;-]+/g, ' ')
    .replace(/\btj\.(?=\d)/g, 'tj. ')
    .replace(/(\d)(z[lt]|rodzin|swiadcz|osob|dzieci)/g, '$1 $2')
    .trim();
