import { Temporal } from 'temporal-polyfill';
import type { ProjectKey, TenantId } from '../../../domain/ids.ts';
import type { SessionAnswer } from '../../../domain/people.ts';
import type { Language } from '../../../domain/words.ts';
import { AskedToWait } from '../../../ports/far-side.ts';
import type { JobResult } from '../../../ports/jobs.ts';
import type { Meeting, MeetingChanges } from '../../../ports/meetings.ts';
import type { Tools, Work } from '../../../tools.ts';
import { keepLetters } from '../../notices/inbox/actions.ts';
import { projectOf, sessionsOf } from '../../planning/queries.ts';
import { recordAnswers } from '../../registration/actions.ts';
import { askAboutDeclined } from '../../registration/declined/actions.ts';
import { confirmedPeople } from '../../registration/queries.ts';
import type { OutlookAnswer } from '../../registration/types.ts';
import { tellDeclined } from '../../rooms/declined/actions.ts';
import { recordRoomAnswer } from '../../rooms/outlook/actions.ts';
import { isDeclined } from '../../rooms/rules.ts';
import type { Booking } from '../../rooms/types.ts';
import { sameTime } from '../changes/rules.ts';
import { driftOf } from '../drift/rules.ts';
import { meetingFacts } from '../facts/queries.ts';
import { driftCard, linkRemovedText, roomRemovedText } from '../letters/planning-chat.ts';
import { noteRoomAnswer } from '../history/actions.ts';
import { isHold } from '../holding/rules.ts';
import { folded, hasPeople } from '../places/rules.ts';
import { desired, lacksLink } from '../rules.ts';
import { seriesNews, takeSeriesNews } from '../series/news/actions.ts';
import { seriesIn } from '../series/store.ts';
import { takeStrangers } from '../strangers/actions.ts';
import { answerRows, changeMirror, mirrorsIn, saveSync, syncRow, type SyncRow } from '../store.ts';
import { tellPlanners } from '../telling/actions.ts';
import type { Drift, Mirror } from '../types.ts';
import { keepWatching } from '../watch/actions.ts';

/** How far back and ahead changes are followed. The window is baked into Graph's link, so it is renewed well before it ends. */
const daysBack = 60;
const daysAhead = 1100;
const renewDaysBefore = 500;

type OwnMirror = Mirror & ProjectKey;

/**
 * Reads what has happened in the organiser's calendar since last time (X-05): rooms' and people's answers, and what
 * somebody has changed by hand. Reads the whole mailbox, so every project in it is served.
 */
export async function sync(tools: Tools, { tenantId, projectId }: ProjectKey): Promise<JobResult> {
  const project = await projectOf(tools, { tenantId, projectId });
  if (project === null || project.state === 'dormant' || project.delivery === 'manual') return 'done';
  const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
  try {
    const before = await syncRow(tools, tenantId, mailbox);
    // First, so that nothing falls between the look and the watch.
    await keepWatching(tools, { tenantId, mailbox }, before?.read_at ?? null);
    await readChanges(tools, { tenantId, mailbox }, before);
    await readInbox(tools, { tenantId, mailbox }, before);
    return 'done';
  } catch (cause) {
    if (cause instanceof AskedToWait) return { retryAfterSeconds: cause.retryAfterSeconds };
    throw cause;
  }
}

/** A letter may have been on its way while the last look was taken. */
const inboxOverlapMinutes = 10;
/** The first look goes back so far. */
const inboxDaysBack = 3;

/** comments to invitations and replies to letters: who has written and where it lies, for somebody to read. */
async function readInbox(
  tools: Tools,
  key: { readonly tenantId: TenantId; readonly mailbox: string },
  before: SyncRow | undefined,
): Promise<void> {
  const mirrors = (await mirrorsIn(tools, key.tenantId, key.mailbox)).filter(({ part }) => part === 'session');
  if (mirrors.length === 0) return;
  const now = tools.clock.now();
  const read = before?.letters_read_at ?? null;
  const since =
    read === null
      ? now.subtract({ hours: inboxDaysBack * 24 })
      : Temporal.Instant.fromEpochMilliseconds(read.getTime()).subtract({ minutes: inboxOverlapMinutes });
  const letters = await tools.mailbox.letters(key.mailbox, since.toString({ smallestUnit: 'second' }));
  await tools.tx(async (work) => {
    for (const projectId of new Set(mirrors.map((mirror) => mirror.projectId))) {
      const meetings = mirrors
        .filter((mirror) => mirror.projectId === projectId)
        .map(({ sessionId, written: { subject } }) => ({ sessionId, subject }));
      await keepLetters(work, { tenantId: key.tenantId, projectId }, letters, meetings);
    }
    await saveSync(work, key, { letters_read_at: new Date(now.epochMilliseconds) });
  });
}

