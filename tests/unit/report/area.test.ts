import { beforeAll, describe, expect, test } from 'vitest';
import { readAllObservations, readCatalogue } from '../../../scripts/read-data';
import type { Catalogue } from '../../../src/lib/catalogue';
import { anchorOf, type Finding, type Observation } from '../../../src/lib/domain';
import { checkAreas } from '../../../src/lib/report/checks/area';

/** The real data: rules without thresholds that were tried on them are worth little. */
let catalogue: Catalogue;
let observations: Observation[];
let findings: Finding[];
const SHARES = 'obs-korzystajacy';

beforeAll(async () => {
  catalogue = await readCatalogue('data');
  observations = (await readAllObservations('data', catalogue)).map((row) => row.value);
  findings = checkAreas(observations, catalogue);
});

const found = (rule: string, indicator: string, all = findings) =>
  all.filter((f) => f.rule === rule && f.source === sourceOf(indicator)).map((f) => `${f.teryt} ${f.year}`);
const sourceOf = (indicator: string) => observations.find((o) => o.indicator === indicator)?.source ?? '';

/** The real data with values of one indicator and year given to other areas: key → whose value it gets. */
function withValuesOf(
  indicator: string,
  year: number,
  from: Readonly<Record<string, string>>,
): Observation[] {
  const at = (teryt: string) =>
    observations.find((o) => o.indicator === indicator && o.year === year && o.teryt === teryt)?.value ??
    null;
  return observations.map((o) => {
    const other = o.indicator === indicator && o.year === year ? from[o.teryt] : undefined;
    return other === undefined ? o : { ...o, value: at(other) };
  });
}

describe('values filed against other gminy of a powiat', () => {
  test('are found in powiat nowosądecki 2019, and touch every gmina of it', () => {
    const finding = findings.find(
      (f) => f.rule === 'obszar-kolejnosc' && f.teryt === '1210' && f.year === 2019,
    );
    expect(finding?.source).toBe(sourceOf(SHARES));
    const own = observations.filter(
      (o) => o.indicator === SHARES && o.year === 2019 && o.level === 'gmina' && o.teryt.startsWith('1210'),
    );
    expect(finding?.cells.map((cell) => cell.anchor).sort()).toEqual(own.map(anchorOf).sort());
    expect(finding?.message).toContain('37,57% wobec około 6,89%');
  });

  test('are not found where the order is that of the other years', () => {
    expect(found('obszar-kolejnosc', SHARES)).toEqual(['1210 2019']);
  });

  test.each([
    ['1206', 2014],
    ['1216', 2018],
    ['1205', 2022],
  ])('are found when the rows of %s %i are moved by three places', (powiat, year) => {
    const gminy = catalogue.units.gminyOf(powiat);
    const moved = Object.fromEntries(gminy.map((g, i) => [g, gminy[(i + 3) % gminy.length] ?? g]));
    const altered = checkAreas(withValuesOf(SHARES, year, moved), catalogue);
    expect(found('obszar-kolejnosc', SHARES, altered)).toContain(`${powiat} ${year}`);
  });
});

describe('values of namesakes', () => {
  test('given to the wrong one are found', () => {
    expect(found('obszar-imiennik', SHARES)).toEqual(['121101 2012']);
  });

  test('exchanged between powiaty are found on both sides', () => {
    const [a, b] = ['121113', '121806'] as const;
    expect([a, b].map((teryt) => catalogue.units.name(teryt))).toEqual(['Spytkowice', 'Spytkowice']);
    const staff = 'obs-mieszkancy-na-pracownika';
    const altered = checkAreas(withValuesOf(staff, 2018, { [a]: b, [b]: a }), catalogue);
    expect(found('obszar-imiennik', staff)).toEqual([]);
    expect(found('obszar-imiennik', staff, altered)).toEqual(['121113 2018', '121806 2018']);
  });
});

