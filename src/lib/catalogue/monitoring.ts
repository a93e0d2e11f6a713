import { z } from 'zod';

/** Values that can stand for a monitoring indicator: one indicator of the catalogue, perhaps one part of its breakdown. */
export interface Measure {
  indicator: string;
  breakdown: string;
}

export const MONITORING_COLUMNS = ['id', 'area', 'name', 'unit', 'measure', 'indicators', 'reason'];

const measures = z.string().transform((cell): Measure[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [indicator = '', breakdown = ''] = part.split(' ');
      return { indicator, breakdown };
    }),
);

/**
 * What a local plan of deinstitutionalisation says it will measure, in words of this project.
 * `direct`: an indicator counts exactly this; `proxy`: one comes near, `reason` says how; `none`: nothing does, `reason` says why.
 */
export const monitoringSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    area: z.string().min(1),
    name: z.string().min(1),
    unit: z.string().min(1),
    measure: z.enum(['direct', 'proxy', 'none']),
    indicators: measures,
    reason: z.string().min(1),
  })
  .refine(
    ({ measure, indicators }) => (measure === 'none') === (indicators.length === 0),
    'indicators are named exactly where something measures it',
  );
export type Monitoring = z.infer<typeof monitoringSchema>;
