import { describe, expect, it } from 'vitest';
import { readDocument, type ReportDocument } from '../../../src/lib/report';
import {
  bytesOf, docx, html, htmlTable, paragraph, TABLE, textCell, textRows, TITLE, wordCell, wordTable, xlsx,
} from './made-files'; // prettier-ignore
import { lineFromTo, pdf, textAt } from './made-pdf';

const cellsOf = ({ lines }: ReportDocument) => lines.flatMap(({ cells }) => (cells ? [cells] : []));
const textsOf = ({ lines }: ReportDocument) => lines.flatMap(({ text }) => (text === '' ? [] : [text]));

const FILES: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'raport.txt': () => bytesOf([TITLE, ...TABLE.map((row) => row.join('\t'))].join('\n')),
  'raport.md': () => {
    const [head = [], ...rows] = TABLE.map((row) => `| ${row.join(' | ')} |`);
    return bytesOf([`# ${TITLE}`, '', head, '|---|---|---|---|---|', ...rows].join('\n'));
  },
  'raport.csv': () => bytesOf([TITLE, '', ...TABLE.map((row) => row.join(';'))].join('\r\n')),
  'raport.html': () => bytesOf(html(`<p>${TITLE}</p>${htmlTable(TABLE)}`)),
  'raport.docx': () => docx(paragraph(TITLE) + wordTable(TABLE)),
  'raport.xlsx': () => xlsx([{ name: 'Arkusz1', rows: textRows([[TITLE], [], ...TABLE]) }]),
};

describe('a table', () => {
  it.each(Object.entries(FILES))('gives the same cells from %s', async (name, make) => {
    const document = await readDocument(await make(), name);
    expect(cellsOf(document)).toEqual(TABLE);
    expect(textsOf(document)).toContain(TITLE);
    expect(document).toMatchObject({ name, format: name.split('.')[1], reading: 'tekst', notices: [] });
    expect(document.lines.map((line) => line.number)).toEqual(document.lines.map((_, at) => at + 1));
  });
});

describe('a cell that spans', () => {
  const SPREAD = [
    ['Powiat', '', 'Kraj'],
    ['Grupa', 'kobiety', '5'],
    ['', 'mężczyźni', '6'],
  ];
  it('leaves the columns of HTML where they are, and the rest of it is empty', async () => {
    const table = `<table><tr><th colspan="2">Powiat</th><th>Kraj</th></tr>
      <tr><td rowspan=2>Grupa<td>kobiety<td>5</tr><tr><td>mężczyźni<td>6</table>`;
    expect(cellsOf(await readDocument(bytesOf(html(table)), 'a.html'))).toEqual(SPREAD);
  });
  it('leaves the columns of Word where they are', async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = `<w:tbl>${row(wordCell('Powiat', '<w:gridSpan w:val="2"/>'), wordCell('Kraj'))}
      ${row(wordCell('Grupa', '<w:vMerge w:val="restart"/>'), wordCell('kobiety'), wordCell('5'))}
      ${row(wordCell('', '<w:vMerge/>'), wordCell('mężczyźni'), wordCell('6'))}</w:tbl>`;
    expect(cellsOf(await readDocument(await docx(table), 'a.docx'))).toEqual(SPREAD);
  });
  it('leaves the columns of a PDF where its borders are', async () => {
    const [x1, x2, x3, x4] = [50, 150, 250, 350];
    const [y1, y2, y3, y4] = [800, 780, 760, 740];
    const page = [
      ...[y1, y4].map((y) => lineFromTo(x1, y, x4, y)),
      lineFromTo(x1, y2, x4, y2),
      lineFromTo(x2, y3, x4, y3),
      ...[x1, x3, x4].map((x) => lineFromTo(x, y1, x, y4)),
      lineFromTo(x2, y2, x2, y4),
      textAt(100, 786, 'Powiat'), textAt(260, 786, 'Kraj'),
      textAt(60, 757, 'Grupa'), textAt(160, 766, 'kobiety'), textAt(260, 766, '5'),
      textAt(160, 746, 'panowie'), textAt(260, 746, '6'),
    ]; // prettier-ignore
    expect(cellsOf(await readDocument(pdf([page.join('\n')]), 'a.pdf'))).toEqual([
      ['Powiat', '', 'Kraj'],
      ['Grupa', 'kobiety', '5'],
      ['', 'panowie', '6'],
    ]);
  });
});

