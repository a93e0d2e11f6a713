import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { tableOf } from '../../../src/lib/charts/table';
import { frozenSnippet, iframeCode, imageCode, resizedCode } from '../../../src/lib/export/embed-code';
import { embedAddress, frozenEmbedAddress } from '../../../src/lib/state/embed-address';
import { trendSpec } from './made-figure';

const TITLE = `Łódź "spadek" <img src=x onerror=alert(1)> & 'reszta'`;
const frame = {
  address: 'https://example.org/osadz/a/106101/?motyw=jasny&lata=2018-2020',
  title: TITLE,
  height: 640,
};
const bodyOf = (code: string): HTMLElement => new JSDOM(code).window.document.body;

test('a title stays text in every code, whatever signs it has', () => {
  const iframe = bodyOf(iframeCode(frame));
  expect(iframe.children).toHaveLength(1);
  expect(iframe.querySelector('iframe')?.title).toBe(TITLE);
  expect(iframe.querySelector('iframe')?.src).toBe(frame.address);
  const image = bodyOf(imageCode('https://example.org/obraz.svg', TITLE, 'https://example.org/"><b>'));
  expect(image.querySelectorAll('*')).toHaveLength(2);
  expect(image.querySelector('img')?.alt).toBe(TITLE);
  const resized = bodyOf(resizedCode(frame, 'https://example.org/osadz.js'));
  expect([...resized.children].map(({ localName }) => localName)).toEqual(['iframe', 'script']);
});

test('a frame left with src, width, height and title only still has all it needs', () => {
  const iframe = bodyOf(iframeCode(frame)).querySelector('iframe');
  expect(['src', 'width', 'height', 'title'].map((name) => iframe?.getAttribute(name))).toEqual([
    frame.address,
    '100%',
    '640',
    TITLE,
  ]);
});

test('a frozen chart has its figures and its reference as text, and asks for no file', () => {
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 768 500" width="768" height="500"><text>Łódź</text></svg>';
  const citation = `Gminoskop, „${TITLE}”, https://example.org/gmina/106101/`;
  const code = frozenSnippet({ picture, table: tableOf(trendSpec), citation });
  const body = bodyOf(code);
  expect(body.querySelectorAll('[src],[href],[srcset],script,link,iframe,img')).toHaveLength(0);
  expect(code).not.toMatch(/url\(|@import/);
  expect(body.querySelector('figcaption')?.textContent).toBe(citation);
  expect(body.querySelectorAll('tbody tr')).toHaveLength(tableOf(trendSpec).rows.length);
  expect(body.querySelector('tbody')?.textContent).toContain('Słaby skan; „7” albo "1"');
  expect(body.querySelector('svg')?.getAttribute('width')).toBe('100%');
  expect(body.querySelector('svg')?.hasAttribute('height')).toBe(false);
});

test('a chart has an address that goes on, and one for each version of the data', () => {
  expect(embedAddress('/g', 'deprywacja-lokalna', '060801')).toBe('/g/osadz/deprywacja-lokalna/060801/');
  expect(frozenEmbedAddress('/g', 'deprywacja-lokalna', '060801', '0123456789ab')).toBe(
    '/g/osadz/wersja/0123456789ab/deprywacja-lokalna/060801/',
  );
});
