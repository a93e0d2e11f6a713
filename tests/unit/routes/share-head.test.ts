import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { shareTags, type ShareHead } from '../../../src/routes/share-head';

const share: ShareHead = {
  title: 'Łódź <&> "miasto" – Gminoskop',
  description: '2,50% mieszkańców',
  page: '/g/gmina/106101/',
  picture: '/g/osadz/a/106101/obraz.png',
  alt: 'Wykres "a"',
};

test('a page that is shared names its picture by a whole address, with its size and words', () => {
  const { document } = new JSDOM(shareTags(share, 'https://example.org')).window;
  const said: unknown = Object.fromEntries(
    [...document.querySelectorAll('meta')].map((tag) => [
      tag.getAttribute('property') ?? tag.getAttribute('name'),
      tag.content,
    ]),
  );
  expect(said).toEqual({
    'og:type': 'website',
    'og:site_name': 'Gminoskop',
    'og:locale': 'pl_PL',
    'og:title': share.title,
    'og:description': share.description,
    'og:url': 'https://example.org/g/gmina/106101/',
    'og:image': 'https://example.org/g/osadz/a/106101/obraz.png',
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': share.alt,
    'twitter:card': 'summary_large_image',
  });
});

test('a chart without a picture of its own names no other', () => {
  const tags = shareTags({ ...share, picture: undefined }, 'https://example.org');
  expect(tags).not.toContain('og:image');
  expect(tags).toContain('<meta name="twitter:card" content="summary">');
});

test('without the address of the site nothing is said', () => {
  expect(shareTags(share, '')).toBe('');
  expect(shareTags(undefined, 'https://example.org')).toBe('');
});
