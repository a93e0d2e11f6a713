import { json } from '@sveltejs/kit';
import { gminaParts } from '../gathered';
import { documentedGminy } from '../report-tables/documented';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = documentedGminy;

/** The tables of a gmina's documents, fetched by its page when a reader opens one. */
export const GET: RequestHandler = async ({ params }) => json(await gminaParts.tables(params.teryt));
