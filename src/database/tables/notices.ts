import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment } from './projects.ts';

/** `byHand`: its time has come and a person sends it. `bounced`: sent, and came back. */
export type NoticeState = 'waiting' | 'sending' | 'sent' | 'stopped' | 'failed' | 'byHand' | 'bounced';

/** One outgoing message to one recipient, or one post to one conversation. */
export interface NoticeTable {
  tenant_id: string;
  project_id: string;
  id: string;
  /** kind:project:session:person:version. Written in the transaction that causes it; unique, so nothing is said twice. */
  key: string;
  kind: string;
  session_id: string | null;
  person_id: string | null;
  channel: 'mail' | 'planningChat' | 'participantsChannel' | 'personalChat';
  recipient_address: string | null;
  recipient_name: string | null;
  /** Mail: {subject, text, html}. Post: {card, summary} or {text}. Never anything dietary. */
  content: Json<Readonly<Record<string, unknown>>>;
  state: NoticeState;
  /** The grace period's end: before it the notice can be stopped. */
  not_before: Moment;
  created_at: Moment;
  sent_at: Moment | null;
  /** Graph's message id or the activity id. */
  far_id: string | null;
  attempts: number;
  last_error: string | null;
  /** The confirmation it goes out under; null for an automatic answer to a person's own act. */
  confirmation_id: string | null;
  /** Who sent it by hand; null when the tool did. */
  sent_by: Generated<string | null>;
  /** Until then the tick can be taken back; afterwards what opens personal pages is taken out of the text. */
  undo_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** When a process took it for sending, by the database's clock; null when none has it. */
  claimed_at: Moment | null;
  /** When a mail was told to have come back; why stands in `last_error`. */
  bounced_at: Moment | null;
  /** When the same was sent again, to an address that is right; null when it waits for somebody to do so. */
  resent_at: Moment | null;
}

/** Somebody saw who and how many, and said yes. `standing`: goes off at its minute, announced beforehand. */
export interface ConfirmationTable {
  tenant_id: string;
  project_id: string;
  id: string;
  /** `registration.close`, `evaluation:<session>`, `documents:<session>`, `rooms` … */
  act: string;
  session_id: string | null;
  /** Hash of the text shown and the number of recipients: if either changed, nothing is sent. */
  text_version: string;
  recipient_count: number;
  standing: boolean;
  /** When a standing one goes off. */
  due_at: Moment | null;
  confirmed_by: string | null;
  confirmed_by_name: string;
  confirmed_at: Moment;
  announced_at: Moment | null;
  stopped_at: Moment | null;
  executed_at: Moment | null;
}

export interface NoticeTables {
  notice: NoticeTable;
  confirmation: ConfirmationTable;
}
