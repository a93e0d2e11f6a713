import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ReaderProcess } from '../../scripts/reading/reader-process';
import { nestedForms } from './readers/made-pdf';

const HOSTILE = '../shared/cases/hostile';
const folder = mkdtempSync(join(tmpdir(), 'gminoskop-attack-'));
const readers: ReaderProcess[] = [];
const reader = (limits?: { seconds: number; bytes: number }): ReaderProcess => {
  const made = new ReaderProcess('data', limits);
  readers.push(made);
  return made;
};
const read = async (by: ReaderProcess, file: string): Promise<string> => {
  const result = await by.read(file, {}, () => undefined);
  return 'error' in result ? result.error : 'read';
};
const made = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

afterEach(() => {
  for (const one of readers.splice(0)) one.end();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file is read in a process of its own:', () => {
  const plain = made('b.txt', 'Ocena zasobów pomocy społecznej\n');
  const NO_REPORT = /^b\.txt: nie znaleziono żadnej tabeli/;

  it('it is ended on processor time, said in words, and the next file is read', async () => {
    const one = reader({ seconds: 2, bytes: 2_000_000_000 });
    expect(await read(one, made('a.pdf', nestedForms(28)))).toMatch(
      /^a\.pdf: odczyt zajął ponad 2 s pracy procesora i został przerwany\./,
    );
    expect(await read(one, plain)).toMatch(NO_REPORT);
  });

  it('it is ended on memory, said in words', async () => {
    const one = reader({ seconds: 20, bytes: 300_000_000 });
    expect(await read(one, made('a.pdf', nestedForms(28)))).toMatch(
      /^a\.pdf: odczyt zajął ponad 300 MB pamięci i został przerwany\./,
    );
    expect(await read(one, plain)).toMatch(NO_REPORT);
  });

  it('files one after another share it, each with its own time', async () => {
    const one = reader();
    expect([await read(one, plain), await read(one, plain)]).toEqual([
      expect.stringMatching(NO_REPORT),
      expect.stringMatching(NO_REPORT),
    ]);
  });

  it('a file that is not there, or is a folder, is a sentence', async () => {
    const one = reader();
    expect(await read(one, join(folder, 'nie-ma.pdf'))).toMatch(/^nie-ma\.pdf: pliku nie można otworzyć/);
    expect(await read(one, folder)).toMatch(/: pliku nie można otworzyć/);
  });
});

describe.skipIf(!existsSync(HOSTILE))(`every file of ${HOSTILE} (skipped where it is missing)`, () => {
  it(
    'ends in a Polish sentence within the limits, and the next one is read',
    { timeout: 180_000 },
    async () => {
      const one = reader();
      for (const name of readdirSync(HOSTILE).sort()) {
        const said = await read(one, join(HOSTILE, name));
        expect(said, name).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}: \\p{Ll}.*\\.$`, 'u'));
        expect(said, name).not.toMatch(/przestał działać|błędu w programie|uszkodzony/);
      }
    },
  );
});
