import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localTimeOf } from '../src/domain/local-date.ts';
import { listDateTime, listText, timeText } from '../src/domain/swedish-text.ts';
import { languageOf } from '../src/domain/words.ts';
import { forgetOldTalk } from '../src/features/conversations/memory/actions.ts';
import { finishFollowUp, keepFollowingUp } from '../src/features/conversations/actions.ts';
import { conversationById, followUpById, openFollowUps } from '../src/features/conversations/queries.ts';
import type { FollowUp, FollowUpWhat } from '../src/features/conversations/types.ts';
import { deliveryOf } from '../src/features/notices/confirmations/queries.ts';
import { confirmationsOf } from '../src/features/notices/queries.ts';
import { meetingsOf } from '../src/features/meetings/queries.ts';
import { projectOf, sessionsOf, venuesOf } from '../src/features/planning/queries.ts';
import type { Project } from '../src/features/planning/types.ts';
import { bookingsOf, isBookable } from '../src/features/rooms/queries.ts';
import { roomStatusWords, type RoomStatus } from '../src/features/rooms/types.ts';
import type { JobPayloads, JobResult } from '../src/ports/jobs.ts';
import type { Tools } from '../src/tools.ts';
import { resultCard } from './cards/confirm.ts';
import type { CardPost } from './cards/parts.ts';
import { commandTitles } from './command-ids.ts';
import { momentText } from './commands/moments.ts';
import type { TabUrl } from './turn.ts';
import { wording } from './wording.ts';

/** What follow-ups need: the tools, and where the tab is. */
export interface FollowUpDesk {
  readonly tools: Tools;
  readonly tabUrl: TabUrl;
}

/** Updates one card when what it waits for has come. A card whose message cannot be reached is let go. */
export async function handleFollowUp(
  { tools, tabUrl }: FollowUpDesk,
  payload: JobPayloads['bot.followUp'],
): Promise<JobResult> {
  const followUp = await followUpById(tools, payload.tenantId, payload.followUpId);
  if (followUp === undefined || followUp.isDone) return 'done';
  const face = await newFace({ tools, tabUrl }, followUp);
  if (face === undefined) return 'done';
  const [conversationId = followUp.conversationId] = followUp.conversationId.split(';');
  const conversation = await conversationById(tools, { tenantId: followUp.tenantId, conversationId });
  if (conversation !== undefined) {
    const thread = { ...conversation, conversationId: followUp.conversationId };
    const { activityId } = followUp;
    const posted =
      activityId === null
        ? await tools.messenger.post(thread, face.card)
        : await tools.messenger.update(thread, activityId, face.card);
    if (posted.result === 'later') return { retryAfterSeconds: posted.retryAfterSeconds };
    if (posted.result === 'posted' && face.waitsOn !== undefined) {
      const shown = { activityId: posted.activityId, details: { ...followUp.details, shown: face.waitsOn } };
      await keepFollowingUp(tools, followUp, shown);
      return 'done';
    }
  }
  await finishFollowUp(tools, followUp);
  return 'done';
}

/** Enqueues the cards that have something new to show, so that they are updated also when the work itself woke none of them. */
export async function runDueFollowUps(desk: FollowUpDesk): Promise<void> {
  await forgetOldTalk(desk.tools);
  for (const followUp of await openFollowUps(desk.tools)) {
    if ((await newFace(desk, followUp)) === undefined) continue;
    await desk.tools.tx(({ enqueue }) =>
      enqueue('bot.followUp', { tenantId: followUp.tenantId, followUpId: followUp.id }),
    );
  }
}

/** Cards follow work, not the clock. */
export function nextFollowUpDueAt(): Promise<Temporal.Instant | undefined> {
  return Promise.resolve(undefined);
}

const detailsShape = z.object({
  language: z.string().default('sv'),
  sessions: z.array(z.string()).default([]),
  /** How it stood when the card was last written, for one that is written more than once. */
  shown: z.string().default(''),
  session: z.string().default(''),
  confirmation: z.string().default(''),
  files: z.number().default(0),
  people: z.number().default(0),
  title: z.string().default(''),
});
type Details = z.infer<typeof detailsShape>;

interface Ended extends FollowUpDesk {
  readonly followUp: FollowUp;
  readonly project: Project;
  readonly details: Details;
}

interface Face {
  readonly card: CardPost;
  /** More answers may come, and this is how it stands now; undefined in the card's last face. */
  readonly waitsOn?: string;
}

/** The card as it should read now, or undefined while there is nothing new to show. */
async function newFace(desk: FollowUpDesk, followUp: FollowUp): Promise<Face | undefined> {
  const project = await projectOf(desk.tools, followUp);
  if (project === null) return undefined;
  const ended = { ...desk, followUp, project, details: detailsShape.parse(followUp.details) };
  if (followUp.what === 'rooms.book') return roomsNow(ended);
  const card = await finalCard(ended, followUp.what);
  return card === undefined ? undefined : { card };
}

function finalCard(ended: Ended, what: Exclude<FollowUpWhat, 'rooms.book'>): Promise<CardPost | undefined> {
  switch (what) {
    case 'documentation.share':
      return documentsEnded(ended);
    case 'registration.close':
      return closingEnded(ended);
    case 'sessionInfo.preview':
    case 'registration.missing':
    case 'correction.prepare':
    case 'theme.ask':
      return sendingEnded(ended);
  }
}

