import { parquetWriteBuffer } from 'hyparquet-writer';
import { KINDS, MISSING_REASONS, type Kind } from '../../src/lib/domain';
import { VALUE_FILE_COLUMNS, type ValueRow } from '../../src/lib/extract';
import { diceOf } from '../report/writer/random';

interface Wanted {
  seed: number;
  indicator: string;
  gminy: readonly string[];
}

/**
 * Rows that no source states, the same for the same seed: every kind and reason, gaps, ties, facts stated twice,
 * breakdowns, and cities filed as powiaty, as gminy or both.
 */
export function madeUpRows({ seed, indicator, gminy }: Wanted): ValueRow[] {
  const dice = diceOf('rows', seed);
  const pick = <T>(of: readonly T[], otherwise: T): T => of[dice.upTo(of.length - 1)] ?? otherwise;
  const cities = ['126101', '126201', '146501'];
  const areas = [
    ...gminy.filter((teryt) => !cities.includes(teryt)).map((teryt) => ({ teryt, level: 'gmina' as const })),
    ...cities.flatMap((teryt) => [
      { teryt, level: 'gmina' as const },
      { teryt: teryt.slice(0, 4), level: 'powiat' as const },
    ]),
    ...['1201', '0608'].map((teryt) => ({ teryt, level: 'powiat' as const })),
    ...['12', '06'].map((teryt) => ({ teryt, level: 'wojewodztwo' as const })),
    { teryt: '00', level: 'kraj' as const },
  ];
  const rows: ValueRow[] = [];
  for (const area of areas)
    for (let year = 2018; year <= 2022; year += 1)
      for (const breakdown of ['', 'plec=kobieta']) {
        if (dice.chance(0.15)) continue;
        const kind: Kind = dice.chance(0.7) ? 'reported' : pick(KINDS, 'reported');
        const missing = dice.chance(0.1) ? pick(MISSING_REASONS, 'unreadable') : null;
        rows.push({
          ...area,
          indicator,
          year,
          breakdown,
          // Few different values: equal ones share a place.
          value: missing === null ? dice.upTo(60) / 4 : null,
          missing,
          unit: '%',
          kind,
          confidence: dice.chance(0.1) ? 0.5 : 1,
          doubt: dice.chance(0.1) ? 'Zmyślona wątpliwość.' : null,
          source: `zmyslone-${year}`,
          preferred: dice.chance(0.9),
          anchor: `zmyslony-${area.teryt}-${year}`,
          formula: null,
        });
      }
  return rows;
}

/** The bytes of an indicator's `data.parquet` with such rows; their anchors are places of form cells. */
export function madeUpFile(rows: readonly ValueRow[]): Uint8Array {
  const cells = rows.map((row) => ({ ...row, place: row.anchor }));
  const types = { year: 'INT32', value: 'DOUBLE', confidence: 'DOUBLE', preferred: 'BOOLEAN' } as const;
  const columnData = VALUE_FILE_COLUMNS.filter((name) => name !== 'indicator').map((name) => ({
    name,
    data: cells.map((row) => row[name]),
    type: name in types ? types[name as keyof typeof types] : ('STRING' as const),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
