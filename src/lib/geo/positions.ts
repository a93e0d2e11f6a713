import { z } from 'zod';
import type { Position } from './powiat-tiles';

/** `data/units/powiat-positions.csv`; how it was made stands in `data/README.md`. */
export const POSITIONS_FILE = 'units/powiat-positions.csv';

const degrees = z
  .string()
  .regex(/^\d\d\.\d+$/, 'not a place in degrees')
  .transform(Number);
const positionSchema = z.strictObject({ teryt: z.string().regex(/^\d{4}$/), east: degrees, north: degrees });

/** Rough places of powiaty. @throws with the line of what does not fit */
export function readPositions(text: string): Position[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const columns = head.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    const read = positionSchema.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
    if (!read.success)
      throw new Error(
        `data/${POSITIONS_FILE}:${index + 2}: ${read.error.issues[0]?.message ?? 'malformed'}: ${line}`,
      );
    return read.data;
  });
}
