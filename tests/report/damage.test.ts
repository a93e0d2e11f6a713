import { beforeAll, describe, expect, it } from 'vitest';
import { CONFIDENT } from '../../src/lib/domain';
import {
  NumbersLost,
  readDocument,
  readReport,
  type Report,
  type ReportCatalogue,
} from '../../src/lib/report';
import { reportCatalogue } from './reading';
import { makeReport, type MadeReport } from './writer';
import type { Block } from './writer/blocks';
import { compareMade, placeOf } from './writer/comparison';
import {
  addAxes, addPageNumbers, asLetters, breakLabels, changeCells, glue, loseDigit, loseRowNumbers, misreadDigit, misreadGlyph, run,
  splitCells, valuesFirst,
} from './writer/damage'; // prettier-ignore
import { written, type Format } from './writer/formats';
import { diceOf } from './writer/random';

const SEEDS = [21];
const EDITIONS = [
  { year: 2019, edition: '2019' },
  { year: 2023, edition: '2023' },
];

let catalogue: ReportCatalogue;
beforeAll(async () => {
  catalogue = await reportCatalogue();
});
const make = (seed: number, { year, edition }: (typeof EDITIONS)[number]): MadeReport =>
  makeReport({ seed, year, rows: catalogue.formRows.filter((row) => row.edition === edition) });
async function read(blocks: readonly Block[], format: Format): Promise<Report> {
  const { bytes, name } = await written(blocks, format);
  return readReport(await readDocument(bytes, name), catalogue);
}
let turn = 0;
/** A report of the editions in turn, damaged and read; nothing wrong may be taken for sure. @returns the least share read right */
async function shareRight(format: Format, damage: (made: MadeReport, seed: number) => Block[], form = false) {
  let least = 1;
  for (const edition of EDITIONS.slice(turn++ % EDITIONS.length).slice(0, 1))
    for (const seed of SEEDS) {
      const made = make(seed, edition);
      const found = compareMade(await read(damage(made, seed), format), made);
      expect({ edition: edition.edition, seed, wrongAndSure: found.wrongAndSure }).toEqual({ edition: edition.edition, seed, wrongAndSure: [] });
      const lost = [...found.absent, ...found.unreadable, ...found.wrongMarked].filter((place) => made.form.has(place)).length;
      least = Math.min(least, form ? 1 - lost / made.form.size : found.right / found.cells);
    }
  return least;
} // prettier-ignore

describe('damage leaves nothing wrong that is taken for sure', () => {
  it('cells glued together, thousands still spaced: cut by row number, else flagged', async () => {
    expect(await shareRight('txt', ({ blocks }) => glue(blocks), true)).toBeGreaterThan(0.5);
  });
  it.each([true, false])('a form table on one running line (header apart: %s)', async (header) => {
    expect(await shareRight('txt', ({ blocks }) => run(blocks, header), true)).toBeGreaterThan(0.85);
  });
  it('row numbers lost', async () => {
    const lose = ({ blocks }: MadeReport, seed: number) => loseRowNumbers(blocks, diceOf(seed, 'rows'), 0.3);
    expect(await shareRight('scan', lose)).toBeGreaterThan(0.7);
    expect(await shareRight('txt', lose)).toBeGreaterThan(0.85);
  });
  it('labels broken over lines', async () => {
    expect(await shareRight('scan', ({ blocks }) => breakLabels(blocks, 30))).toBeGreaterThan(0.8);
    expect(await shareRight('txt', ({ blocks }) => breakLabels(blocks, 30))).toBeGreaterThan(0.95);
  });
  it.each(['scan', 'txt', 'docx'] as const)('page numbers inside tables (%s)', async (format) => {
    expect(await shareRight(format, ({ blocks }) => addPageNumbers(blocks, 7))).toBeGreaterThan(0.88);
  });
  it.each(['scan', 'txt', 'html'] as const)('axis ticks and legends after a table (%s)', async (format) => {
    expect(await shareRight(format, ({ blocks }) => addAxes(blocks))).toBeGreaterThan(0.8);
  });
  it('values ahead of their labels', async () => {
    expect(await shareRight('scan', ({ blocks }) => valuesFirst(blocks))).toBeGreaterThan(0.6);
  });
  it.each(['scan', 'txt', 'csv', 'docx'] as const)('values cut into two cells (%s)', async (format) => {
    const cut = ({ blocks }: MadeReport, seed: number) => splitCells(blocks, diceOf(seed, 'cut'), 0.3);
    expect(await shareRight(format, cut)).toBeGreaterThan(0.8);
  });
  it('single glyphs read as letters and signs', async () => {
    const misread = ({ blocks }: MadeReport, seed: number) => {
      const dice = diceOf(seed, 'glyphs');
      return changeCells(blocks, (printed) => (dice.chance(0.1) ? misreadGlyph(printed, dice) : printed));
    };
    expect(await shareRight('scan', misread)).toBeGreaterThan(0.7);
  });
  it('a column read as letters gives no number, the columns beside it stay', async () => {
    const letters = ({ blocks }: MadeReport) =>
      changeCells(blocks, (printed, place) => (/^(?:3|3\.1)\/\d+@assess$/.test(place) ? asLetters(printed) : printed));
    expect(await shareRight('scan', letters)).toBeGreaterThan(0.7);
  }); // prettier-ignore
});

