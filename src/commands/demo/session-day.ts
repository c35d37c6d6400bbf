import { Temporal } from 'temporal-polyfill';
import type { FileParticipant, FileSession } from '../../features/planning/file/types.ts';
import type { Outcome } from './evaluations.ts';
import { outcomeOf } from './evaluations.ts';
import type { FarPost } from './far-views.ts';
import {
  folded,
  linkFor,
  oidOf,
  participantsNow,
  previewAndConfirm,
  unlessConfirmed,
  type Act,
  type Life,
} from './life.ts';

/** Just above the 4 MB of Graph's simple upload, so that an upload session carries it. */
const LARGE_BYTES = 4_200_000;

interface SharingPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly goes: readonly { readonly name: string }[];
}

/** Everything around one session: confirmed the day before, held, evaluated, documented the day after. */
export function sessionActs({ script, seed }: Pick<Life, 'script' | 'seed'>, session: FileSession): Act[] {
  const start = Temporal.Instant.from(session.start ?? '');
  const end = Temporal.Instant.from(session.end ?? '');
  const outcome = outcomeOf(script, session.id, seed);
  const name = `Träff ${session.number ?? ''}`;
  const isFirst = script.sessions[0]?.id === session.id;
  return [
    ...(isFirst ? [{ at: start.subtract({ hours: 2 }), title: 'Deltagarlistan delas ut', run: shareList }] : []),
    {
      at: start.subtract({ hours: 48 }),
      title: `${name}: programmet bekräftas`,
      run: (life) => confirmAgenda(life, session),
    },
    {
      at: start.add({ minutes: 30 }),
      title: `${name}: närvaro prickas av`,
      run: (life) => tick(life, session, outcome),
    },
    {
      at: end.add({ minutes: 1 }),
      title: `${name}: utvärderingen besvaras`,
      run: (life) => answerAll(life, session, outcome),
    },
    { at: end.add({ hours: 18 }), title: `${name}: dokumentationen delas`, run: (life) => shareFiles(life, session) },
  ];
}

/** LST-01: on paper at the first session, and ticked off as done. */
async function shareList(life: Life): Promise<void> {
  await life.lead.download(`${life.api}/participants.csv?list=participants`);
  await life.lead.post(`${life.api}/milestones`, { name: 'participantListShared', isDone: true });
}

async function confirmAgenda(life: Life, { id }: FileSession): Promise<void> {
  const paths = { preview: `/evaluations/${id}/preview`, confirm: `/evaluations/${id}/confirm` };
  await unlessConfirmed(life, `evaluation:${id}`, () => previewAndConfirm(life, paths));
}

async function tick(life: Life, session: FileSession, outcome: Outcome): Promise<void> {
  life.ledger.outcomes.set(session.id, outcome);
  const idOf = await productIds(life);
  const ticks = (ids: readonly string[], attended: boolean) =>
    ids.flatMap((id) => {
      const personId = idOf(id);
      return personId === undefined ? [] : [{ personId, sessionId: session.id, attended }];
    });
  const room = [...ticks(outcome.present, true), ...ticks(outcome.absent, false)];
  if (room.length > 0) await life.lead.put(`${life.api}/attendance`, room);
}

/** The product gives its own ids to those who register; the address is what the file and the product share. */
export async function productIds(life: Life): Promise<(fileId: string) => string | undefined> {
  const byMail = new Map((await participantsNow(life)).map(({ id, email }) => [folded(email), id]));
  const mailOf = new Map(life.script.participants.map(({ id, email }) => [id, folded(email)]));
  return (fileId) => byMail.get(mailOf.get(fileId) ?? '');
}

async function answerAll(life: Life, session: FileSession, outcome: Outcome): Promise<void> {
  const people = new Map(life.script.participants.map((person) => [person.id, person]));
  for (const [id, form] of outcome.answers) {
    const person = people.get(id);
    if (person !== undefined) await answerOne(life, { session, person, form });
  }
}

interface Answering {
  readonly session: FileSession;
  readonly person: FileParticipant;
  readonly form: Readonly<Record<string, string>>;
}

/** In Teams when the card came there, otherwise behind the link in the mail. */
async function answerOne(life: Life, answering: Answering): Promise<void> {
  const card = await personalCard(life, answering);
  if (card !== undefined) return await answerCard(life, answering, card);
  const path = await linkFor(life, answering.person.email, 'utvardering');
  if (path !== undefined) await life.web.submit(path, answering.form);
}

