import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import type { Catalogue } from '../../../src/lib/catalogue';
import { readDocument, readReport, type Report } from '../../../src/lib/report';
import { dashboardOf } from '../../../src/routes/wczytaj/dashboard';
import { txtReport } from '../../e2e/made-report';

// A made-up report, read as it is and with every reading in doubt.

let catalogue: Catalogue;
let report: Report;
beforeAll(async () => {
  catalogue = await readCatalogue('data');
  const { buffer, name } = await txtReport();
  const units = (['gmina', 'powiat'] as const).flatMap((level) => catalogue.units.all(level));
  report = readReport(await readDocument(buffer, name), { ...catalogue, units });
});

/** Every sentence that the themes of a gmina's page are made of, by the theme. */
function sentencesOf(read: Report): [string, string][] {
  return dashboardOf(read, catalogue, new Map()).themes.flatMap(
    ({ id, key, statements, verdicts, figures }) =>
      [
        ...(key ? [key.value, key.words] : []),
        ...statements,
        ...(verdicts ?? []).map(({ text }) => text),
        ...figures.flatMap(({ figure }) => [figure.title, figure.reading]),
      ].map((text): [string, string] => [id, text]),
  );
}

/** Numbers of a text that carry a unit, each with what follows it. */
const MEASURED =
  /\d[\d\u202f]*(?:,\d+)?(?:%|\u00a0(?:zł\u00a0na\u00a0mieszkańca|zł na mieszkańca|zł|mln\u00a0zł|os[oó]\S*|rodzin\S*|mieszka\S+|pracowni\S+ socjaln\S+))(.{0,5})/g;
/** Numbers that are no readings: an added worker, the limits of the act. */
const NOT_READ = /jednej osoby|próg|progów/;

const unmarked = (text: string): string[] =>
  [...text.matchAll(MEASURED)]
    .filter(([, after = '']) => !after.startsWith('\u00a0(?)'))
    .map(([found]) => found)
    .filter((found) => !NOT_READ.test(found));

describe('doubt on the way into words', () => {
  test('the themes of a made-up report speak in numbers', () => {
    const spoken = sentencesOf(report);
    expect(new Set(spoken.map(([id]) => id)).size).toBeGreaterThanOrEqual(4);
    expect(spoken.flatMap(([, text]) => [...text.matchAll(MEASURED)]).length).toBeGreaterThan(15);
  });

  test('every number of every sentence is marked where its reading is in doubt', () => {
    const doubted: Report = {
      ...report,
      observations: report.observations.map((o) =>
        o.value === null ? o : { ...o, confidence: 0.5, note: 'zmyślona wątpliwość' },
      ),
    };
    const left = sentencesOf(doubted).flatMap(([id, text]) =>
      unmarked(text).map((found) => `${id}: ${found} | ${text}`),
    );
    expect(left).toEqual([]);
  });

  test('no sentence claims a direction between values in doubt', () => {
    const doubted: Report = {
      ...report,
      observations: report.observations.map((o) => (o.value === null ? o : { ...o, confidence: 0.5 })),
    };
    for (const [, text] of sentencesOf(doubted))
      expect(text).not.toMatch(/więcej niż rok|mniej niż rok|wzrost z|spadek z/);
  });
});
