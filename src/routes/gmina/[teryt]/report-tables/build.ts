import { MISSING_WORDS, pointOf, type Table } from '$lib/charts';
import type { Level, Source } from '$lib/domain';
import type { AddressRow, ValueRow } from '$lib/extract';
import { isKnown, said, saidNumber } from '$lib/format';
import type { Context } from '../context';
import { BLOCKS, type Block, type FoldedTitle, type Selection } from './blocks';

/** Folded tables of one block, ready to be shown. */
export interface FoldedBlock {
  id: string;
  theme: Block['theme'];
  title: string;
  note: string;
  tables: { caption: string; table: Table }[];
}

/** Titles of the blocks of a theme. */
export const foldedTitles = (blocks: readonly FoldedBlock[], theme: Block['theme']): FoldedTitle[] =>
  blocks
    .filter((block) => block.theme === theme)
    .map(({ id, title, note, tables }) => ({ id, title, note, empty: tables.length === 0 }));

interface Placed {
  row: ValueRow;
  address: AddressRow;
}

/**
 * Every table of the gmina's documents, each value with the link to its place. Levels above the gmina stand in rows of
 * their own, named for what they are. A block without values is left out, or says that the edition does not have it.
 */
export function foldedBlocks(context: Context): FoldedBlock[] {
  const sources = [...context.catalogue.sources.values()].filter(
    (source) => source.teryt === context.unit.teryt && ['ozps', 'sprawozdanie', 'lpdi'].includes(source.type),
  );
  const placed = placedRows(context, new Set(sources.map((source) => source.id)));
  const reports = sources.filter(({ type }) => type === 'ozps');
  return BLOCKS.flatMap((block): FoldedBlock[] => {
    const narrative = block.theme === 'sprawozdanie';
    const own = placed.filter(({ row }) => typeOf(sources, row.source) === 'ozps' !== narrative);
    const tables = block.tables.flatMap((selection) => tableOf(context, selection, own) ?? []);
    const absent = tables.length === 0 && !narrative && reports.length > 0 ? block.absent : undefined;
    if (tables.length === 0 && absent === undefined) return [];
    return [{ id: block.id, theme: block.theme, title: block.title, note: absent ?? block.note ?? '', tables }];
  });
} // prettier-ignore

const typeOf = (sources: readonly Source[], id: string) => sources.find((source) => source.id === id)?.type;

function placedRows({ own, printed, addresses }: Context, sources: ReadonlySet<string>): Placed[] {
  const rows = [...own, ...printed];
  return rows.flatMap((row): Placed[] => {
    const address = sources.has(row.source) ? addresses.get(`${row.source}#${row.anchor}`) : undefined;
    return address ? [{ row, address }] : [];
  });
}

function isOf(selection: Selection, { row, address }: Placed): boolean {
  if ('table' in selection) return address.table === selection.table && address.row === '';
  return (
    address.table === '' &&
    address.row !== '' &&
    address.section === selection.section &&
    selection.of(row.indicator)
  );
}

interface Line {
  label: string;
  order: number;
  cells: Map<string, Placed>;
}

/** How a value is filed in a table: its column, and what of its breakdown is left for the row. */
interface Filing {
  columnOf: (placed: Placed) => string;
  rowBreakdown: (placed: Placed) => string;
  /** The row names its indicator. */
  several: boolean;
  byYear: boolean;
}

function tableOf(
  context: Context,
  selection: Selection,
  placed: readonly Placed[],
): { caption: string; table: Table } | null {
  const own = placed.filter((one) => isOf(selection, one));
  if (own.length === 0) return null;
  const filing = filingOf(context, selection, own);
  const found = [...new Set(own.map(filing.columnOf))];
  const columns = filing.byYear ? found.sort() : totalFirst(found);
  const lines = new Map<string, Line>();
  for (const one of own) {
    const label = labelOf(context, one, own, filing);
    const key = `${one.row.level}|${one.row.teryt}|${one.address.row}|${label}`;
    const line = lines.get(key) ?? { label, order: orderOf(one), cells: new Map<string, Placed>() };
    const known = line.cells.get(filing.columnOf(one));
    // Of two reports that print the same year the later one counts.
    if (!known || known.row.source < one.row.source) line.cells.set(filing.columnOf(one), one);
    lines.set(key, line);
  }
  const sorted = [...lines.values()].sort((a, b) => a.order - b.order);
  return {
    caption: filing.byYear ? selection.title : `${selection.title}, ${own[0]?.row.year ?? ''}`,
    table: {
      head: ['Wiersz', ...columns],
      rows: sorted.map(({ label, cells }) => ({
        label,
        cells: columns.map((column) => cellOf(context, cells.get(column))),
      })),
    },
  };
}

