import { lineFromTo, pdf, textAt } from '../readers/made-pdf';
import type { Block } from './blocks';

/** Lengths in units of the drawing, which is scaled to the page. */
const SCALE = 0.6;
const [LEFT, RIGHT, TOP, BOTTOM, LEADING] = [60, 940, 1340, 80, 13];
/** Width of a letter on average, and letters of a cell and of a line at most: longer text goes on below. */
const [LETTER, MOST, PROSE] = [5.6, 46, 150];

/** A PDF with a text layer, tables with drawn borders, page by page. */
export function pdfOf(blocks: readonly Block[]): Uint8Array {
  const page = new Pages();
  for (const block of blocks) {
    if (block.kind === 'table') page.table(block.rows);
    else for (const line of wrapped(block.text, PROSE)) page.line(line);
    page.space();
  }
  return pdf(page.finished());
}

class Pages {
  #pages: string[][] = [[]];
  #y = TOP;

  line(text: string): void {
    this.#room(LEADING);
    this.#draw(textAt(LEFT, this.#y, text));
    this.#y -= LEADING;
  }
  space(): void {
    this.#y -= 2 * LEADING;
  }
  /** Rows with borders; a table goes on with the next page. */
  table(rows: readonly (readonly string[])[]): void {
    const width = Math.max(...rows.map((row) => row.length));
    const letters = Array.from({ length: width }, (_, at) =>
      Math.min(MOST, Math.max(5, ...rows.map((row) => (row[at] ?? '').length))),
    );
    const share = Math.min(1, (RIGHT - LEFT) / (LETTER * letters.reduce((sum, most) => sum + most + 2, 0)));
    const stops = [LEFT];
    for (const most of letters) stops.push((stops.at(-1) ?? LEFT) + LETTER * (most + 2) * share);
    for (const row of rows) {
      const cells = Array.from({ length: width }, (_, at) =>
        wrapped(row[at] ?? '', Math.floor((letters[at] ?? 0) * share)),
      );
      const height = LEADING * Math.max(...cells.map((cell) => cell.length), 1) + 4;
      this.#room(height + 4);
      const [top, bottom] = [this.#y + LEADING - 2, this.#y + LEADING - 2 - height];
      for (const level of [top, bottom]) this.#draw(lineFromTo(LEFT, level, stops.at(-1) ?? RIGHT, level));
      for (const stop of stops) this.#draw(lineFromTo(stop, bottom, stop, top));
      for (const [at, cell] of cells.entries())
        for (const [n, part] of cell.entries())
          this.#draw(textAt((stops[at] ?? 0) + 2, this.#y - n * LEADING, part));
      this.#y -= height;
    }
  }

  finished(): string[] {
    return this.#pages.map((drawings) => `q ${SCALE} 0 0 ${SCALE} 0 0 cm\n${drawings.join('\n')}\nQ`);
  }
  #room(height: number): void {
    if (this.#y - height > BOTTOM) return;
    this.#pages.push([]);
    this.#y = TOP;
  }
  #draw(drawing: string): void {
    this.#pages.at(-1)?.push(drawing);
  }
}

/** Text broken at spaces; a number with its thousands is never broken. */
function wrapped(text: string, most: number): string[] {
  if (/^[\d ,%-]+(?:zł)?$/.test(text)) return [text];
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
