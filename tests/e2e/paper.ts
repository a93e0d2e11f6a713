import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

/** A piece of text on a sheet, in points from its lower left corner. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}
export interface Sheet {
  width: number;
  height: number;
  pieces: Piece[];
}

/** Of a line of text: what stands above its base line, without the room for accents. */
const BODY = 0.7;

/** The sheets of a PDF with all the text that is set on them; text that is turned is left out. */
export async function sheetsOf(pdf: Uint8Array): Promise<Sheet[]> {
  // It takes the bytes away from whoever gives them.
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , d, left, bottom] = item.transform as number[];
      if (a === undefined || d === undefined || left === undefined || bottom === undefined || b !== 0)
        return [];
      return [{ text: item.str, left, right: left + item.width, bottom, top: bottom + Math.abs(d) * BODY }];
    });
    sheets.push({ width, height, pieces });
  }
  await document.destroy();
  return sheets;
}

/** Pairs of texts of which one lies over the other. */
export function overlaps({ pieces }: Sheet): string[] {
  const sorted = pieces.toSorted((a, b) => a.bottom - b.bottom);
  const found: string[] = [];
  for (const [at, a] of sorted.entries())
    for (const b of sorted.slice(at + 1)) {
      if (b.bottom >= a.top) break;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.top, b.top) - b.bottom;
      if (across > 1.5 && down > 1.5) found.push(`${a.text} × ${b.text}`);
    }
  return found;
}

/** Texts that do not lie within their sheet. */
export const beyond = ({ pieces, width, height }: Sheet): string[] =>
  pieces
    .filter(({ left, right, bottom, top }) => left < 0 || right > width || bottom < 0 || top > height)
    .map(({ text }) => text);

/** Marks the corners of every drawing of a chart, of which one is printed, so that a chart can be found on the sheets: `<<3.` at its upper and `.3>>` at its lower edge. */
export const markCharts = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const charts = [...document.querySelectorAll<SVGSVGElement>('.stage svg')];
    for (const [at, chart] of charts.entries()) {
      const { x, y, width, height } = chart.viewBox.baseVal;
      for (const [text, left, top] of [
        [`<<${at}.`, x + width / 2, y + 8],
        [`.${at}>>`, x + width - 40, y + height - 2],
      ] as const) {
        const mark = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        mark.setAttribute('x', String(left));
        mark.setAttribute('y', String(top));
        mark.setAttribute('style', 'font-size: 3px; text-anchor: start');
        mark.textContent = text;
        chart.append(mark);
      }
    }
    return charts.length;
  });
