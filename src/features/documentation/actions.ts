import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { sessionOf, speakersOf } from '../planning/queries.ts';
import { documentFromRow, previewSharing } from './queries.ts';
import { contentTypeOf, extensionOf, freeName, mostBytes, mostMegabytes, safeName } from './rules.ts';
import * as store from './store.ts';
import type { ChangeRefusal, DocumentKind, SessionDocument, ShareRefusal, UploadRefusal } from './types.ts';

/** What is said of a file beside its bytes. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly speakerId: string | null;
  readonly photographer: string | null;
  readonly altText: string | null;
  readonly rightsConfirmed: boolean;
}

export interface NewDocument extends DocumentFacts {
  readonly sessionId: string;
  /** As the sender named it. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Adds a file to a session. It goes nowhere until somebody has seen it in a preview and said yes. */
export async function addDocument(
  tools: Tools,
  actor: Actor,
  added: NewDocument,
): Promise<Outcome<SessionDocument, UploadRefusal>> {
  const session = await sessionOf(tools, actor, added.sessionId);
  if (session === null) return refused('sessionUnknown');
  const plain = safeName(added.name);
  const contentType = contentTypeOf(plain);
  if (contentType === undefined) return refused('typeNotAllowed', { type: extensionOf(plain) || plain });
  if (added.content.length === 0) return refused('emptyFile', { name: plain });
  if (added.content.length > mostBytes) return refused('tooLarge', { name: plain, limit: mostMegabytes });
  const speakers = await speakersOf(tools, actor);
  if (!isKnown(added.speakerId, speakers)) return refused('unknownSpeaker');
  const id = tools.ids.next();
  await tools.tx(async (work) => {
    const { db } = work;
    const taken = (await store.documentRows(db, actor, added.sessionId)).map(({ name }) => name);
    const row = {
      tenant_id: actor.tenantId,
      project_id: actor.projectId,
      session_id: added.sessionId,
      id,
      name: freeName(plain, taken),
      content_type: contentType,
      size: added.content.length,
      ...columns(added),
      added_by: actor.name,
      added_at: store.moment(tools.clock.now()),
    };
    await store.insertDocument(db, row, added.content);
    await recordAct(work, tools, actor, { by: actor, act: 'document.added', subject: id });
  });
  const row = await store.documentRow(tools.db, actor, id);
  if (row === undefined) throw new Error(`document ${id} was not stored`);
  return done(documentFromRow(row, speakers));
}

function columns({ kind, speakerId, photographer, altText, rightsConfirmed }: DocumentFacts) {
  return {
    kind,
    speaker_id: speakerId,
    photographer: trimmed(photographer),
    alt_text: trimmed(altText),
    rights_confirmed: rightsConfirmed,
  };
}

function trimmed(text: string | null): string | null {
  const plain = text?.trim() ?? '';
  return plain === '' ? null : plain;
}

function isKnown(speakerId: string | null, speakers: readonly { readonly id: string }[]): boolean {
  return speakerId === null || speakers.some(({ id }) => id === speakerId);
}

/** Says whose slides they are, who took the photo, or what it shows. */
export async function changeDocument(
  tools: Tools,
  actor: Actor,
  id: string,
  facts: DocumentFacts,
): Promise<Outcome<SessionDocument, ChangeRefusal>> {
  const speakers = await speakersOf(tools, actor);
  if (!isKnown(facts.speakerId, speakers)) return refused('unknownSpeaker');
  return await tools.tx(async (work): Promise<Outcome<SessionDocument, ChangeRefusal>> => {
    const before = await store.documentRow(work.db, actor, id);
    if (before === undefined) return refused('documentUnknown');
    if (before.shared_at !== null) return refused('alreadyShared');
    // A yes was given to the file as it was described then.
    await store.updateDocument(work.db, actor, id, { ...columns(facts), confirmation_id: null });
    await recordAct(work, tools, actor, { by: actor, act: 'document.changed', subject: id });
    const after = { ...before, ...columns(facts), confirmation_id: null };
    return done(documentFromRow(after, speakers));
  });
}

export async function removeDocument(tools: Tools, actor: Actor, id: string): Promise<Outcome<null, ChangeRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<null, ChangeRefusal>> => {
    const row = await store.documentRow(work.db, actor, id);
    if (row === undefined) return refused('documentUnknown');
    if (row.shared_at !== null) return refused('alreadyShared');
    await store.deleteDocument(work.db, actor, id);
    await recordAct(work, tools, actor, { by: actor, act: 'document.removed', subject: id });
    return done(null);
  });
}

export interface Sharing {
  readonly files: number;
  readonly recipientCount: number;
  /** What stops it before it goes out. */
  readonly confirmationId: string;
}

/** The yes to exactly the files, words and people of the preview. A job does the rest when its grace period is over. */
export async function shareDocumentation(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  seen: Preview,
): Promise<Outcome<Sharing, ShareRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId, sessionId };
  const preview = await previewSharing(tools, key);
  if (!preview.ok) return preview;
  if (!samePreview(seen, preview.value)) return refused('previewChanged');
  const { goes, recipientCount, textVersion } = preview.value;
  const confirmationId = await tools.tx(async (work) => {
    const given = await recordConfirmation(work, tools, {
      ...key,
      act: `documents:${sessionId}`,
      preview: { textVersion, recipientCount },
      by: actor,
    });
    for (const { id } of goes) await store.updateDocument(work.db, key, id, { confirmation_id: given });
    await recordAct(work, tools, key, {
      by: actor,
      act: 'documents.confirmed',
      subject: sessionId,
      details: { files: goes.length, people: recipientCount },
    });
    return given;
  });
  return done({ files: goes.length, recipientCount, confirmationId });
}
