import { catalogue, manifest } from '$lib/server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { indicators, sources } = catalogue();
  const { files } = manifest();
  const byIndicator = files.flatMap((file) => {
    const id = /^wskaznik\/indicator=([^/]+)\/data\.parquet$/.exec(file.path)?.[1];
    return id === undefined ? [] : [{ ...file, id, name: indicators.get(id)?.name ?? id }];
  });
  const byUnit = files.filter((file) => /^jednostka\/.*\/data\.parquet$/.test(file.path));
  return {
    plain: files.filter((file) => file.rows === null),
    byIndicator,
    byUnit: { n: byUnit.length, bytes: byUnit.reduce((sum, file) => sum + file.bytes, 0) },
    sources: [...sources.values()].map(({ id, title, publisher, url }) => ({ id, title, publisher, url })),
    published: [...new Set(byIndicator.map((file) => file.id))].length,
  };
};
