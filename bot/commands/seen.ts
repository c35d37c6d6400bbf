import { z } from 'zod';
import type { CardAction } from '../activities.ts';
import type { Shown } from '../cards/confirm.ts';

const shownShape = z.looseObject({ textVersion: z.string(), recipientCount: z.coerce.number().int().min(0) });

/** What the card had shown when its button was pressed; undefined for a card that is not one of ours any longer. */
export function seenOn(pressed: CardAction): Shown | undefined {
  const read = shownShape.safeParse(pressed.data);
  return read.success ? { textVersion: read.data.textVersion, recipientCount: read.data.recipientCount } : undefined;
}

export function fieldOf(pressed: CardAction, name: string): string {
  const value = pressed.data[name];
  return typeof value === 'string' ? value : '';
}

/** Characters of a reason why a venue will do although something speaks against it. */
export const longestReason = 300;

const choicesShape = z
  .array(
    z.object({
      sessionId: z.string(),
      venueId: z.string(),
      overrideReason: z.string().max(longestReason).optional(),
    }),
  )
  .min(1);

/** Which venue for which session the card proposed. */
export function choicesIn(pressed: CardAction): z.infer<typeof choicesShape> | undefined {
  const read = choicesShape.safeParse(pressed.data['choices']);
  return read.success ? read.data : undefined;
}
