import { z } from 'zod';
import type { PeriodWish } from './types.ts';

const line = z.string().trim().max(300);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');

export const periodWish: z.ZodType<PeriodWish> = z.strictObject({
  name: line.min(1),
  where: line,
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('weeks'), weeks: z.array(z.int().min(1).max(53)).min(1).max(53) }),
    z.strictObject({ kind: z.literal('dates'), from: day, to: day }),
    z.strictObject({
      kind: z.literal('rule'),
      rule: z.enum(['election', 'elkHuntNorth', 'elkHuntSouth', 'vasaloppet']),
    }),
  ]),
  strength: z.enum(['warning', 'tip']),
  source: line,
});
