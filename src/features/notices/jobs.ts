import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../domain/ids.ts';
import { AskedToWait } from '../../ports/far-side.ts';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { MailResult } from '../../ports/mailbox.ts';
import type { BotPost } from '../../ports/messenger.ts';
import type { Tools } from '../../tools.ts';
import { conversationFor } from '../conversations/queries.ts';
import type { Addressee } from '../conversations/types.ts';
import { forgetSecrets } from './by-hand/store.ts';
import { looks, readReturned } from './returned/actions.ts';
import { givesUp, withoutSecrets } from './rules.ts';
import {
  claimNotice,
  date,
  dueNotices,
  nextNotBefore,
  projectStateOf,
  projectsWithDue,
  settleNotice,
  type NoticeRow,
} from './store.ts';
import type { Letter } from './types.ts';
import { mailToLead } from './unlinked/queries.ts';

/**
 * Sends what is due and not stopped in one project. Each row is marked `sending` in a transaction of its own before
 * the far side is called, so that a crash leaves a trace: a mail is then found again by its key. A post cannot be looked
 * for, since Teams lets a bot read no messages without letting it read everybody's; it is said again, so that it stands
 * once more for each answer that was lost, rather than not at all. A dormant project sends nothing.
 */
export async function sendNotices(tools: Tools, payload: JobPayloads['notices.send']): Promise<JobResult> {
  const project = await projectStateOf(tools.db, payload);
  if (project === undefined || project.state === 'dormant') return 'done';
  const from = project.mailbox ?? tools.settings.organiserMailbox;
  for (const id of await dueNotices(tools.db, payload, tools.clock.now())) {
    const claimed = await tools.tx(({ db }) => claimNotice(db, payload, id));
    if (claimed === undefined) continue;
    const later = await sendOne(tools, claimed.row, { from, isByHand: project.delivery === 'manual' });
    if (later !== undefined) return { retryAfterSeconds: later };
  }
  // Who sends by hand also reads what comes back.
  return project.delivery === 'manual' ? 'done' : await lookForReturned(tools, payload);
}

/** What was sent has been sent, whatever becomes of the look: it is taken again. */
async function lookForReturned(tools: Tools, key: ProjectKey): Promise<JobResult> {
  try {
    await readReturned(tools, key);
    return 'done';
  } catch (cause) {
    if (cause instanceof AskedToWait) return { retryAfterSeconds: cause.retryAfterSeconds };
    throw cause;
  }
}

interface Route {
  readonly from: string;
  /** A person sends the mails of this project. */
  readonly isByHand: boolean;
}

/** Answers how long to wait when the far side asks for it. */
async function sendOne(tools: Tools, row: NoticeRow, { from, isByHand }: Route): Promise<number | undefined> {
  try {
    if (row.channel === 'mail' && isByHand) return await settleByHand(tools, row);
    if (row.channel === 'mail') return await settleMail(tools, row, await sendMail(tools, row, from));
    return await sendPost(tools, row, { from, isByHand });
  } catch (cause) {
    if (cause instanceof AskedToWait) return await wait(tools, row, cause.retryAfterSeconds);
    await afterFault(tools, row, cause);
    throw cause;
  }
}

async function sendMail(tools: Tools, row: NoticeRow, from: string): Promise<MailResult> {
  const { subject, text, html, file } = row.content as unknown as Letter; // written by queueMail only
  const to = { address: row.recipient_address ?? '', name: row.recipient_name ?? '' };
  // Claimed for the first time ever, so there is nothing of an earlier try to look for.
  const firstTry = row.attempts === 1;
  const files = file === undefined ? [] : [{ ...file, content: new TextEncoder().encode(file.text) }];
  const attachments = files.map(({ name, contentType, content }) => ({ name, contentType, content }));
  return await tools.mailbox.send({ from, to, subject, text, html, key: row.key, firstTry, attachments });
}

async function settleMail(tools: Tools, row: NoticeRow, sent: MailResult): Promise<number | undefined> {
  if (sent.result === 'later') return await wait(tools, row, sent.retryAfterSeconds);
  if (sent.result === 'refused') return await fail(tools, row, sent.message);
  await settleNotice(tools.db, row, {
    state: 'sent',
    sent_at: date(tools.clock.now()),
    far_id: sent.messageId,
    last_error: null,
    // The recipient has the personal link now; here it would only lie readable beside its own hash.
    content: withoutSecrets(JSON.stringify(row.content)),
  });
  return undefined;
}

async function sendPost(tools: Tools, row: NoticeRow, route: Route): Promise<number | undefined> {
  const to = await conversationFor(tools, { tenantId: row.tenant_id, projectId: row.project_id }, addresseeOf(row));
  if (to === undefined) return await sendInstead(tools, row, route, 'noConversation');
  const { orMail: _orMail, ...post } = row.content as unknown as Post; // written by queuePost only
  const posted = await tools.messenger.post(to, post);
  if (posted.result === 'later') return await wait(tools, row, posted.retryAfterSeconds);
  if (posted.result === 'notInstalled') return await sendInstead(tools, row, route, 'notInstalled');
  await settleNotice(tools.db, row, {
    state: 'sent',
    sent_at: date(tools.clock.now()),
    far_id: posted.activityId,
    last_error: null,
  });
  return undefined;
}

