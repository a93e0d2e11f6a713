import { decode } from './decode';
import { type Content, type Line, numbered, prose, tableRow } from './document';
import { Grid, type SpannedCell } from './grid';
import type { Budget } from './limits';
import { type MarkupListener, markupParser } from './markup';

/** Elements whose text nobody sees on the page. */
const UNSEEN = new Set([
  'head', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'select', 'textarea', 'desc',
]); // prettier-ignore
/** Elements that go on with the line they stand in; every other one starts a new line. */
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'input', 'ins', 'kbd',
  'label', 'mark', 'o:p', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]); // prettier-ignore
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

interface Table {
  grid: Grid;
  cells: SpannedCell[];
  open: boolean;
}

/** Lines of an HTML page: its visible text, tables with a cell for every column. Nothing in it is run or loaded. */
export function readHtml(bytes: Uint8Array, budget: Budget): Line[] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  const walk = new HtmlWalk(budget);
  const parser = markupParser(walk, budget, false);
  const text = decode(bytes, budget, declared);
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.end();
  walk.endLine();
  return numbered(walk.contents);
}

const PIECE = 65_536;

class HtmlWalk implements MarkupListener {
  readonly contents: Content[] = [];
  private readonly tables: Table[] = [];
  private unseen = 0;
  private preformatted = 0;
  private line = '';

  constructor(private readonly budget: Budget) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { hidden, style = '' } = attributes;
    if (this.unseen > 0 || UNSEEN.has(name) || hidden !== undefined || HIDDEN.test(style)) {
      if (name === 'script') this.budget.notice('Pominięto skrypty zapisane w dokumencie HTML.');
      this.unseen++;
      return;
    }
    if (!INLINE.has(name)) this.endLine();
    if (name === 'pre') this.preformatted++;
    const table = this.tables.at(-1);
    if (name === 'table')
      this.tables.push({ grid: new Grid(this.budget.limits.columns), cells: [], open: false });
    else if (table && (name === 'td' || name === 'th')) {
      table.open = true;
      table.cells.push({ text: '', columns: span(attributes.colspan), rows: span(attributes.rowspan) });
    }
  }

  close(name: string): void {
    if (this.unseen > 0) {
      this.unseen--;
      return;
    }
    if (!INLINE.has(name)) this.endLine();
    if (name === 'pre') this.preformatted--;
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th') table.open = false;
    else if (name === 'tr') {
      this.add(tableRow(table.grid.row(table.cells)));
      table.cells = [];
    } else if (name === 'table') this.tables.pop();
  }

  text(text: string): void {
    if (this.unseen > 0) return;
    const table = this.tables.at(-1);
    if (!this.preformatted || table?.open) this.line += text;
    else
      for (const [at, part] of text.split('\n').entries()) {
        if (at > 0) this.endLine();
        this.line += part;
      }
  }

  /** The text gathered so far ends: it is a line of its own, or a part of the cell it stands in. */
  endLine(): void {
    const table = this.tables.at(-1);
    const cell = table?.open ? table.cells.at(-1) : undefined;
    if (cell) cell.text += ` ${this.line}`;
    else this.add(prose(this.line));
    this.line = '';
  }

  private add(content: Content): void {
    if (content.text === '') return;
    this.contents.push(content);
    this.budget.spend(content.text.length + (content.cells?.length ?? 0) * 16);
    this.budget.checkContents(this.contents);
  }
}

const span = (attribute: string | undefined): number =>
  Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1);
