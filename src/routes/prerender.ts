import { catalogue } from '$lib/server';

/** `PRERENDER_ONLY=060801,1201,12` limits the dynamic pages of a development build; all are made where it is not set. */
const only = (process.env.PRERENDER_ONLY ?? '').split(',').filter((code) => code !== '');

function toPrerender(level: 'gmina' | 'powiat' | 'wojewodztwo'): string[] {
  const all = catalogue()
    .units.all(level)
    .map((unit) => unit.teryt);
  return only.length === 0 ? all : all.filter((teryt) => only.includes(teryt));
}

export const gminyToPrerender = () => toPrerender('gmina');
export const powiatyToPrerender = () => toPrerender('powiat');
export const wojewodztwaToPrerender = () => toPrerender('wojewodztwo');
