import { describe, expect, test } from 'vitest';
import type { Finding, Observation } from '../../../src/lib/domain';
import { inFormOrder } from '../../../src/lib/export/finding-order';
import { findingsSheet } from '../../../src/lib/export/findings-sheet';

const about = { rule: 'r', severity: 'error', source: 's', teryt: '061406', year: 2019 } as const;
const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  ...about,
  message,
  cells: [],
  ...more,
});
const sheet = (findings: Finding[]) =>
  findingsSheet({
    title: 'Uwagi <b>',
    reports: [
      {
        name: 'a&b.txt',
        gmina: 'Kurów',
        year: 2019,
        edition: '2019',
        findings,
        unreadable: 1,
        doubtful: 2,
        values: 1764,
      },
    ],
  });

describe('the findings sheet', () => {
  test('escapes every text and needs no other file', () => {
    const html = sheet([finding('<script>alert("1")</script> & \'')]);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;');
    expect(html).toContain('a&amp;b.txt');
    expect(html).toContain('<title>Uwagi &lt;b&gt;</title>');
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
  });

  test('says who can mend a finding, and names its repair with the lines', () => {
    const html = sheet([
      finding('Suma.', {
        mend: 'formularz',
        cells: [{ anchor: 'a', line: 12 }],
        repairs: [{ anchor: 'a', from: 185, to: 195, arithmetic: '' }],
      }),
      finding('Szereg.', { mend: 'cas' }),
    ]);
    expect(html).toContain('Możliwa poprawka: 185 → 195.');
    expect(html).toContain('Wiersze tekstu: 12.');
    expect(html).toContain('Do poprawienia w gminie: wiersz formularza.');
    expect(html).toContain('Nie do poprawienia w gminie');
  });

  test('says that nothing contradicts where nothing does', () => {
    expect(sheet([])).toContain('Nie znaleziono żadnej sprzeczności.');
  });
});

describe('findings in the order of the form', () => {
  const cell = (section: string, row: string, column: string, line: number): Observation => ({
    teryt: '061406',
    level: 'gmina',
    year: 2019,
    indicator: 'i',
    breakdown: '',
    value: 1,
    missing: null,
    unit: 'osoby',
    kind: 'reported',
    source: 's',
    section,
    row,
    column,
    table: row === '' ? 'proza' : '',
    page: null,
    line,
    raw: '1',
    confidence: 1,
    note: '',
  });

  test('stand by section, row and column, sentences behind the tables', () => {
    const observations = [
      cell('7', '15', 'prev', 4),
      cell('3', '10', 'assess', 2),
      cell('3', '2', 'forecast', 1),
      cell('3', '2', 'prev', 1),
      cell('', '', '', 9),
    ];
    const of = (message: string, anchor: string) => finding(message, { cells: [{ anchor, line: 1 }] });
    const findings = [
      of('sentence', 'proza-i-061406-2019'),
      of('7/15', 's7-w15-prev'),
      of('3/10', 's3-w10-assess'),
      of('3/2 later', 's3-w2-forecast'),
      of('3/2', 's3-w2-prev'),
    ];
    expect(inFormOrder(findings, observations).map(({ message }) => message)).toEqual([
      '3/2',
      '3/2 later',
      '3/10',
      '7/15',
      'sentence',
    ]);
  });
});
