import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { MailingView } from '../../features/mailings/types.ts';
import { createByHand } from './by-hand.ts';
import type { FarMail } from './far-views.ts';
import { oidOf, previewAndConfirm, readAndConfirm, unlessConfirmed, type Act, type Life } from './life.ts';
import { planOf, type Script } from './script.ts';

export const overrideReason = 'enligt projektfilen';
const REFUSED = 400;

const at = (script: Script, day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: script.zone, plainTime: time }).toInstant();

/** From an empty tool to an open registration. */
export function planningActs({ script }: Pick<Life, 'script'>, isByHand: boolean): Act[] {
  const teamsAt = teamsReadyAt(script);
  return [
    { at: script.startsAt, title: 'Lärprojektet läggs upp', run: isByHand ? createByHand : importProject },
    { at: teamsAt, title: 'Projektet väcks och appen installeras i Teams', run: wake },
    { at: roomsBookedAt(script), title: 'Lokalerna bokas', run: bookRooms },
    { at: teamsAt.add({ hours: 26 }), title: 'Värdarna svarar', run: hostsAnswer },
    {
      at: at(script, script.invitedOn, '08:00'),
      title: 'Inbjudan går ut, stängningen bekräftas',
      run: openRegistration,
    },
  ];
}

function teamsReadyAt(script: Script): Temporal.Instant {
  return at(script, script.roomsOn, '09:00');
}

export function roomsBookedAt(script: Script): Temporal.Instant {
  return teamsReadyAt(script).add({ minutes: 30 });
}

async function importProject(life: Life): Promise<void> {
  if (life.isAgain) {
    const projects = await life.lead.get<readonly { projectId: string }[]>('/api/projects');
    if (projects.some(({ projectId }) => projectId === life.script.projectId)) return;
  }
  await life.lead.post('/api/projects/import', planOf(life.script));
}

export async function wake(life: Life): Promise<void> {
  const { state } = await life.lead.get<{ state: string }>(`${life.api}/activation`);
  if (state === 'dormant') await readAndConfirm(life, { preview: '/activation', confirm: '/activation' });
  const lead = oidOf(life, life.script.leadMail);
  for (const conversation of life.state.conversations.filter(({ kind }) => kind !== 'personal')) {
    const isPlanning = conversation.kind === 'groupChat';
    if (isPlanning || conversation.title.includes('Deltagare')) await installAndLink(life, conversation.id, lead);
  }
  for (const person of life.state.people.filter(({ kind }) => kind === 'member')) {
    const chat = await life.web.sandbox<{ id: string }>('chat/personal', { oid: person.oid });
    await install(life, chat.id, person.oid);
  }
}

/** An app that has said nothing since it was added is removed and added once more, as people do. */
async function install(life: Life, conversation: string, oid: string): Promise<void> {
  if (life.isAgain) {
    const posts = await life.web.sandbox<readonly { from: string }[]>(
      `chat?conversation=${encodeURIComponent(conversation)}&oid=${oid}`,
    );
    if (posts.some(({ from }) => from === 'bot')) return;
    await life.web.sandbox('chat/uninstall', { conversation, oid });
  }
  await life.web.sandbox('chat/install', { conversation, oid });
}

/** The bot greets and asks for what purpose; a button answers it. */
async function installAndLink(life: Life, conversation: string, oid: string): Promise<void> {
  await install(life, conversation, oid);
  await pressFirst(life, conversation, oid, (verb) => verb.startsWith('link'));
}

/** Presses the newest button in a conversation that fits. False when there is none. */
export async function pressFirst(
  life: Life,
  conversation: string,
  oid: string,
  fits: (verb: string) => boolean,
): Promise<boolean> {
  const { actionsOf } = await import('./session-day.ts');
  const posts = await life.web.sandbox<readonly Parameters<typeof actionsOf>[0][]>(
    `chat?conversation=${encodeURIComponent(conversation)}&oid=${oid}`,
  );
  for (const post of posts.toReversed()) {
    const action = actionsOf(post).find(({ verb }) => fits(verb));
    if (action === undefined) continue;
    await life.web.sandbox('chat/act', { post: post.id, oid, action: { type: 'Action.Execute', ...action } });
    return true;
  }
  return false;
}

interface RoomsPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly choices: readonly {
    readonly sessionId: string;
    readonly venueId: string;
    readonly overrideReason?: string;
  }[];
  readonly lines: readonly { readonly sessionId: string; readonly needsReason: boolean }[];
}

/** The venues that the file names; where one is too small or lacks something, the reason says that the file wants it. */
export async function bookRooms(life: Life): Promise<void> {
  const choices = life.script.sessions.flatMap(({ id, venueId }) => (venueId ? [{ sessionId: id, venueId }] : []));
  if (choices.length > 0) await unlessConfirmed(life, 'rooms', () => bookVenues(life, choices));
}

