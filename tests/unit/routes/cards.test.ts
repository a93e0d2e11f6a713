import { describe, expect, test } from 'vitest';
import type { FigureModel, Point, Series, TrendSpec } from '../../../src/lib/charts';
import { fit, withRest } from '../../../src/routes/cards/cut';
import { doubtsOf } from '../../../src/routes/cards/paper-chart';
import type { Theme } from '../../../src/routes/gmina/[teryt]/context';
import { cardOf } from '../../../src/routes/gmina/[teryt]/karta/card';
import type { Profile } from '../../../src/routes/gmina/[teryt]/profile';
import type { SimilarSection } from '../../../src/routes/gmina/[teryt]/similar';
import { endsOf } from '../../../src/routes/wskaznik/[id]/karta/card';
import type { ExploredRow } from '../../../src/routes/wskaznik/[id]/row-words';

const point = (year: number, value: number | null, more: Partial<Point> = {}): Point => ({
  year,
  value,
  state: value === null ? 'missing' : 'ok',
  ...more,
});
const series = (points: Point[], more: Partial<Series> = {}): Series => ({
  key: 'gmina',
  name: 'Próbna',
  label: 'Próbna',
  role: 'gmina',
  kind: 'reported',
  points,
  ...more,
});
const trend = (all: Series[]): TrendSpec => ({
  type: 'trend',
  unit: '%',
  decimals: 2,
  series: all,
  breaks: [],
  fromZero: true,
});
const figure = (spec: FigureModel['spec'], indicator = 'deprywacja-lokalna'): FigureModel => ({
  indicator,
  unit: '060801',
  title: 'Deprywacja lokalna – Próbna: spadła',
  subtitle: '% mieszkańców, 2018–2019',
  spec,
  reading: '',
  caveats: ['Uwaga do wskaźnika.'],
  origins: [],
});
const theme = (id: string, figures: FigureModel[], more: Partial<Theme> = {}): Theme => ({
  id,
  title: id,
  lead: 'Co to jest.',
  figures: figures.map((figure) => ({ figure })),
  statements: [],
  absent: [],
  ...more,
});
const profile = (themes: Theme[], more: Partial<Profile> = {}): Profile => ({
  teryt: '060801',
  name: 'Próbna',
  typeName: 'gmina miejska',
  powiat: { teryt: '0608', name: 'powiat próbny', city: false },
  wojewodztwo: { teryt: '06', name: 'próbne' },
  facts: [],
  known: [],
  groups: [{ id: 'ozps', title: 'Z oceny zasobów pomocy społecznej (OZPS)', lead: '', keys: [], themes }],
  coverage: [],
  findings: [],
  sources: [],
  open: [],
  documented: true,
  conclusions: [],
  corrections: [],
  ...more,
});
const card = (themes: Theme[], more: Partial<Profile> = {}, similar: SimilarSection | null = null) => {
  const made = cardOf(profile(themes, more), similar);
  if (!made) throw new Error('no card');
  return made;
};
const rates = figure(
  trend([
    series([
      point(2017, 3),
      point(2018, null),
      point(2019, 2.5, { state: 'doubtful', doubt: 'Niewyraźny skan.' }),
      point(2020, 2, { state: 'forecast', forecast: true }),
    ]),
    series([point(2019, 4)], { role: 'powiat', label: 'powiat próbny', kind: 'area-computed' }),
  ]),
);

