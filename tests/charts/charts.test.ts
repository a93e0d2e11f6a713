import { describe, expect, test } from 'vitest';
import { isOfAllAreas } from '../../src/lib/charts/area-spec';
import {
  notesOf,
  tableOf,
  type Band,
  type ChartSpec,
  type ColumnsSpec,
  type PanelSpec,
  type SwarmUnit,
} from '../../src/lib/charts';
import { textWidth } from '../../src/lib/charts/labels';
import { render } from '../../src/lib/charts/renderer';
import type { Tiles } from '../../src/lib/geo';
import { drawn, ok, series, texts, trendOf } from './drawn';

const panel = (title: string, value: number): PanelSpec => ({
  ...trendOf([series([ok(2018, value), ok(2019, value)])]),
  title,
  threshold: { value, label: `próg ${value}` },
});
const UNITS: SwarmUnit[] = [4, 3, 2, 1].map((value) => ({
  teryt: `12010${value}`,
  name: `G${value}`,
  value,
  state: value === 4 ? 'apart' : value === 1 ? 'doubtful' : 'ok',
}));
const ALL_AREAS = { unit: '%', decimals: 1, year: 2024, since: null, chosen: ['120102'] } as const;
const TILES: Tiles = {
  kind: 'tiles',
  width: 5,
  height: 3,
  tiles: [1, 2, 3, 4, 5].map((n) => ({ teryt: `12010${n}`, x: n - 1, y: 1 })),
  labels: [{ x: 0, y: 1, width: 5, text: 'powiat próbny' }],
};
const BAND: Band = {
  of: 'gmina',
  name: 'gminy',
  label: 'mediana',
  points: [
    { year: 2018, low: 1, median: 2, high: 3, n: 9 },
    { year: 2019, low: 1, median: 2, high: 3, n: 9 },
  ],
};
const SPECS = {
  trend: trendOf([series([ok(2018, 1), ok(2019, 2)])], {
    band: BAND,
  }),
  multiples: {
    type: 'multiples',
    unit: '%',
    decimals: 2,
    series: [
      series([ok(2018, 1), ok(2019, 2)], { key: 'a', name: 'Pierwsza', label: 'Pierwsza' }),
      series([ok(2018, 8), ok(2019, 4)], { key: 'b', name: 'Druga', label: 'Druga' }),
    ],
    breaks: [],
    fromZero: true,
  },
  profile: {
    type: 'profile',
    units: [
      { letter: 'A', name: 'Pierwsza' },
      { letter: 'B', name: 'Druga' },
    ],
    rows: [
      {
        label: 'Wskaźnik',
        unit: '%',
        decimals: 2,
        year: 2019,
        n: 40,
        marks: [
          { letter: 'A', value: 2, position: 60 },
          { letter: 'B', value: 2.1, position: 61 },
        ],
      },
    ],
  },
  pair: {
    type: 'pair',
    panels: [panel('Mieszkańcy', 2000), panel('Rodziny', 50)],
    columns: [{ head: 'Pracownicy', cells: [{ year: 2019, text: '11' }] }],
  },
  bars: {
    type: 'bars',
    unit: 'zl',
    decimals: 0,
    bars: [
      { label: 'Rodzina', value: 22788594, state: 'ok', part: 5330864 },
      { label: 'Nieczytelny', value: null, state: 'missing', missing: 'unreadable' },
      { label: 'Mały', value: 10, state: 'doubtful', doubt: 'odczyt' },
    ],
    most: 2,
    columns: { label: 'Dział', value: 'Kwota', part: 'w OPS' },
  },
  columns: {
    type: 'columns',
    unit: 'zl',
    decimals: 0,
    main: series([ok(2018, 12e6), ok(2019, 12.1e6), { year: 2020, value: 12.3e6, state: 'forecast' }]),
    beside: series([ok(2018, 24e6), ok(2019, 28e6)], { key: 'suma', label: 'suma' }),
  },
  strip: {
    type: 'strip',
    unit: '%',
    decimals: 1,
    year: 2024,
    units: [1, 2, 3, 4].map((value) => ({
      teryt: `12010${value}`,
      name: `G${value}`,
      value,
      apart: value === 4,
    })),
    marked: '120102',
    low: 1.5,
    median: 2,
    high: 2.5,
  },
  swarm: {
    ...ALL_AREAS,
    type: 'swarm',
    units: UNITS,
    missing: [{ teryt: '120105', name: 'G5' }],
    low: 1.5,
    median: 2,
    high: 2.5,
    marks: [{ label: 'powiat', name: 'powiat – średnia', value: 2.2, role: 'powiat', kind: 'plain-mean' }],
  },
  map: {
    ...ALL_AREAS,
    type: 'map',
    areas: [...UNITS, { teryt: '120105', name: 'G5', value: null, state: 'missing' }],
    limits: [2, 3],
    shades: ['c1', 'c3', 'c5'],
    counted: 'gmin',
    geometry: { wide: TILES, narrow: TILES },
  },
  strips: {
    ...ALL_AREAS,
    type: 'strips',
    groups: [{ teryt: '1201', name: 'powiat próbny', median: 2, units: UNITS }],
  },
} satisfies { [Type in ChartSpec['type']]: Extract<ChartSpec, { type: Type }> };

