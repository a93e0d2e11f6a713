import { describe, expect, test } from 'vitest';
import { linksFor, parseState, writeState } from '../../../src/lib/state';

const parse = (query: string) => parseState(new URLSearchParams(query));

describe('the URL', () => {
  test('without parameters is the default view', () => {
    expect(parse('')).toEqual({
      state: {
        porownaj: [],
        lata: null,
        rok: null,
        woj: '',
        powiat: '',
        typ: '',
        warunek: null,
        wybrane: [],
        ludnosc: null,
        odroku: null,
        klasy: '',
        porzadek: '',
        gminy: [],
        wskazniki: [],
        zapytanie: '',
        wagi: null,
      },
      errors: [],
    });
  });
  test('carries what was chosen, there and back', () => {
    const query = 'porownaj=120102%2C120103&lata=2015-2020&rok=2019&woj=12&powiat=1201&typ=2';
    const { state, errors } = parse(query);
    expect(errors).toEqual([]);
    expect(state.porownaj).toEqual(['120102', '120103']);
    expect(state.lata).toEqual([2015, 2020]);
    expect(writeState(new URLSearchParams(), state).toString()).toBe(query);
  });
  test('carries the view of an indicator, there and back', () => {
    const query = 'wybrane=120102%2C120103&ludnosc=5000..&odroku=2015&klasy=naturalne&porzadek=nazwa';
    const { state, errors } = parse(query);
    expect(errors).toEqual([]);
    expect(state.wybrane).toEqual(['120102', '120103']);
    expect(state.ludnosc).toEqual({ from: 5000, to: null });
    expect(writeState(new URLSearchParams(), state).toString()).toBe(query);
  });
  test('carries gminy side by side in their order, each once, with indicators and weights', () => {
    const query = 'gminy=120103%2C120102&wskazniki=obs-korzystajacy&wagi=ludnosc%3A3%2Cpit%3A0';
    const { state, errors } = parse(query);
    expect(errors).toEqual([]);
    expect(state.gminy).toEqual(['120103', '120102']);
    expect(state.wagi).toEqual({ ludnosc: 3, pit: 0 });
    expect(writeState(new URLSearchParams(), state).toString()).toBe(query);
    expect(parse('gminy=120103,120102,120103').state.gminy).toEqual(['120103', '120102']);
  });
  test.each([
    ['gminy', '1201'],
    ['wskazniki', '../x'],
    ['wagi', 'ludnosc:9'],
    ['wagi', 'deprywacja-lokalna:1'],
    ['porownaj', "120102'; DROP TABLE x"],
    ['lata', '2020-2015'],
    ['rok', '20x9'],
    ['woj', '<script>'],
    ['typ', '7'],
    ['wybrane', '1201'.repeat(2)],
    ['ludnosc', '..'],
    ['ludnosc', '9000..5000'],
    ['odroku', '15'],
    ['klasy', 'jenks'],
    ['porzadek', 'losowo'],
  ])('with an unsafe %s gives the default and says so: %s', (key, value) => {
    const { state, errors } = parse(new URLSearchParams({ [key]: value }).toString());
    expect(state).toEqual(parse('').state);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`„${key}”`);
  });
  test.each([
    ['gminy', 12],
    ['wybrane', 12],
    ['porownaj', 3],
  ] as const)('of a %s that is too long keeps as many as fit and says so', (key, most) => {
    const codes = Array.from({ length: 13 }, (_, index) => String(120101 + index));
    const { state, errors } = parse(`${key}=${codes.join()}`);
    expect(state[key]).toEqual(codes.slice(0, most));
    expect(errors).toEqual([expect.stringContaining(`„${key}”`)]);
  });
  test.each([
    ['gminy=0608011,120102', ['060801', '120102'], 1],
    ['gminy=608011,120102', ['060801', '120102'], 1],
    ['gminy=x,120102,,', ['120102'], 1],
    ['gminy=120102, 120103', ['120102', '120103'], 0],
    ['gminy=990101', [], 1],
    ['gminy=1201021,120102', ['120102'], 1],
  ])(
    'keeps the codes that can be read beside others, also with their type or without a zero: %s',
    (query, gminy, said) => {
      const { state, errors } = parse(query);
      expect(state.gminy).toEqual(gminy);
      expect(errors).toHaveLength(said);
    },
  );
  test('keeps keys that are not ours and drops defaults', () => {
    const query = writeState(new URLSearchParams('utm=a&rok=2019'), { rok: null });
    expect(query.toString()).toBe('utm=a');
  });
});

test('links stand under the base path', () => {
  const links = linksFor('/pomoc');
  expect(links.unit('060801')).toBe('/pomoc/gmina/060801/');
  expect(links.unit('0608')).toBe('/pomoc/powiat/0608/');
  expect(links.unit('06')).toBe('/pomoc/wojewodztwo/06/');
  expect(links.source('ozps-060801-2019', 's3-w2-assess')).toBe(
    '/pomoc/zrodlo/ozps-060801-2019/#s3-w2-assess',
  );
});