describe('one digit missing everywhere', () => {
  it.each([...'0123456789'])('is refused with the reason, and no number is given (%s)', async (digit) => {
    await expect(read(loseDigit(make(3, { year: 2023, edition: '2023' }).blocks, digit), 'txt')).rejects.toThrow(`brakuje wszystkich cyfr „${digit}”`);
  }); // prettier-ignore
  it('names a year as it reads now', async () => {
    const reading = read(loseDigit(make(3, { year: 2023, edition: '2023' }).blocks, '0'), 'txt');
    await expect(reading).rejects.toBeInstanceOf(NumbersLost);
    await expect(reading).rejects.toThrow('zamiast roku 2023 jest 223');
  });
});

describe('a digit read as another one, as good to look at', () => {
  it('is marked where anything contradicts it, and is never taken for confirmed where nothing can', async () => {
    let [marked, undetectable] = [0, 0];
    for (const edition of EDITIONS)
      for (const seed of [31]) {
        const made = make(seed, edition);
        const before = await read(made.blocks, 'scan');
        const known = new Set(before.findings.map(({ message }) => message));
        const readBefore = new Map(before.observations.map((o) => [placeOf(o), o]));
        const places = [...made.form.keys(), ...made.series.keys()].filter((place) => readBefore.get(place)?.confidence === 1);
        const dice = diceOf(seed, 'misread');
        for (let n = 0; n < 5; n++) {
          const place = places[dice.upTo(places.length - 1)] ?? '';
          const blocks = changeCells(made.blocks, (printed, here) => (here === place ? misreadDigit(printed, dice) : printed));
          const report = await read(blocks, 'scan');
          const cell = report.observations.find((o) => placeOf(o) === place);
          const truth = made.form.get(place) ?? made.series.get(place);
          if (!cell || cell.value === null || cell.value === truth) continue;
          // Forecasts of two sections need not agree: where they do not, that is only told.
          const found = report.findings.some(({ message, severity }) => severity !== 'info' && !known.has(message));
          if (cell.confidence < CONFIDENT) marked++;
          else {
            undetectable++;
            expect({ seed, place, value: cell.value, truth, found, confidence: cell.confidence }).toMatchObject({ found: false, confidence: CONFIDENT });
          }
        }
      }
    // Of cells that something confirms next to none can be misread unseen.
    expect(undetectable).toBeLessThanOrEqual(marked / 4);
  }, 120_000);
}); // prettier-ignore