interface AskingCard {
  readonly post: FarPost;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

async function personalCard(life: Life, { session, person }: Answering): Promise<AskingCard | undefined> {
  const known = life.state.people.find(({ mail, hasAccount }) => hasAccount && folded(mail) === folded(person.email));
  if (known === undefined) return undefined;
  const chat = await life.web.sandbox<{ id: string }>('chat/personal', { oid: known.oid });
  const posts = await life.web.sandbox<readonly FarPost[]>(
    `chat?conversation=${encodeURIComponent(chat.id)}&oid=${known.oid}`,
  );
  for (const post of posts.toReversed()) {
    const action = actionsOf(post).find(
      ({ verb, data }) => verb === 'evaluation.answer' && data['session'] === session.id,
    );
    if (action !== undefined) return { post, ...action };
  }
  return undefined;
}

/** The buttons of a post's card. */
export function actionsOf(post: FarPost): { verb: string; data: Readonly<Record<string, unknown>> }[] {
  const content = post.view ?? post.attachments[0]?.content;
  const found: { verb: string; data: Readonly<Record<string, unknown>> }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, verb, data } = value as { type?: unknown; verb?: unknown; data?: unknown }; // a card is read as it came
    if (type === 'Action.Execute' && typeof verb === 'string')
      found.push({ verb, data: typeof data === 'object' && data !== null ? { ...data } : {} });
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(content);
  return found;
}

async function answerCard(life: Life, { person, form }: Answering, { post, verb, data }: AskingCard): Promise<void> {
  const action = { type: 'Action.Execute', verb, data: { ...data, ...form } };
  await life.web.sandbox('chat/act', { post: post.id, oid: oidOf(life, person.email), action });
}

/** Two files a session, one above 4 MB, and the slides of those who speak: the ones without consent must stay out. */
async function shareFiles(life: Life, session: FileSession): Promise<void> {
  const path = `${life.api}/sessions/${session.id}/documents`;
  const known = life.isAgain
    ? await life.lead.get<readonly { name: string; sessionId: string }[]>(`${life.api}/documents`)
    : [];
  const upload = async (name: string, type: string, content: Uint8Array, fields: Record<string, string>) => {
    if (!known.some((one) => one.name === name && one.sessionId === session.id))
      await life.lead.upload(path, { name, type, content }, fields);
  };
  const [notesName = '', paperName = ''] = sharedNames(session);
  const notes = new TextEncoder().encode(
    `Anteckningar från träff ${numberOf(session)}: ${session.theme ?? session.title}\n`,
  );
  await upload(notesName, 'text/plain', notes, { kind: 'notes' });
  await upload(paperName, 'application/pdf', largePdf(), { kind: 'other' });
  const speaking = new Set((session.agenda ?? []).flatMap(({ speakerIds }) => speakerIds ?? []));
  for (const speaker of (life.script.file.speakers ?? []).filter(
    ({ id, slidesConsent }) => speaking.has(id) && slidesConsent !== true,
  )) {
    const slides = new TextEncoder().encode(`%PDF-1.4 Presentation ${speaker.id}`);
    await upload(`Presentation ${speaker.id}.pdf`, 'application/pdf', slides, {
      kind: 'slides',
      speakerId: speaker.id,
    });
  }
  life.ledger.documents.set(session.id, sharedNames(session));
  await unlessConfirmed(life, `documents:${session.id}`, async () => {
    const preview = await previewAndConfirm<SharingPreview>(life, {
      preview: `/sessions/${session.id}/documents/preview`,
      confirm: `/sessions/${session.id}/documents/share`,
    });
    life.print(`    ${preview.goes.length} filer delas med ${preview.recipientCount} personer`);
  });
}

const numberOf = (session: FileSession): string => String(session.number ?? session.id);

/** Names of a session's files that may be shared. */
export function sharedNames(session: FileSession): string[] {
  return [`Anteckningar träff ${numberOf(session)}.txt`, `Väggtidning träff ${numberOf(session)}.pdf`];
}

function largePdf(): Uint8Array {
  const bytes = new Uint8Array(LARGE_BYTES);
  bytes.set(new TextEncoder().encode('%PDF-1.4\n% väggtidning\n'));
  return bytes;
}
