import { z } from 'zod';

/** One value of a unit: a year, the value (`null` where GUS gives none) and GUS's own mark of it. */
const valueSchema = z.object({
  year: z.coerce.number().int(),
  val: z.number().nullable().default(null),
  attrId: z.number().int().optional(),
});

/** Answer of `/data/by-variable/{id}`: one page of units. */
export const pageSchema = z.object({
  totalRecords: z.number().int().nonnegative(),
  page: z.number().int().nonnegative().default(0),
  pageSize: z.number().int().positive(),
  results: z.array(z.object({ id: z.string().regex(/^\d{12}$/), name: z.string(), values: z.array(valueSchema) })),
}); // prettier-ignore
export type BdlPage = z.infer<typeof pageSchema>;

/** Answer of `/units`: the units of a level. */
export const unitsSchema = z.object({
  results: z.array(z.object({ id: z.string().regex(/^\d{12}$/), name: z.string() })),
});

/**
 * TERYT of a BDL unit: six digits, and the digit of the type. BDL's 12-digit id holds it in pieces.
 * Source: GUS, Bank Danych Lokalnych, description of the API.
 */
export function terytOf(id: string): { teryt: string; type: string } {
  return { teryt: id.slice(2, 4) + id.slice(7, 9) + id.slice(9, 11), type: id.slice(11) };
}
