import { type Content, prose, tableRow } from './document';
import { baselines, joined } from './pdf-baselines';
import { ruledTables } from './pdf-grid';
import { paragraphs, type Placed } from './pdf-paragraphs';
import type { PdfPage } from './pdf-page';
import { linesOf, type TextLine } from './pdf-rows';

/** Lines of a page in reading order: rows of ruled tables by their borders, of others by their gaps, and prose. */
export function pageContents({ pieces, rules }: PdfPage, page: number): Content[] {
  const { tables, rest } = ruledTables(pieces, rules);
  const placed = [
    ...tables.flatMap(({ rows }) =>
      rows.map(({ y, cells }) => ({ y, content: tableRow(cells, page), extent: null })),
    ),
    ...gapContents(linesOf(rest), page),
  ].filter(({ content }) => content.text !== '');
  return paragraphs(placed.sort((a, b) => a.y - b.y));
}

/** Lines of a page as OCR gives them: no columns, nothing joined. */
export const scannedContents = ({ pieces }: PdfPage, page: number): Content[] =>
  baselines(pieces).map((line) => prose(joined(line), page));

/** Runs of lines with gaps are tables if their columns stand below each other; a lone line with a gap is prose. */
function gapContents(lines: readonly TextLine[], page: number): Placed[] {
  const contents: Placed[] = [];
  let run: TextLine[] = [];
  const endRun = () => {
    const whole = run.filter((line) => !line.torn);
    const table = whole.length > 1 ? columnsOf(whole) : [];
    for (const line of run)
      contents.push(table.length > 1 && !line.torn ? rowOf(line, table, page) : proseOf(line, page));
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    // Lines of a table follow each other; a wide space starts something else.
    if (last && line.y - last.y > LINES_APART * line.size) endRun();
    if (line.segments.length > 1) run.push(line);
    else {
      endRun();
      contents.push(proseOf(line, page));
    }
  }
  endRun();
  return contents;
}

const LINES_APART = 4;

function rowOf({ y, segments }: TextLine, columns: readonly Column[], page: number): Placed {
  const cells = columns.map(({ left, right }) =>
    segments
      .filter((segment) => segment.left < right && segment.right > left)
      .map(({ text }) => text)
      .join(' '),
  );
  return { y, content: tableRow(cells, page), extent: null };
}

function proseOf({ y, size, segments }: TextLine, page: number): Placed {
  const text = segments.map((segment) => segment.text).join(' ');
  const extent = { left: segments[0]?.left ?? 0, right: segments.at(-1)?.right ?? 0, size };
  return { y, content: prose(text, page), extent };
}

interface Column {
  left: number;
  right: number;
}

/** Columns of a run of lines: what any line covers, from gap to gap. */
function columnsOf(run: readonly TextLine[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of run.flatMap(({ segments }) => segments).sort((a, b) => a.left - b.left)) {
    const column = columns.at(-1);
    if (column && left < column.right) column.right = Math.max(column.right, right);
    else columns.push({ left, right });
  }
  return columns;
}
