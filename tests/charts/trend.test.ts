import { describe, expect, test } from 'vitest';
import { drawn, ok, series, texts, trendOf } from './drawn';

describe('a trend', () => {
  test('has a point for every value and one line through neighbouring years', () => {
    const svg = drawn(trendOf([series([ok(2016, 3.29), ok(2017, 2.64), ok(2018, 2.36)])]));
    expect(svg.querySelectorAll('.p-ok circle')).toHaveLength(3);
    expect(svg.querySelectorAll('.s-solid path')).toHaveLength(1);
  });
  test('leaves a gap over a missing year, absent or named', () => {
    const absent = drawn(trendOf([series([ok(2016, 3), ok(2018, 2)])]));
    expect(absent.querySelectorAll('.s-solid path')).toHaveLength(0);
    const named = drawn(
      trendOf([
        series([
          ok(2016, 3),
          { year: 2017, value: null, state: 'missing', missing: 'unreadable' },
          ok(2018, 2),
        ]),
      ]),
    );
    expect(named.querySelectorAll('.s-solid path')).toHaveLength(0);
    expect(named.querySelectorAll('.p-ok circle')).toHaveLength(2);
  });
  test('does not cross a break and says the word; a note is crossed', () => {
    const points = [ok(2020, 3), ok(2021, 2), ok(2022, 2), ok(2023, 1)];
    const mark = { year: 2022, label: 'nowy spis', reason: '' } as const;
    const broken = drawn(trendOf([series(points)], { breaks: [{ ...mark, effect: 'break' }] }));
    expect(broken.querySelectorAll('.s-solid path')).toHaveLength(2);
    expect(broken.querySelectorAll('g.break line')).toHaveLength(1);
    expect(texts(broken, '.break-label')).toEqual(['nowy spis']);
    const noted = drawn(trendOf([series(points)], { breaks: [{ ...mark, effect: 'note' }] }));
    expect(noted.querySelectorAll('.s-solid path')).toHaveLength(1);
    expect(noted.querySelectorAll('g.note line')).toHaveLength(1);
  });
  test('draws a forecast hollow and dashed, a doubtful value with a question mark', () => {
    const svg = drawn(
      trendOf([
        series([
          ok(2018, 5),
          { year: 2019, value: 4, state: 'doubtful', doubt: 'x' },
          { year: 2020, value: 3, state: 'forecast' },
        ]),
      ]),
    );
    expect(svg.querySelectorAll('.p-forecast circle')).toHaveLength(1);
    expect(svg.querySelectorAll('.s-forecast path')).toHaveLength(1);
    expect(svg.querySelectorAll('.p-doubtful circle')).toHaveLength(1);
    expect(texts(svg, '.doubt text')).toEqual(['?']);
  });
  test('gives kinds of values different shapes and classes', () => {
    const points = [ok(2018, 1), ok(2019, 2)];
    const svg = drawn(
      trendOf([
        series(points),
        series(points, { key: 'p', role: 'powiat', kind: 'plain-mean', label: 'średnia' }),
        series(points, { key: 'c', role: 'powiat', kind: 'area-computed', label: 'obliczony' }),
        series(points, { key: 'a', role: 'powiat', kind: 'area-published', label: 'podany' }),
      ]),
    );
    const shapes = ['reported', 'plain-mean', 'area-computed', 'area-published'].map(
      (kind) =>
        svg
          .querySelector(`.k-${kind}.p-ok`)
          ?.firstElementChild?.outerHTML.replace(/transform="[^"]*"|c[xy]="[^"]*"/g, '') ?? '',
    );
    expect(new Set(shapes).size).toBe(4);
  });
  test('has a threshold only where it is given', () => {
    const points = [ok(2018, 1800), ok(2019, 1999.5)];
    expect(drawn(trendOf([series(points)])).querySelector('.threshold')).toBeNull();
    const svg = drawn(trendOf([series(points)], { threshold: { value: 2000, label: 'próg 2000' } }));
    expect(svg.querySelectorAll('g.threshold line')).toHaveLength(1);
  });
  test('has words beside its points, the first ones clear of the axis', () => {
    const noted = (years?: [number, number]) =>
      drawn(
        trendOf([series([ok(2016, 3), ok(2017, 2), ok(2018, 2)])], {
          ...(years ? { years } : {}),
          pointNotes: [2016, 2017, 2018, 2019].map((year) => ({ year, text: `${year % 100} prac.` })),
        }),
      );
    const anchors = (svg: SVGElement) =>
      [...svg.querySelectorAll('.point-note')].map((note) => note.getAttribute('text-anchor'));
    expect(texts(noted(), '.point-note')).toEqual(['16 prac.', '17 prac.', '18 prac.']);
    expect(anchors(noted())).toEqual(['start', 'middle', 'middle']);
    expect(anchors(noted([2017, 2018]))).toEqual(['start', 'middle']);
  });
  test('labels lines at their ends when wide, above the drawing when narrow', () => {
    const spec = trendOf([
      series([ok(2018, 1), ok(2019, 2)]),
      series([ok(2018, 2), ok(2019, 2)], { key: 'p', role: 'powiat', label: 'powiat próbny' }),
    ]);
    expect(texts(drawn(spec), 'text.label').sort()).toEqual(['Próbna', 'powiat próbny']);
    expect(texts(drawn(spec, 'narrow'), 'text.label').sort()).toEqual(['Próbna', 'powiat próbny']);
  });
  test('keeps labels apart', () => {
    const spec = trendOf(
      ['a', 'b', 'c'].map((key) => series([ok(2018, 1), ok(2019, 2)], { key, label: `obszar ${key}` })),
    );
    const heights = [...drawn(spec).querySelectorAll('text.label')]
      .map((text) => Number(text.getAttribute('y')))
      .sort((a, b) => a - b);
    for (const [index, y] of heights.slice(1).entries())
      expect(y - (heights[index] ?? 0)).toBeGreaterThan(13);
  });
  test('has whole years and text of 11 px or more on its axes', () => {
    const svg = drawn(trendOf([series([ok(2007, 1), ok(2024, 2)])]), 'narrow');
    const years = texts(svg, '.axis text').filter((text) => /^\d{4}$/.test(text));
    expect(years.at(-1)).toBe('2024');
    expect(years.length).toBeLessThanOrEqual(6);
    for (const group of svg.querySelectorAll('[font-size]'))
      expect(Number(group.getAttribute('font-size'))).toBeGreaterThanOrEqual(11);
  });
  test('writes down where its years stand', () => {
    const svg = drawn(trendOf([series([ok(2018, 1), ok(2019, 2)])]));
    expect(svg.getAttribute('data-years')).toMatch(/^2018:\d+ 2019:\d+$/);
  });
});