describe('HTML', () => {
  it('gives what a reader sees: no script, style or hidden text', async () => {
    const body = `<p>Widać</p><script>document.write('skrypt')</script><style>p{}</style><p hidden>ukryty</p>
      <div style="display: none"><p>ukryty</p></div><p>Koszt &lt;b&gt; 5&nbsp;zł</p><img src=x onerror=alert(1)>`;
    const document = await readDocument(bytesOf(html(body)), 'a.html');
    expect(textsOf(document)).toEqual(['Widać', 'Koszt <b> 5 zł']);
    expect(document.notices).toEqual(['Pominięto skrypty zapisane w dokumencie HTML.']);
  });
});

describe('a Word document', () => {
  it('gives neither deleted nor hidden text, and drawn text once', async () => {
    const body = `<w:p><w:r><w:t>Było </w:t></w:r><w:del><w:r><w:delText>sto</w:delText></w:r></w:del><w:r><w:t>dwieście</w:t></w:r></w:p>
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ukryty</w:t></w:r></w:p>
      <mc:AlternateContent><mc:Choice>${paragraph('ramka')}</mc:Choice><mc:Fallback>${paragraph('ramka')}</mc:Fallback></mc:AlternateContent>`;
    expect(textsOf(await readDocument(await docx(body), 'a.docx'))).toEqual(['Było dwieście', 'ramka']);
  });
  it('is read without its macros, and says so', async () => {
    const document = await readDocument(
      await docx(paragraph('Tekst'), { 'word/vbaProject.bin': 'x' }),
      'a.docm',
    );
    expect(document.notices).toEqual(['Dokument zawiera makra. Pominięto je: odczytano wyłącznie tekst.']);
  });
});

describe('a workbook', () => {
  const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;zł&quot;"/></numFmts><cellXfs>
    <xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
  it('gives numbers as its reader sees them, and of a formula the value saved with it', async () => {
    const rows = `<row r="1"><c r="A1"><v>0.1</v></c><c r="B1" s="1"><v>0.0229</v></c><c r="C1" s="2"><f>SUM(A1:B1)</f><v>1631346.114</v></c>
      <c r="D1" s="3"><v>43830</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="s"><v>0</v></c></row>`;
    const document = await readDocument(
      await xlsx([{ name: 'A', rows }], {
        'xl/styles.xml': STYLES,
        'xl/sharedStrings.xml': '<sst><si><r><t>wspólny </t></r><r><t>tekst</t></r></si></sst>',
      }),
      'a.xlsx',
    );
    expect(cellsOf(document)).toEqual([
      ['0,1', '2,29%', '1 631 346,11', '31.12.2019', 'PRAWDA', 'wspólny tekst'],
    ]);
    expect(document.notices).toEqual([]);
  });
  it('says where a formula has no saved value, and computes none', async () => {
    const rows = `<row r="1">${textCell('A1', 'Suma')}${textCell('B1', '2')}<c r="C1"><f>WEBSERVICE("http://x")</f></c>${textCell('D1', '3')}</row>`;
    const document = await readDocument(await xlsx([{ name: 'A', rows }]), 'a.xlsx');
    expect(cellsOf(document)).toEqual([['Suma', '2', '', '3']]);
    expect(document.notices[0]).toMatch(/formuł.*nie ma zapisanego wyniku/);
  });
  it('is read without hidden sheets, rows and columns, and says so', async () => {
    const document = await readDocument(
      await xlsx([
        {
          name: 'A',
          columns: '<cols><col min="2" max="2" hidden="1"/></cols>',
          rows: `${textRows([['a', 'ukryta', 'b', 'c']])}<row r="2" hidden="1">${textCell('A2', 'ukryty')}</row>`,
        },
        { name: 'B', rows: textRows([['ukryty', 'arkusz']]), state: 'hidden' },
      ]),
      'a.xlsx',
    );
    expect(textsOf(document)).toEqual(['A', 'a b c']);
    expect(document.notices).toHaveLength(2);
  });
  it('keeps tables of different widths in one sheet apart', async () => {
    const rows = textRows([['Rok', 'Osoby'], ['2019', '5'], [], ['a', 'b', 'c', 'd'], ['e', '', '', '']]);
    expect(cellsOf(await readDocument(await xlsx([{ name: 'A', rows }]), 'a.xlsx'))).toEqual([
      ['Rok', 'Osoby'],
      ['2019', '5'],
      ['a', 'b', 'c', 'd'],
    ]);
  });
});

