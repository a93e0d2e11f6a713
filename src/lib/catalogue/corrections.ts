import { anchorOf, CONFIDENT, type Correction, type Observation } from '../domain';
import type { Located } from './csv';
import type { Problem } from './problems';

/** Confidence of a corrected reading: below what is sure, so that it is marked wherever it is shown. */
const CORRECTED = CONFIDENT - 0.05;

interface Placed {
  file: string;
  line: number;
  value: Observation;
}

/**
 * Observations with the decided corrections in them. A corrected value is marked: its note says what was read and why it
 * was changed. A correction whose cell is gone, whose raw token is another one, or whose value is another one by now is a
 * problem: the decision must be made again.
 */
export function applyCorrections<T extends Placed>(
  rows: readonly T[],
  corrections: readonly (Located<Correction> & { file: string })[],
  problems: Problem[],
): T[] {
  const places = new Map(rows.map((row) => [`${row.value.source}#${anchorOf(row.value)}`, row]));
  const changed = new Map<T, Observation>();
  for (const { file, line, value: correction } of corrections) {
    const { source, cell, from, to, reason, status, expect } = correction;
    const row = places.get(`${source}#${cell}`);
    const fail = (message: string) => problems.push({ file, line, message });
    if (!row) fail(`no cell "${cell}" in ${source}: the reading changed, look at it again`);
    else if (row.value.raw !== expect)
      fail(`"${cell}" now reads "${row.value.raw}", not "${expect}" (${row.file}:${row.line}): look at it again`);
    else if (row.value.value !== from)
      fail(`"${cell}" is ${String(row.value.value)}, not ${from} (${row.file}:${row.line}): look at it again`);
    else if (changed.has(row)) fail(`"${cell}" is corrected a second time`);
    else if (status === 'applied')
      changed.set(row, {
        ...row.value,
        value: to,
        confidence: CORRECTED,
        note: `odczyt poprawiony z ${from} na ${to}: ${reason}`,
      });
  }
  return rows.map((row) => {
    const value = changed.get(row);
    return value ? { ...row, value } : row;
  });
} // prettier-ignore
