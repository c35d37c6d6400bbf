import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { noticesUnder } from './store.ts';

/** How far what goes out under one yes has come. */
export interface Delivery {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** ISO; null before anything has gone. */
  readonly lastSentAt: string | null;
}

export async function deliveryOf(tools: Pick<Tools, 'db'>, key: ProjectKey, confirmationId: string): Promise<Delivery> {
  const notices = await noticesUnder(tools.db, key, confirmationId);
  const count = (...states: readonly string[]): number => notices.filter(({ state }) => states.includes(state)).length;
  const times = notices.flatMap(({ sent_at }) => (sent_at === null ? [] : [sent_at.toISOString()]));
  return {
    // What a person sends by hand is on its way until they have said so.
    waiting: count('waiting', 'sending', 'byHand'),
    sent: count('sent'),
    failed: count('failed'),
    lastSentAt: times.toSorted().at(-1) ?? null,
  };
}
