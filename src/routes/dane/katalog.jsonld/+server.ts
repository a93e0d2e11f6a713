import { dcatCatalogue } from '../dcat';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The catalogue for portals of open data: DCAT-AP. */
export const GET: RequestHandler = () =>
  new Response(`${JSON.stringify(dcatCatalogue(), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/ld+json' },
  });
