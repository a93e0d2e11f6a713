import { catalogue } from '$lib/server/data';

/** Whether the data are a made-up load of the benchmarks. */
export const madeUp = [...catalogue().sources.values()].some(({ type }) => type === 'zmyslone');

/** What every page made of such data says; empty of real ones. */
export const madeUpBanner = madeUp
  ? '<p class="made-up" role="note">Dane zmyślone: ta strona służy tylko do pomiarów szybkości.</p>'
  : '';