describe('the card of a gmina', () => {
  test('is not made where nothing but the register is known', () => {
    expect(cardOf({ ...profile([]), groups: [] }, null)).toBeNull();
  });

  test('counts what it leaves out, and begins with contradictions', () => {
    const findings = Array.from({ length: 60 }, (_, index) => ({
      message: `Uwaga numer ${index}: ${'słowo '.repeat(12)}`,
      severity: index === 59 ? ('error' as const) : ('notice' as const),
      source: 's',
      anchor: '',
    }));
    const conclusions = Array.from({ length: 90 }, (_, index) => ({
      heading: `Wniosek numer ${index} o tym, co trzeba zrobić w gminie`,
      place: 'wiersz tekstu 7',
      source: 's',
    }));
    const made = card([theme('deprywacja', [rates])], { findings, conclusions } as Partial<Profile>);
    for (const [{ items, more }, all] of [
      [made.findings, 60],
      [made.conclusions, 90],
    ] as const) {
      expect(items.length).toBeGreaterThan(0);
      expect(more).toBeGreaterThan(0);
      expect(items.length + more).toBe(all);
    }
    expect(made.findings.items[0]?.severity).toBe('error');
  });

  test('marks doubtful values in every table, names gaps, and takes no forecast for a value', () => {
    const made = card([theme('deprywacja', [rates])]);
    expect(made.comparison[0]?.lines[0]).toMatchObject({
      who: 'Próbna',
      year: 2019,
      value: '2,50%\u00a0(?)',
    });
    expect(made.years).toMatchObject({ years: [2017, 2019], rows: [{ cells: ['3', '2,50\u00a0(?)'] }] });
    const gap = card([
      theme('deprywacja', [rates]),
      theme('inny', [figure(trend([series([point(2018, 1), point(2019, 1)])]))]),
    ]);
    expect(gap.years?.rows[0]?.cells).toEqual(['3', 'brak', '2,50\u00a0(?)']);
  });

  test('says of each value compared of what kind it is', () => {
    const [group] = card([theme('deprywacja', [rates])]).comparison;
    expect(group?.what).toBe('Deprywacja lokalna');
    expect(new Set(group?.lines.map(({ kind }) => kind)).size).toBe(2);
  });

  test('says of an index that it is worked out here, and from values of what kind', () => {
    const index = { ...rates, subtitle: 'Wskaźnik, 2014 = 100; liczby osób w tabeli' };
    const [group] = card([theme('deprywacja', [index])]).comparison;
    expect(group?.what).toBe('Deprywacja lokalna, 2014 = 100');
    expect(group?.lines.map(({ kind }) => kind)).toEqual([
      'wskaźnik obliczony tutaj z: wartość z raportu lub danych gminy',
      'wskaźnik obliczony tutaj z: wartość dla całego obszaru, obliczona tutaj',
    ]);
  });

  test('gives no verdict where none is worked out, and says why', () => {
    const why = 'Nie wiadomo, ile rodzin objęto pracą socjalną, dlatego nie podano progu ani wyniku.';
    const made = card([theme('kadra', [rates], { verdicts: [], statements: [why] })]);
    expect(made.verdicts).toEqual([]);
    expect(made.statements.items).toContain(why);
  });

  test('gives the latest verdicts first, with what the report says otherwise', () => {
    const verdicts = [2016, 2017, 2018, 2019].map((year) => ({
      year,
      short: 'spełniony',
      text: `${year}`,
      disagrees: year === 2019,
    }));
    const made = card([theme('kadra', [rates], { verdicts })]);
    expect(made.verdicts.map(({ year }) => year)).toEqual([2019, 2018, 2017]);
    expect(made.verdicts[0]?.disagrees).toBe(true);
  });

  test('says whose money it is before all else', () => {
    const made = card([
      theme('deprywacja', [rates], { statements: ['Co mierzy.'] }),
      theme('wydatki', [rates], { statements: ['Czyje pieniądze.'] }),
    ]);
    expect(made.statements.items).toEqual(['Czyje pieniądze.', 'Co mierzy.']);
  });

  test('draws two panels as two charts, each with its limit', () => {
    const panel = { ...trend([series([point(2019, 1900)])]), threshold: { value: 2000, label: 'próg 2000' } };
    const both = figure({
      type: 'pair',
      columns: [],
      panels: [
        { ...panel, title: 'Mieszkańcy' },
        { ...panel, title: 'Rodziny' },
      ],
    });
    expect(card([theme('kadra', [both])]).themes[0]?.charts.map(({ caption }) => caption)).toEqual([
      'Mieszkańcy, próg 2000',
      'Rodziny, próg 2000',
    ]);
  });

  test('of many bars draws the largest and says of how many', () => {
    const bars = Array.from({ length: 9 }, (_, index) => ({
      label: `R${index}`,
      value: 9 - index,
      state: 'ok' as const,
    }));
    const chapters = figure(
      { type: 'bars', unit: 'zl', decimals: 0, bars, columns: { label: 'Rozdział', value: 'Wydatki' } },
      'wydatki-rozdzial',
    );
    const [, drawn] = card([theme('wydatki', [rates, chapters])]).themes[0]?.charts ?? [];
    expect(drawn?.spec).toMatchObject({ bars: { length: 4 } });
    expect(drawn?.caption).toContain('4 największe z 9');
  });

  const change = (year: number, reason: string) => ({
    year,
    label: `zmiana ${year}`,
    reason,
    effect: 'note' as const,
  });
  const changing = (title: string, breaks: TrendSpec['breaks'], years = [2010, 2019, 2020]) => ({
    ...figure({ ...trend([series(years.map((year, at) => point(year, at + 1)))]), breaks }),
    title: `${title} – Próbna: wzrosła`,
  });

  test('names changes of rules by year, each with what it is of and what it changed', () => {
    const shared = change(2013, 'Zapis dokładniejszy.');
    const made = card([
      theme('a', [changing('Stopa', [change(2016, 'Doszło 500+.'), shared])]),
      theme('b', [changing('Wydatki', [change(2012, 'Inny dział.'), shared, change(2030, 'Nie dotyczy.')])]),
    ]);
    expect(made.breaks).toEqual([
      '2012, Wydatki – zmiana 2012: Inny dział.',
      '2013, Stopa, Wydatki – zmiana 2013: Zapis dokładniejszy.',
      '2016, Stopa – zmiana 2016: Doszło 500+.',
    ]);
  });

  test('has the latest changes whole and the earliest by name where not all fit', () => {
    const long = 'Zmieniło się to i owo. '.repeat(60);
    const breaks = Array.from({ length: 9 }, (_, index) => change(2011 + index, long));
    const {
      breaks: [named, ...whole],
    } = card([theme('a', [changing('Stopa', breaks)])]);
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(9);
    expect(whole.at(-1)).toContain('2019, Stopa – zmiana 2019: Zmieniło');
    expect(named).toContain('2011, Stopa – zmiana 2011; 2012, Stopa – zmiana 2012');
    expect(named).not.toContain('Zmieniło');
    expect(named).toMatch(/Opis na stronie gminy\.$/);
  });

  test('says nothing of changes where there are none, also where there is no room', () => {
    const crowded = Array.from({ length: 80 }, (_, at) => `Powiat nie podał danych za rok ${at}.`);
    expect(card([theme('a', [rates])], { coverage: crowded }).breaks).toEqual([]);
  });

  test('marks in the table of years the first value after a change of its own rules, and no other', () => {
    const { years } = card([
      theme('a', [changing('Stopa', [change(2019, 'Inaczej.')])]),
      theme('b', [changing('Wydatki', [change(2011, 'Dawniej.')], [2010, 2020])]),
      theme('c', [changing('Liczba', [])]),
    ]);
    expect(years).toMatchObject({
      years: [2010, 2019, 2020],
      marked: true,
      rows: [{ cells: ['1', '* 2', '3'] }, { cells: ['1', 'brak', '* 2'] }, { cells: ['1', '2', '3'] }],
    });
    expect(card([theme('c', [changing('Liczba', [])])]).years?.marked).toBe(false);
  });

  test('holds a gmina with a report against similar ones by what reports say, never by the observatory', () => {
    const strip = (id: string) => ({ id, title: id, own: 1, others: [2], band: null, sentence: '' });
    const section: SimilarSection = {
      indicators: [],
      strips: [strip('obs-korzystajacy'), strip('deprywacja-lokalna')],
      lists: [
        { within: '', title: '1 najbardziej podobna gmina w Polsce', gminy: [['020101', 'Inna', '', '0,1']] },
      ],
    };
    const { similar } = card([theme('deprywacja', [rates])], {}, section);
    expect(similar?.strips.map(({ id }) => id)).toEqual(['deprywacja-lokalna']);
    expect(similar?.who).toBe('1 najbardziej podobna gmina w Polsce: Inna.');
  });

  test('says in words what it cannot draw', () => {
    const made = card([theme('sprawozdanie', [], { statements: ['Wydatki: 1 zł.'] })]);
    expect(made.themes[0]).toMatchObject({ charts: [], words: ['Co to jest.', 'Wydatki: 1 zł.'] });
  });
});

