import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/lib/report/checks/evaluate';
import type { Figure, Relation } from '../../../src/lib/report/checks/relations';

const figure = (
  id: string,
  value: number | null,
  candidates: number[] = value === null ? [] : [value],
): [string, Figure] => [id, { id, place: id, value, candidates, clean: value !== null }];
const sum = (total: string, ...parts: string[]): Relation => ({
  rule: 'suma', strength: 'equality', severity: 'error', binding: true, figures: [total, ...parts],
  holds: ([whole = NaN, ...rest]) => whole === rest.reduce((a, b) => a + b, 0),
  sentence: (values) => `suma ${values.join(' ')}`,
}); // prettier-ignore
const usual = (a: string, b: string): Relation => ({
  rule: 'zwykle', strength: 'usual', severity: 'info', binding: false, figures: [a, b],
  holds: ([x, y]) => x === y,
  sentence: () => '',
}); // prettier-ignore
const atMost = (a: string, b: string): Relation => ({
  rule: 'najwyzej', strength: 'inequality', severity: 'error', binding: true, figures: [a, b],
  holds: ([x = NaN, y = NaN]) => x <= y,
  sentence: () => 'najwyżej',
}); // prettier-ignore

const weigh = (figures: [string, Figure][], relations: Relation[], misreadable = true) => {
  const { verdicts, violations } = evaluate(new Map(figures), relations, misreadable);
  return { verdict: (id: string) => verdicts.get(id), violations };
};

describe('evaluate', () => {
  it('confirms every figure of a sum that holds', () => {
    const { verdict, violations } = weigh(
      [figure('t', 30), figure('a', 10), figure('b', 20)],
      [sum('t', 'a', 'b')],
    );
    expect(['t', 'a', 'b'].map((id) => verdict(id)?.confirmed)).toEqual([true, true, true]);
    expect(violations).toEqual([]);
  });
  it('reads a damaged token where exactly one candidate satisfies a sum', () => {
    const { verdict } = weigh(
      [figure('t', 250133), figure('a', null, [241409]), figure('b', 8724)],
      [sum('t', 'a', 'b')],
    );
    expect(verdict('a')).toMatchObject({ value: 241409, confirmed: true });
  });
  it('leaves a damaged token unread where no equality demands a value', () => {
    const { verdict } = weigh([figure('a', null, [0, 4])], []);
    expect(verdict('a')).toMatchObject({ value: null, confirmed: false });
  });
  it('blames the one figure that a single misread digit explains, and proposes that digit', () => {
    const { verdict, violations } = weigh(
      [figure('t', 250133), figure('a', 241405), figure('b', 8724)],
      [sum('t', 'a', 'b')],
    );
    expect(violations[0]?.proposals).toEqual([{ id: 'a', from: 241405, to: 241409 }]);
    expect(verdict('a')?.doubts).toHaveLength(1);
    expect(verdict('t')?.doubts).toEqual([]);
    expect(verdict('a')?.value).toBe(241405);
  });
  it('names every candidate and chooses none where two digits would explain it', () => {
    const { violations } = weigh([figure('t', 38), figure('a', 15), figure('b', 20)], [sum('t', 'a', 'b')]);
    expect(violations[0]?.suspects).toEqual(['t', 'a', 'b']);
    expect(violations[0]?.proposals.length).toBeGreaterThan(1);
  });
  it('casts no doubt on a text: there the report contradicts itself', () => {
    const { verdict, violations } = weigh(
      [figure('t', 31), figure('a', 10), figure('b', 20)],
      [sum('t', 'a', 'b')],
      false,
    );
    expect(violations).toHaveLength(1);
    expect(violations[0]?.proposals).toEqual([]);
    expect(['t', 'a', 'b'].flatMap((id) => verdict(id)?.doubts ?? [])).toEqual([]);
  });
  it('never confirms by an inequality', () => {
    const { verdict } = weigh([figure('a', 3), figure('b', 5)], [atMost('a', 'b')]);
    expect(verdict('a')?.confirmed).toBe(false);
  });
  it('doubts two usual partners that differ by one misreadable digit, but not one that a third supports', () => {
    const { verdict } = weigh(
      [figure('a', 20538), figure('b', 20588), figure('c', 20588)],
      [usual('a', 'b'), usual('b', 'c')],
    );
    expect(verdict('a')?.doubts).toHaveLength(1);
    expect(verdict('b')?.doubts).toEqual([]);
  });
  it('reads a damaged zero like its usual partner, but doubts it', () => {
    const { verdict } = weigh([figure('a', null, [0]), figure('b', 0)], [usual('a', 'b')]);
    expect(verdict('a')).toMatchObject({ value: 0, confirmed: false });
    expect(verdict('a')?.doubts).toHaveLength(1);
  });
  it('skips a relation of which a figure is missing', () => {
    const { violations } = weigh([figure('t', 30), figure('a', 10), figure('b', null)], [sum('t', 'a', 'b')]);
    expect(violations).toEqual([]);
  });
});
