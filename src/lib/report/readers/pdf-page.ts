import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Budget } from './limits';
import { pdfjs } from './pdf-open';
import { type Rule, rulesOf } from './pdf-rules';
import { UnreadableFile } from './unreadable';

/** A run of text on a page; lengths in points, `y` is the baseline, downwards from the top. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

export interface PdfPage {
  pieces: Piece[];
  /** Drawn lines: the borders of tables. */
  rules: Rule[];
  /** Whether the text is laid unseen over a picture, as OCR programs do. */
  unseenText: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const matrix = (values: ArrayLike<number>): Matrix => [
  values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0,
]; // prettier-ignore

/** @throws {UnreadableFile} when the page is damaged */
export async function readPdfPage(pdf: PDFDocumentProxy, number: number, budget: Budget): Promise<PdfPage> {
  const { OPS, Util } = await pdfjs();
  try {
    const page = await budget.within(pdf.getPage(number));
    const { transform } = page.getViewport({ scale: 1 });
    const items = await textItems(page, number, budget);
    const operators = await budget.within(page.getOperatorList({ annotationMode: 0 }));
    budget.check();
    const pieces = upright(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                width: item.width,
                at: matrix(Util.transform(transform, item.transform as number[])),
              },
            ]
          : [],
      ),
    );
    page.cleanup();
    return { pieces, rules: rulesOf(operators, transform, OPS), unseenText: isUnseen(operators, OPS) };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    budget.check();
    return budget.fail(
      'damaged',
      `strony ${number} pliku PDF nie można odczytać: plik jest uszkodzony.`,
      error,
    );
  }
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** Text as it comes, so that a page without end is left. */
async function textItems(page: PDFPageProxy, number: number, budget: Budget): Promise<Item[]> {
  const items: Item[] = [];
  const reader = (page.streamTextContent() as ReadableStream<{ items: Item[] }>).getReader();
  for (
    let chunk = await budget.within(reader.read());
    !chunk.done;
    chunk = await budget.within(reader.read())
  ) {
    items.push(...chunk.value.items);
    if (items.length > budget.limits.pieces) {
      await reader.cancel(new Error('too much text'));
      budget.fail('too-large', `strona ${number} ma nienaturalnie dużo tekstu; plik nie został odczytany.`);
    }
    budget.check();
  }
  return items;
}

/** Pieces in the page's main direction; text across it (axis titles of charts) has no place in lines and is left out. */
function upright(items: readonly { text: string; width: number; at: Matrix }[]): Piece[] {
  const turns = items.map(({ at }) => (Math.round(Math.atan2(at[1], at[0]) / (Math.PI / 2)) + 4) % 4);
  const weight = [0, 0, 0, 0];
  for (const [n, turn] of turns.entries()) weight[turn] = (weight[turn] ?? 0) + (items[n]?.text.length ?? 0);
  const main = weight.indexOf(Math.max(...weight));
  // Only an upright page has its rules where its text is; a page printed lying is read by its gaps.
  const turned = ([, , , , x, y]: Matrix): [number, number] =>
    main === 0 ? [x, y] : main === 1 ? [y, -x] : main === 2 ? [-x, -y] : [-y, x];
  return items.flatMap(({ text, width, at }, n) => {
    if (turns[n] !== main) return [];
    const [left, y] = turned(at);
    return [{ text, left, right: left + width, y, size: Math.hypot(at[2], at[3]) || 1 }];
  });
}

/** Text rendering mode 3: neither filled nor stroked. */
const UNSEEN = 3;

function isUnseen(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
  ops: { setTextRenderingMode: number; showText: number },
): boolean {
  let [mode, seen, unseen] = [0, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    if (operator === ops.setTextRenderingMode) mode = Number((argsArray[at] as unknown[])[0]);
    else if (operator !== ops.showText) continue;
    else if (mode === UNSEEN) unseen++;
    else seen++;
  }
  return unseen > seen;
}