function addresseeOf(row: NoticeRow): Addressee {
  if (row.channel === 'personalChat') return { personId: row.person_id ?? '' };
  return row.channel === 'planningChat' ? 'planning' : 'participants';
}

/** The mail that says the same; the row turns into that mail, so the key still holds. */
async function sendInstead(
  tools: Tools,
  row: NoticeRow,
  { from, isByHand }: Route,
  why: string,
): Promise<number | undefined> {
  const instead = await mailInstead(tools, row, isByHand);
  if (instead === undefined)
    return await (isMailedBeside(row) && why === 'noConversation' ? leaveOut : fail)(tools, row, why);
  const mail: NoticeRow = { ...row, channel: 'mail', ...instead };
  await tools.db
    .updateTable('notice')
    .set({ channel: 'mail', ...instead, content: JSON.stringify(instead.content) })
    .where('tenant_id', '=', row.tenant_id)
    .where('project_id', '=', row.project_id)
    .where('id', '=', row.id)
    .execute();
  if (isByHand) return await settleByHand(tools, mail);
  return await settleMail(tools, mail, await sendMail(tools, mail, from));
}

type Post = BotPost & { readonly orMail?: Letter | 'toLead' };

/** The one that the order named, or what the planners need to know to the one who leads. */
async function mailInstead(
  tools: Tools,
  row: NoticeRow,
  isByHand: boolean,
): Promise<Pick<NoticeRow, 'recipient_address' | 'recipient_name' | 'content'> | undefined> {
  const { orMail, ...post } = row.content as unknown as Post; // written by queuePost only
  const { recipient_address, recipient_name } = row;
  if (orMail !== 'toLead')
    return orMail === undefined ? undefined : { recipient_address, recipient_name, content: { ...orMail } };
  // Who sends by hand would only send it to themselves.
  if (isByHand) return undefined;
  const mail = await mailToLead(tools, { tenantId: row.tenant_id, projectId: row.project_id }, post);
  if (mail === undefined) return undefined;
  return { recipient_address: mail.to.address, recipient_name: mail.to.name, content: { ...mail.letter } };
}

/** from here on a person sends it, and ticks that it is done. */
async function settleByHand(tools: Tools, row: NoticeRow): Promise<undefined> {
  await settleNotice(tools.db, row, { state: 'byHand', last_error: null });
}

async function wait(tools: Tools, row: NoticeRow, seconds: number): Promise<number> {
  await settleNotice(tools.db, row, { state: 'waiting' });
  return seconds;
}

async function fail(tools: Tools, row: NoticeRow, why: string): Promise<undefined> {
  await settleNotice(tools.db, row, { state: 'failed', last_error: why });
  tools.log.warn({ notice: row.id, kind: row.kind, project: row.project_id }, 'a notice could not be sent');
}

/** Planners' news that names no mail in its place has gone by mail as well. */
function isMailedBeside({ channel, content }: NoticeRow): boolean {
  return channel === 'planningChat' && (content as unknown as Post).orMail === undefined; // written by queuePost only
}

/** What was also mailed, to a chat that there is not: nothing is lost, and nobody has anything to put right. */
async function leaveOut(tools: Tools, row: NoticeRow, why: string): Promise<undefined> {
  await settleNotice(tools.db, row, { state: 'stopped', last_error: why });
}

/** The outcome of a fault is unknown, and it is tried again. */
async function afterFault(tools: Tools, row: NoticeRow, cause: unknown): Promise<void> {
  if (givesUp({ attempts: row.attempts, since: row.not_before }, tools.clock.now()))
    return void (await fail(tools, row, row.channel === 'mail' ? 'gaveUp' : 'unknownOutcome'));
  const name = cause instanceof Error ? cause.name : 'fault'; // a message may hold an address
  await settleNotice(tools.db, row, { last_error: name });
}

/** Enqueues every project's sending whose time has come; those whose sender died among them. */
export async function runDue(tools: Tools): Promise<void> {
  await forgetSecrets(tools.db, tools.clock.now());
  const now = tools.clock.now();
  const toLook = (await looks(tools)).filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  const projects = [...(await projectsWithDue(tools.db, now)), ...toLook];
  if (projects.length === 0) return;
  await tools.tx(async ({ enqueue }) => {
    for (const { tenantId, projectId } of projects satisfies readonly ProjectKey[]) {
      await enqueue('notices.send', { tenantId, projectId });
    }
  });
}

const isAhead = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) > 0;

/** When the next grace period ends, or somebody has to look for mails that came back. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  const next = await nextNotBefore(tools.db, now);
  const ends = next === undefined ? [] : [Temporal.Instant.fromEpochMilliseconds(next.getTime())];
  return [...ends, ...(await looks(tools)).map(({ at }) => at).filter((at) => isAhead(at, now))].toSorted(
    Temporal.Instant.compare,
  )[0];
}
