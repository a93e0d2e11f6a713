import { z } from 'zod';

/**
 * `error`: two figures contradict each other, at least one of them is wrong;
 * `warning`: implausible, or an equality that normally holds does not;
 * `info`: worth knowing, nothing wrong.
 */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * A place in a source, by the anchor of its observation (see `anchorOf`). `suspect: false`: it takes part in the
 * contradiction, but nothing speaks against it (another figure explains it, or other equalities confirm it).
 */
export const cellRefSchema = z.strictObject({
  anchor: z.string(),
  line: z.int().positive().nullable(),
  suspect: z.literal(false).optional(),
});

/** A change of one figure that would explain a contradiction, with its arithmetic. Never applied by itself. */
export const repairSchema = z.strictObject({
  anchor: z.string(),
  from: z.number(),
  to: z.number(),
  /** The rule with the changed figure in it. */
  arithmetic: z.string(),
});
export type Repair = z.infer<typeof repairSchema>;

/** Where a contradiction can be mended: in a row of the form, in the prose, or nowhere by the gmina (series filled by CAS). */
export const MENDERS = ['formularz', 'tekst', 'cas'] as const;

/**
 * A contradiction or an implausible place. `message` is one plain Polish sentence for the public:
 * where, the two figures, the difference; no blame.
 */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  source: z.string(),
  teryt: z.string(),
  year: z.int(),
  message: z.string(),
  cells: z.array(cellRefSchema),
  /** Explanations by one changed figure: one is a proposal, of several none is chosen. */
  repairs: z.array(repairSchema).optional(),
  /** Who can mend it; absent where it is not about one report. */
  mend: z.enum(MENDERS).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
