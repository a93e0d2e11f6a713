import { parquetWriteBuffer } from 'hyparquet-writer';

/** Years of the made-up file, as many as a national load has. */
export const YEARS = Array.from({ length: 16 }, (_, i) => 2009 + i);

/** A made-up value for every gmina and year, the same every time: `data.parquet` of an indicator as it is published. */
export function madeFile(gminy: readonly string[]): Buffer {
  let seed = 20_26;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const rows = gminy.flatMap((teryt) => {
    const own = 1 + 11 * random() ** 2;
    return YEARS.map((year) => ({ teryt, year, value: Math.round((own + 3 * random()) * 100) / 100 }));
  });
  const all = <T>(value: T): T[] => rows.map(() => value);
  const text = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const });
  return Buffer.from(
    parquetWriteBuffer({
      columnData: [
        text(
          'teryt',
          rows.map(({ teryt }) => teryt),
        ),
        text('level', all('gmina')),
        { name: 'year', data: rows.map(({ year }) => year), type: 'INT32' },
        text('breakdown', all('')),
        { name: 'value', data: rows.map(({ value }) => value), type: 'DOUBLE' },
        text('missing', all(null)),
        text('unit', all('%')),
        text('kind', all('reported')),
        { name: 'confidence', data: all(1), type: 'DOUBLE' },
        text('doubt', all(null)),
        text('source', all('zmyslone')),
        { name: 'preferred', data: all(true), type: 'BOOLEAN' },
        text('place', all('w1')),
        text('formula', all(null)),
      ],
    }),
  );
}
