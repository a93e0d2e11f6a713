import type { Block } from './blocks';
import type { Dice } from './random';

/** What happens to reports on their way to us: each function does one kind of damage to the blocks of a report, or to its text. */
type Table = Extract<Block, { kind: 'table' }>;

const tables = (blocks: readonly Block[], change: (table: Table) => Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? change(block) : [block]));

/** Is it a table of the form: rows with a number beside the label. */
export const isForm = ({ rows }: Table): boolean => rows[0]?.[0] === 'WYSZCZEGÓLNIENIE';

/** Changes the printed text of cells that hold values. */
export const changeCells = (
  blocks: readonly Block[],
  change: (printed: string, place: string) => string,
): Block[] =>
  tables(blocks, (table) => [
    {
      ...table,
      rows: table.rows.map((row, y) =>
        row.map((cell, x) => {
          const place = table.places[y]?.[x] ?? '';
          return place === '' ? cell : change(cell, place);
        }),
      ),
    },
  ]);

/** Changes whole rows of form tables that hold values; a row may become several. */
export const changeFormRows = (
  blocks: readonly Block[],
  change: (row: string[], at: number) => string[][],
): Block[] =>
  tables(blocks, (table) =>
    isForm(table)
      ? [
          {
            ...table,
            places: [],
            rows: table.rows.flatMap((row, at) =>
              (table.places[at] ?? []).some((place) => place !== '') ? change(row, at) : [row],
            ),
          },
        ]
      : [table],
  );

/** The cells of a form table glued together as a page loses its table: the label on a line, the rest on the next. */
export const glue = (blocks: readonly Block[]): Block[] =>
  tables(blocks, (table) =>
    isForm(table)
      ? table.rows.flatMap(([label = '', ...cells]): Block[] => {
          const glued = cells.join('');
          if (/^\d/.test(glued))
            return [
              { kind: 'text', text: label },
              { kind: 'text', text: glued },
            ];
          return [{ kind: 'text', text: [label, ...cells].filter((cell) => cell !== '').join(' ') }];
        })
      : [table],
  );

/** A form table on one running line; `header` keeps its header on a line of its own. */
export const run = (blocks: readonly Block[], header: boolean): Block[] =>
  tables(blocks, (table) => {
    if (!isForm(table)) return [table];
    const lines = table.rows.map((row) => row.filter((cell) => cell !== '').join(' '));
    const [first = '', ...rest] = lines;
    const texts = header ? [first, rest.join(' ')] : [lines.join(' ')];
    return texts.map((text): Block => ({ kind: 'text', text }));
  });

/** Legends and ticks of a chart below every table that is not the form's. */
export const addAxes = (blocks: readonly Block[]): Block[] =>
  tables(blocks, (table) =>
    isForm(table)
      ? [table]
      : [
          table,
          ...['300', '250 200 150', '100 50 0', '0-17 Produkcyjny', '@ Kobiety [l Mężczyźni', '2019'].map(
            (text): Block => ({ kind: 'text', text }),
          ),
        ],
  );

/** A page number after every `each` rows of the form. */
export const addPageNumbers = (blocks: readonly Block[], each: number): Block[] =>
  changeFormRows(blocks, (row, at) => (at % each === 0 ? [row, [String(20 + at / each)]] : [row]));

/** The row number lost, as a share of the rows. */
export const loseRowNumbers = (blocks: readonly Block[], dice: Dice, share: number): Block[] =>
  changeFormRows(blocks, (row) => [
    row.map((cell, at) => (at === 1 && dice.chance(share) ? '' : cell)).filter((cell, at) => at !== 1 || cell !== ''),
  ]); // prettier-ignore

/** Long labels over two lines, the numbers beside the second. */
export const breakLabels = (blocks: readonly Block[], most: number): Block[] =>
  changeFormRows(blocks, ([label = '', ...cells]) => {
    const words = label.split(' ');
    if (label.length <= most) return [[label, ...cells]];
    const half = Math.ceil(words.length / 2);
    return [[words.slice(0, half).join(' ')], [words.slice(half).join(' '), ...cells]];
  });

/** The values on a line, their label on the next. */
export const valuesFirst = (blocks: readonly Block[]): Block[] =>
  changeFormRows(blocks, ([label = '', ...cells]) => [cells, [label]]);

/** A value with thousands cut into two cells. */
export const splitCells = (blocks: readonly Block[], dice: Dice, share: number): Block[] =>
  changeFormRows(blocks, (row) => [
    row.flatMap((cell, at) => {
      const cut = cell.indexOf(' ');
      const parts = [cell.slice(0, cut), cell.slice(cut + 1)];
      return at > 1 && /^\d{1,3} \d/.test(cell) && dice.chance(share) ? parts : [cell];
    }),
  ]);

/** Signs that OCR gives for a digit. */
const GLYPHS: Readonly<Record<string, string>> = {
  0: 'oOQ]', 1: 'iIlt', 2: 'zZ', 4: 'A', 5: 'sS', 6: 'b', 8: 'B', 9: 'q',
}; // prettier-ignore
/** Digits that OCR takes for one another. */
const CONFUSED: Readonly<Record<string, string>> = {
  0: '689', 1: '47', 2: '7', 3: '89', 4: '1', 5: '68', 6: '58', 7: '1', 8: '36', 9: '08',
}; // prettier-ignore

const replaceOne = (
  printed: string,
  dice: Dice,
  signs: Readonly<Record<string, string>>,
  most: number,
): string => {
  const places = [...printed].flatMap((sign, at) => (signs[sign] && at < most ? [at] : []));
  const at = places[dice.upTo(places.length - 1)];
  if (at === undefined) return printed;
  const ways = signs[printed.charAt(at)] ?? '';
  const changed = printed.slice(0, at) + ways.charAt(dice.upTo(ways.length - 1)) + printed.slice(at + 1);
  return /^0\d/.test(changed) ? printed : changed;
};

/** One digit read as a letter or a sign. */
export const misreadGlyph = (printed: string, dice: Dice): string => replaceOne(printed, dice, GLYPHS, 99);
/** One digit read as another: what is printed looks as good as before. */
export const misreadDigit = (printed: string, dice: Dice): string => replaceOne(printed, dice, CONFUSED, 99);

/** A value in letters, as a column that OCR took for words. */
export const asLetters = (printed: string): string =>
  printed.replace(/\d/g, (digit) => 'NABWCHEUYM'.charAt(Number(digit)));

/** One digit missing everywhere. */
export const loseDigit = (blocks: readonly Block[], digit: string): Block[] =>
  blocks.map((block) => {
    const without = (text: string) => text.replaceAll(digit, '');
    return block.kind === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map(without)) }
      : { ...block, text: without(block.text) };
  }); // prettier-ignore
