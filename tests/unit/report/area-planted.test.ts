import { expect, test } from 'vitest';
import { readAllObservations, readCatalogue } from '../../../scripts/read-data';
import { anchorOf, isCityWithPowiatRights, type Finding } from '../../../src/lib/domain';
import { checkAreas } from '../../../src/lib/report/checks/area';

/** Real series of małopolskie, with wrong values planted in them: a fault in every sixth powiat of a year. */
const INDICATORS = ['obs-wydatki-852-853-na-mieszkanca', 'obs-korzystajacy', 'obs-mieszkancy-na-pracownika'];
const YEARS = [2009, 2014, 2020];
const EVERY = 6;
const ROUNDS = [0, 1, 3, 4];

const doubted = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.filter((f) => f.severity !== 'info').flatMap((f) => f.cells.map(({ anchor }) => anchor)));

test('of values ten times too large or too small most are found, and few sound ones are marked', async () => {
  const catalogue = await readCatalogue('data');
  const observations = (await readAllObservations('data', catalogue)).map((row) => row.value);
  const before = doubted(checkAreas(observations, catalogue));
  const total = { planted: 0, found: 0, unjust: 0 };
  for (const indicator of INDICATORS)
    for (const [n, year] of YEARS.entries()) {
      const seen = new Set<string>();
      const chosen = observations.filter((o, i) => {
        const powiat = o.teryt.slice(0, 4);
        const fits = o.indicator === indicator && o.year === year && o.level === 'gmina' && o.value !== null;
        if (!fits || isCityWithPowiatRights(o.teryt) || before.has(anchorOf(o))) return false;
        return (i + n) % 4 === 0 && !seen.has(powiat) && Boolean(seen.add(powiat));
      });
      for (const round of ROUNDS) {
        const wrong = new Map(
          chosen
            .filter((_, i) => i % EVERY === round)
            .map((o, i) => [anchorOf(o), (o.value ?? 0) * (i % 2 === 0 ? 10 : 0.1)]),
        );
        const altered = observations.map((o) =>
          o.indicator === indicator && wrong.has(anchorOf(o))
            ? { ...o, value: wrong.get(anchorOf(o)) ?? null }
            : o,
        );
        const marks = doubted(checkAreas(altered, catalogue));
        total.planted += wrong.size;
        total.found += [...wrong.keys()].filter((anchor) => marks.has(anchor)).length;
        total.unjust += [...marks].filter((anchor) => !wrong.has(anchor) && !before.has(anchor)).length;
      }
    }
  expect(total.planted).toBeGreaterThan(50);
  expect(total.found / total.planted).toBeGreaterThanOrEqual(5 / 6);
  expect(total.unjust / (total.found + total.unjust)).toBeLessThanOrEqual(1 / 20);
}, 120_000);
