import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDuckDB } from '../../../scripts/duckdb';
import { stage } from '../../../scripts/publish/stage';
import { readCatalogue } from '../../../scripts/read-data';
import { DataError } from '../../../src/lib/catalogue';

/** The engine finds which file does not fit, the reader says what and where: every rule of the one must be the other's too. */
let data: string;
const SOURCE = 'sprawozdanie-101805-2019';
let text: string;
const file = () => join(data, 'observations', `${SOURCE}.csv`);

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'gminoskop-stage-'));
  await cp('data', data, { recursive: true });
  const [header = '', ...lines] = (await readFile(file(), 'utf8')).trimEnd().split('\n');
  text = [header, ...lines.filter((line) => !line.includes('"')), ''].join('\n');
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** Problems that staging the folder ends in; empty where it is accepted. */
async function problems(): Promise<string[]> {
  const catalogue = await readCatalogue(data);
  try {
    await withDuckDB(({ connection, folder }) => stage(connection, folder, data, catalogue));
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.message.split('\n');
  }
}

/** The text with one cell of its fourth line changed, which has no quoted cell. */
const changed = (column: string, to: string): string => {
  const lines = text.split('\n');
  const at = lines[0]?.split(',').indexOf(column) ?? -1;
  const cells = lines[3]?.split(',') ?? [];
  cells[at] = to;
  lines[3] = cells.join(',');
  return lines.join('\n');
};

describe('staging observations', { timeout: 60_000 }, () => {
  test('accepts the committed data', async () => {
    await writeFile(file(), text);
    expect(await problems()).toEqual([]);
  });

  test.each([
    ['teryt', '101899', 'unknown area "101899"'],
    ['teryt', 'x', 'teryt'],
    ['level', 'powiat', 'is not a powiat'],
    ['year', '1805', 'year'],
    ['year', 'dawno', '"dawno" is not a number'],
    ['indicator', 'nie-ma-takiego', 'unknown indicator "nie-ma-takiego"'],
    ['breakdown', 'Plec', 'breakdown'],
    ['breakdown', 'rozdzial=99999', 'unknown chapter "99999"'],
    ['value', 'sto', '"sto" is not a number'],
    ['value', '', 'either a value or a reason'],
    ['missing', 'zgubione', 'missing'],
    ['missing', 'unreadable', 'either a value or a reason'],
    ['unit', 'krowy', 'unit "krowy"'],
    ['kind', 'rumour', 'kind'],
    ['source', 'gus-gminy-2020-2021', 'in the file of'],
    ['page', '-1', 'page'],
    ['line', '0', 'line'],
    ['page', '1.5', 'page'],
    ['line', '1.5', 'line'],
    ['year', '2019.5', 'year'],
    ['value', '-2559', 'is less than none'],
    ['value', '1e300', 'value'],
    ['confidence', '2', 'confidence'],
  ])('refuses %s = "%s" with file and line', async (column, to, says) => {
    await writeFile(file(), changed(column, to));
    const found = await problems();
    expect(found.join('\n')).toContain(`data/observations/${SOURCE}.csv:4: `);
    expect(found.join('\n')).toContain(says);
  });

  test.each([
    ['empty', ''],
    ['all header', 'HEADER'],
    ['in another encoding', 'LATIN'],
  ])('refuses a file that is %s', async (_, what) => {
    const [header = ''] = text.split('\n');
    const content =
      what === 'HEADER'
        ? `${header}\n`
        : what === 'LATIN'
          ? Buffer.concat([Buffer.from(text), Buffer.from([0xb1, 0x0a])])
          : '';
    await writeFile(file(), content);
    expect((await problems()).join('\n')).toContain(`data/observations/${SOURCE}.csv:1: `);
    await writeFile(file(), text);
  });

  test('refuses an address of a source that a page may not link to', async () => {
    const sources = join(data, 'sources.csv');
    const known = await readFile(sources, 'utf8');
    await writeFile(sources, known.replace('https://bdl.stat.gov.pl', 'javascript:alert(1)'));
    await expect(readCatalogue(data)).rejects.toThrow('an address begins with https://');
    await writeFile(sources, known);
  });

  test('refuses two observations at one place, a missing column and a stale doubt', async () => {
    const lines = text.split('\n');
    await writeFile(file(), [...lines.slice(0, 4), lines[3], ...lines.slice(4)].join('\n'));
    expect((await problems()).join('\n')).toMatch(/:5: the same place as .*:4/);
    await writeFile(file(), text.replace('teryt,level', 'teryt,poziom'));
    expect((await problems()).join('\n')).toContain('columns are "teryt,poziom');
    await writeFile(file(), text);
    const doubts = join(data, 'doubts.csv');
    const known = await readFile(doubts, 'utf8');
    await writeFile(doubts, `${known.trimEnd()}\n${SOURCE},101805,ludnosc,1999,1999,dawno temu\n`);
    expect((await problems()).join('\n')).toContain('matches no observation');
    await writeFile(doubts, known);
  });
});
