import { remember } from '../src/features/conversations/memory/actions.ts';
import { memoryOf } from '../src/features/conversations/memory/queries.ts';
import type { Memory, Talk } from '../src/features/conversations/memory/types.ts';
import { z } from 'zod';
import type { Language } from '../src/domain/words.ts';
import type { Place, Sender } from './activities.ts';
import { keptQuestion, type Again, type Asks, type Kept } from './asks.ts';
import type { Desk, Reply } from './turn.ts';

/** What one person and the bot are talking about in one thread, and what was asked last. */
export interface Talking {
  readonly talk: Talk;
  readonly memory: Memory;
  readonly question: Kept | undefined;
  /** The language that they last wrote so that it showed; forgotten with the question. */
  readonly language: Language | undefined;
}

export async function talkingIn({ tools }: Desk, place: Place, sender: Sender): Promise<Talking> {
  const talk = { tenantId: place.tenantId, conversationId: place.threadId, oid: sender.oid };
  const memory = await memoryOf(tools, talk);
  const spoken = spokenShape.safeParse(memory.question);
  return { talk, memory, question: keptQuestion(memory.question), language: spoken.data?.language };
}

const spokenShape = z.object({ language: z.enum(['sv', 'en']).optional() });

/** What an answer leaves behind: which project and session it was about, and what it asked. */
export interface Left {
  readonly projectId: string | null;
  /** They have other projects too, so this one was pointed out and is remembered. */
  readonly isOneOfSeveral: boolean;
  readonly sessionId?: string | undefined;
  readonly reply: Reply;
  /** What shows a preview once more. */
  readonly again: Again | null;
}

/** An answer that asks nothing closes what was asked before. */
export async function keepTalk({ tools }: Desk, { talk, memory, language }: Talking, left: Left): Promise<void> {
  const asks = asksOf(left.reply);
  const kept = asks === undefined ? null : { ...asks, project: left.projectId ?? '', again: left.again };
  const isSame = !left.isOneOfSeveral || left.projectId === memory.projectId;
  await remember(tools, talk, {
    projectId: left.isOneOfSeveral ? left.projectId : memory.projectId,
    sessionId: left.sessionId ?? (isSame ? memory.sessionId : null),
    question: language === undefined ? kept : { ...kept, language },
  });
}

export function asksOf(reply: Reply): Asks | undefined {
  if (reply.kind === 'several') return reply.replies.map(asksOf).findLast((asks) => asks !== undefined);
  return reply.kind === 'silent' ? undefined : reply.asks;
}
