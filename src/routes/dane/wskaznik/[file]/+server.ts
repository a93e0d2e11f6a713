import { error } from '@sveltejs/kit';
import { catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { ofShard } from '../../../prerender';
import { filesOf, machineFile, namedFile } from '../../machine-file';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  filesOf(ofShard(publishedIndicators().filter((id) => catalogue().indicators.get(id)?.headline)));

/** Every area and year of a headline indicator. */
export const GET: RequestHandler = async ({ params }) => {
  const { key, format } = namedFile(params.file);
  const indicator = catalogue().indicators.get(key);
  if (!indicator?.headline) error(404, 'Nie ma takiego wskaźnika');
  return machineFile(format, { indicator }, await readIndicator(key));
};
