import type { Tools } from '../../../tools.ts';
import { forgottenBefore } from './rules.ts';
import { forgetQuestions, saveMemory } from './store.ts';
import type { Memory, Talk } from './types.ts';

/** Keeps what a talk is about now; an earlier question is then answered or let go. */
export async function remember(tools: Pick<Tools, 'db' | 'clock'>, talk: Talk, memory: Memory): Promise<void> {
  await saveMemory(tools.db, talk, memory, tools.clock.now());
}

/** A question holds what somebody wrote, so it is not kept longer than it can be answered. */
export async function forgetOldTalk(tools: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  await forgetQuestions(tools.db, forgottenBefore(tools.clock.now()));
}
