import { Temporal } from 'temporal-polyfill';
import type { ChannelFolder } from '../../ports/files.ts';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { Tools, Work } from '../../tools.ts';
import { wakeFollowUps } from '../conversations/actions.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, queuePost } from '../notices/actions.ts';
import { confirmationsOf } from '../notices/queries.ts';
import { speakersOf } from '../planning/queries.ts';
import { documentationLetter, documentationPost } from './letters/letters.ts';
import { documentationFacts, heldBecause, participantsChannel, sharingOf, type Sharing } from './queries.ts';
import { folderPath, folderWait } from './rules.ts';
import * as store from './store.ts';
import type { DocumentationKey } from './types.ts';

/** Days that a personal link to the documentation holds: well past the project's end. */
const linkDays = 365;

/**
 * Uploads the files that were said yes to and tells of them. Each file's place is written down as soon as it is up, so
 * a crash uploads at most one again (to the same name); the post and the mails are queued in the transaction that
 * marks the files shared, so they are said once. A file whose rights have changed since the yes stays.
 */
export async function shareDocuments(tools: Tools, key: JobPayloads['documents.share']): Promise<JobResult> {
  const sharing = await sharingOf(tools, key);
  if (sharing === undefined || sharing.project.state === 'dormant') return 'done';
  const files = await filesToShare(tools, key);
  if (files.length === 0) return 'done';
  const channel = await participantsChannel(tools, key);
  if (channel !== undefined) {
    const folder = await tools.files.channelFolder(channel);
    const wait = folder === null ? folderWait(await secondsSinceYes(tools, key)) : undefined;
    if (wait !== undefined) return { retryAfterSeconds: wait };
    if (folder === null)
      tools.log.warn({ project: key.projectId }, 'the channel has no folder yet, the files are not in it');
    else await uploadAll(tools, sharing, folder, files);
  }
  await tools.tx((work) => tell(work, tools, key, { sharing, toChannel: channel !== undefined }));
  return 'done';
}

async function filesToShare(tools: Tools, key: DocumentationKey): Promise<readonly store.DocumentRow[]> {
  const speakers = await speakersOf(tools, key);
  const rows = await store.documentRows(tools.db, key, key.sessionId);
  return rows.filter(
    (row) => row.confirmation_id !== null && row.shared_at === null && heldBecause(row, speakers).length === 0,
  );
}

async function secondsSinceYes(tools: Tools, key: DocumentationKey): Promise<number> {
  const [latest] = await confirmationsOf(tools, key, `documents:${key.sessionId}`);
  if (latest === undefined) return 0;
  return Temporal.Instant.from(latest.confirmedAt).until(tools.clock.now()).total('seconds');
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
  key: DocumentationKey,
  { sharing, toChannel }: { readonly sharing: Sharing; readonly toChannel: boolean },
): Promise<void> {
  const { db } = work;
  const speakers = await speakersOf(work, key);
  const files = (await store.lockSharing(db, key)).filter((row) => heldBecause(row, speakers).length === 0);
  const confirmationId = files[0]?.confirmation_id;
  if (confirmationId == null) return;
  const now = tools.clock.now();
  for (const file of files) await store.updateDocument(db, key, file.id, { shared_at: store.moment(now) });
  await store.setMilestone(db, key, `documentationShared:${key.sessionId}`, now);
  const facts = await documentationFacts({ ...tools, db }, sharing, files);
  const order = { ...key, version: confirmationId, grace: 'grace', confirmationId } as const;
  if (toChannel) {
    const links = files.map(({ name, web_url }) => ({ name, url: web_url }));
    const post = { text: documentationPost(facts, links) };
    await queuePost(work, tools, { ...order, kind: 'documents.posted', place: 'participantsChannel', post });
  }
  for (const { personId, givenName, name, address } of await store.confirmedRecipients(db, key)) {
    const secret = await issueLink(work, tools, {
      tenantId: key.tenantId,
      projectId: key.projectId,
      purpose: `documents:${key.sessionId}`,
      personId,
      subjectId: null,
      expiresAt: now.add({ hours: 24 * linkDays }),
    });
    const letter = documentationLetter(facts, { givenName, url: `${tools.settings.publicUrl}/dokument/${secret}` });
    await queueMail(work, tools, { ...order, kind: 'documents.shared', personId, to: { address, name }, letter });
  }
  await wakeFollowUps(work, key);
}
