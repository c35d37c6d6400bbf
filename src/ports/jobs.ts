import type { ProjectId, SessionId, TenantId } from '../domain/ids.ts';

/** Work that is due now, and what each kind carries. Running one twice does nothing the second time. */
export interface JobPayloads {
  /** Brings Outlook to what the plan says (rooms asked, people invited, moved, cancelled). */
  'meetings.reconcile': { tenantId: TenantId; projectId: ProjectId };
  /** Reads answers, rooms' replies and drift from Outlook. */
  'meetings.sync': { tenantId: TenantId; projectId: ProjectId };
  /** Sends every notice of the project that is due and not stopped. */
  'notices.send': { tenantId: TenantId; projectId: ProjectId };
  /** Opens a session's evaluation: channel card and one personal route each. */
  'evaluations.open': { tenantId: TenantId; projectId: ProjectId; sessionId: SessionId };
  /** Moves answers from the urn to the results, shuffled. */
  'evaluations.shuffle': { tenantId: TenantId; projectId: ProjectId; sessionId: SessionId };
  /** Uploads a session's cleared files and posts them. */
  'documents.share': { tenantId: TenantId; projectId: ProjectId; sessionId: SessionId };
  /** Brings the cards of a question about dates to what has been answered. */
  'datePolls.show': { tenantId: TenantId; projectId: ProjectId; pollId: string };
  /** Writes or updates one card in a conversation after long work. */
  'bot.followUp': { tenantId: TenantId; followUpId: string };
}

export type JobName = keyof JobPayloads;
export const jobNames: readonly JobName[] = [
  'meetings.reconcile',
  'meetings.sync',
  'notices.send',
  'evaluations.open',
  'evaluations.shuffle',
  'documents.share',
  'datePolls.show',
  'bot.followUp',
];

/** Put inside the transaction that causes the work, so both commit or neither does. The same payload waiting twice becomes one. */
export type Enqueue = <Name extends JobName>(name: Name, payload: JobPayloads[Name]) => Promise<void>;

/** `done`, or how long the far side asked us to wait (its Retry-After). A thrown fault is retried with backoff. */
export type JobResult = 'done' | { readonly retryAfterSeconds: number };