describe.each(Object.entries<ChartSpec>(SPECS))('a chart (%s)', (_type, spec) => {
  test.each(['wide', 'narrow'] as const)(
    'carries no style and no colour of its own, and has a name: %s',
    (name) => {
      const svg = drawn(spec, name);
      expect(svg.outerHTML).not.toMatch(/<style|style=|currentColor|font-family/);
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')).toBe('Nazwa');
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    },
  );
  test('is drawn the same twice', () => {
    expect(drawn(spec).outerHTML).toBe(drawn(spec).outerHTML);
  });
  if (isOfAllAreas(spec)) return;
  test('has a table with a head for every cell', () => {
    const { head, rows } = tableOf(spec);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.cells).toHaveLength(head.length - 1);
  });
});

test('limits that are alternatives stand in one figure', () => {
  const svg = drawn(SPECS.pair);
  expect(svg.querySelectorAll('g.threshold line')).toHaveLength(2);
  expect(texts(svg, '.panel-title')).toEqual(['Mieszkańcy', 'Rodziny']);
  expect(tableOf(SPECS.pair).rows.at(-1)?.cells.at(-1)?.text).toBe('11');
});

test('bars beyond the most are folded into a word and stay in the table', () => {
  const svg = drawn(SPECS.bars);
  expect(svg.querySelectorAll('g.bar')).toHaveLength(2);
  expect(svg.textContent).toContain('mniejsze pozycje (1)');
  expect(svg.textContent).toContain('brak danych');
  expect(tableOf(SPECS.bars).rows.map((row) => row.cells[0]?.text)).toEqual([
    '22\u202f788\u202f594\u00a0zł',
    'nieczytelne',
    '10\u00a0zł\u00a0(?)',
  ]);
});

test('values above columns are no wider than their column, and keys than their chart', () => {
  const long = 'usługi opiekuńcze i specjalistyczne usługi opiekuńcze (rozdziały 85228, 85203)';
  for (const years of [1, 3, 5, 9]) {
    const points = Array.from({ length: years }, (_, at) => ok(2015 + at, 7_820_000 + at * 1_110_000));
    const spec: ColumnsSpec = {
      ...SPECS.columns,
      main: series(points, { label: long }),
      beside: series(points, { label: long }),
    };
    for (const name of ['wide', 'narrow'] as const) {
      const svg = drawn(spec, name);
      for (const label of svg.querySelectorAll('.column .value')) {
        const upright = label.getAttribute('transform')?.includes('rotate') === true;
        const lines = [...label.querySelectorAll('tspan')].map((line) => line.textContent?.trim() ?? '');
        const column = Number(label.parentElement?.querySelector('rect')?.getAttribute('width')) + 3;
        const widest = Math.max(
          ...(lines.length > 0 ? lines : [label.textContent ?? '']).map((line) => textWidth(line, 13)),
        );
        if (!upright) expect(widest).toBeLessThanOrEqual(column);
      }
      const width = Number(svg.getAttribute('width'));
      for (const key of texts(svg, '.column .label')) expect(textWidth(key, 13)).toBeLessThan(width - 20);
    }
  }
});