export async function bookVenues(
  life: Life,
  choices: readonly { readonly sessionId: string; readonly venueId: string }[],
): Promise<void> {
  const first = await life.lead.post<RoomsPreview>(`${life.api}/rooms/preview`, { choices });
  const reasoned = first.choices.map((choice) =>
    first.lines.some(({ sessionId, needsReason }) => needsReason && sessionId === choice.sessionId)
      ? { ...choice, overrideReason }
      : choice,
  );
  const preview = await life.lead.post<RoomsPreview>(`${life.api}/rooms/preview`, { choices: reasoned });
  await life.lead.post(`${life.api}/rooms/confirm`, {
    choices: reasoned,
    textVersion: preview.textVersion,
    recipientCount: preview.recipientCount,
  });
}

/** Every host asked by mail opens the link and says yes. One mail a session, so each mail's own link is used. */
export async function hostsAnswer(life: Life): Promise<void> {
  const contacts = new Set(
    (life.script.file.venues ?? []).flatMap(({ bookingContact, roomMailbox }) =>
      bookingContact && !roomMailbox ? [bookingContact] : [],
    ),
  );
  for (const contact of contacts) {
    const mails = await life.web.sandbox<readonly FarMail[]>(`mailbox?address=${encodeURIComponent(contact)}`);
    const links = new Set(mails.flatMap(({ body }) => /\/lokal\/[A-Za-z0-9_-]{30,}/.exec(body)?.[0] ?? []));
    for (const link of links) await life.web.submit(link, { answer: 'yes', note: '' });
  }
}

async function openRegistration(life: Life): Promise<void> {
  await settleDates(life);
  await unlessConfirmed(life, 'invitation', () => sendInvitation(life));
  await unlessConfirmed(life, 'registration.close', () => confirmClosing(life));
}

/** Read and sent as a letter; a file that names nobody to write to had its invitation sent by other means. */
async function sendInvitation(life: Life): Promise<void> {
  const path = `${life.api}/mailings/invitation`;
  const letter = await life.lead.get<MailingView>(path);
  if (letter.recipients.length === 0) {
    await postOverriding(life, '/milestones', { name: 'invitationSent', isDone: true });
    return;
  }
  for (const { id, hinders } of letter.requirements) if (hinders) await override(life, id);
  await previewAndConfirm(life, { preview: '/mailings/invitation/preview', confirm: '/mailings/invitation/send' });
  life.print(`    inbjudan till ${letter.recipients.length} adresser`);
}

/** A file may leave out when the registration opens and closes; the product needs both. */
async function settleDates(life: Life): Promise<void> {
  const { project } = await life.lead.get<{
    project: { registrationOpens: string | null; registrationCloses: string | null };
  }>(life.api);
  const { opensOn, closesAt, zone } = life.script;
  const closes = closesAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const missing = {
    ...(project.registrationOpens === null ? { registrationOpens: opensOn.toString() } : {}),
    ...(project.registrationCloses === null ? { registrationCloses: closes } : {}),
  };
  if (Object.keys(missing).length > 0) await life.lead.put(`${life.api}/project`, missing);
}

/** The standing yes: at its minute the registration closes and everybody is invited, also if the lead is away. */
export async function confirmClosing(life: Life): Promise<void> {
  await readAndConfirm(
    life,
    { preview: '/closing', confirm: '/closing/confirm' },
    (view) => (view as { beforehand: { textVersion: string; recipientCount: number } }).beforehand, // the API's own type
  );
}

const blockedBody = z.looseObject({ reason: z.literal('blocked'), details: z.looseObject({ rules: z.string() }) });

/**
 * Posts what a blocking rule may refuse. Those that the file's own dates break are overridden in the product, with the
 * reason that the file says so, as a person would: after having been told which they are.
 */
export async function postOverriding(life: Life, path: string, body: unknown): Promise<void> {
  const first = await life.lead.tryPost(life.api + path, body);
  const blocked = blockedBody.safeParse(first.body);
  if (first.status < REFUSED || !blocked.success) {
    if (first.status >= REFUSED) await life.lead.post(life.api + path, body);
    return;
  }
  for (const ruleId of blocked.data.details.rules.split(', ')) await override(life, ruleId);
  await life.lead.post(life.api + path, body);
}

async function override(life: Life, ruleId: string): Promise<void> {
  await life.lead.post(`${life.api}/rules/${encodeURIComponent(ruleId)}/override`, { reason: overrideReason });
  life.ledger.overridden.push(ruleId);
  life.print(`    ${ruleId} åsidosätts: ${overrideReason}`);
}
