/** Limits of art. 110 ust. 11–12 of the social assistance act: either is enough, with at least three workers. */
export const STATUTORY = { inhabitants: 2000, families: 50, workers: 3 } as const;

export interface Staffing {
  inhabitantsPerWorker: number;
  familiesPerWorker: number;
  workers: number;
}

/**
 * The statutory condition on social workers as the form computes it:
 * workers ≥ 3 and (inhabitants per worker ≤ 2000 or families in social work per worker ≤ 50).
 * `null` where one of the three is unknown: without families no verdict can be drawn.
 * The law counts full-time posts, the report prints heads.
 */
export function statutoryCondition(staffing: { [key in keyof Staffing]: number | null }): boolean | null {
  const { inhabitantsPerWorker, familiesPerWorker, workers } = staffing;
  if (workers === null) return null;
  if (workers < STATUTORY.workers) return false;
  if (inhabitantsPerWorker === null || familiesPerWorker === null) return null;
  return inhabitantsPerWorker <= STATUTORY.inhabitants || familiesPerWorker <= STATUTORY.families;
}
