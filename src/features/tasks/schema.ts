import { z } from 'zod';
import { longestDecision, longestTask, type TaskOrder } from './types.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const orderShape = {
  what: z.string().trim().min(1).max(longestTask),
  ownerId: z.string().max(100).nullable(),
  dueOn: day.nullable(),
  evenSo: z.boolean().optional(),
};

export const taskOrder: z.ZodType<TaskOrder> = z.strictObject(orderShape);
export const newTask = z.strictObject({ ...orderShape, ruleId: z.string().max(40).optional() });
export const newDecision = z.strictObject({
  text: z.string().trim().min(1).max(longestDecision),
  decidedOn: day.optional(),
});
/** What the page says: done, or not done after all. */
export const taskForm = z.object({ klar: z.enum(['ja', 'nej']) });
