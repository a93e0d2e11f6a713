import { catalogue } from '$lib/server';

/** `PRERENDER_ONLY=060801,1201,12` limits the dynamic pages of a development build; all are made where it is not set. */
const only = (process.env.PRERENDER_ONLY ?? '').split(',').filter((code) => code !== '');

/** `SHARD=1-2`: this process makes the first of two shares of the pages (`scripts/site.mjs`); `0-2`: none of them. */
const [shard = 1, shards = 1] = (process.env.SHARD || '1-1').split('-').map(Number);

/** The pages of these that this process makes. */
export const ofShard = <T>(pages: readonly T[]): T[] => pages.filter((_, at) => at % shards === shard - 1);

function toPrerender(level: 'gmina' | 'powiat' | 'wojewodztwo'): string[] {
  const all = catalogue()
    .units.all(level)
    .map((unit) => unit.teryt);
  return ofShard(only.length === 0 ? all : all.filter((teryt) => only.includes(teryt)));
}

export const gminyToPrerender = () => toPrerender('gmina');
export const powiatyToPrerender = () => toPrerender('powiat');
export const wojewodztwaToPrerender = () => toPrerender('wojewodztwo');
