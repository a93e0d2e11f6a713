import { deflateSync } from 'node:zlib';

/** Writes plain PDF files, for tests only: Helvetica with Polish letters, one content stream a page. */

/** Letters that WinAnsi lacks stand in place of signs that no report uses, by their glyph names. */
const POLISH: Readonly<Record<string, readonly [code: number, glyph: string]>> = {
  ą: [161, 'aogonek'], ć: [162, 'cacute'], ę: [163, 'eogonek'], ł: [164, 'lslash'], ń: [165, 'nacute'], ś: [166, 'sacute'],
  ź: [167, 'zacute'], ż: [168, 'zdotaccent'], Ą: [169, 'Aogonek'], Ć: [170, 'Cacute'], Ę: [171, 'Eogonek'], Ł: [172, 'Lslash'],
  Ń: [174, 'Nacute'], Ś: [175, 'Sacute'], Ź: [176, 'Zacute'], Ż: [177, 'Zdotaccent'], '–': [178, 'endash'],
}; // prettier-ignore
const DIFFERENCES = Object.values(POLISH)
  .map(([code, glyph]) => `${code}/${glyph}`)
  .join(' ');
const coded = (text: string): string =>
  [...text].map((sign) => (POLISH[sign] ? String.fromCharCode(POLISH[sign][0]) : sign)).join('');

/** A page's drawing, packed. */
export interface Packed {
  packed: string;
}

export const packed = (content: string): Packed => ({
  packed: deflateSync(content, { level: 9 }).toString('latin1'),
});

/** @param extra goes into the trailer, e.g. `/Encrypt …` */
export function pdf(pages: readonly (string | Packed)[], extra = ''): Uint8Array {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[${DIFFERENCES}]>>>>`,
    ...pages.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * at} 0 R>>`,
      typeof content === 'string'
        ? `<</Length ${content.length}>>\nstream\n${content}\nendstream`
        : `<</Filter/FlateDecode/Length ${content.packed.length}>>\nstream\n${content.packed}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Text of 10 points; `y` upwards from the bottom, as PDF has it. */
export const textAt = (x: number, y: number, text: string, mode = 0): string =>
  `BT /F1 10 Tf ${mode} Tr 1 0 0 1 ${x} ${y} Tm (${coded(text).replace(/[()\\]/g, '\\$&')}) Tj ET`;

export const lineFromTo = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${y1} m ${x2} ${y2} l S`;

/** A page that shows a form, which shows a form twice, and so on: `depth` deep, 2^depth showings. */
export function nestedForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, at) => {
    const [own, next] = [6 + at, 7 + at];
    const content = at === depth - 1 ? '0 0 1 1 re f' : '/X Do /X Do';
    const below = at === depth - 1 ? '' : `/Resources<</XObject<</X ${next} 0 R>>>>`;
    return `${own} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${below}/Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
  });
  const drawn = `${textAt(50, 800, 'Ocena zasobow')} /X Do`;
  return Buffer.from(
    [
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>\nendobj\n',
      '4 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n',
      `5 0 obj\n<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream\nendobj\n`,
      ...forms,
      `trailer\n<</Size ${depth + 6}/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
    ].join(''),
    'latin1',
  );
}

/** A page whose drawing is a stream with a dictionary of its own. @param more other objects */
export function stream(content: string, dictionary: string, more = ''): Uint8Array {
  const file = `%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>
endobj
4 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
endobj
5 0 obj
<<${dictionary}/Length ${content.length}>>
stream
${content}
endstream
endobj
${more}trailer
<</Size 9/Root 1 0 R>>
startxref
0
%%EOF
`;
  return Buffer.from(file, 'latin1');
}
