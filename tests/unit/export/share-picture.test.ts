import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { paintPlain, stylesOf, tokenOf } from '../../../src/lib/export/plain-paint';
import { sharePicture, type ShareTexts } from '../../../src/lib/export/share-picture';
import type { ChartSpec } from '../../../src/lib/charts';
import { trendSpec } from './made-figure';

const { document } = new JSDOM('').window;
const css = (name: string): string => readFileSync(`src/lib/components/styles/${name}.css`, 'utf8');
const styles = stylesOf(css('light'), css('chart'));
const colour = (name: string): string => tokenOf(styles, name);
const colours = {
  paper: colour('paper'),
  ink: colour('ink'),
  muted: colour('muted'),
  line: colour('line'),
  accent: colour('gmina'),
  doubt: colour('doubt'),
};
const texts: ShareTexts = {
  about: 'Łódź, miasto',
  title: 'Deprywacja lokalna <&> "spadek"',
  subtitle: '% mieszkańców, 2018–2020',
  doubts: ['Wartość niepewna (?) – słaby skan'],
  notes: ['Średnia z gmin, z raportu: powiat'],
  source: 'Źródło: OZPS 2019',
  version: 'Wersja 0123456789ab',
};
const picture = (own: Partial<ShareTexts> = {}, spec: ChartSpec = trendSpec): SVGElement =>
  sharePicture(spec, { ...texts, ...own }, { styles, colours }, document);
const wordsOf = (svg: Element): string[] =>
  [...svg.querySelectorAll(':scope > text')].map((text) => text.textContent);

describe('a picture for links', () => {
  test('says whom it is about, what it shows, what is doubtful, where it is from and of which version', () => {
    // A word of one letter is tied to the next.
    const words = wordsOf(picture()).join('\n').replaceAll('\u00a0', ' ');
    for (const text of ['Gminoskop', texts.about, texts.title, texts.subtitle, texts.source, texts.version])
      expect(words).toContain(text);
    expect(words).toContain('Wartość niepewna (?) – słaby skan.');
    expect(words).toContain('Średnia z gmin, z raportu: powiat.');
  });

  test('is 1200 by 630 and needs no stylesheet', () => {
    const svg = picture();
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['1200', '630']);
    expect(svg.querySelectorAll('style,[style],[class]')).toHaveLength(0);
    expect(svg.outerHTML).not.toContain('var(');
  });

  test('says that there is more where not all fits', () => {
    const words = wordsOf(
      picture({ notes: ['Zastrzeżenie, które jest długie'.repeat(30)], title: 'Tytuł '.repeat(40) }),
    );
    expect(words.filter((text) => text.endsWith('… (dalszy ciąg na stronie)'))).toHaveLength(1);
    expect(words.filter((text) => text.startsWith('Tytuł'))).toHaveLength(2);
    expect(words.filter((text) => text.startsWith('Tytuł'))[1]).toMatch(/…$/);
  });

  test('holds a chart of any height within its frame', () => {
    const bars = (n: number): ChartSpec => ({
      type: 'bars',
      unit: '%',
      decimals: 1,
      columns: { label: 'a', value: 'b' },
      bars: Array.from({ length: n }, (_, at) => ({ label: `Gmina ${at}`, value: at, state: 'ok' as const })),
    });
    for (const spec of [trendSpec, bars(2), bars(30)]) {
      const chart = picture({}, spec).querySelector(':scope > svg');
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(chart?.getAttribute(name)),
      );
      expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(1200 - 47);
      expect((y ?? 0) + (height ?? 0)).toBeLessThan(600);
    }
  });
});

describe('styles as attributes', () => {
  const painted = (markup: string, sheet: string): Element => {
    const host = new JSDOM(`<svg class="chart">${markup}</svg>`).window.document.querySelector('svg');
    if (!host) throw new Error('no drawing');
    paintPlain(host, stylesOf(sheet));
    return host;
  };
  const SHEET =
    ':root { --a: #111; --b: #222; } @media print { :root { --a: #999; } .chart .x { fill: red; } }';

  test('resolve variables, also those a part gives to what is in it', () => {
    const svg = painted(
      '<g class="series own"><path class="point"/></g><g class="series"><path class="point"/></g>',
      `${SHEET} .chart .series { --own: var(--b); stroke: var(--own); } .chart .own { --own: var(--a); } .chart .point { fill: var(--own); }`,
    );
    expect([...svg.querySelectorAll('g')].map((part) => part.getAttribute('stroke'))).toEqual([
      '#111',
      '#222',
    ]);
    expect([...svg.querySelectorAll('path')].map((part) => part.getAttribute('fill'))).toEqual([
      '#111',
      '#222',
    ]);
  });

  test('of two rules the narrower holds, of equal ones the later', () => {
    const svg = painted(
      '<rect class="a b"/><rect class="a"/>',
      '.chart .a.b { fill: #1 } .chart .a { fill: #2 } .chart rect { fill: #3 } .chart .a { stroke: #4 } .chart .a { stroke: #5 }',
    );
    expect([...svg.querySelectorAll('rect')].map((part) => part.getAttribute('fill'))).toEqual(['#1', '#2']);
    expect(svg.querySelector('rect')?.getAttribute('stroke')).toBe('#5');
  });

  test('leave out what holds for other media, and take away classes', () => {
    const svg = painted('<rect class="x"/>', `${SHEET} .chart .x { stroke: var(--a); }`);
    expect(svg.innerHTML).toBe('<rect stroke="#111"></rect>');
  });

  test('a variable without a value and a selector of another kind are errors', () => {
    expect(() => painted('<rect class="x"/>', '.chart .x { fill: var(--none); }')).toThrow(
      'no value of --none',
    );
    expect(() => stylesOf('.chart > .x { fill: red; }')).toThrow('not a selector of classes: .chart > .x');
    expect(() => tokenOf(stylesOf(SHEET), 'none')).toThrow('no value of --none');
  });
});
