import { error } from '@sveltejs/kit';
import { catalogue, readUnit } from '$lib/server';
import { gminyToPrerender } from '../../../prerender';
import { filesOf, machineFile, namedFile } from '../../machine-file';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => filesOf(gminyToPrerender());

/** Headline indicators of a gmina and what GUS says of it; every other value stands in its Parquet file. */
export const GET: RequestHandler = async ({ params }) => {
  const { key, format } = namedFile(params.file);
  const { units, indicators } = catalogue();
  const unit = units.get(key);
  if (unit?.level !== 'gmina') error(404, 'Nie ma takiej gminy');
  const rows = (await readUnit(key)).filter(({ indicator }) => {
    const known = indicators.get(indicator);
    return known !== undefined && (known.headline || known.origin === 'gus');
  });
  return machineFile(format, { unit }, rows);
};