describe('a single value', () => {
  test('ten times its neighbours is found', () => {
    const altered = observations.map((o) =>
      o.indicator === SHARES && o.teryt === '120604' && o.year === 2017
        ? { ...o, value: 10 * (o.value ?? 0) }
        : o,
    );
    // Its powiat's row tells more of it than the neighbouring years do.
    expect(found('obszar-jedna-gmina', SHARES, checkAreas(altered, catalogue))).toContain('120604 2017');
  });

  test('is not held against years that were counted another way', () => {
    const years = findings
      .filter((f) => f.rule === 'obszar-czas' && f.source === sourceOf('obs-wydatki-852-853-na-mieszkanca'))
      .map((f) => f.year);
    // 2016 and 2022 were counted as no other year was.
    expect(years).not.toContain(2016);
    expect(years).not.toContain(2022);
  });
});

describe('a powiat', () => {
  test('against the weighted mean of its gminy is found where it differs by far', () => {
    expect(found('obszar-srednia', 'obs-wydatki-852-853-na-mieszkanca')).toContain('1218 2019');
  });

  test('does not differ on its own in a year in which all powiaty do', () => {
    expect(found('obszar-podstawa-roku', SHARES)).toEqual(['12 2021']);
    expect(found('obszar-srednia', SHARES).filter((place) => place.endsWith('2021'))).toEqual([]);
  });
});

describe('a gmina left out', () => {
  const MONEY = 'obs-wydatki-852-853-na-mieszkanca';
  const anchorsOf = (indicator: string, year: number, codes: readonly string[]) =>
    observations
      .filter((o) => o.indicator === indicator && o.year === year && codes.includes(o.teryt))
      .map(anchorOf)
      .sort();

  test('that alone explains its powiat is marked, and the powiat’s right value is not', () => {
    const marks = findings.filter(
      (f) => f.year === 2022 && f.source === sourceOf(MONEY) && f.severity !== 'info',
    );
    expect(marks.filter((f) => f.rule === 'obszar-jedna-gmina').map((f) => f.teryt)).toEqual(['121103']);
    expect(marks.flatMap((f) => f.cells.map((cell) => cell.anchor))).not.toContain(
      anchorsOf(MONEY, 2022, ['1211'])[0],
    );
    expect(marks[0]?.message).toContain('podano 15,60, a z wartości powiatu (893,53)');
  });
  test('of several that are away from their shares the group is marked, not the powiat', () => {
    const [finding] = findings.filter(
      (f) => f.rule === 'obszar-srednia' && f.teryt === '1218' && f.year === 2019,
    );
    expect(finding?.cells.map((cell) => cell.anchor).sort()).toEqual(
      anchorsOf(MONEY, 2019, ['121805', '121806', '121807', '121808']),
    );
  });
  test('whose unusual value the powiat bears out is told, and not doubted', () => {
    const told = findings.filter((f) => f.rule === 'obszar-czas' && f.severity === 'info');
    expect(told.length).toBeGreaterThanOrEqual(14);
    expect(told.map((f) => `${f.teryt} ${f.year}`)).toContain('121109 2021');
  });
});

describe('a year', () => {
  test('in which everything jumps is a break the catalogue knows', () => {
    const jumps = findings.filter((f) => f.rule === 'obszar-skok-wszedzie');
    expect(jumps.map((f) => f.year)).toEqual([2016, 2017, 2022, 2023]);
    expect(jumps.every((f) => f.severity === 'info' && f.cells.length === 0)).toBe(true);
  });

  test('in which everything jumps is proposed as a break where the catalogue has none', () => {
    const altered = checkAreas(observations, { ...catalogue, breaks: [] });
    expect(altered.filter((f) => f.rule === 'obszar-skok-wszedzie').map((f) => f.severity)).toEqual(
      Array.from({ length: 4 }, () => 'warning'),
    );
  });

  test('in whole percents is noted and casts no doubt', () => {
    expect(found('obszar-zaokraglenie', SHARES)).toEqual(
      [2007, 2008, 2009, 2011, 2012].map((year) => `12 ${year}`),
    );
    expect(found('obszar-zaokraglenie', 'obs-mieszkancy-na-pracownika')).toEqual([]);
  });
});

test('less than one value in a hundred is doubted', () => {
  const doubted = new Set(
    findings
      .filter((f) => f.severity !== 'info')
      .flatMap((f) => f.cells.map((cell) => f.source + cell.anchor)),
  );
  const checked = observations.filter((o) => catalogue.sources.get(o.source)?.type === 'obserwatorium');
  expect(doubted.size).toBeGreaterThan(0);
  expect(doubted.size).toBeLessThan(checked.length / 100);
});
