import { z } from 'zod';
import { THEMES } from './catalogue';

/**
 * A reading that a person decided about: proved wrong and changed (`applied`), looked at and left (`rejected`), or waiting
 * (`proposed`). `expect` is the raw token that the decision was made on: where the reading gives another one, the correction
 * fails, so that it is looked at again.
 */
export const correctionSchema = z.strictObject({
  source: z.string().min(1),
  /** Anchor of the observation, see `anchorOf`. */
  cell: z.string().min(1),
  from: z.coerce.number(),
  to: z.coerce.number(),
  /** The proof, in Polish, for the public. */
  reason: z.string().min(1),
  status: z.enum(['proposed', 'applied', 'rejected']),
  expect: z.string().min(1),
});
export type Correction = z.infer<typeof correctionSchema>;

/** A conclusion of a report's chapter 10: its place, and a heading in this project's words. The report's own are not published. */
export const conclusionSchema = z.strictObject({
  source: z.string().min(1),
  line: z.coerce.number().int().positive(),
  page: z.string().transform((cell) => (cell === '' ? null : Number(cell))),
  theme: z.enum(THEMES),
  heading: z.string().min(1),
});
export type PublishedConclusion = z.infer<typeof conclusionSchema>;
