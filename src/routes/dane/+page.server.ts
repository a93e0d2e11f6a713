import { catalogue, manifest, publishedIndicators } from '$lib/server';
import { examples } from './examples';
import { absolute, MACHINE_COLUMNS } from './machine-file';
import type { PageServerLoad } from './$types';

/** Known of many gminy. */
const WIDE = 'obs-korzystajacy';

export const load: PageServerLoad = () => {
  const { indicators, sources, units } = catalogue();
  const { files } = manifest();
  const byIndicator = files.flatMap((file) => {
    const id = /^wskaznik\/indicator=([^/]+)\/data\.parquet$/.exec(file.path)?.[1];
    return id === undefined ? [] : [{ ...file, id, name: indicators.get(id)?.name ?? id }];
  });
  const byUnit = files.filter((file) => /^jednostka\/.*\/data\.parquet$/.test(file.path));
  const documented = new Set(
    [...sources.values()].filter(({ type }) => type === 'ozps').map(({ teryt }) => teryt),
  );
  const gminy = units.all('gmina').map(({ teryt }) => teryt);
  const headline = publishedIndicators().filter((id) => indicators.get(id)?.headline);
  const example = {
    gmina: gminy.find((teryt) => documented.has(teryt)) ?? gminy[0] ?? '',
    indicator: headline.find((id) => id === WIDE) ?? headline[0] ?? '',
  };
  return {
    plain: files.filter((file) => file.rows === null),
    byIndicator,
    byUnit: { n: byUnit.length, bytes: byUnit.reduce((sum, file) => sum + file.bytes, 0) },
    sources: [...sources.values()].map(({ id, title, publisher, url }) => ({ id, title, publisher, url })),
    machineColumns: [...MACHINE_COLUMNS],
    example,
    examples: examples(absolute.machine, example),
    published: [...new Set(byIndicator.map((file) => file.id))].length,
  };
};
