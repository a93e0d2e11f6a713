import { type Content, type Line, numbered, tableRow } from './document';
import type { Budget } from './limits';
import { local, markupParser, type Walk } from './markup';
import { sheetContents } from './sheet-rows';
import { numberFormats, printed, type NumberFormat } from './xlsx-numbers';
import type { PackedFiles } from './zip';

type Attributes = Readonly<Record<string, string>>;

/**
 * Lines of a workbook, sheet by sheet: what the cells show. Formulas give the value saved with them and are never computed;
 * hidden sheets, rows and columns are left out.
 */
export async function readXlsx(files: PackedFiles, budget: Budget): Promise<Line[]> {
  if (files.names.some((name) => name.endsWith('vbaProject.bin')))
    budget.notice('Skoroszyt zawiera makra. Pominięto je: odczytano wyłącznie wartości komórek.');
  const walk: Walk = async (name, listener) => {
    const parser = markupParser({ open: nothing, close: nothing, text: nothing, ...listener }, budget, true);
    const found = await files.feed(name, (text) => parser.write(text));
    parser.end();
    return found;
  };
  const strings = await sharedStrings(walk);
  const formats = await numberFormats(walk, budget);
  const sheets = await sheetFiles(walk);
  const shown = sheets.filter((sheet) => !sheet.hidden);
  if (shown.length < sheets.length) budget.notice('Pominięto ukryte arkusze skoroszytu.');
  if (shown.length > budget.limits.pages)
    budget.fail(
      'too-large',
      `skoroszyt ma ponad ${budget.limits.pages} arkuszy; to nie jest sprawozdanie OZPS.`,
    );
  const contents: Content[] = [];
  for (const [at, sheet] of shown.entries()) {
    const cells = new SheetWalk(strings, formats, budget);
    const found = await walk(sheet.file, {
      open: (name, attributes) => cells.open(name, attributes),
      close: (name) => cells.close(name),
      text: (text) => cells.text(text),
    });
    if (!found)
      budget.fail(
        'damaged',
        `w skoroszycie brakuje arkusza „${sheet.name}”. Prosimy zapisać plik ponownie w arkuszu kalkulacyjnym.`,
      );
    contents.push(tableRow([sheet.name], at + 1));
    for (const content of sheetContents(cells.rows, at + 1)) contents.push(content);
    budget.checkContents(contents);
    await budget.step(at + 1, shown.length, 'arkusze');
  }
  return numbered(contents);
}

const nothing = () => undefined;

async function sharedStrings(walk: Walk): Promise<string[]> {
  const strings: string[] = [];
  let inText = false;
  let phonetic = false;
  await walk('xl/sharedStrings.xml', {
    open(name) {
      if (local(name) === 'si') strings.push('');
      else if (local(name) === 't') inText = true;
      else if (local(name) === 'rPh') phonetic = true;
    },
    close(name) {
      if (local(name) === 't') inText = false;
      else if (local(name) === 'rPh') phonetic = false;
    },
    text(text) {
      if (inText && !phonetic) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

/** The sheets in the order of their tabs. */
async function sheetFiles(walk: Walk): Promise<{ name: string; file: string; hidden: boolean }[]> {
  const targets = new Map<string, string>();
  await walk('xl/_rels/workbook.xml.rels', {
    open(_, { Id = '', Target = '', Type = '' }) {
      if (Type.endsWith('/worksheet'))
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  const sheets: { name: string; file: string; hidden: boolean }[] = [];
  await walk('xl/workbook.xml', {
    open(qualified, attributes) {
      if (local(qualified) !== 'sheet') return;
      const file = targets.get(attributes['r:id'] ?? '');
      const { name = '', state = 'visible' } = attributes;
      if (file !== undefined) sheets.push({ name, file, hidden: state !== 'visible' });
    },
  });
  return sheets;
}

class SheetWalk {
  readonly rows: string[][] = [];
  private readonly hiddenColumns = new Set<number>();
  private hidings = 0;
  private row: string[] = [];
  private hiddenRow = false;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private formula = false;
  private inValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly formats: readonly NumberFormat[],
    private readonly budget: Budget,
  ) {}

  open(qualified: string, attributes: Attributes): void {
    switch (local(qualified)) {
      case 'col':
        if (isTrue(attributes.hidden)) this.hide(Number(attributes.min), Number(attributes.max));
        break;
      case 'row':
        this.startRow(attributes);
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = '';
        this.formula = false;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'v':
      case 't':
        this.inValue = true;
        break;
    }
  }

  close(qualified: string): void {
    switch (local(qualified)) {
      case 'v':
      case 't':
        this.inValue = false;
        break;
      case 'c':
        this.endCell();
        break;
      case 'row':
        if (!this.hiddenRow) this.rows.push(this.row.filter((_, at) => !this.hiddenColumns.has(at + 1)));
        break;
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  private hide(from: number, to: number): void {
    if (this.hiddenColumns.size >= this.budget.limits.columns) return;
    if (++this.hidings > MOST_HIDINGS)
      this.budget.fail(
        'too-large',
        'arkusz ma nienaturalnie dużo opisów kolumn; to nie jest sprawozdanie OZPS.',
      );
    const last = Math.min(to, this.budget.limits.columns);
    // A file may say anything: from column −1e300 no step leads on.
    for (let column = Math.max(1, Math.trunc(from)); column <= last; column++) this.hiddenColumns.add(column);
    this.budget.notice('Pominięto ukryte wiersze lub kolumny arkusza.');
  }

  private startRow({ r, hidden }: Attributes): void {
    this.row = [];
    this.column = 0;
    this.hiddenRow = isTrue(hidden);
    if (this.hiddenRow) this.budget.notice('Pominięto ukryte wiersze lub kolumny arkusza.');
    if (this.rows.length > this.budget.limits.lines)
      this.budget.fail(
        'too-large',
        `arkusz ma ponad ${this.budget.limits.lines} wierszy; to nie jest sprawozdanie OZPS.`,
      );
    // A row that is not written is empty: it ends a table.
    if (Number(r) > this.lastRow + 1 && this.rows.length > 0) this.rows.push([]);
    this.lastRow = Number(r ?? this.lastRow + 1);
  }
  private lastRow = 0;

  private endCell(): void {
    if (this.column > this.budget.limits.columns)
      this.budget.fail(
        'too-large',
        `arkusz ma ponad ${this.budget.limits.columns} kolumn; to nie jest sprawozdanie OZPS.`,
      );
    if (this.formula && this.value === '' && this.type !== 'str')
      this.budget.notice(
        'Część formuł skoroszytu nie ma zapisanego wyniku: te komórki są puste. Prosimy otworzyć plik w arkuszu kalkulacyjnym i zapisać go ponownie.',
      );
    while (this.row.length < this.column - 1) this.row.push('');
    const shown = this.shown();
    this.budget.spend(shown.length);
    this.row[this.column - 1] = shown;
  }

  private shown(): string {
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'PRAWDA' : 'FAŁSZ';
      case 'n':
        return this.value === '' ? '' : printed(Number(this.value), this.formats[this.style]);
      default:
        return this.value;
    }
  }
}

/** Descriptions of hidden columns of a sheet at most: one a column that a spreadsheet has. */
const MOST_HIDINGS = 16_384;

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';

/** `AB12` → 28. */
const columnOf = (reference: string): number =>
  [...reference.replace(/[^A-Z]/g, '').slice(0, 4)].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
