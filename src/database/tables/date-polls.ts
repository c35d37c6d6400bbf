import type { PollAnswer, PollDay } from '../../features/date-polls/types.ts';
import type { Day, Json, Moment } from './projects.ts';

export interface DatePollTable {
  tenant_id: string;
  project_id: string;
  id: string;
  days: Json<readonly PollDay[]>;
  closes_on: Day;
  created_at: Moment;
  /** The yes it went out under; null for one from before that was kept. */
  confirmation_id: string | null;
  /** When those who had not answered were reminded: once by itself, or by hand. */
  reminded_at: Moment | null;
  /** When the result was posted. */
  told_at: Moment | null;
}

export interface DatePollVoterTable {
  tenant_id: string;
  project_id: string;
  poll_id: string;
  /** Folded. */
  address: string;
  name: string;
  /** Null for an organisation. */
  person_id: string | null;
  answers: Json<Readonly<Record<string, PollAnswer>>> | null;
  answered_at: Moment | null;
}

export interface DatePollTables {
  date_poll: DatePollTable;
  date_poll_voter: DatePollVoterTable;
}
