import { base } from '$app/paths';
import { linksFor } from '$lib/state/links';
import { changeEntries } from '../entries';
import { rssOf } from '../feed';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
  new Response(rssOf(changeEntries(), linksFor(`${__SITE_URL__}${base}`).changes), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
