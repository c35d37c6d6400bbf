import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { say } from '../../domain/words.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tools, Work } from '../../tools.ts';
import { wakeFollowUps } from '../conversations/actions.ts';
import { issueLink } from '../links/actions.ts';
import { resolveLink } from '../links/queries.ts';
import { queueMail, recordConfirmation, stopWaitingAbout } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { plannedAct, type PlannedAct, type PlannedBooking } from './booking/queries.ts';
import { tellDeclined } from './declined/actions.ts';
import { venueRequest } from './letters/venue-mail.ts';
import { needsReason, timeText, unbooked } from './rules.ts';
import { keepBeforeQuestion } from './moved/store.ts';
import { bookingRow, moveSessionTo, saveBooking } from './store.ts';
import type { Booking, RoomChoice, RoomRefusal, RoomsConfirmed, RoomsPreview } from './types.ts';

/** Shows what booking would do: who is asked, how, for how many, and what is wrong with the choice. Changes nothing. */
export async function previewRooms(
  tools: Tools,
  actor: Actor,
  choices?: readonly RoomChoice[],
): Promise<Outcome<RoomsPreview, RoomRefusal>> {
  const planned = await plannedAct(tools, actor, { choices, language: actor.language });
  return planned.ok ? done(planned.value.preview) : planned;
}

/**
 * Books what the preview showed: rooms with a mailbox through Outlook, the others by mail to their host.
 * Refused when anything has changed since, or when a warning stands without a reason.
 */
export async function confirmRooms(
  tools: Tools,
  actor: Actor,
  confirm: Preview & { readonly choices: readonly RoomChoice[] },
): Promise<Outcome<RoomsConfirmed, RoomRefusal>> {
  const planned = await plannedAct(tools, actor, { choices: confirm.choices, language: actor.language });
  if (!planned.ok) return planned;
  if (!samePreview(planned.value.preview, confirm)) return refused('previewChanged');
  const unexplained = planned.value.bookings.find(
    ({ how, option, overrideReason }) => how !== 'nothing' && needsReason(option) && overrideReason === null,
  );
  if (unexplained !== undefined) {
    const [warning] = unexplained.option.warnings;
    return refused('reasonNeeded', {
      number: unexplained.one.session.number,
      warning: warning === undefined ? '' : say(warning.words, actor.language),
    });
  }
  await tools.tx((work) => book(tools, work, actor, planned.value));
  const todo = planned.value.bookings;
  return done({
    booked: todo.filter(({ how }) => how === 'roomMailbox').length,
    askedByMail: todo.filter(({ how }) => how === 'mail').length,
  });
}

async function book(tools: Tools, work: Work, actor: Actor, { bookings, preview }: PlannedAct): Promise<void> {
  const by = { personId: actor.personId, name: actor.name };
  const { tenantId, projectId } = actor;
  const confirmationId = await recordConfirmation(work, tools, { tenantId, projectId, act: 'rooms', preview, by });
  for (const booking of bookings) {
    if (booking.how !== 'nothing') await bookOne(tools, work, { tenantId, projectId }, { booking, confirmationId });
  }
  await recordAct(work, tools, actor, { by, act: 'rooms.booked', details: { recipients: preview.recipientCount } });
  await work.enqueue('meetings.reconcile', { tenantId, projectId });
}

const firstStatus = {
  roomMailbox: 'asked',
  mail: 'askedByMail',
  byHand: 'confirmedByHand',
  nothing: 'asked',
} as const;