describe('a PDF', () => {
  it('without borders keeps columns apart by its gaps, and prose together', async () => {
    const page = [
      textAt(50, 800, 'Pomoc otrzymali mieszkancy gminy i ich rodziny; w roku oceny byla to 1'),
      textAt(50, 788, '369 osob, mniej niz rok wczesniej.'),
      ...[['Rok', 'Osoby', 'Procent'], ['2018', '1 631', '3,29%'], ['2019', '15', '2,64%']].flatMap((row, y) =>
        row.map((cell, x) => textAt(50 + 90 * x, 750 - 14 * y, cell)),
      ),
    ]; // prettier-ignore
    const document = await readDocument(pdf([page.join('\n')]), 'a.pdf');
    expect(textsOf(document)[0]).toBe(
      'Pomoc otrzymali mieszkancy gminy i ich rodziny; w roku oceny byla to 1 369 osob, mniej niz rok wczesniej.',
    );
    expect(cellsOf(document)).toEqual([
      ['Rok', 'Osoby', 'Procent'],
      ['2018', '1 631', '3,29%'],
      ['2019', '15', '2,64%'],
    ]);
    expect(document.lines.every((line) => line.page === 1)).toBe(true);
  });
  it('without borders gives no cells for a row whose number is broken over lines', async () => {
    const at = (x: number, y: number, text: string) => textAt(50 + 90 * x, 750 - y, text);
    const rows = (dy: number) => [
      at(0, 0, 'Rok'), at(1, 0, 'Kwota'), at(0, 14, '2018'), at(1, 14, '15'),
      at(1, 50, '1 631'), at(0, 50 + dy / 2, '2019'), at(1, 50 + dy, '346,11'),
      at(0, 100, '2020'), at(1, 100, '17'), at(0, 114, '2021'), at(1, 114, '18'),
    ]; // prettier-ignore
    for (const dy of [12, 24]) {
      const cells = cellsOf(await readDocument(pdf([rows(dy).join('\n')]), 'a.pdf'));
      expect(cells.map(([year]) => year)).toEqual(['Rok', '2018', '2020', '2021']);
    }
    const middle = [
      ...rows(24).slice(0, 4),
      at(1, 50, '1 631'),
      at(0, 62, '2019'),
      at(1, 62, '346,11'),
      at(1, 74, 'zl'),
    ];
    const cells = cellsOf(await readDocument(pdf([middle.join('\n')]), 'a.pdf'));
    expect(cells.map(([year]) => year)).toEqual(['Rok', '2018']);
  });
  it('whose text is laid unseen over a picture is a scan', async () => {
    const page = [textAt(50, 800, 'Ocena zasobow', 3), textAt(50, 780, '2019', 3), textAt(200, 780, '15', 3)];
    const document = await readDocument(pdf([page.join('\n')]), 'a.pdf');
    expect(document.reading).toBe('skan');
    expect(document.lines.map(({ text, cells }) => [text, cells])).toEqual([
      ['Ocena zasobow', null],
      ['2019 15', null],
    ]);
  });
});

describe('the name of a file', () => {
  it('is not believed against its content, and that is said', async () => {
    const document = await readDocument(await docx(paragraph('Tekst')), 'raport.pdf');
    expect(document.format).toBe('docx');
    expect(document.notices).toEqual([
      'Rozszerzenie pliku (.pdf) nie odpowiada jego treści: odczytano go jako DOCX.',
    ]);
  });
});
