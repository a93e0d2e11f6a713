import { comparePl, unitLabel } from '$lib/format';
import { catalogue, manifest } from '$lib/server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { indicators } = catalogue();
  const listed = manifest().files.flatMap(({ path, rows, bytes }) => {
    const id = /^wskaznik\/indicator=([^/]+)\/data\.parquet$/.exec(path)?.[1] ?? '';
    const indicator = indicators.get(id);
    if (!indicator) return [];
    const { name, unit, headline, origin } = indicator;
    return [{ id, name, unit: unitLabel(unit), headline, origin, rows: rows ?? 0, bytes }];
  });
  return { indicators: listed.sort((a, b) => comparePl(a.name, b.name)) };
};