async function bookOne(
  tools: Tools,
  work: Work,
  key: ProjectKey,
  { booking, confirmationId }: { booking: PlannedBooking; confirmationId: string },
): Promise<void> {
  const { one, venue, how, need, release, overrideReason } = booking;
  const sessionId = one.session.id;
  const now = tools.clock.now();
  const asked: Booking = {
    sessionId,
    venueId: venue.id,
    status: firstStatus[how],
    askedAt: now.toString(),
    answeredAt: how === 'byHand' ? now.toString() : null,
    note: null,
    headCount: need.total,
    headCountSource: need.source,
    overrideReason,
    askedFor: timeText(one.session),
  };
  const before = (await bookingRow(work, key, sessionId)) ?? unbooked(asked, one.session.venueId ?? venue.id);
  await saveBooking(work, key, asked);
  // Stopped before its mail has left, the session stands where it stood.
  await keepBeforeQuestion(work, key, sessionId, how === 'mail' ? before : null);
  await moveSessionTo(work, key, sessionId, venue.id);
  // Asking the same host again is another question: each act has its own key.
  const notice = {
    ...key,
    sessionId,
    version: confirmationId,
    grace: 'grace' as const,
    confirmationId,
  };
  if (release !== null)
    await queueMail(work, tools, {
      ...notice,
      kind: 'venue.release',
      to: { address: release.to, name: release.name },
      letter: release.letter,
    });
  if (how !== 'mail') return;
  const secret = await issueLink(work, tools, {
    ...key,
    purpose: `venue:${sessionId}`,
    personId: null,
    subjectId: venue.id,
    expiresAt: Temporal.Instant.from(one.session.end ?? now.toString()),
  });
  await queueMail(work, tools, {
    ...notice,
    kind: 'venue.request',
    to: { address: venue.bookingContact ?? '', name: venue.name },
    letter: venueRequest(booking.request, `${tools.settings.publicUrl}/lokal/${secret}`),
  });
}

export interface VenueAnswer {
  readonly answer: 'confirmed' | 'declined';
  readonly note?: string | undefined;
}

/** The lead writes down what a host said on the telephone. */
export async function answerByHand(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
  said: VenueAnswer,
): Promise<Outcome<null, RoomRefusal>> {
  const booking = await tools.tx(async (work) => {
    const answered = await recordVenueAnswer(tools, work, actor, { sessionId, ...said });
    if (answered === null) return null;
    // What the host has answered already is not asked a minute later.
    const key = { tenantId: actor.tenantId, projectId: actor.projectId };
    for (const kind of ['venue.request', 'venue.change'] as const)
      await stopWaitingAbout(work, { ...key, kind, sessionId });
    const by = { personId: actor.personId, name: actor.name };
    await recordAct(work, tools, actor, { by, act: `rooms.${said.answer}`, subject: sessionId });
    return answered;
  });
  if (booking === null) return refused('notBooked');
  if (said.answer === 'declined') await tellDeclined(tools, actor, booking);
  return done(null);
}

/** The host presses a button on the page behind the link. The same answer twice changes nothing. */
export async function answerByLink(
  tools: Tools,
  secret: string,
  sessionId: SessionId,
  said: VenueAnswer,
): Promise<boolean> {
  const link = await resolveLink(tools, secret, `venue:${sessionId}`);
  if (link === undefined) return false;
  const booking = await tools.tx((work) =>
    recordVenueAnswer(tools, work, link, { sessionId, venueId: link.subjectId, ...said }),
  );
  if (booking !== null && said.answer === 'declined') await tellDeclined(tools, link, booking);
  return booking !== null;
}

/** Null when nothing is booked, or another venue than the one that answers. */
async function recordVenueAnswer(
  tools: Tools,
  work: Work,
  { tenantId, projectId }: ProjectKey,
  said: VenueAnswer & { readonly sessionId: SessionId; readonly venueId?: string | null },
): Promise<Booking | null> {
  const key = { tenantId, projectId };
  const before = await bookingRow(work, key, said.sessionId);
  if (before === null || before.status === 'none') return null;
  if (typeof said.venueId === 'string' && said.venueId !== before.venueId) return null;
  const status = said.answer === 'confirmed' ? 'confirmedByHand' : 'declinedByHand';
  if (before.status === status) return before;
  const booking: Booking = {
    ...before,
    status,
    answeredAt: tools.clock.now().toString(),
    note: said.note === undefined || said.note === '' ? null : said.note,
  };
  await saveBooking(work, key, booking);
  await work.enqueue('meetings.reconcile', key);
  await wakeFollowUps(work, key);
  return booking;
}
