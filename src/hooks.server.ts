import type { Handle, ServerInit } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { building } from '$app/environment';
import { setRenderer } from '$lib/charts/renderer';
import { setPartRenderer } from '$lib/components/deferred';
import { publishedVersion } from '$lib/server/data';
import { renderOnServer } from '$lib/server/draw';
import { startLate } from '$lib/server/late-start';
import { setPaged } from './params/paged';
import { madeUp, madeUpBanner } from './routes/made-up';
import { shareTags } from './routes/share-head';
import { pagedSources } from './routes/sources';

if (madeUp && process.env.MADE_UP !== '1')
  throw new Error('the data are made up, for benchmarks only: a site is built of them with MADE_UP=1');

/** Pages are only ever rendered while prerendering (or by the development server): charts are drawn on jsdom. */
export const init: ServerInit = () => {
  setRenderer(renderOnServer);
  setPartRenderer((part, options) => render(part, options).body);
  setPaged(pagedSources());
};

/** Where oEmbed finds what stands for a page, added here so that no script carries it. Addresses must be whole, or there is none. */
const discovery = (embed: string | undefined): string =>
  embed === undefined || __SITE_URL__ === ''
    ? ''
    : `<link rel="alternate" type="application/json+oembed" href="${__SITE_URL__}${embed}oembed.json">`;

/**
 * What a page is a data set of, in its head and in no script: files with the same numbers, and a description as data. No sign
 * in it can end its element or begin another; addresses are made of the site's own and of codes.
 */
const datasetHead = (dataset: App.Locals['dataset']): string =>
  dataset === undefined
    ? ''
    : [
        ...dataset.files.map(({ url, type }) => `<link rel="alternate" type="${type}" href="${url}">`),
        `<script type="application/ld+json">${JSON.stringify(dataset.described).replaceAll('<', '\\u003c')}</script>`,
      ].join('');

/**
 * The page says of what data it is made and of which version, so that addresses of data can name it: see `published` in
 * `links.ts`. It is read before any script.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      (building ? startLate(html) : html)
        .replace('%published.version%', publishedVersion())
        .replace('%made.up%', madeUpBanner)
        .replace(
          '</head>',
          (end) =>
            `${datasetHead(event.locals.dataset)}${discovery(event.locals.embed)}${shareTags(event.locals.share, __SITE_URL__)}${end}`,
        ),
  });
