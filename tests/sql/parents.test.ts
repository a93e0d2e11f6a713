import { expect, test } from 'vitest';
import { readValues, valuesPath, type ValueRow } from '../../src/lib/extract';
import { parentValues } from '../../src/lib/query';
import { readPublished } from './published';

async function rowsOf(indicator: string): Promise<ValueRow[]> {
  const partition = { by: 'indicator', indicator } as const;
  return readValues(await readPublished(valuesPath(partition)), partition);
}

/** Largest difference allowed: values of gminy are rounded by the source, and those with a doubt are left out. */
test.each([
  ['obs-wydatki-852-853-na-mieszkanca', 'denominator', 0.0001],
  ['obs-mieszkancy-na-pracownika', 'numerator', 0.001],
  ['obs-korzystajacy', 'denominator', 0.02],
] as const)(
  'the total of a powiat made of its gminy is what the source publishes for the powiat: %s',
  async (indicator, by, allowed) => {
    const [rows, weights] = await Promise.all([rowsOf(indicator), rowsOf('obs-ludnosc')]);
    const gminy = [...new Set(weights.filter(({ level }) => level === 'gmina').map(({ teryt }) => teryt))];
    let complete = 0;
    for (const area of new Set(gminy.map((teryt) => teryt.slice(0, 4)))) {
      const values = parentValues(rows, {
        area,
        year: 2024,
        gminy: gminy.filter((teryt) => teryt.startsWith(area)),
        weighing: { by, rows: weights },
      });
      const total = values.find(({ kind }) => kind === 'total');
      const published = values.find(({ kind }) => kind === 'published');
      if (!total || !published || total.n !== total.of) continue;
      complete += 1;
      expect(Math.abs(total.value / published.value - 1), `${area} ${total.value}`).toBeLessThan(allowed);
    }
    expect(complete).toBeGreaterThan(14);
  },
);
