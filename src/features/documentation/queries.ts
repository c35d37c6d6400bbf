import type { ProjectKey } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { localDate } from '../../domain/local-date.ts';
import { dayMonth, textDate } from '../../domain/swedish-text.ts';
import { fill, languageOf, type Language } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import { linksOf } from '../conversations/queries.ts';
import { evaluationOf } from '../evaluations/queries.ts';
import { ownTextOf } from '../mailings/own/queries.ts';
import { previewOf } from '../notices/rules.ts';
import { personOf, projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import { languageFor } from '../planning/rules.ts';
import type { Project, Session, Speaker } from '../planning/types.ts';
import { documentationLetter, documentationPost, type DocumentationFacts } from './letters/letters.ts';
import { holdsOf } from './rules.ts';
import * as store from './store.ts';
import {
  holdWords,
  type DocumentationKey,
  type HeldBecause,
  type SessionDocument,
  type SharingPreview,
  type ShareRefusal,
} from './types.ts';

type Reader = Pick<Tools, 'db'>;

/** The files of one session, or of all, with what keeps each from being shared. */
export async function documentsOf(
  reader: Reader,
  key: ProjectKey,
  sessionId?: string,
): Promise<readonly SessionDocument[]> {
  const speakers = await speakersOf(reader, key);
  return (await store.documentRows(reader.db, key, sessionId)).map((row) => documentFromRow(row, speakers));
}

export function documentFromRow(row: store.DocumentRow, speakers: readonly Speaker[]): SessionDocument {
  const holds = heldBecause(row, speakers);
  return {
    id: row.id,
    sessionId: row.session_id,
    name: row.name,
    kind: row.kind,
    contentType: row.content_type,
    size: row.size,
    speakerId: row.speaker_id,
    photographer: row.photographer,
    altText: row.alt_text,
    rightsConfirmed: row.rights_confirmed,
    addedBy: row.added_by,
    addedAt: row.added_at.toISOString(),
    state: stateOf(row, holds),
    holds,
    webUrl: row.web_url,
    sharedAt: row.shared_at?.toISOString() ?? null,
  };
}

function stateOf(row: store.DocumentRow, holds: readonly HeldBecause[]): SessionDocument['state'] {
  if (row.shared_at !== null) return 'shared';
  if (holds.length > 0) return 'held';
  return row.confirmation_id === null ? 'cleared' : 'sharing';
}

/** DOC-02, DOC-03, with the speaker's name in the words. */
export function heldBecause(row: store.DocumentRow, speakers: readonly Speaker[]): readonly HeldBecause[] {
  const speaker = speakers.find(({ id }) => id === row.speaker_id);
  const reasons = holdsOf({
    kind: row.kind,
    speaker: speaker === undefined ? null : { consent: speaker.slidesConsent },
    photographer: row.photographer,
    altText: row.alt_text,
    rightsConfirmed: row.rights_confirmed,
  });
  const details = { speaker: speaker?.displayName ?? '' };
  return reasons.map((reason) => ({
    reason,
    words: { sv: fill(holdWords[reason].sv, details), en: fill(holdWords[reason].en, details) },
  }));
}

/** Which files go, which stay and why, to how many, and the words; to read before the yes. */
export async function previewSharing(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: DocumentationKey,
): Promise<Outcome<SharingPreview, ShareRefusal>> {
  const sharing = await sharingOf(tools, key);
  if (sharing === undefined) return refused('sessionUnknown');
  if (sharing.project.state === 'dormant') return refused('dormant');
  const documents = await documentsOf(tools, key, key.sessionId);
  const goes = documents.filter(({ state }) => state === 'cleared');
  if (goes.length === 0) {
    const held = documents.filter(({ state }) => state === 'held').map(({ name }) => name);
    return held.length === 0 ? refused('nothingToShare') : refused('onlyHeld', { files: held.join(', ') });
  }
  const facts = await documentationFacts(tools, sharing, goes);
  const letter = documentationLetter(facts, { givenName: '…', url: '…' });
  const channel = await participantsChannel(tools, key);
  const post = channel === undefined ? null : documentationPost(facts, withoutLinks(goes));
  const people = await store.confirmedRecipients(tools.db, key);
  const recipients = people.map(({ personId, address }) => `${personId} ${address}`);
  // Those who read another language get other words, and the yes is to those too.
  const others = [...new Set(people.map(({ extra }) => languageFor(extra, sharing.project)))].filter(
    (language) => language !== facts.language,
  );
  const otherTexts = await Promise.all(
    others.map(async (language) => {
      const other = await documentationFacts(tools, sharing, goes, language);
      return documentationLetter(other, { givenName: '…', url: '…' }).text;
    }),
  );
  const texts = [letter.subject, letter.text, post ?? '', ...goes.map(({ id }) => id), ...otherTexts];
  return done({
    ...previewOf({ texts, recipients }),
    goes,
    stays: documents.filter(({ state }) => state === 'held'),
    toChannel: channel !== undefined,
    subject: letter.subject,
    text: letter.text,
    post,
  });
}

const withoutLinks = (documents: readonly SessionDocument[]): readonly { name: string; url: null }[] =>
  documents.map(({ name }) => ({ name, url: null }));

/** A session in its project, as the letters need it. */
export interface Sharing {
  readonly project: Project;
  readonly session: Session;
  readonly sessions: readonly Session[];
}

export async function sharingOf(reader: Reader, key: DocumentationKey): Promise<Sharing | undefined> {
  const project = await projectOf(reader, key);
  if (project === null) return undefined;
  const sessions = (await sessionsOf(reader, key)).filter(({ cancelled }) => !cancelled);
  const session = sessions.find(({ id }) => id === key.sessionId);
  return session === undefined ? undefined : { project, session, sessions };
}

/** The participants' channel as files need it; undefined without one, and then mail and page carry everything. */
export async function participantsChannel(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: ProjectKey,
): Promise<{ readonly teamId: string; readonly channelId: string } | undefined> {
  const link = (await linksOf(tools, key)).find(
    ({ audience, kind, installed }) => audience === 'participants' && kind === 'channel' && installed,
  );
  const teamId = link?.teamId ?? tools.settings.participantsTeamId;
  return link === undefined || teamId === null ? undefined : { teamId, channelId: link.conversationId };
}

export async function documentationFacts(
  tools: Pick<Tools, 'db' | 'settings'>,
  { project, session, sessions }: Sharing,
  goes: readonly Pick<SessionDocument, 'name' | 'kind' | 'photographer'>[],
  language: Language = languageOf(project.language),
): Promise<DocumentationFacts> {
  const venues = await venuesOf(tools, project);
  const cityOf = ({ venueId }: Session): string | null => venues.find(({ id }) => id === venueId)?.city || null;
  const next = sessions.find(({ number, date }) => number > session.number && date !== null);
  const contact = project.contactPersonId === null ? null : await personOf(tools, project, project.contactPersonId);
  const photos = goes.filter(({ kind }) => kind === 'photo').flatMap(({ photographer }) => photographer ?? []);
  return {
    sessionNumber: session.number,
    city: cityOf(session),
    files: goes.map(({ name }) => name),
    opinion: await opinionOf(tools, { ...project, sessionId: session.id }, language),
    homework: homeworkAfter(project.blocks['homework'], session.id, language),
    next:
      next?.date == null
        ? null
        : { day: textDate(localDate(next.date), language), city: cityOf(next), theme: next.theme },
    photographers: [...new Set(photos)],
    sender: contact?.displayName ?? 'Dalalab',
    own: await ownTextOf(tools, project, { mailing: `thanks:${session.id}`, slot: 'own' }, language),
    language,
  };
}

/** What the evaluation may show by then, in one sentence; nothing before five have answered. */
async function opinionOf(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: DocumentationKey,
  language: Language,
): Promise<string | null> {
  const view = await evaluationOf(tools, key);
  const useful = view?.results.find(({ id }) => id === 'useful');
  if (view === undefined || useful === undefined || view.shown === 0) return null;
  const good = useful.counts.filter(({ value }) => value === '3' || value === '4');
  const count = good.reduce((sum, choice) => sum + choice.count, 0);
  return language === 'en'
    ? `${count} of ${view.shown} find the day quite or very useful in their work.`
    : `${count} av ${view.shown} har ganska stor eller stor nytta av dagen i sitt arbete.`;
}

/** The homework block of the project file is kept as it came; what cannot be read is left out. */
function homeworkAfter(block: unknown, sessionId: string, language: Language): DocumentationFacts['homework'] {
  if (!Array.isArray(block)) return [];
  return block.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const task: Readonly<Record<string, unknown>> = { ...entry };
    const title = textOf(task['title']);
    if (task['afterSession'] !== sessionId || title === null) return [];
    const due = textOf(task['dueDate']);
    return [
      {
        title,
        due: due !== null && /^\d{4}-\d{2}-\d{2}$/.test(due) ? dayMonth(localDate(due), language) : null,
        instruction: textOf(task['instruction']),
        purpose: textOf(task['purpose']),
      },
    ];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export interface SharedDocument {
  readonly id: string;
  readonly name: string;
  readonly kind: SessionDocument['kind'];
  readonly contentType: string;
  readonly size: number;
  readonly photographer: string | null;
  readonly altText: string | null;
  readonly driveId: string | null;
  readonly itemId: string | null;
}

/** What has been shared of a session. A file whose consent was taken back afterwards is no longer among them. */
export async function sharedDocuments(reader: Reader, key: DocumentationKey): Promise<readonly SharedDocument[]> {
  const speakers = await speakersOf(reader, key);
  const rows = await store.documentRows(reader.db, key, key.sessionId);
  return rows
    .filter((row) => row.shared_at !== null && heldBecause(row, speakers).length === 0)
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      contentType: row.content_type,
      size: row.size,
      photographer: row.photographer,
      altText: row.alt_text,
      driveId: row.drive_id,
      itemId: row.item_id,
    }));
}

/**
 * The bytes: through Graph where the file lies in the channel, else from our own store. Null when the file was taken
 * out of the channel, which is how a shared file is withdrawn: our own copy does not bring it back.
 */
export async function openContent(
  tools: Pick<Tools, 'db' | 'files'>,
  key: ProjectKey,
  file: SharedDocument,
): Promise<ReadableStream<Uint8Array> | null> {
  if (file.driveId !== null && file.itemId !== null)
    return await tools.files.download({ driveId: file.driveId, itemId: file.itemId });
  const content = await store.contentOf(tools.db, key.tenantId, file.id);
  if (content === undefined) throw new Error(`the bytes of document ${file.id} are gone`);
  return new Blob([Uint8Array.from(content)]).stream();
}
