import { isDisposedAddress } from '../../domain/disposed.ts';
import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Tools, Work } from '../../tools.ts';
import { recordAct } from './acts/actions.ts';
import { forgetMilestone, insertConfirmation, stopConfirmationRow, stopStandingOf } from './confirmations/store.ts';
import { keyText, milestoneOfAct } from './rules.ts';
import {
  insertNotice,
  projectStateOf,
  stopNoticeRow,
  stopWaitingOf,
  stopWaitingOfActs,
  stopWaitingOfKind,
  wakeFailed,
  type NewNotice,
} from './store.ts';
import type { ConfirmationOrder, Grace, MailOrder, NoticeKey, PostOrder, Queued, StopRefusal } from './types.ts';

type Needs = Pick<Tools, 'ids' | 'clock' | 'settings'>;

/**
 * Writes a mail in the transaction that causes it; a job sends it. Saying the same thing again does nothing.
 * In a dormant project nothing is written: it has not been woken, so nothing may leave it.
 */
export async function queueMail(work: Work, tools: Needs, order: MailOrder): Promise<Queued> {
  return await queue(work, tools, order, { channel: 'mail', to: order.to, content: order.letter });
}

/** Writes a post to one of the project's conversations, or to one person's chat. Same promises as `queueMail`. */
export async function queuePost(work: Work, tools: Needs, order: PostOrder): Promise<Queued> {
  const { orMail, place, post } = order;
  if (orMail === undefined) return await queue(work, tools, order, { channel: place, to: null, content: post });
  const [to, letter] = orMail === 'toLead' ? [null, orMail] : [orMail.to, orMail.letter];
  return await queue(work, tools, order, { channel: place, to, content: { ...post, orMail: letter } });
}

async function queue(
  work: Work,
  tools: Needs,
  order: NoticeKey & { grace: Grace; confirmationId: string | null },
  what: Pick<NewNotice, 'channel' | 'to' | 'content'>,
): Promise<Queued> {
  const { tenantId, projectId } = order;
  const project = await projectStateOf(work.db, order);
  if (project === undefined) throw new Error(`there is no project ${projectId} to send for`);
  if (project.state === 'dormant') return 'dormant';
  if (what.channel === 'mail' && isDisposedAddress(what.to?.address ?? '')) return 'disposed';
  const now = tools.clock.now();
  const isNew = await insertNotice(work.db, {
    ...what,
    tenantId,
    projectId,
    id: tools.ids.next(),
    key: keyText(order),
    kind: order.kind,
    sessionId: order.sessionId ?? null,
    personId: order.personId ?? null,
    createdAt: now,
    notBefore: order.grace === 'grace' ? now.add({ seconds: tools.settings.graceSeconds }) : now,
    confirmationId: order.confirmationId,
  });
  // Those in grace are put in the queue by the tick when their time comes.
  if (isNew && order.grace === 'none') await work.enqueue('notices.send', { tenantId, projectId });
  return isNew ? 'queued' : 'saidAlready';
}

/** Keeps who said yes to what. Answers the id that the messages going out under it carry. */
export async function recordConfirmation(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock'>,
  order: ConfirmationOrder,
): Promise<string> {
  const id = tools.ids.next();
  await insertConfirmation(work.db, { ...order, id, confirmedAt: tools.clock.now() });
  return id;
}

/** A new yes to the same act replaces those that still stand. */
export async function supersede(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  act: string,
): Promise<void> {
  await stopStandingOf(work.db, key, act, tools.clock.now());
}

/** What waits of a kind about a session has lost its reason. Answers how many did not go out. */
export async function stopWaitingAbout(
  { db }: Pick<Work, 'db'>,
  about: ProjectKey & { readonly kind: string; readonly sessionId: string },
): Promise<number> {
  return await stopWaitingOfKind(db, about);
}

/** A question that has been answered already is not sent: what waits under the yeses to these acts is stopped. */
export async function stopWaitingUnder(
  { db }: Pick<Work, 'db'>,
  { tenantId, projectId }: ProjectKey,
  acts: readonly string[],
): Promise<void> {
  await stopWaitingOfActs(db, { tenantId, projectId }, acts);
}

/** Keeps one message from going out. */
export async function stopNotice(tools: Tools, key: ProjectKey, id: string): Promise<Outcome<null, StopRefusal>> {
  return await tools.tx(async ({ db }) => {
    const before = await stopNoticeRow(db, key, id);
    if (before === undefined) return refused('notFound');
    if (before === 'waiting') return done(null);
    return refused(before === 'stopped' ? 'stoppedAlready' : 'goneOut');
  });
}

/** Takes a yes back: a standing one does not go off, and what waits under it stays. Answers how many were stopped and how many had gone. */
export async function stopConfirmation(
  tools: Tools,
  key: ProjectKey & { readonly by: { readonly personId: PersonId | null; readonly name: string } },
  id: string,
): Promise<Outcome<{ stopped: number; goneOut: number }, StopRefusal>> {
  return await tools.tx(async (work) => {
    const { db } = work;
    const now = tools.clock.now();
    const found = await stopConfirmationRow(db, key, id, now);
    if (found === undefined) return refused('notFound');
    if (found.stopped_at !== null) return refused('stoppedAlready');
    const count = await stopWaitingOf(db, key, id);
    const hasHappened = found.standing ? found.executed_at !== null : count.goneOut > 0;
    if (hasHappened && count.stopped === 0) return refused('goneOut');
    // INV-01, INF-01 and CAT-01 ask when people were told, and now they have not been.
    const milestone = milestoneOfAct(found.act);
    if (milestone !== undefined && count.goneOut === 0) await forgetMilestone(db, key, milestone, found.confirmed_at);
    await recordAct(work, tools, key, { by: key.by, act: `${found.act}.stopped`, details: count });
    return done(count);
  });
}

/** Tries a failed message once more. */
export async function retryNotice(tools: Tools, key: ProjectKey, id: string): Promise<Outcome<null, 'notFound'>> {
  return await tools.tx(async ({ db, enqueue }) => {
    if (!(await wakeFailed(db, key, id))) return refused('notFound');
    await enqueue('notices.send', { tenantId: key.tenantId, projectId: key.projectId });
    return done(null);
  });
}
