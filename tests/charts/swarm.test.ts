import { describe, expect, test } from 'vitest';
import { swarmLayout } from '../../src/lib/charts/swarm-layout';
import type { MapSpec, SwarmSpec } from '../../src/lib/charts';
import { drawn, texts } from './drawn';

describe('a swarm', () => {
  test('covers no point with another and keeps every point at its value', () => {
    const xs = Array.from({ length: 300 }, (_, i) => Math.round((i * i) / 150) / 2);
    const { ys, radius, height } = swarmLayout(xs, 4, 5000);
    for (let a = 0; a < xs.length; a += 1)
      for (let b = 0; b < a; b += 1)
        expect(Math.hypot((xs[a] ?? 0) - (xs[b] ?? 0), (ys[a] ?? 0) - (ys[b] ?? 0))).toBeGreaterThanOrEqual(
          2 * radius - 1e-6,
        );
    expect(Math.max(...ys) + radius).toBeCloseTo(height);
  });
  test('has smaller points rather than too high a pile', () => {
    const { radius, height } = swarmLayout(new Array<number>(200).fill(10), 4, 400);
    expect(radius).toBeLessThan(4);
    expect(height).toBeLessThanOrEqual(400);
  });

  const spec: SwarmSpec = {
    type: 'swarm',
    unit: '%',
    decimals: 1,
    year: 2024,
    since: 2015,
    chosen: ['120102'],
    units: [
      { teryt: '120101', name: 'Górna', value: 3, state: 'ok' },
      { teryt: '120102', name: 'Środkowa', value: 0.5, state: 'ok' },
      { teryt: '120103', name: 'Dolna', value: -2, state: 'doubtful' },
    ],
    missing: [{ teryt: '120104', name: 'Pusta' }],
    low: -1,
    median: 0.5,
    high: 2,
    marks: [],
  };
  test('names the chosen with its change and sign, and marks each point with its area', () => {
    const svg = drawn(spec);
    expect(texts(svg, 'text.strong')).toEqual(['Środkowa: +0,5\u00a0p.p.']);
    expect([...svg.querySelectorAll('circle')].map((dot) => dot.getAttribute('data-teryt')).sort()).toEqual([
      '120101',
      '120102',
      '120103',
    ]);
    expect(svg.querySelector('.u.doubtful')?.getAttribute('data-teryt')).toBe('120103');
  });
});

describe('a map', () => {
  const geometry = {
    kind: 'tiles',
    width: 4,
    height: 1,
    tiles: ['1201', '1202', '1203', '2401'].map((teryt, x) => ({ teryt, x, y: 0 })),
    labels: [],
  } as const;
  const spec: MapSpec = {
    type: 'map',
    unit: '%',
    decimals: 1,
    year: 2024,
    since: null,
    chosen: [],
    areas: [
      { teryt: '1201', name: 'A', value: 1, state: 'ok' },
      { teryt: '1202', name: 'B', value: 9, state: 'ok' },
      { teryt: '1203', name: 'C', value: null, state: 'missing' },
    ],
    limits: [5],
    shades: ['c1', 'c5'],
    counted: 'powiatów',
    geometry: {
      wide: { ...geometry, tiles: [...geometry.tiles], labels: [] },
      narrow: { ...geometry, tiles: [...geometry.tiles], labels: [] },
    },
  };
  test('gives each area the shade of its class, hatches what is missing and leaves faint what was not asked', () => {
    const svg = drawn(spec);
    const classOf = (teryt: string) =>
      svg.querySelector(`.window [data-teryt="${teryt}"]`)?.getAttribute('class');
    expect(['1201', '1202', '1203', '2401'].map(classOf)).toEqual([
      'area c1',
      'area c5',
      'area missing',
      'area outside',
    ]);
    expect(svg.querySelector('.window .missing')?.getAttribute('fill')).toBe('url(#brak-wide)');
    expect(texts(svg, 'text').some((text) => text === 'brak danych: 1')).toBe(true);
  });
  test('draws a line between tiles of two województwa only', () => {
    const path = drawn(spec).querySelector('.border')?.getAttribute('d') ?? '';
    expect(path.split('M')).toHaveLength(2);
  });
});
