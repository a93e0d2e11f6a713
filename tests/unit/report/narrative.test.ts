import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/read-data';
import {
  NotRecognised,
  readDocument,
  readReport,
  type Report,
  type ReportCatalogue,
} from '../../../src/lib/report';
import { readAmount } from '../../../src/lib/report/recognise/narrative/amounts';

/** An activity report in words of our own, in the layout of real ones. */
const REPORT = `Sprawozdanie z działalności Ośrodka Pomocy Społecznej w Kurowie, gmina Kurów w powiecie puławskim
za okres od 1 stycznia 2021 roku do 31 grudnia 2021 roku

W roku 2021 wydatki Ośrodka Pomocy Społecznej wyniosły łącznie : 1 300, 00 zł
W ramach zadań własnych wydatkowano: 1 000,00
w tym: z dotacji wojewódzkiej wydatkowano- 400,00zł
z budżetu gminy wydatkowano - 600 ,00

W dziale 852 w rozdziale 85202 – domy pomocy społecznej
Opłacono dla 4 osób pobyt w domach. Planowano wydatki w roku 2021 w wysokości – 5.000,00 zł, wydatkowano kwotę – 4.900,50 zł z budżetu samorządu.

W dziale 852 w rozdziale 85214 – zasiłki
Planowano wydatki w roku 2020 w wysokości – 2.000,00 zł wydatkowano łącznie kwotę – 2. 500,00 zł z budżetu wojewódzkiego kwotę – 1.500,00 zł, z budżetu samorządu – 900,00 zł.

Zasiłki stałe (zad. wł.)
Kryterium dochodowe to 701,00 zł. Z tej formy skorzystało 12 osób na kwotę 30 115 zł.

W 2021 r. opłaty za pobyt 5 pensjonariuszy w Domach Pomocy Społecznej wyniosły 4 900,50 zł.

Powody przyznania pomocy rodzinom
\tPowód
\tLiczba rodzin 2020
\tLiczba rodzin 2021

\tubóstwo
\t31
\t29

\tbezrobocie
\t17
\t11
`;
const documentOf = (text: string) => readDocument(new TextEncoder().encode(text), 'made-up.txt');

describe('an amount of a narrative report', () => {
  it.each([
    ['14 861 320, 96', 14_861_320.96],
    ['3 921 615 ,04', 3_921_615.04],
    ['42. 829,45', 42_829.45],
    ['115 782.80', 115_782.8],
    ['10.829,45', 10_829.45],
    ['8380', 8380],
    ['dwadziescia dwie', 22],
    ['zadnych', 0],
  ])('%s is read as its writer meant it', (raw, value) => {
    expect(readAmount(raw)).toMatchObject({ value, clean: true });
  });
});

describe('an activity report', () => {
  let catalogue: ReportCatalogue;
  let report: Report;
  beforeAll(async () => {
    const { formRows, rules, units, names } = await readCatalogue('data');
    catalogue = {
      formRows,
      rules,
      units: (['gmina', 'powiat'] as const).flatMap((level) => units.all(level)),
      names,
    };
    report = readReport(await documentOf(REPORT), catalogue);
  });
  const value = (indicator: string, breakdown = '', table?: string) =>
    report.observations.find(
      (o) => o.indicator === indicator && o.breakdown === breakdown && (table === undefined || o.table === table),
    )?.value;
  const rules = () => report.findings.map(({ rule }) => rule);

  it('is known by what it calls itself, with its gmina and year', () => {
    expect(report).toMatchObject({ type: 'sprawozdanie', teryt: '061406', year: 2021, source: 'sprawozdanie-061406-2021' });
  });
  it('gives its totals by task and by who pays', () => {
    expect(value('spr-wydatki-ogolem')).toBe(1300);
    expect(value('spr-wydatki-ogolem', 'zadania=wlasne;zrodlo=wojewodztwo')).toBe(400);
    expect(value('spr-wydatki-ogolem', 'zadania=wlasne;zrodlo=gmina')).toBe(600);
  });
  it('gives plan, execution and source of a chapter, a plan under an indicator of its own', () => {
    expect(value('spr-plan-rozdzial', 'rozdzial=85202')).toBe(5000);
    expect(value('spr-wydatki-rozdzial', 'rozdzial=85202')).toBe(4900.5);
    expect(value('spr-wydatki-rozdzial', 'rozdzial=85202;zrodlo=gmina')).toBe(4900.5);
    expect(report.observations.every(({ kind }) => kind === 'reported')).toBe(true);
  });
  it('gives persons and amount of a benefit under its heading, and never its income limit', () => {
    expect(value('spr-swiadczenie-osoby', 'swiadczenie=zasilek-staly')).toBe(12);
    expect(value('spr-swiadczenie-kwota', 'swiadczenie=zasilek-staly')).toBe(30_115);
    expect(report.leftOver.map(({ text }) => text).join()).toContain('701,00');
  });
  it('gives reasons by year from a table that ended up one cell a line', () => {
    const reasons = report.observations.filter(({ indicator }) => indicator === 'spr-powod-rodziny');
    expect(reasons.map(({ breakdown, year, value: n }) => [breakdown, year, n])).toEqual([
      ['powod=bezrobocie', 2020, 17], ['powod=bezrobocie', 2021, 11], ['powod=ubostwo', 2020, 31], ['powod=ubostwo', 2021, 29],
    ]);
  });
  it('files a fact told twice under two places and shows that they differ', () => {
    expect(value('spr-swiadczenie-osoby', 'swiadczenie=dps', 'swiadczenia')).toBe(4);
    expect(value('spr-swiadczenie-osoby', 'swiadczenie=dps', 'swiadczenia-2')).toBe(5);
    const finding = report.findings.find(({ rule }) => rule === 'dwie-wartosci');
    expect(finding?.message).toBe('Liczba osób (domy pomocy społecznej): w dwóch miejscach podano 4 i 5, różnica 1.');
    expect(finding?.cells).toHaveLength(2);
  });
  it('shows sources that do not add up and spending above the plan', () => {
    expect(rules()).toContain('suma-zrodlo');
    expect(rules()).toContain('wykonanie-i-plan');
  });
  it('doubts a number whose sentence names another year', () => {
    const plan = report.observations.find((o) => o.breakdown === 'rozdzial=85214' && o.indicator === 'spr-plan-rozdzial');
    expect(plan).toMatchObject({ year: 2021, confidence: 0.5, note: 'w zdaniu podano rok 2020' });
    expect(rules()).toContain('rok-w-zdaniu');
  });
  it('is refused where it is neither a report nor a plan', async () => {
    const document = await documentOf('Uchwała o podatkach, gmina Kurów, 2021');
    expect(() => readReport(document, catalogue)).toThrow(NotRecognised);
  });
}); // prettier-ignore