function titled(
  { details, project, tabUrl }: Ended,
  what: keyof typeof commandTitles,
  lines: readonly string[],
): CardPost {
  const language = languageOf(details.language);
  const page = what === 'registration.close' ? 'participants' : 'sessions';
  return resultCard({ title: commandTitles[what][language], lines, url: tabUrl(project.projectId, page) }, language);
}

function clock({ tools, project, details }: Ended): string {
  return timeText(localTimeOf(tools.clock.now(), project.timeZone), languageOf(details.language));
}

const unanswered: ReadonlySet<RoomStatus> = new Set<RoomStatus>(['asked', 'tentative', 'askedByMail']);

/**
 * As it stands when every room with a calendar has answered, and anew each time somebody who is asked by mail or has to
 * approve answers. That may take days: the card waits for it until the session is over.
 */
async function roomsNow(ended: Ended): Promise<Face | undefined> {
  const { tools, project, details } = ended;
  const [all, sessions, venues] = await Promise.all([
    bookingsOf(tools, project),
    sessionsOf(tools, project),
    venuesOf(tools, project),
  ]);
  const now = tools.clock.now();
  const rooms = all.flatMap((booking) => {
    const session = sessions.find(({ id }) => id === booking.sessionId);
    const venue = venues.find(({ id }) => id === booking.venueId);
    if (session === undefined || venue === undefined || !details.sessions.includes(session.id)) return [];
    return [{ ...booking, number: session.number, name: venue.name, isAhead: isBookable(session, now) }];
  });
  const stands = rooms.map(({ number, venueId, status }) => `${number} ${venueId} ${status}`).join(', ');
  const hasHostAnswered = rooms.some(({ status }) => status === 'confirmedByHand' || status === 'declinedByHand');
  const isWaiting = rooms.some(({ status, isAhead }) => isAhead && unanswered.has(status));
  if (stands === details.shown && isWaiting) return undefined;
  if (rooms.some(({ status }) => status === 'asked') && !hasHostAnswered) return undefined;
  const language = languageOf(details.language);
  const words = wording[language].rooms;
  const lines = rooms.map(({ number, name, status }) =>
    words.line(number, name, roomStatusWords[status][language].toLowerCase()),
  );
  const at = details.shown === '' ? clock(ended) : listDateTime(now, project.timeZone, language);
  const card = titled(ended, 'rooms.book', [words.done(at), ...lines]);
  return isWaiting ? { card, waitsOn: stands } : { card };
}

/** The files have gone out when the yes has been carried out; until then it can be stopped, which is an end too. */
async function documentsEnded(ended: Ended): Promise<CardPost | undefined> {
  const { tools, project, details } = ended;
  const given = await confirmationsOf(tools, project, `documents:${details.session}`);
  const yes = given.find(({ id }) => id === details.confirmation);
  const words = wording[languageOf(details.language)];
  if (yes?.stoppedAt != null) return titled(ended, 'documentation.share', [words.undo.stopped]);
  if (yes !== undefined && yes.executedAt === null) return undefined;
  return titled(ended, 'documentation.share', [words.documents.done(details.files, clock(ended))]);
}

/** Every letter has gone, bounced or been stopped. */
async function sendingEnded(ended: Ended): Promise<CardPost | undefined> {
  const { tools, project, details, tabUrl } = ended;
  const language = languageOf(details.language);
  const words = wording[language].going;
  const { waiting, sent, failed, lastSentAt } = await deliveryOf(tools, project, details.confirmation);
  if (waiting > 0) return undefined;
  const at = lastSentAt === null ? '' : momentText(lastSentAt, { tools, project, language });
  const lines =
    sent + failed === 0 ? [words.stopped] : [words.gone(sent, at), ...(failed === 0 ? [] : [words.failed(failed)])];
  return resultCard({ title: details.title, lines, url: tabUrl(project.projectId, 'notices') }, language);
}

/** Every meeting that stands in Outlook has everybody on it, or Outlook has said why not. */
async function closingEnded(ended: Ended): Promise<CardPost | undefined> {
  const { tools, project, details } = ended;
  const language = languageOf(details.language);
  const { sessions } = await meetingsOf(tools, project);
  const known = sessions.filter(({ state }) => state === 'live' || state === 'intended');
  const isSettled = known.every(({ invited, problem }) => invited >= details.people || problem !== null);
  if (known.length === 0 || !isSettled) return undefined;
  const words = wording[language];
  const named = (isMeant: (problem: string) => boolean): string =>
    listText(
      known.flatMap(({ problem, number }) => (problem !== null && isMeant(problem) ? [words.sessionName(number)] : [])),
      language,
    ).toLowerCase();
  const waiting = named((problem) => problem === 'roomUndecided');
  const failed = named((problem) => problem !== 'roomUndecided');
  const lines = [
    words.closing.done(details.people, clock(ended)),
    ...(waiting === '' ? [] : [words.closing.waiting(waiting)]),
    ...(failed === '' ? [] : [words.closing.failed(failed)]),
  ];
  return titled(ended, 'registration.close', lines);
}