async function readChanges(
  tools: Tools,
  key: { readonly tenantId: TenantId; readonly mailbox: string },
  before: SyncRow | undefined,
): Promise<void> {
  const mirrors = await mirrorsIn(tools, key.tenantId, key.mailbox);
  const series = await seriesIn(tools, key.tenantId, key.mailbox);
  if (mirrors.length + series.length === 0) return;
  const now = tools.clock.now();
  const reaches =
    before?.window_to == null ? undefined : Temporal.Instant.fromEpochMilliseconds(before.window_to.getTime());
  const isFresh =
    reaches !== undefined && Temporal.Instant.compare(reaches, now.add({ hours: 24 * renewDaysBefore })) > 0;
  const to = isFresh ? reaches : now.add({ hours: 24 * daysAhead });
  const changes = await tools.meetings.changes({
    mailbox: key.mailbox,
    from: now.subtract({ hours: 24 * daysBack }).toString({ smallestUnit: 'second' }),
    to: to.toString({ smallestUnit: 'second' }),
    deltaLink: isFresh ? (before?.delta_link ?? null) : null,
  });
  const drifts = await driftsIn(tools, mirrors, changes);
  const news = await seriesNews(tools, series, changes);
  const declined = await tools.tx(async (work) => {
    const found = await takeIn(tools, work, mirrors, { changes, drifts });
    await takeSeriesNews(tools, work, news);
    await saveSync(work, key, {
      delta_link: changes.deltaLink,
      read_at: new Date(now.epochMilliseconds),
      ...(isFresh ? {} : { window_to: new Date(to.epochMilliseconds) }),
    });
    return found;
  });
  for (const { key: projectKey, booking, subject } of declined)
    await tellDeclined(tools, projectKey, booking, {
      stands: standsAt(mirrors, projectKey, booking),
      mailbox: key.mailbox,
      subject,
    });
}

/** A no to another time leaves people where they are. */
function standsAt(
  mirrors: readonly OwnMirror[],
  { projectId }: ProjectKey,
  { sessionId, askedFor }: Booking,
): string | null {
  const event = mirrors.find(
    (one) => one.projectId === projectId && one.sessionId === sessionId && one.part === 'session',
  );
  if (event === undefined || !hasPeople(event.written)) return null;
  return askedFor?.startsWith(event.written.start.slice(0, 16)) === true ? null : event.written.start;
}

interface Found {
  readonly changes: MeetingChanges;
  readonly drifts: ReadonlyMap<Mirror, Drift | null>;
}

interface DeclinedBooking {
  readonly key: ProjectKey;
  readonly booking: Booking;
  /** Of the event that the room has answered. */
  readonly subject: string;
}

/** Answers rooms that have declined, to be told outside the transaction. */
async function takeIn(
  tools: Tools,
  work: Work,
  mirrors: readonly OwnMirror[],
  { changes, drifts }: Found,
): Promise<readonly DeclinedBooking[]> {
  const declined: DeclinedBooking[] = [];
  for (const mirror of mirrors) {
    const actual = changes.meetings.find(({ id }) => id === mirror.eventId);
    if (drifts.has(mirror)) await noteDrift(tools, work, mirror, drifts.get(mirror) ?? null);
    if (actual !== undefined) await takeLink(work, mirror, actual);
    if (actual === undefined || !(mirror.part === 'session' || isHold(mirror.part))) continue;
    const booking = await takeRoomAnswer(tools, work, mirror, actual);
    if (booking !== null) await noteRoomAnswer(work, tools, mirror, booking.status);
    if (booking !== null && isDeclined(booking.status))
      declined.push({ key: mirror, booking, subject: mirror.written.subject });
    if (mirror.part !== 'session' || mirror.written.disposed === true) continue;
    await takeAnswers(work, tools, mirror, actual);
    await takeStrangers(work, tools, mirror, actual);
  }
  return declined;
}

/** A link that came late, or that somebody has added by hand: those who waited for it are let in. */
async function takeLink(work: Work, mirror: OwnMirror, { joinUrl }: Meeting): Promise<void> {
  if (joinUrl === null || !lacksLink(mirror)) return;
  const { tenantId, projectId, sessionId, part } = mirror;
  await changeMirror(work, { tenantId, projectId, sessionId, part }, { joinUrl, problem: null });
  await work.enqueue('meetings.reconcile', { tenantId, projectId });
}

async function takeRoomAnswer(tools: Tools, work: Work, mirror: OwnMirror, actual: Meeting): Promise<Booking | null> {
  const { written, sessionId } = mirror;
  const room = written.attendees.find(({ type }) => type === 'resource');
  const attendee = actual.attendees.find(
    ({ address }) => room !== undefined && folded(address) === folded(room.address),
  );
  if (attendee === undefined) return null;
  const { response, respondedAt, address } = attendee;
  const { start, end } = written;
  return await recordRoomAnswer(work, tools, mirror, { sessionId, response, respondedAt, room: address, start, end });
}

