import { json } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { gminyToPrerender } from '../../../prerender';
import { contextOf } from '../profile';
import { foldedBlocks } from '../report-tables/build';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Gminy with a document of their own. */
export const entries: EntryGenerator = () => {
  const documented = new Set([...catalogue().sources.values()].map((source) => source.teryt));
  return gminyToPrerender()
    .filter((teryt) => documented.has(teryt))
    .map((teryt) => ({ teryt }));
};

/** The folded tables of a gmina's documents, for a page reached by navigation. */
export const GET: RequestHandler = async ({ params }) => json(foldedBlocks(await contextOf(params.teryt)));
