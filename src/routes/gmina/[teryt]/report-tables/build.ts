import { MISSING_WORDS, type Table } from '$lib/charts';
import { CONFIDENT, type Level, type Source } from '$lib/domain';
import type { AddressRow, ValueRow } from '$lib/extract';
import { formatValue } from '$lib/format';
import type { Context } from '../context';
import { BLOCKS, type Block, type Selection } from './blocks';

/** Folded tables of one block, ready to be shown. */
export interface FoldedBlock {
  id: string;
  theme: Block['theme'];
  title: string;
  note: string;
  tables: { caption: string; table: Table }[];
}

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

function placedRows({ own, rowsOf, addresses }: Context, sources: ReadonlySet<string>): Placed[] {
  return [...own, ...rowsOf.powiat, ...rowsOf.wojewodztwo, ...rowsOf.kraj].flatMap((row): Placed[] => {
    const address = sources.has(row.source) ? addresses.get(`${row.source}#${row.anchor}`) : undefined;
    return address ? [{ row, address }] : [];
  });
}

function isOf(selection: Selection, { address }: Placed): boolean {
  if ('table' in selection) return address.table === selection.table && address.row === '';
  const number = Number(address.row);
  return (
    address.table === '' &&
    address.section === selection.section &&
    number >= selection.from &&
    number <= selection.to
  );
}

interface Line {
  label: string;
  order: number;
  cells: Map<string, Placed>;
}

function tableOf(
  context: Context,
  selection: Selection,
  placed: readonly Placed[],
): { caption: string; table: Table } | null {
  const own = placed.filter((one) => isOf(selection, one));
  if (own.length === 0) return null;
  const columns = [...new Set(own.map(columnOf))].sort();
  const lines = new Map<string, Line>();
  for (const one of own) {
    const label = labelOf(context, one, own);
    const key = `${one.row.level}|${one.row.teryt}|${one.address.row}|${label}`;
    const line = lines.get(key) ?? { label, order: orderOf(one), cells: new Map<string, Placed>() };
    const known = line.cells.get(columnOf(one));
    // Of two reports that print the same year the later one counts.
    if (!known || known.row.source < one.row.source) line.cells.set(columnOf(one), one);
    lines.set(key, line);
  }
  const sorted = [...lines.values()].sort((a, b) => a.order - b.order);
  return {
    caption: selection.title,
    table: {
      head: ['Wiersz', ...columns],
      rows: sorted.map(({ label, cells }) => ({
        label,
        cells: columns.map((column) => cellOf(context, cells.get(column))),
      })),
    },
  };
}

const columnOf = ({ row }: Placed): string =>
  row.kind === 'forecast' ? `${row.year} (prognoza)` : String(row.year);

const LEVEL_ORDER: readonly Level[] = ['gmina', 'powiat', 'wojewodztwo', 'kraj'];
const orderOf = ({ row, address }: Placed): number =>
  address.row === '' ? LEVEL_ORDER.indexOf(row.level) * 1e6 + (address.line ?? 0) : Number(address.row);

function cellOf(context: Context, placed: Placed | undefined): Table['rows'][number]['cells'][number] {
  if (!placed) return { text: '–' };
  const { row } = placed;
  const place = { source: row.source, anchor: row.anchor };
  if (row.value === null) return { text: MISSING_WORDS[row.missing ?? 'not-reported'], ...place };
  const decimals = context.catalogue.indicators.get(row.indicator)?.decimals ?? 0;
  const text = formatValue(row.value, row.unit === '%' ? '%' : 'liczba', Number.isInteger(row.value) && row.unit !== '%' ? 0 : Math.max(decimals, 2));
  const doubtful = row.doubt !== null || row.confidence < CONFIDENT;
  return { text: doubtful ? `${text} (?)` : text, ...(row.doubt ? { note: row.doubt } : {}), ...place };
} // prettier-ignore

/** The printed row: breakdown, or the indicator where a table has several; the level and what its value is. */
function labelOf({ catalogue }: Context, { row, address }: Placed, all: readonly Placed[]): string {
  const { indicators, names, units, formRows, sources } = catalogue;
  if (address.row !== '') {
    const edition = sources.get(row.source)?.edition;
    const form = formRows.find(
      (one) => one.edition === edition && one.section === address.section && String(one.row) === address.row,
    );
    const group = form && form.group !== '' && !/ogółem/i.test(form.group) ? `${form.group}: ` : '';
    return form ? `${address.row}. ${group}${form.label}` : `wiersz ${address.row}`;
  }
  const several = new Set(all.map((one) => one.row.indicator)).size > 1;
  const indicator = indicators.get(row.indicator);
  const breakdown = names.breakdown(row.breakdown);
  const what = [several || breakdown === '' ? (indicator?.short ?? indicator?.name ?? row.indicator) : '', breakdown]
    .filter((part) => part !== '')
    .join(', ');
  const areas = new Set(all.map((one) => one.row.level)).size > 1 || row.level !== 'gmina';
  return areas ? `${what} – ${levelName(row, units.fullName(row.teryt))}` : what;
} // prettier-ignore

function levelName({ level, kind }: ValueRow, name: string): string {
  if (level === 'gmina') return 'gmina';
  return kind === 'plain-mean' ? `${name} (średnia z gmin)` : name;
}