describe('the doubts under a chart', () => {
  const long = 'Wydatki gmin odbiegają od wydatków powiatu, a źródło nie mówi dlaczego. '.repeat(2);
  const doubtful = (year: number, doubt: string) => point(year, 1, { state: 'doubtful', doubt });
  const powiat = (points: Point[]) => series(points, { role: 'powiat', label: 'powiat próbny' });
  const bars = (doubts: string[]): FigureModel['spec'] => ({
    type: 'bars',
    unit: 'zl',
    decimals: 0,
    columns: { label: 'Rozdział', value: 'Wydatki' },
    bars: doubts.map((doubt, at) => ({ label: `R${at + 1}`, value: 1, state: 'doubtful', doubt })),
  });

  test('of one value say whose and of what year it is, with the reason where it is short', () => {
    const own = series([point(2021, 3)]);
    expect(doubtsOf(trend([own, powiat([doubtful(2021, 'Słaby skan.')])]))).toEqual([
      'Wartość niepewna – 2021, powiat próbny: Słaby skan.',
    ]);
    expect(doubtsOf(trend([own, powiat([doubtful(2021, long)])]))).toEqual([
      'Wartość niepewna (2021, powiat próbny): powód na stronie gminy.',
    ]);
    expect(doubtsOf(trend([own]))).toEqual([]);
  });

  test('of several values name everyone with their years, bars by their label', () => {
    const both = [series([doubtful(2019, long), doubtful(2020, long)]), powiat([doubtful(2021, long)])];
    expect(doubtsOf(trend(both))).toEqual([
      'Wartości niepewne (2019, 2020, Próbna; 2021, powiat próbny): powody na stronie gminy.',
    ]);
    expect(doubtsOf(bars(['Słaby skan.', long]))).toEqual([
      'Wartości niepewne (R1; R2): powody na stronie gminy.',
    ]);
    expect(doubtsOf(bars(Array.from({ length: 9 }, () => long)))).toEqual([
      'Wartości niepewne (R1; R2; R3; i jeszcze 6): powody na stronie gminy.',
    ]);
  });
});

