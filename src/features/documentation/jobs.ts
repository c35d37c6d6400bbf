import { Temporal } from 'temporal-polyfill';
import { languageOf } from '../../domain/words.ts';
import type { ChannelFolder } from '../../ports/files.ts';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { Tools, Work } from '../../tools.ts';
import { wakeFollowUps } from '../conversations/actions.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, queuePost } from '../notices/actions.ts';
import { markConfirmed } from '../notices/confirmations/actions.ts';
import { speakersOf } from '../planning/queries.ts';
import { languageFor } from '../planning/rules.ts';
import { documentationLetter, documentationPost } from './letters/letters.ts';
import { documentationFacts, heldBecause, participantsChannel, sharingOf, type Sharing } from './queries.ts';
import { folderPath, folderWait } from './rules.ts';
import * as store from './store.ts';
import type { DocumentationKey } from './types.ts';

/** Days that a personal link to the documentation holds: well past the project's end. */
const linkDays = 365;

/**
 * Uploads the files that were said yes to and tells of them, once the grace period of the yes is over: until then a
 * stop leaves nothing behind, in the channel either. Each file's place is written down as soon as it is up, so a crash
 * uploads at most one again (to the same name); the post and the mails are queued in the transaction that marks the
 * files shared, so they are said once. A file whose rights have changed since the yes stays, and needs a new one.
 */
export async function shareDocuments(tools: Tools, key: JobPayloads['documents.share']): Promise<JobResult> {
  const sharing = await sharingOf(tools, key);
  if (sharing === undefined || sharing.project.state === 'dormant') return 'done';
  const pending = (await store.pendingSharings(tools.db)).filter((yes) => isOf(yes, key) && isReady(tools, yes));
  for (const yes of pending) {
    const wait = yes.isStopped
      ? await store.letGo(tools.db, key, yes.confirmationId)
      : await shareUnder(tools, sharing, yes);
    if (typeof wait === 'number') return { retryAfterSeconds: wait };
  }
  return 'done';
}

/** Enqueues every sharing whose grace period is over or that was stopped; also one whose job has given up. */
export async function runDue(tools: Tools): Promise<void> {
  const ready = (await store.pendingSharings(tools.db)).filter((yes) => isReady(tools, yes));
  if (ready.length === 0) return;
  await tools.tx(async ({ enqueue }) => {
    for (const { tenantId, projectId, sessionId } of ready)
      await enqueue('documents.share', { tenantId, projectId, sessionId });
  });
}

/** When the next grace period ends. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const waiting = (await store.pendingSharings(tools.db)).filter((yes) => !isReady(tools, yes));
  return waiting.map((yes) => graceEnds(tools, yes)).toSorted(Temporal.Instant.compare)[0];
}

const isOf = (yes: DocumentationKey, { tenantId, projectId, sessionId }: DocumentationKey): boolean =>
  yes.tenantId === tenantId && yes.projectId === projectId && yes.sessionId === sessionId;

function graceEnds({ settings }: Pick<Tools, 'settings'>, { confirmedAt }: store.PendingSharing): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(confirmedAt.getTime()).add({ seconds: settings.graceSeconds });
}

function isReady(tools: Pick<Tools, 'settings' | 'clock'>, yes: store.PendingSharing): boolean {
  return yes.isStopped || Temporal.Instant.compare(graceEnds(tools, yes), tools.clock.now()) <= 0;
}

/** Answers how many seconds to wait for a channel whose folder is not there yet. */
async function shareUnder(tools: Tools, sharing: Sharing, yes: store.PendingSharing): Promise<number | undefined> {
  const files = await filesToShare(tools, yes);
  const channel = await participantsChannel(tools, yes);
  if (channel !== undefined && files.length > 0) {
    const folder = await tools.files.channelFolder(channel);
    const since = graceEnds(tools, yes).until(tools.clock.now()).total('seconds');
    const wait = folder === null ? folderWait(since) : undefined;
    if (wait !== undefined) return wait;
    if (folder === null)
      tools.log.warn({ project: yes.projectId }, 'the channel has no folder yet, the files are not in it');
    else await uploadAll(tools, sharing, folder, files);
  }
  await tools.tx((work) => tell(work, tools, yes, { sharing, toChannel: channel !== undefined }));
  return undefined;
}

