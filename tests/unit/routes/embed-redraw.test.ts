import { describe, expect, test } from 'vitest';
import type { FigureSpec, Point, TrendSpec } from '../../../src/lib/charts';
import { tableOf } from '../../../src/lib/charts';
import { askedIn, chartAsAsked, namedIn, seriesBeside, withAsked } from '../../../src/routes/osadz/redraw';

const point = (year: number, value: number, more: Partial<Point> = {}): Point => ({
  year,
  value,
  state: 'ok',
  ...more,
});
const trendOf = (name: string, points: Point[], unit: TrendSpec['unit'] = '%'): TrendSpec => ({
  type: 'trend',
  unit,
  decimals: 1,
  breaks: [],
  fromZero: true,
  series: [{ key: 'own', name, label: name, role: 'gmina', kind: 'reported', points }],
});
const own = trendOf('Lubartów', [point(2015, 1), point(2016, 2), point(2017, 3)]);
const ask = (text: string) => askedIn(new URLSearchParams(text));

describe('the address of an embed', () => {
  test('asks for years and for at most three gminy', () => {
    expect(ask('lata=2015-2017&porownaj=060802,060803')).toEqual({
      years: [2015, 2017],
      others: ['060802', '060803'],
    });
  });
  test.each([
    'lata=2017-2015',
    'lata=2015-2015',
    'lata=<script>',
    'lata=0015-9999',
    'porownaj=060802,060803,060804,060805',
    'porownaj=../../x',
    'porownaj=0608',
  ])('asks for nothing where it cannot be: %s', (text) => {
    expect(ask(text)).toEqual({ years: null, others: [] });
  });
});

describe('the path of an embed', () => {
  test.each([
    ['/osadz/deprywacja-lokalna/060801/', { indicator: 'deprywacja-lokalna', teryt: '060801' }],
    ['/g/osadz/obs-korzystajacy/120102/index.html', { indicator: 'obs-korzystajacy', teryt: '120102' }],
    ['/osadz/wykres.html', null],
    ['/osadz/wersja/0123456789ab/deprywacja-lokalna/060801/', null],
    ['/gmina/060801/', null],
  ])('%s', (path, named) => {
    expect(namedIn(path)).toEqual(named);
  });
});

describe('a chart drawn again', () => {
  test('has the years asked for, unless fewer than two would be left', () => {
    const labels = (spec: FigureSpec) => tableOf(spec).rows.map(({ label }) => label);
    expect(labels(withAsked(own, [2016, 2017], []))).toEqual(['2016', '2017']);
    expect(labels(withAsked(own, [2017, 2030], []))).toEqual(['2015', '2016', '2017']);
  });

  test('has another gmina beside it with its doubts and without its forecasts', () => {
    const doubtful = point(2016, 9, { state: 'doubtful', doubt: 'skreślone' });
    const other = trendOf('Kock', [
      point(2015, 8),
      doubtful,
      point(2018, 7, { state: 'forecast', forecast: true }),
    ]);
    const [beside] = seriesBeside(own, { name: 'Kock', spec: other }, 0);
    expect(beside).toMatchObject({ name: 'Kock', role: 'other', key: 'o1' });
    expect(beside?.points).toEqual([point(2015, 8), doubtful]);
    const spec = withAsked(own, null, beside ? [beside] : []);
    expect(tableOf(spec).head).toEqual(['Rok', 'Lubartów', 'Kock']);
    expect(tableOf(spec).rows[1]?.cells[1]?.text).toContain('(?)');
  });

  test('never has a line of another unit of measure beside it', () => {
    expect(seriesBeside(own, { name: 'Kock', spec: trendOf('Kock', [point(2015, 8)], 'osoby') }, 0)).toEqual(
      [],
    );
  });

  test('says what is true of what it shows: doubts of its years, kinds and sources of the lines beside', () => {
    const sourceOf = (id: string) => ({
      id,
      title: `OZPS ${id}`,
      publisher: 'Gmina',
      url: '',
      address: `/zrodlo/${id}/`,
    });
    const about = {
      title: 'Deprywacja',
      subtitle: 'punkty',
      reading: '',
      kinds: ['wartość z raportu: Lubartów'],
      breaks: [],
      caveats: [],
      doubts: ['2015, Lubartów: skreślone'],
      sources: [sourceOf('a')],
      version: '0123456789ab',
      own: false,
    };
    const doubtful = trendOf('Lubartów', [
      point(2015, 1, { state: 'doubtful', doubt: 'skreślone' }),
      point(2016, 2),
      point(2017, 3),
    ]);
    const other = {
      spec: trendOf('Kock', [point(2016, 8, { source: 'b' })]),
      about: { ...about, sources: [sourceOf('a'), sourceOf('b'), sourceOf('c')] },
    };
    const beside = seriesBeside(doubtful, { name: 'Kock', spec: other.spec }, 0).map((series) => ({
      chart: other,
      series,
    }));
    const all = chartAsAsked({ spec: doubtful, about }, null, beside).about;
    expect(all.doubts).toEqual(['2015, Lubartów: skreślone']);
    expect(all.sources.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(all.kinds).toHaveLength(2);
    expect(all.kinds[1]).toContain('Kock');
    const later = chartAsAsked({ spec: doubtful, about }, [2016, 2017], []).about;
    expect(later.doubts).toEqual([]);
    expect(later.subtitle).toBe('punkty; pokazano lata 2016–2017');
  });
});
