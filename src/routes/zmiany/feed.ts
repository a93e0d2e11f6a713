import type { ChangeEntry } from './entries';

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** The changes of the data as RSS 2.0. @param page address of the page with the same words, absolute where it is known */
export function rssOf(entries: readonly ChangeEntry[], page: string): string {
  const items = entries.map(
    ({ date, version, sentences }) => `<item>
<title>${xml(`Dane z ${date}, wersja ${version}`)}</title>
<link>${xml(`${page}#w-${version}`)}</link>
<guid isPermaLink="false">gminoskop-${version}</guid>
<pubDate>${new Date(`${date}T12:00:00Z`).toUTCString()}</pubDate>
<description>${xml(sentences.join(' '))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>Gminoskop – zmiany danych</title>
<link>${xml(page)}</link>
<description>Co zmieniło się między wersjami danych i kogo to dotyczy.</description>
<language>pl</language>
${items.join('\n')}
</channel></rss>
`;
}
