import { formatChange, formatValue } from '../format/value';
import type { SwarmSpec } from './spec';

/** A value, or a change, of one of all areas in words. */
export const areaText = (
  value: number,
  { unit, decimals, since }: Pick<SwarmSpec, 'unit' | 'decimals' | 'since'>,
): string => (since === null ? formatValue(value, unit, decimals) : formatChange(value, unit, decimals));
