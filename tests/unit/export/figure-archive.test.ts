import { createHash } from 'node:crypto';
import { TextWriter, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/lib/charts/draw';
import { bibtex, cslJson, plainCitation } from '../../../src/lib/export/citation';
import { aboutFigure } from '../../../src/lib/export/figure-about';
import { figureArchive } from '../../../src/lib/export/figure-archive';
import { figureXlsx } from '../../../src/lib/export/figure-xlsx';
import { framedChart } from '../../../src/lib/export/framed-chart';
import { POINT_COLUMNS } from '../../../src/lib/export/point-columns';
import { pointRows } from '../../../src/lib/export/point-rows';
import { readDocument } from '../../../src/lib/report/readers';
import { figure, trendSpec } from './made-figure';

const addressOf = (source: string, anchor: string) => `https://example.org/zrodlo/${source}/#${anchor}`;
const rows = pointRows(trendSpec, addressOf);
const setting = {
  catalogue: null,
  version: 'ab'.repeat(32),
  page: 'https://example.org/gmina/106101/?lata=2018-2020',
  made: '2026-11-25',
  addressOf,
};
const about = aboutFigure(figure, trendSpec, rows, setting);

async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.filename, await file.getData(new TextWriter())] as const),
    ),
  );
}

describe('the archive of a figure', () => {
  test('is read back by its own datapackage.json', async () => {
    const files = await unzipped(await figureArchive(about, rows, { name: 'lodz', svg: '<svg/>' }));
    expect([...files.keys()]).toEqual(['lodz.csv', 'lodz.svg', 'datapackage.json', 'README.txt']);
    const { resources } = JSON.parse(files.get('datapackage.json') ?? '') as {
      resources: {
        path: string;
        hash: string;
        bytes: number;
        dialect: { delimiter: string };
        schema: { fields: { name: string; type: string }[]; missingValues: string[] };
      }[];
    };
    const [resource] = resources;
    const csv = files.get(resource?.path ?? '') ?? '';
    expect(resource?.bytes).toBe(Buffer.byteLength(csv));
    expect(resource?.hash).toBe(`sha256:${createHash('sha256').update(csv).digest('hex')}`);
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
      delimiter: resource?.dialect.delimiter ?? '',
    });
    const read = data.map((row) =>
      Object.fromEntries(
        (resource?.schema.fields ?? []).map(({ name, type }) => {
          const cell = row[name] ?? '';
          return [name, type === 'string' ? cell : cell === '' ? null : Number(cell)];
        }),
      ),
    );
    expect(read).toEqual(
      rows.map((row) => Object.fromEntries(about.columns.map(({ name }) => [name, row[name]]))),
    );
  });

  test('says definitions, choices, doubts, breaks, version, citation and licence in its README', async () => {
    const readme = (await unzipped(await figureArchive(about, rows, { name: 'lodz', svg: '' }))).get(
      'README.txt',
    );
    for (const text of [
      'Słaby skan',
      'nowa podstawa',
      'Wskaźnik nie mierzy ubóstwa.',
      'lata: 2018-2020',
      'abababababab',
      'Jak cytować',
      'EUPL-1.2',
      'średnia z gmin',
      ...POINT_COLUMNS.map(({ title }) => title),
    ])
      expect(readme).toContain(text);
  });

  test('is the same to the byte for the same figure and day', async () => {
    const made = () => figureArchive(about, rows, { name: 'lodz', svg: '<svg/>' });
    expect(await made()).toEqual(await made());
  });
});

describe('the workbook of a figure', () => {
  test('is read back by the project’s own reader, numbers as numbers', async () => {
    const { lines } = await readDocument(await figureXlsx(about, rows), 'lodz.xlsx');
    const cells = lines.map((line) => line.cells);
    const text = lines.map((line) => line.text).join('\n');
    expect(text).toContain('Dane');
    expect(text).toContain('Definicje i źródła');
    expect(text).toContain('nowa podstawa');
    expect(cells.find((row) => row?.[0] === 'Łódź, =gmina')?.slice(2, 5)).toEqual(['2018', '-2,3456', '%']);
  });

  test('holds no formula', async () => {
    const spec = {
      ...trendSpec,
      series: trendSpec.series.map((series) => ({ ...series, name: '=1+1' })),
    };
    const files = await unzipped(await figureXlsx(about, pointRows(spec, addressOf)));
    for (const [name, xml] of files) if (name.endsWith('.xml')) expect(xml, name).not.toContain('<f>');
  });
});

describe('a reference', () => {
  test('as a sentence has the address, the version, the day and the place in the source', () => {
    expect(plainCitation(about)).toBe(
      'Gminoskop, „Deprywacja lokalna – Łódź <&> "spadek"” (% mieszkańców, 2018–2020), wersja danych abababababab, https://example.org/gmina/106101/?lata=2018-2020 (dostęp: 25 listopada 2026). Źródło: OZPS 2019, https://example.org/zrodlo/ozps-106101-2019/#s7-w1-assess.',
    );
  });
  test('as BibTeX keeps its braces balanced and escapes what BibTeX would read', () => {
    const text = bibtex({ ...about, title: '50% {x_1' });
    expect(text).toContain('title = {{50\\% \\{x\\_1}}');
    expect(text).toMatch(/^@misc\{gminoskop-106101-deprywacja-lokalna-2026,\n/);
  });
  test('as CSL-JSON is a data set with the day of access', () => {
    expect(JSON.parse(cslJson(about))).toMatchObject([
      { type: 'dataset', version: 'abababababab', accessed: { 'date-parts': [[2026, 11, 25]] } },
    ]);
  });
  test('of a report that was dropped says that it is not published', () => {
    const own = aboutFigure(figure, trendSpec, rows, { ...setting, addressOf: () => '' });
    expect(plainCitation(own)).toContain('na podstawie pliku wczytanego na tej stronie, nieopublikowanego');
  });
  test('says so where the version is not known', () => {
    expect(plainCitation({ ...about, version: '' })).toContain('wersja danych nieustalona');
  });
});

describe('the picture of a figure', () => {
  const { document, XMLSerializer, DOMParser } = new JSDOM('').window;
  const colours = { paper: '#ffffff', ink: '#000000', muted: '#565e68', doubt: '#a4262c' };
  const xml = new XMLSerializer().serializeToString(
    framedChart(draw(trendSpec, 'wide', 'Wykres', document), about, colours, document),
  );

  test('is XML that stands alone', () => {
    const read = new DOMParser().parseFromString(xml, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(xml).not.toMatch(/<style|href=|url\(|style=|<foreignObject/);
    expect(read.documentElement.querySelector('title')?.textContent).toBe(figure.title);
  });

  test('says title, subtitle, kinds, doubts, breaks, source and date as text', () => {
    const read = new DOMParser().parseFromString(xml, 'image/svg+xml');
    const texts = [...read.querySelectorAll('text')].map((one) =>
      [...one.querySelectorAll('tspan')].map((span) => span.textContent).join(' '),
    );
    for (const text of [
      figure.title,
      figure.subtitle,
      'średnia z gmin (każda gmina liczy się tak samo), z raportu: powiat – średnia z gmin',
      'Wartość niepewna (?)',
      'nowa podstawa: Zmieniono definicję.',
      'Źródło: OZPS 2019.',
      '25 listopada 2026',
    ])
      expect(
        texts.some((one) => one.includes(text)),
        text,
      ).toBe(true);
  });
});
