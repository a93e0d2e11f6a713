import { type Content, type Line, numbered, prose, tableRow } from './document';
import { Grid, type SpannedCell } from './grid';
import type { Budget } from './limits';
import { local, type MarkupListener, markupParser } from './markup';
import type { PackedFiles } from './zip';

/** Parts of a Word file with text of the report, in reading order. Headers and footers repeat on every page: left out. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const;

/** Lines of a Word document: paragraphs and the rows of its tables, deleted and hidden text left out. */
export async function readDocx(files: PackedFiles, budget: Budget): Promise<Line[]> {
  if (files.names.some((name) => name.endsWith('vbaProject.bin')))
    budget.notice('Dokument zawiera makra. Pominięto je: odczytano wyłącznie tekst.');
  const contents: Content[] = [];
  for (const [at, part] of PARTS.entries()) {
    const walk = new DocxWalk(contents, budget);
    const parser = markupParser(walk, budget, true);
    const found = await files.feed(part, (text) => parser.write(text));
    if (!found && at === 0)
      budget.fail(
        'damaged',
        'w pliku DOCX brakuje treści dokumentu. Prosimy zapisać go ponownie w programie biurowym.',
      );
    parser.end();
    await budget.step(at + 1, PARTS.length, 'części dokumentu');
  }
  return numbered(contents);
}

interface Table {
  grid: Grid;
  cells: SpannedCell[];
  /** Whether a cell of it is being read. */
  open: boolean;
}

class DocxWalk implements MarkupListener {
  private readonly tables: Table[] = [];
  /** Paragraphs may stand inside a paragraph: those of a text frame. */
  private readonly paragraphs: string[] = [];
  private unseen = 0;
  private hiddenRun = false;
  private inRun = false;
  private inText = false;
  private page: number | null = null;

  constructor(
    private readonly contents: Content[],
    private readonly budget: Budget,
  ) {}

  open(qualified: string, attributes: Readonly<Record<string, string>>): void {
    const name = local(qualified);
    // `Fallback` repeats in old drawing language what stands before it; `moveFrom` and `del` are tracked deletions.
    if (this.unseen > 0 || name === 'Fallback' || name === 'moveFrom' || name === 'del') {
      this.unseen++;
      return;
    }
    const value = attributes['w:val'];
    const table = this.tables.at(-1);
    const cell = table?.cells.at(-1);
    switch (name) {
      case 'p': this.paragraphs.push(''); break;
      case 'r': this.inRun = true; this.hiddenRun = false; break;
      case 'vanish': if (this.inRun && value !== '0' && value !== 'false') this.hiddenRun = true; break;
      case 't': this.inText = true; break;
      case 'tab': if (this.inRun) this.append('\t'); break;
      case 'br': case 'cr': this.append('\n'); break;
      case 'noBreakHyphen': this.append('-'); break;
      case 'lastRenderedPageBreak': this.page = (this.page ?? 1) + 1; break;
      case 'tbl': this.tables.push({ grid: new Grid(this.budget.limits.columns), cells: [], open: false }); break;
      case 'gridBefore': table?.cells.push({ text: '', columns: count(value), rows: 1 }); break;
      case 'tc': if (table) { table.open = true; table.cells.push({ text: '', columns: 1, rows: 1 }); } break;
      case 'gridSpan': if (cell) cell.columns = count(value); break;
    } // prettier-ignore
  }

  close(qualified: string): void {
    if (this.unseen > 0) {
      this.unseen--;
      return;
    }
    const table = this.tables.at(-1);
    switch (local(qualified)) {
      case 't': this.inText = false; break;
      case 'r': this.inRun = false; break;
      case 'p': this.endParagraph(this.paragraphs.pop() ?? ''); break;
      case 'tc': if (table) table.open = false; break;
      case 'tr': if (table) { this.add(tableRow(table.grid.row(table.cells), this.page)); table.cells = []; } break;
      case 'tbl': this.tables.pop(); break;
    } // prettier-ignore
  }

  text(text: string): void {
    if (this.inText && this.unseen === 0) this.append(text);
  }

  private append(text: string): void {
    if (this.hiddenRun || this.paragraphs.length === 0) return;
    this.paragraphs[this.paragraphs.length - 1] += text;
  }

  private endParagraph(text: string): void {
    const table = this.tables.at(-1);
    const cell = table?.open ? table.cells.at(-1) : undefined;
    if (cell) cell.text += ` ${text}`;
    else
      for (const line of text.split('\n')) {
        const parts = line.trim().split('\t');
        // Two tabs and more keep columns apart; one stands after a heading's number or before a page number.
        this.add(parts.length > 2 ? tableRow(parts, this.page) : prose(line, this.page));
      }
  }

  private add(content: Content): void {
    if (content.text === '') return;
    this.contents.push(content);
    this.budget.spend(content.text.length + (content.cells?.length ?? 0) * 16);
    this.budget.checkContents(this.contents);
  }
}

const count = (value: string | undefined): number => Math.max(1, Number.parseInt(value ?? '1', 10) || 1);
