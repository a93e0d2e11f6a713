import { type Content, prose } from './document';

/** A line with its place on the page; `extent` only of prose. */
export interface Placed {
  y: number;
  content: Content;
  extent: { left: number; right: number; size: number } | null;
}

/** A line that ends within this part of the text's width from the right margin may go on below. */
const NEAR_MARGIN = 0.15;
/** Lines of a paragraph lie at most this far apart, in letter sizes. */
const LEADING = 1.9;
/** A line that starts so starts something new. */
const START = /^(?:[-–—•▪·]|\p{L}\)|\d+(?:\.\d+)*[.)]\s|(?:Tabela|Wykres|Rysunek|Rycina|Źródło|Mapa)\b)/u;

/** Prose lines of a paragraph joined to one line, as text formats have it: sentences and numbers are broken anywhere. */
export function paragraphs(lines: readonly Placed[]): Content[] {
  const extents = lines.flatMap(({ extent }) => extent ?? []);
  const left = Math.min(...extents.map((extent) => extent.left));
  const margin = Math.max(...extents.map((extent) => extent.right));
  const full = margin - NEAR_MARGIN * (margin - left);
  const contents: Content[] = [];
  let last: Placed | undefined;
  for (const line of lines) {
    const before = contents.at(-1);
    if (before && last?.extent && line.extent && last.extent.right >= full && follows(last, line))
      contents[contents.length - 1] = prose(`${before.text} ${line.content.text}`, before.page);
    else contents.push(line.content);
    last = line;
  }
  return contents;
}

function follows(above: Placed, below: Placed): boolean {
  const [a, b] = [above.extent, below.extent];
  if (!a || !b || START.test(below.content.text)) return false;
  const apart = below.y - above.y;
  return Math.abs(a.size - b.size) < 0.5 && apart <= LEADING * b.size && b.left - a.left < b.size;
}
