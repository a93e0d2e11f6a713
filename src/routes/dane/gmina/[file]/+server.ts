import { error } from '@sveltejs/kit';
import { catalogue } from '$lib/server';
import { gminaParts } from '../../../gmina/[teryt]/gathered';
import { gminyToPrerender } from '../../../prerender';
import { filesOf, machineFile, namedFile } from '../../machine-file';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => filesOf(gminyToPrerender());

/** Headline indicators of a gmina and what GUS says of it; every other value stands in its Parquet file. */
export const GET: RequestHandler = async ({ params }) => {
  const { key, format } = namedFile(params.file);
  const unit = catalogue().units.get(key);
  if (unit?.level !== 'gmina') error(404, 'Nie ma takiej gminy');
  return machineFile(format, { unit }, await gminaParts.headline(key));
};
