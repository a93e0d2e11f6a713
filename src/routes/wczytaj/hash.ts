/** Where the page stands: a file, and a line or a finding of it. It is the part of the URL behind `#`, so that the back button works. */
export interface Spot {
  file: number;
  line: number | null;
  finding: number | null;
}

export const fileHash = (file: number): string => `#plik-${file}`;
export const lineHash = (file: number, line: number): string => `#plik-${file}-w${line}`;
export const findingHash = (file: number, finding: number): string => `#plik-${file}-u${finding}`;

/** @returns `null` for a hash that names something else */
export function spotOf(hash: string): Spot | null {
  const match = /^#plik-(\d{1,6})(?:-([wu])(\d{1,7}))?$/.exec(hash);
  if (!match) return null;
  const [, file, kind, number] = match;
  return {
    file: Number(file),
    line: kind === 'w' ? Number(number) : null,
    finding: kind === 'u' ? Number(number) : null,
  };
}
