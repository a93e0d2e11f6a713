import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/lib/report/checks/evaluate';
import type { Figure, Relation } from '../../../src/lib/report/checks/relations';

const figure = (id: string, value: number): [string, Figure] => [
  id,
  { id, place: id, value, candidates: [value], clean: true },
];
const sum = (total: string, ...parts: string[]): Relation => ({
  rule: 'suma', strength: 'equality', severity: 'error', binding: true, figures: [total, ...parts],
  holds: ([whole = NaN, ...rest]) => whole === rest.reduce((a, b) => a + b, 0),
  sentence: (values) => `suma ${values.join(' ')}`,
}); // prettier-ignore
const solutions = (figures: [string, Figure][], relations: Relation[], misreadable = true) =>
  evaluate(new Map(figures), relations, misreadable).violations.map((violation) => violation.solutions);

describe('error localisation', () => {
  it('names the one figure whose change satisfies every broken rule, with the likely digit', () => {
    // 185 of two sums should be 195: the only figure that both have in common.
    const found = solutions(
      [figure('t', 300), figure('a', 185), figure('b', 105), figure('u', 200), figure('c', 5)],
      [sum('t', 'a', 'b'), sum('u', 'a', 'c')],
    );
    expect(found).toEqual([[[{ id: 'a', from: 185, to: 195 }]], [[{ id: 'a', from: 185, to: 195 }]]]);
  });
  it('names every figure that would explain it where nothing decides, and chooses none', () => {
    const [found] = solutions([figure('t', 38), figure('a', 15), figure('b', 20)], [sum('t', 'a', 'b')]);
    expect(
      found
        ?.flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b', 't']);
  });
  it('does not touch a figure that another equality confirms', () => {
    const [found] = solutions(
      [figure('t', 38), figure('a', 15), figure('b', 20), figure('c', 15)],
      [sum('t', 'a', 'b'), sum('c', 'a')],
    );
    // 20 → 23 is no change that OCR is known for, and closes the sum as well as 38 → 35: a rival.
    expect(found?.flat().map(({ id }) => id)).toEqual(['t', 'b']);
  });
  it('looks for two errors where one explains nothing and several rules speak', () => {
    const found = solutions(
      [figure('t', 39), figure('a', 15), figure('b', 20), figure('u', 80), figure('c', 50)],
      [sum('t', 'a', 'b'), sum('u', 'b', 'c')],
    );
    expect(found.every((ways) => (ways ?? []).every((changes) => changes.length === 2))).toBe(true);
  });
  it('proposes nothing in a text, where no digit was misread', () => {
    expect(
      solutions([figure('t', 39), figure('a', 15), figure('b', 20)], [sum('t', 'a', 'b')], false),
    ).toEqual([[]]);
  });
});
