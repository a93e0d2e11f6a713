import { describe, expect, test } from 'vitest';
import type { ListedUnit } from '../../../src/lib/components/published-units';
import { findUnits } from '../../../src/lib/components/unit-search';

const unit = (teryt: string, name: string, powiat: string, full = false): ListedUnit => ({
  teryt,
  name,
  type: 2,
  powiat,
  full,
});
const UNITS = [
  unit('060801', 'Lubartów', 'lubartowski', true),
  unit('060806', 'Lubartów', 'lubartowski'),
  unit('120507', 'Moszczenica', 'gorlicki'),
  unit('101006', 'Moszczenica', 'piotrkowski'),
  unit('106101', 'Łódź', 'Łódź'),
  unit('100207', 'Nowa Łódź', 'kutnowski'),
];
const found = (typed: string) => findUnits(UNITS, typed).map((one) => one.teryt);

describe('a search for a gmina', () => {
  test('ignores case and diacritics', () => {
    expect(found('LODZ')).toEqual(['106101', '100207']);
    expect(found('łódź')).toEqual(['106101', '100207']);
  });
  test('tells namesakes apart by powiat', () => {
    expect(found('moszczenica gorl')).toEqual(['120507']);
  });
  test('puts the gmina with data first among namesakes', () => {
    expect(found('lubartow')).toEqual(['060801', '060806']);
  });
  test('knows a code and finds nothing for nothing', () => {
    expect(found('1205')).toEqual(['120507']);
    expect(found('  ')).toEqual([]);
    expect(found('xyz')).toEqual([]);
  });
});