test('columns of a forecast are marked and named', () => {
  const svg = drawn(SPECS.columns);
  expect(svg.querySelectorAll('.c-main.b-forecast rect')).toHaveLength(1);
  expect(svg.textContent).toContain('2020 (prognoza)');
});

test('a unit kept apart is drawn apart and has no place', () => {
  expect(drawn(SPECS.strip).querySelectorAll('.unit.apart path')).toHaveLength(1);
  expect(tableOf(SPECS.strip).rows[0]?.cells[1]?.text).toBe('poza kolejnością');
});

test.each([
  ['gmina', 'liczba gmin'],
  ['powiat', 'liczba powiatów'],
] as const)('the table of a band counts what the band is of: %s', (of, head) => {
  const spec: ChartSpec = { ...SPECS.trend, band: { ...BAND, of } };
  expect(tableOf(spec).head.at(-1)).toBe(head);
});

test('doubts and breaks inside the years shown are put in words', () => {
  const spec = trendOf(
    [
      series([
        ok(2020, 1),
        { year: 2021, value: 2, state: 'doubtful', doubt: 'Odczyt jest niepewny.' },
        ok(2022, 3),
      ]),
    ],
    {
      breaks: [
        { year: 2022, label: 'spis', reason: 'Inna podstawa.', effect: 'break' },
        { year: 2030, label: 'później', reason: 'Nie dotyczy.', effect: 'note' },
      ],
    },
  );
  expect(notesOf(spec)).toEqual([
    { kind: 'doubt', year: 2021, name: 'Próbna', text: '2021, Próbna: Odczyt jest niepewny.' },
    { kind: 'break', year: 2022, name: 'spis', text: '2022 – spis: Inna podstawa.' },
  ]);
});

test('without a registered renderer nothing but a blank is rendered: hydration keeps the markup of the server', () => {
  expect(render(SPECS.trend, 'wide', 'x')).toBe(' ');
});

describe('small multiples', () => {
  test('stand on one scale: a value is as high in every panel', () => {
    const svg = drawn(SPECS.multiples);
    const panels = [...svg.children].filter((part) => part.tagName === 'g');
    expect(panels).toHaveLength(2);
    const ticks = panels.map((panel) => texts(panel, '.axis text'));
    expect(ticks[0]).toEqual(ticks[1]);
    const path = (panel: Element | undefined, name: string) =>
      panel?.querySelector(`g.${name} path, path.${name}`)?.getAttribute('d') ?? `no ${name}`;
    // What stands in grey behind one panel is the line of the other, at the very same heights.
    expect(path(panels[0], 'behind')).toBe(path(panels[1], 'series'));
    expect(path(panels[1], 'behind')).toBe(path(panels[0], 'series'));
    expect(path(panels[0], 'series')).not.toBe(path(panels[1], 'series'));
    expect(texts(svg, '.panel-title')).toEqual(['Pierwsza', 'Druga']);
  });
  test('have a twin with a column a series', () => {
    expect(tableOf(SPECS.multiples).head).toEqual(['Rok', 'Pierwsza', 'Druga']);
  });
});

describe('a profile', () => {
  test('sets marks that would cover one another on two levels, each with its letter', () => {
    const svg = drawn(SPECS.profile);
    const circles = [...svg.querySelectorAll('.profile-mark')];
    expect(texts(svg, '.profile-letter')).toEqual(['A', 'B']);
    expect(circles[0]?.getAttribute('cy')).not.toBe(circles[1]?.getAttribute('cy'));
    expect(texts(svg, '.label').join(' ')).toContain('A Pierwsza');
  });
  test('says in its twin where each unit stands and by what value, and who is missing', () => {
    const table = tableOf({
      ...SPECS.profile,
      units: [...SPECS.profile.units, { letter: 'C', name: 'Trzecia' }],
    });
    expect(table.head).toEqual(['Wskaźnik, rok', 'A. Pierwsza', 'B. Druga', 'C. Trzecia', 'wśród ilu']);
    expect(table.rows[0]?.cells.map(({ text }) => text)).toEqual(['60', '61', 'brak', '40']);
  });
});
