import { links } from '$lib/components/links';
import tokens from '$lib/components/styles/tokens.css?inline';
import { htmlDocument, packedCss } from '../../document';
import type { RequestHandler } from './$types';

export const prerender = true;

const css = packedCss(
  tokens,
  `html { background: var(--paper); color: var(--ink); font: 16px/1.4 var(--font); }
  body { max-width: 38rem; margin: 0 auto; padding: 16px; overflow-wrap: break-word; }
  h1 { margin: 0; font-size: 20px; line-height: 1.25; }
  a { color: var(--gmina); }
  a:focus-visible { outline: 3px solid var(--gmina); outline-offset: 2px; }`,
);

/** What stands in a frame whose chart or version is not there: never another chart, never newer data. */
export const GET: RequestHandler = () =>
  htmlDocument({
    head: '<title>Nie ma takiego wykresu – Gminoskop</title><meta name="robots" content="noindex">',
    body: `<main><h1>Nie ma takiego wykresu</h1>
<p>Pod tym adresem nie ma wykresu albo nie ma go w tej wersji danych. W jego miejscu nie pokazano innych danych.</p>
<p><a href="${links.home}" target="_blank" rel="noopener">Gminoskop: strona główna</a></p></main>`,
    css,
  });
