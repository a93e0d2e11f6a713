import { publishedVersion } from '$lib/server';
import { changeEntries } from './entries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const entries = changeEntries();
  const version = publishedVersion();
  return { entries, version, recorded: entries.some((entry) => entry.version === version) };
};
