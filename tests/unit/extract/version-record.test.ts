import { expect, test } from 'vitest';
import { differenceOf, versionRecordSchema, type VersionRecord } from '../../../src/lib/extract';

const hash = (digit: string) => digit.repeat(8);
const record = (part: Partial<VersionRecord>): VersionRecord =>
  versionRecordSchema.parse({
    recorded: '2026-11-25T10:00:00.000Z',
    version: 'a'.repeat(12),
    sources: {},
    indicators: {},
    gminy: {},
    findings: 0,
    ...part,
  });

test('a difference names what came, what went and what changed, and whose rows became more', () => {
  const before = record({
    sources: { a: [10, hash('1')], b: [5, hash('2')], c: [7, hash('3')] },
    gminy: { '060801': [10, hash('1')], '120102': [5, hash('1')] },
    findings: 3,
  });
  const after = record({
    sources: { a: [12, hash('4')], c: [7, hash('5')], d: [1, hash('6')] },
    gminy: { '060801': [12, hash('2')], '120102': [5, hash('1')] },
    findings: 4,
  });
  expect(differenceOf(before, after)).toEqual({
    sources: { added: ['d'], gone: ['b'], changed: ['a', 'c'] },
    indicators: { added: [], gone: [], changed: [] },
    gminy: { added: [], gone: [], changed: ['060801'] },
    rows: [{ source: 'a', before: 10, after: 12 }],
    findings: { before: 3, after: 4 },
  });
});

test('the same rows under another hash are a change, and equal records are none', () => {
  const one = record({ indicators: { x: [3, hash('1')] } });
  expect(differenceOf(one, record({ indicators: { x: [3, hash('2')] } })).indicators.changed).toEqual(['x']);
  expect(differenceOf(one, one).indicators).toEqual({ added: [], gone: [], changed: [] });
});
