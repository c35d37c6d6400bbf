import type { ProjectId, SessionId } from '../../../domain/ids.ts';

/** Whose talk with the bot, and where: everybody in a group has their own. */
export interface Talk {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly oid: string;
}

/** What was asked last and has not been answered, in the bot's own words for its buttons. */
export type Question = Readonly<Record<string, unknown>>;

/** What somebody and the bot are talking about. */
export interface Memory {
  /** The project that they pointed out; stays until they point out another. */
  readonly projectId: ProjectId | null;
  /** The session that "den" means. Forgotten after a day, as the question is. */
  readonly sessionId: SessionId | null;
  readonly question: Question | null;
}

export const noMemory: Memory = { projectId: null, sessionId: null, question: null };
