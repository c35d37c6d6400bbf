import type { Json, Moment } from './projects.ts';

/** Where the bot has been installed or spoken to. */
export interface ConversationTable {
  tenant_id: string;
  conversation_id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  service_url: string;
  bot_id: string;
  team_id: string | null;
  /** The other party of a personal chat. */
  oid: string | null;
  installed: boolean;
  greeted_at: Moment | null;
  seen_at: Moment;
}

/** A project's two audiences: the planning chat and the participants' channel. Never the same conversation. */
export interface ProjectConversationTable {
  tenant_id: string;
  project_id: string;
  purpose: 'planning' | 'participants';
  conversation_id: string;
  linked_by: string;
  linked_at: Moment;
}

/** Activities already handled: Teams repeats what was answered late. */
export interface HandledActivityTable {
  tenant_id: string;
  conversation_id: string;
  activity_id: string;
  at: Moment;
}

/** A card to update when long work has ended. */
export interface BotFollowUpTable {
  tenant_id: string;
  id: string;
  project_id: string;
  conversation_id: string;
  activity_id: string | null;
  what: string;
  details: Json<Readonly<Record<string, unknown>>>;
  done_at: Moment | null;
}

/** What one person and the bot are talking about in one conversation. */
export interface ConversationMemoryTable {
  tenant_id: string;
  conversation_id: string;
  oid: string;
  /** The project they have pointed out, where the conversation itself belongs to none. */
  project_id: string | null;
  session_id: string | null;
  question: Json<Readonly<Record<string, unknown>>> | null;
  /** When the session was spoken of and the question asked. */
  at: Moment;
}

export interface BotTables {
  conversation: ConversationTable;
  project_conversation: ProjectConversationTable;
  handled_activity: HandledActivityTable;
  bot_follow_up: BotFollowUpTable;
  conversation_memory: ConversationMemoryTable;
}
