import { MISSING_WORDS } from '$lib/charts/table';
import { CONFIDENT, KINDS, type Kind } from '$lib/domain/observation';
import type { AddressRow, PublicCatalogue, ValueRow } from '$lib/extract';
import { comparePl } from '$lib/format/collate';
import { besideMark } from '$lib/format/said';
import type { SourceRow } from './source-row';

/** A published value with its place in a source. */
export interface Place {
  value: ValueRow;
  address: AddressRow;
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

/** The rows of one source among those of a published file and the file of addresses beside it. Computed values have no place. */
export function placesIn(
  values: readonly ValueRow[],
  addresses: readonly AddressRow[],
  source: string,
): Place[] {
  return values.flatMap((value, at) => {
    const address = addresses[at];
    return address && value.source === source && value.anchor !== '' ? [{ value, address }] : [];
  });
}

/** In the order of the source: by section and table, and there by row or line. */
const inSource = (a: Place, b: Place): number =>
  comparePl(a.address.section, b.address.section) ||
  comparePl(a.address.table, b.address.table) ||
  Number(a.address.row) - Number(b.address.row) ||
  (a.address.line ?? 0) - (b.address.line ?? 0) ||
  KINDS.indexOf(a.value.kind) - KINDS.indexOf(b.value.kind) ||
  a.value.year - b.value.year ||
  (a.value.anchor < b.value.anchor ? -1 : 1);

/** Rows as they stand in the source. @param limit how many, from the first */
export const rowsOf = (places: readonly Place[], known: PublicCatalogue, limit = Infinity): SourceRow[] =>
  places
    .toSorted(inSource)
    .slice(0, limit)
    .map((place) => rowOf(place, known));

function rowOf({ value, address }: Place, { units, indicators, names }: PublicCatalogue): SourceRow {
  const indicator = indicators.get(value.indicator);
  return {
    id: address.anchor,
    title: titleOf(address, names),
    place: joined(', ', [
      address.row === '' || address.table !== '' ? address.row : `wiersz ${address.row}`,
      COLUMNS[address.column] ?? (address.table === '' ? address.column : ''),
      address.page === null ? '' : `strona ${address.page}`,
      address.line === null ? '' : `wiersz tekstu ${address.line}`,
    ]),
    area: units.fullName(value.teryt),
    indicator: indicator?.name ?? value.indicator,
    breakdown: names.breakdown(value.breakdown),
    year: value.year,
    value:
      indicator && value.value !== null
        ? besideMark({ value: value.value }, indicator.unit, decimalsOf(value.value, indicator.decimals))
        : MISSING_WORDS[value.missing ?? 'not-reported'],
    raw: address.raw,
    note: joined('; ', [KIND_WORDS[value.kind], value.doubt ?? '']),
    doubtful: value.value !== null && (value.doubt !== null || value.confidence < CONFIDENT),
  };
}

/** Section and table in words. */
export function titleOf({ section, table }: AddressRow, names: PublicCatalogue['names']): string {
  const parts = [section === '' ? '' : names.section(section), table === '' ? '' : names.table(table)];
  return joined(' – ', parts) || 'Wartości';
}

const joined = (between: string, parts: readonly string[]) =>
  parts.filter((part) => part !== '').join(between);

/** As many decimals as the value has, at most two, at least those of the indicator where it is not whole. */
function decimalsOf(value: number, decimals: number): number {
  return Number.isInteger(value) ? Math.min(decimals, 0) : Math.max(decimals, 2);
}
