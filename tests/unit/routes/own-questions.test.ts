import { describe, expect, test } from 'vitest';
import { LONGEST_QUERY } from '../../../src/lib/state/limits';
import { tableCsv } from '../../../src/lib/export/table-csv';
import { chartOf } from '../../../src/routes/eksplorator/chart-of';
import { readQuery, writeQuery } from '../../../src/routes/eksplorator/query-address';
import { queryError } from '../../../src/routes/eksplorator/query-error';

describe('a question in an address', () => {
  test('stays readable while it is short', async () => {
    expect(await writeQuery('SELECT 1')).toBe('SELECT 1');
  });

  test('is compressed when long, and comes back the same', async () => {
    const sql = `SELECT 'żółć' AS x\n${'-- komentarz ze słowami, które się powtarzają\n'.repeat(80)}`;
    const text = (await writeQuery(sql)) ?? '';
    expect(text).toMatch(/^~[A-Za-z0-9_-]+$/);
    expect(text.length).toBeLessThan(LONGEST_QUERY);
    expect(await readQuery(text)).toBe(sql);
  });

  test('is refused where it does not fit, compressed too', async () => {
    let seed = 7;
    const noise = Array.from({ length: 9000 }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    expect(await writeQuery(noise)).toBeNull();
  });

  test.each(['~', '~abc', '~!!!!', '~AAAA_-'])('that is damaged gives nothing: %s', async (text) => {
    expect(await readQuery(text)).toBeNull();
  });

  test('that would grow without end is not opened', async () => {
    const packed = new Blob([new Uint8Array(3_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const text = `~${Buffer.from(bytes).toString('base64url')}`;
    expect(await readQuery(text)).toBeNull();
  });
});

describe('an error of the engine', () => {
  test('has its kind in Polish, its line and its sign', () => {
    const message =
      'Binder Error: Referenced column "nope" not found in FROM clause!\n\nLINE 2:   nope FROM t\n          ^';
    expect(queryError(message, 'SELECT a,\n  nope FROM t')).toEqual({
      words: 'Kolumna, nazwa albo typ nie pasuje do tabel zapytania',
      place: { line: 2, column: 3 },
      message,
    });
  });

  test('in a line that is shown in part is found in the whole line', () => {
    const sql = `SELECT ${'a + '.repeat(40)}nope FROM t`;
    const before = sql.indexOf('nope') - 20;
    const shown = `...${sql.slice(before, before + 40)}...`;
    const caret = ' '.repeat('LINE 1: '.length + shown.indexOf('nope'));
    const { place } = queryError(`Binder Error: x\n\nLINE 1: ${shown}\n${caret}^`, sql);
    expect(place).toEqual({ line: 1, column: sql.indexOf('nope') + 1 });
  });

  test('at the end of the question stands at its end', () => {
    expect(queryError('Parser Error: syntax error at end of input', 'SELECT (\n1 \n').place).toEqual({
      line: 2,
      column: 2,
    });
  });

  test('is told once where the engine repeats itself', () => {
    const excerpt = '\n\nLINE 1: SELCT 1\n        ^';
    const { message } = queryError(`Parser Error: syntax error${excerpt}${excerpt}`, 'SELCT 1');
    expect(message).toBe(`Parser Error: syntax error${excerpt}`);
  });
});

describe('the chart of an answer', () => {
  const text = (name: string, cells: (string | null)[]) => ({ name, kind: 'text' as const, cells });
  const number = (name: string, cells: (number | null)[]) => ({ name, kind: 'number' as const, cells });

  test('is a line where there is one number a year; a missing year stays missing', () => {
    const chart = chartOf([number('rok', [2016, 2015, 2017]), number('mediana', [2, null, 3])]);
    expect(chart?.spec).toMatchObject({
      type: 'trend',
      series: [
        {
          points: [
            { year: 2015, value: null, state: 'missing' },
            { year: 2016, value: 2, state: 'ok' },
            { year: 2017, value: 3, state: 'ok' },
          ],
        },
      ],
    });
  });

  test('is bars where there is one number a name; what is missing is no zero, what is doubtful is marked', () => {
    const chart = chartOf([
      text('name', ['A', 'B', 'C']),
      number('zl', [5, null, 2.5]),
      text('doubt', [null, null, 'skan']),
    ]);
    expect(chart?.spec).toMatchObject({
      type: 'bars',
      decimals: 1,
      bars: [
        { label: 'A', state: 'ok' },
        { label: 'B', value: null, state: 'missing' },
        { label: 'C', state: 'doubtful', doubt: 'skan' },
      ],
    });
  });

  test.each([
    ['names come twice', [text('n', ['A', 'A']), number('v', [1, 2])]],
    ['a number is below zero', [text('n', ['A', 'B']), number('v', [1, -2])]],
    ['years come twice', [number('year', [2015, 2015]), number('v', [1, 2])]],
    ['there is no number', [text('n', ['A']), text('m', ['B'])]],
    ['every number is missing', [text('n', ['A']), number('v', [null])]],
  ])('is none where %s', (_, columns) => {
    expect(chartOf(columns)).toBeNull();
  });
});

test('a cell of an answer runs in no spreadsheet; a missing one is empty', () => {
  expect(
    tableCsv(
      ['=a', 'b'],
      [
        ['@x', null],
        ['tak', -1.5],
      ],
    ),
  ).toBe("'=a,b\n'@x,\ntak,-1.5\n");
});
