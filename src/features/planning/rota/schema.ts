import { z } from 'zod';
import type { RotaOrder } from './types.ts';

const id = z.string().min(1).max(100);

export const rotaOrder: z.ZodType<RotaOrder> = z.strictObject({
  changes: z
    .array(z.strictObject({ sessionId: id, kind: z.enum(['board', 'notes']), ids: z.array(id).max(20) }))
    .max(80),
  boardSize: z.int().min(1).max(6).optional(),
});

/** null takes the mark away. */
export const askedOrder = z.strictObject({ on: z.iso.date().nullable() });