async function filesToShare(tools: Tools, yes: store.PendingSharing): Promise<readonly store.DocumentRow[]> {
  const speakers = await speakersOf(tools, yes);
  const rows = await store.documentRows(tools.db, yes, yes.sessionId);
  return rows.filter(
    (row) =>
      row.confirmation_id === yes.confirmationId && row.shared_at === null && heldBecause(row, speakers).length === 0,
  );
}

async function uploadAll(
  tools: Tools,
  { session }: Sharing,
  folder: ChannelFolder,
  files: readonly store.DocumentRow[],
): Promise<void> {
  for (const file of files) {
    if (file.item_id !== null) continue;
    const content = await store.contentOf(tools.db, file.tenant_id, file.id);
    if (content === undefined) throw new Error(`the bytes of document ${file.id} are gone`);
    const path = folderPath(session.number, file.name);
    const stored = await tools.files.upload(folder, { path, contentType: file.content_type, content });
    await store.updateDocument(tools.db, { tenantId: file.tenant_id, projectId: file.project_id }, file.id, {
      drive_id: stored.driveId,
      item_id: stored.itemId,
      web_url: stored.webUrl,
    });
  }
}

async function tell(
  work: Work,
  tools: Tools,
  yes: store.PendingSharing,
  { sharing, toChannel }: { readonly sharing: Sharing; readonly toChannel: boolean },
): Promise<void> {
  const { db } = work;
  const { tenantId, projectId, sessionId, confirmationId } = yes;
  const key = { tenantId, projectId, sessionId };
  const now = tools.clock.now();
  const speakers = await speakersOf(work, key);
  const files = (await store.lockSharing(db, key, confirmationId)).filter(
    (row) => heldBecause(row, speakers).length === 0,
  );
  // False when it was stopped a moment ago, or has been told of before.
  const isFirst = await markConfirmed(work, { tenantId, projectId, id: confirmationId }, 'executed_at', now);
  if (!isFirst || files.length === 0) return store.letGo(db, key, confirmationId);
  for (const file of files) await store.updateDocument(db, key, file.id, { shared_at: store.moment(now) });
  await store.letGo(db, key, confirmationId);
  await store.setMilestone(db, key, `documentationShared:${key.sessionId}`, now);
  const factsIn = {
    sv: await documentationFacts({ ...tools, db }, sharing, files, 'sv'),
    en: await documentationFacts({ ...tools, db }, sharing, files, 'en'),
  };
  // The grace period is over: it was waited for before anything was uploaded.
  const order = { ...key, version: confirmationId, grace: 'none', confirmationId } as const;
  if (toChannel) {
    const links = files.map(({ name, web_url }) => ({ name, url: web_url }));
    const post = { text: documentationPost(factsIn[languageOf(sharing.project.language)], links) };
    await queuePost(work, tools, { ...order, kind: 'documents.posted', place: 'participantsChannel', post });
  }
  for (const { personId, givenName, name, address, extra } of await store.confirmedRecipients(db, key)) {
    const secret = await issueLink(work, tools, {
      tenantId: key.tenantId,
      projectId: key.projectId,
      purpose: `documents:${key.sessionId}`,
      personId,
      subjectId: null,
      expiresAt: now.add({ hours: 24 * linkDays }),
    });
    const facts = factsIn[languageFor(extra, sharing.project)];
    const letter = documentationLetter(facts, { givenName, url: `${tools.settings.publicUrl}/dokument/${secret}` });
    await queueMail(work, tools, { ...order, kind: 'documents.shared', personId, to: { address, name }, letter });
  }
  await wakeFollowUps(work, key);
}
