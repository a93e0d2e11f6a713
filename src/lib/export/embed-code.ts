import type { Table } from '../charts/table';

/** What an iframe of a chart needs to stand in any page. */
export interface Frame {
  address: string;
  title: string;
  /** Pixels; right without scripts at every width. */
  height: number;
}

/** Text for an attribute or an element of HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An iframe as wide as its place. A page that lets only src, width, height and title through shows it the same. */
export const iframeCode = ({ address, title, height }: Frame): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;

/** The iframe with the script that makes it taller when a reader unfolds its table. */
export const resizedCode = (frame: Frame, script: string): string =>
  `${iframeCode(frame)}\n<script async src="${escaped(script)}"></script>`;

/** A picture for places that allow no frame. @param link where it leads */
export const imageCode = (picture: string, title: string, link: string): string =>
  `<a href="${escaped(link)}"><img src="${escaped(picture)}" alt="${escaped(title)}" width="768" loading="lazy"></a>`;

/** What a frozen chart is made of. @property picture markup of our own SVG */
interface Frozen {
  picture: string;
  table: Table;
  citation: string;
}

/** A chart that stands by itself: SVG inside, its figures as a table, its reference. No address is asked for anything. */
export function frozenSnippet({ picture, table, citation }: Frozen): string {
  const cell = ({ text, note }: Table['rows'][number]['cells'][number]) =>
    `<td>${escaped(note === undefined ? text : `${text} (${note})`)}</td>`;
  const rows = table.rows.map(
    ({ label, cells }) => `<tr><th scope="row">${escaped(label)}</th>${cells.map(cell).join('')}</tr>`,
  );
  return [
    '<figure style="margin:0;max-width:768px">',
    picture.replace(/ width="\d+" height="\d+"/, ' width="100%"'),
    '<details><summary>Liczby</summary><div style="overflow-x:auto"><table>',
    `<thead><tr>${table.head.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody></table></div></details>`,
    `<figcaption>${escaped(citation)}</figcaption>`,
    '</figure>',
  ].join('\n');
}
