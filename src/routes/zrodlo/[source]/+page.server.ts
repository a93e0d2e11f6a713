import { error } from '@sveltejs/kit';
import { MISSING_WORDS } from '$lib/charts';
import { CONFIDENT, KINDS, type Kind, type MissingReason } from '$lib/domain';
import { formatValue } from '$lib/format';
import { catalogue, findings } from '$lib/server';
import { placesBySource, type Place } from '../../sources';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
  [...(await placesBySource()).keys()].map((source) => ({ source }));

export interface SourceRow {
  /** Empty where another row has the same anchor already. */
  id: string;
  place: string;
  area: string;
  indicator: string;
  breakdown: string;
  year: number;
  value: string;
  raw: string;
  note: string;
  doubtful: boolean;
}

const COLUMNS: Record<string, string> = {
  prev2: 'rok N−2',
  prev: 'rok N−1',
  assess: 'rok oceny N',
  forecast: 'prognoza N+1',
  forecast2: 'prognoza N+2',
};
const KIND_WORDS: Record<Kind, string> = {
  reported: '',
  forecast: 'prognoza',
  'plain-mean': 'średnia z gmin',
  'area-published': 'wartość całego obszaru',
  'area-computed': 'obliczone',
};

export const load: PageServerLoad = async ({ params }) => {
  const known = catalogue();
  const source = known.sources.get(params.source);
  const places = (await placesBySource()).get(params.source);
  if (!source || !places) error(404, 'Nie ma takiego źródła');
  const seen = new Set<string>();
  const byTitle = new Map<string, SourceRow[]>();
  const sorted = places.toSorted(
    (a, b) =>
      compare(a.address.section, b.address.section) ||
      compare(a.address.table, b.address.table) ||
      Number(a.address.row) - Number(b.address.row) ||
      (a.address.line ?? 0) - (b.address.line ?? 0) ||
      KINDS.indexOf(a.value.kind) - KINDS.indexOf(b.value.kind) ||
      a.value.year - b.value.year,
  );
  for (const place of sorted) {
    const { address } = place;
    const title = [
      address.section === '' ? '' : known.names.section(address.section),
      address.table === '' ? '' : known.names.table(address.table),
    ]
      .filter((part) => part !== '')
      .join(' – ');
    const id = seen.has(address.anchor) ? '' : address.anchor;
    seen.add(address.anchor);
    const row = rowOf(place, id);
    const group = byTitle.get(title);
    if (group) group.push(row);
    else byTitle.set(title, [row]);
  }
  return {
    source,
    count: places.length,
    groups: [...byTitle].map(([title, rows]) => ({
      title: title === '' ? 'Wartości' : title,
      rows,
    })),
    unit: source.teryt === '' ? null : { teryt: source.teryt, name: known.units.fullName(source.teryt) },
    findings: findings()
      .filter((finding) => finding.source === source.id)
      .map(({ message, severity, cells }) => ({
        message,
        severity,
        anchors: cells
          .map((cell) => cell.anchor)
          .filter((anchor) => seen.has(anchor))
          .slice(0, 4),
      })),
  };
};

function rowOf({ value, address }: Place, id: string): SourceRow {
  const { units, indicators, names } = catalogue();
  const indicator = indicators.get(value.indicator);
  const doubtful = value.value !== null && (value.doubt !== null || value.confidence < CONFIDENT);
  return {
    id,
    place: [
      address.row === '' || address.table !== '' ? address.row : `wiersz ${address.row}`,
      COLUMNS[address.column] ?? (address.table === '' ? address.column : ''),
      address.page === null ? '' : `strona ${address.page}`,
      address.line === null ? '' : `linia ${address.line}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    area: units.fullName(value.teryt),
    indicator: indicator?.name ?? value.indicator,
    breakdown: names.breakdown(value.breakdown),
    year: value.year,
    value:
      indicator && value.value !== null
        ? formatValue(value.value, indicator.unit, decimalsOf(value.value, indicator.decimals))
        : MISSING_WORDS[(value.missing ?? 'not-reported') satisfies MissingReason],
    raw: address.raw,
    note: [KIND_WORDS[value.kind], value.doubt ?? ''].filter((part) => part !== '').join('; '),
    doubtful,
  };
}

/** As many decimals as the value has, at most two, at least those of the indicator where it is not whole. */
function decimalsOf(value: number, decimals: number): number {
  return Number.isInteger(value) ? Math.min(decimals, 0) : Math.max(decimals, 2);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'pl', { numeric: true });
}