describe('room on paper', () => {
  test('takes what fits and counts the rest, but never less than the least', () => {
    const texts = ['a'.repeat(100), 'b'.repeat(100), 'c'];
    expect(fit(texts, (text) => text, { lines: 2, letters: 60 })).toEqual({ items: [texts[0]], more: 2 });
    expect(fit(texts, (text) => text, { lines: -5, letters: 60, least: 2 }).items).toHaveLength(2);
    expect(fit(texts, (text) => text, { lines: 0, letters: 60, least: 0 })).toEqual({ items: [], more: 3 });
    expect(withRest(['A', 'B'], 3, 'na stronie gminy')).toBe('A; B oraz jeszcze 3 na stronie gminy.');
  });
});

describe('the ends of an order', () => {
  const row = (n: number, more: Partial<ExploredRow> = {}): ExploredRow => ({
    teryt: String(120_100 + n),
    name: `G${n}`,
    sub: '',
    value: 100 - n,
    text: `${100 - n}%`,
    place: n,
    share: 1,
    ...more,
  });
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));

  test('are the ten highest and the ten lowest, and no area stands in both', () => {
    const [high, low] = endsOf(rows(30), 2024);
    expect(high?.rows.map(({ name }) => name)).toEqual(rows(10).map(({ name }) => name));
    expect(low?.rows.map(({ name }) => name)).toEqual(
      rows(30)
        .slice(20)
        .map(({ name }) => name),
    );
    const few = endsOf(rows(13), 2024).flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(new Set(few).size).toBe(few.length);
    expect(endsOf(rows(9), 2024)).toHaveLength(1);
  });

  test('mark doubtful values, leave out who is not compared, and count ties that are not shown', () => {
    const all = rows(30);
    all[2] = row(3, { place: null, doubt: 'Niewyraźny skan.' });
    all[4] = row(5, { place: null });
    for (const at of [10, 11, 12]) all[at] = row(at + 1, { place: 11, until: 13 });
    const [high] = endsOf(all, 2024);
    expect(high?.rows[2]).toMatchObject({ name: 'G3', doubtful: true, place: '–' });
    expect(high?.rows.some(({ name }) => name === 'G5')).toBe(false);
    expect(high?.rows.at(-1)).toMatchObject({ name: 'G11', place: '11–13' });
    expect(high?.ties).toBe('Tę samą wartość co ostatni pokazany mają jeszcze 2\u00a0obszary.');
  });

  test.each([
    [1, 'ma jeszcze 1\u00a0obszar.'],
    [5, 'ma jeszcze 5\u00a0obszarów.'],
  ])('say of %i equal ones in Polish whom they equal: at the low end the first shown', (ties, words) => {
    const all = rows(30);
    for (let at = 20 - ties; at <= 20; at++) all[at] = row(at + 1, { place: 21 - ties });
    const [high, low] = endsOf(all, 2024);
    expect(high?.ties).toBe('');
    expect(low?.ties).toBe(`Tę samą wartość co pierwszy pokazany ${words}`);
  });
});
