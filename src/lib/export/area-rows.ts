import { isCityWithPowiatRights } from '../domain/city';
import { GMINA_TYPES } from '../domain/gmina-types';
import { WOJEWODZTWA } from '../domain/wojewodztwa';
import type { PointRow } from './point-rows';

/** What the register knows of a gmina. */
interface Registered {
  teryt: string;
  type: number;
  powiat: string;
}

/** Rows of areas with where each lies and what it is, and the name of the indicator; other rows stay as they are. */
export function withAreas(
  rows: readonly PointRow[],
  units: readonly Registered[],
  indicator: string,
): PointRow[] {
  if (!rows.some(({ teryt }) => teryt !== '')) return [...rows];
  const byTeryt = new Map(units.map((unit) => [unit.teryt, unit]));
  return rows.map((row): PointRow => {
    const unit = byTeryt.get(row.teryt);
    const city = isCityWithPowiatRights(row.teryt);
    return {
      ...row,
      wskaznik: row.wskaznik === '' ? indicator : row.wskaznik,
      wojewodztwo: WOJEWODZTWA[row.teryt.slice(0, 2)] ?? '',
      powiat: unit?.powiat ?? '',
      rodzaj_gminy: !unit
        ? ''
        : city
          ? 'miasto na prawach powiatu'
          : (GMINA_TYPES[unit.type as 1 | 2 | 3] ?? ''),
    };
  });
}
