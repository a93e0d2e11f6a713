import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { rssOf } from '../../../src/routes/zmiany/feed';

test('a feed has an entry a version, and no sign of a text is markup', () => {
  const feed = rssOf(
    [{ date: '2026-11-25', version: 'abcdefabcdef', sentences: ['Źródło „<A & B>”: 5 wierszy.', 'Dalej.'] }],
    'https://example.org/zmiany/',
  );
  expect(feed).toContain('&lt;A &amp; B&gt;');
  expect(feed).toContain('<pubDate>Wed, 25 Nov 2026 12:00:00 GMT</pubDate>');
  expect(feed).toContain('<link>https://example.org/zmiany/#w-abcdefabcdef</link>');
  expect(parseDocument(feed, { xmlMode: true }).children.length).toBeGreaterThan(0);
});