const TOTAL = 'ogółem';
const totalFirst = (columns: readonly string[]): string[] => [
  ...columns.filter((column) => column === TOTAL),
  ...columns.filter((column) => column !== TOTAL),
];

/** Years stand in the columns; in a table of one year a part of the breakdown does, its total first. */
function filingOf({ catalogue }: Context, selection: Selection, own: readonly Placed[]): Filing {
  const several = new Set(own.map(({ row }) => row.indicator)).size > 1;
  const across = 'table' in selection ? selection.across : undefined;
  const byYear: Filing = {
    columnOf: ({ row }) => (row.kind === 'forecast' ? `${row.year} (prognoza)` : String(row.year)),
    rowBreakdown: ({ row }) => row.breakdown,
    several,
    byYear: true,
  };
  if (across === undefined || new Set(own.map(({ row }) => row.year)).size > 1) return byYear;
  if (across === 'indicator')
    return {
      ...byYear,
      columnOf: ({ row }) => catalogue.indicators.get(row.indicator)?.name ?? row.indicator,
      several: false,
      byYear: false,
    };
  const parts = (row: ValueRow) => row.breakdown.split(';');
  const isAcross = (part: string) => part.startsWith(`${across}=`);
  return {
    columnOf: ({ row }) => {
      const part = parts(row).find(isAcross);
      return part === undefined ? TOTAL : catalogue.names.breakdown(part);
    },
    rowBreakdown: ({ row }) =>
      parts(row)
        .filter((part) => !isAcross(part))
        .join(';'),
    several,
    byYear: false,
  };
}

const LEVEL_ORDER: readonly Level[] = ['gmina', 'powiat', 'wojewodztwo', 'kraj'];
const orderOf = ({ row, address }: Placed): number =>
  address.row === '' ? LEVEL_ORDER.indexOf(row.level) * 1e6 + (address.line ?? 0) : Number(address.row);

function cellOf(context: Context, placed: Placed | undefined): Table['rows'][number]['cells'][number] {
  if (!placed) return { text: '–' };
  const { row } = placed;
  const place = { source: row.source, anchor: row.anchor };
  const point = pointOf(row);
  if (!isKnown(point)) return { text: MISSING_WORDS[row.missing ?? 'not-reported'], ...place };
  const decimals = Math.max(context.catalogue.indicators.get(row.indicator)?.decimals ?? 0, 2);
  const text = row.unit === '%' ? said(point, '%', decimals) : saidNumber(point, decimals);
  return { text, ...(row.doubt ? { note: row.doubt } : {}), ...place };
} // prettier-ignore

/** A row of the form as its edition prints it: `3. Składki: osoby`. */
export function formRowName(
  { formRows, sources }: Context['catalogue'],
  source: string,
  section: string,
  row: number,
): string {
  const edition = sources.get(source)?.edition;
  const form = formRows.find((one) => one.edition === edition && one.section === section && one.row === row);
  const group = form && form.group !== '' && !/ogółem/i.test(form.group) ? `${form.group}: ` : '';
  return form ? `${row}. ${group}${form.label}` : `wiersz ${row}`;
}

/** The printed row: breakdown, or the indicator where a table has several; the level and what its value is. */
function labelOf({ catalogue }: Context, placed: Placed, all: readonly Placed[], filing: Filing): string {
  const { row, address } = placed;
  const { indicators, names, units } = catalogue;
  if (address.row !== '') return formRowName(catalogue, row.source, address.section, Number(address.row));
  const indicator = indicators.get(row.indicator);
  const breakdown = names.breakdown(filing.rowBreakdown(placed));
  const what = [filing.several || breakdown === '' ? (indicator?.short ?? indicator?.name ?? row.indicator) : '', breakdown]
    .filter((part) => part !== '')
    .join(', ');
  const areas = new Set(all.map((one) => one.row.level)).size > 1 || row.level !== 'gmina';
  return areas ? `${what} – ${levelName(row, units.fullName(row.teryt))}` : what;
} // prettier-ignore

function levelName({ level, kind }: ValueRow, name: string): string {
  if (level === 'gmina') return 'gmina';
  return kind === 'plain-mean' ? `${name} (średnia z gmin)` : name;
}