const answerWords: Readonly<Record<string, SessionAnswer>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentativelyAccepted',
};

/** Only what is new is written: a mailbox tells the whole meeting again for each answer. */
async function takeAnswers(work: Work, tools: Tools, mirror: OwnMirror, actual: Meeting): Promise<void> {
  const { tenantId, projectId, sessionId } = mirror;
  const key = { tenantId, projectId };
  const people = new Map((await confirmedPeople(work, key)).map((person) => [folded(person.email), person.personId]));
  const before = new Map(
    (await answerRows(work, key))
      .filter((row) => row.session_id === sessionId)
      .map((row) => [row.person_id, row.answer]),
  );
  const answers = actual.attendees.flatMap(({ address, response, respondedAt }): OutlookAnswer[] => {
    const personId = people.get(folded(address));
    const answer = answerWords[response] ?? 'none';
    if (personId === undefined || answer === (before.get(personId) ?? 'none')) return [];
    // A list that is sent again may come back without its answers: only another time asks everybody anew.
    if (answer === 'none' && sameTime(mirror.written, actual)) return [];
    return [{ personId, answer, answeredAt: answer === 'none' ? null : respondedAt }];
  });
  if (answers.length === 0) return;
  await recordAnswers(work, { ...key, sessionId }, answers);
  if (answers.some(({ answer }) => answer === 'declined')) await askAboutDeclined(work, tools, key);
}

/** For every meeting that changed or vanished: what differs from plan and mirror, or null when nothing does any more. */
async function driftsIn(
  tools: Tools,
  mirrors: readonly OwnMirror[],
  changes: MeetingChanges,
): Promise<ReadonlyMap<Mirror, Drift | null>> {
  const found = new Map<Mirror, Drift | null>();
  for (const mirror of mirrors) {
    const actual = changes.meetings.find(({ id }) => id === mirror.eventId);
    const isGone = mirror.eventId !== null && changes.removedIds.includes(mirror.eventId);
    if (isGone || actual?.isCancelled === true) {
      if (mirror.drift?.removed === undefined && (await isReallyGone(tools, mirror)))
        found.set(mirror, { removed: 'removed' });
    } else if (actual !== undefined) {
      // The plan is only read when the event is not as we wrote it.
      const differs = driftOf(mirror, undefined, actual) !== null;
      const drift = differs ? driftOf(mirror, await wantedFor(tools, mirror, mirrors), actual) : null;
      if (JSON.stringify(drift) !== JSON.stringify(mirror.drift)) found.set(mirror, drift);
    }
  }
  return found;
}

// A move out of the window and back, or a copy, also reads as removed.
async function isReallyGone(tools: Tools, mirror: Mirror): Promise<boolean> {
  const actual = mirror.eventId === null ? null : await tools.meetings.read(mirror.mailbox, mirror.eventId);
  return actual === null || actual.isCancelled;
}

async function wantedFor(tools: Tools, mirror: OwnMirror, mirrors: readonly OwnMirror[]) {
  const facts = await meetingFacts(tools, mirror);
  if (facts === null) return undefined;
  const own = mirrors.filter(
    ({ tenantId, projectId }) => tenantId === mirror.tenantId && projectId === mirror.projectId,
  );
  const { meetings } = desired(facts, own, tools.clock.now());
  return meetings.find(({ sessionId, part }) => sessionId === mirror.sessionId && part === mirror.part);
}

async function noteDrift(tools: Tools, work: Work, mirror: OwnMirror, drift: Drift | null): Promise<void> {
  const { tenantId, projectId, sessionId, part } = mirror;
  const key = { tenantId, projectId };
  await changeMirror(work, { ...key, sessionId, part }, { drift });
  // A speakers' link at another time than its session is somebody's choice; one that is gone leaves them without.
  const isTold = part === 'session' || (part !== 'sharedCalendar' && drift?.removed !== undefined);
  if (drift === null || !isTold) return;
  const session = (await sessionsOf(work, key)).find(({ id }) => id === sessionId);
  if (session === undefined || session.cancelled) return;
  const language = (await projectOf(work, key))?.language === 'en' ? 'en' : 'sv';
  const { number } = session;
  await tellPlanners(work, tools, key, {
    ...driftTold(part, { ...key, sessionId, number, drift }, language),
    sessionId,
    // Written with the drift itself, so each discovery is told once, also a second one of the same kind.
    version: tools.clock.now().toString(),
  });
}

function driftTold(part: Mirror['part'], question: Parameters<typeof driftCard>[0], language: Language) {
  const { number } = question;
  if (part === 'session') {
    const { card, summary } = driftCard(question, language);
    return { kind: 'meetings.drift', text: summary, card } as const;
  }
  if (isHold(part)) return { kind: 'meetings.roomRemoved', text: roomRemovedText(number, language) } as const;
  return { kind: 'meetings.linkRemoved', text: linkRemovedText(number, language) } as const;
}
