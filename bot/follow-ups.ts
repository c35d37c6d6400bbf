import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localTimeOf } from '../src/domain/local-date.ts';
import { listText, timeText } from '../src/domain/swedish-text.ts';
import { languageOf } from '../src/domain/words.ts';
import { forgetOldTalk } from '../src/features/conversations/memory/actions.ts';
import { finishFollowUp } from '../src/features/conversations/actions.ts';
import { conversationById, followUpById, openFollowUps } from '../src/features/conversations/queries.ts';
import type { FollowUp } from '../src/features/conversations/types.ts';
import { deliveryOf } from '../src/features/notices/confirmations/queries.ts';
import { confirmationsOf } from '../src/features/notices/queries.ts';
import { meetingsOf } from '../src/features/meetings/queries.ts';
import { projectOf, sessionsOf, venuesOf } from '../src/features/planning/queries.ts';
import type { Project } from '../src/features/planning/types.ts';
import { bookingsOf } from '../src/features/rooms/queries.ts';
import { roomStatusWords } from '../src/features/rooms/types.ts';
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

/** Updates one card when the work it waits for has ended. A card whose message cannot be reached is let go. */
export async function handleFollowUp(
  { tools, tabUrl }: FollowUpDesk,
  payload: JobPayloads['bot.followUp'],
): Promise<JobResult> {
  const followUp = await followUpById(tools, payload.tenantId, payload.followUpId);
  if (followUp === undefined || followUp.isDone) return 'done';
  const card = await finalCard({ tools, tabUrl }, followUp);
  if (card === undefined) return 'done';
  const [conversationId = followUp.conversationId] = followUp.conversationId.split(';');
  const conversation = await conversationById(tools, { tenantId: followUp.tenantId, conversationId });
  if (conversation !== undefined) {
    const thread = { ...conversation, conversationId: followUp.conversationId };
    const { activityId } = followUp;
    const posted =
      activityId === null
        ? await tools.messenger.post(thread, card)
        : await tools.messenger.update(thread, activityId, card);
    if (posted.result === 'later') return { retryAfterSeconds: posted.retryAfterSeconds };
  }
  await finishFollowUp(tools, followUp);
  return 'done';
}

/** Enqueues the cards whose work has ended, so that they are updated also when the work itself woke none of them. */
export async function runDueFollowUps(desk: FollowUpDesk): Promise<void> {
  await forgetOldTalk(desk.tools);
  for (const followUp of await openFollowUps(desk.tools)) {
    if ((await finalCard(desk, followUp)) === undefined) continue;
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

/** The card's last face, or undefined while the work goes on. */
async function finalCard(desk: FollowUpDesk, followUp: FollowUp): Promise<CardPost | undefined> {
  const project = await projectOf(desk.tools, followUp);
  if (project === null) return undefined;
  const ended = { ...desk, followUp, project, details: detailsShape.parse(followUp.details) };
  switch (followUp.what) {
    case 'rooms.book':
      return roomsEnded(ended);
    case 'documentation.share':
      return documentsEnded(ended);
    case 'registration.close':
      return closingEnded(ended);
    case 'sessionInfo.preview':
    case 'registration.missing':
    case 'correction.prepare':
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

/** Every room with a calendar has answered; hosts who are asked by mail may take days and are not waited for. */
async function roomsEnded(ended: Ended): Promise<CardPost | undefined> {
  const { tools, project, details } = ended;
  const bookings = (await bookingsOf(tools, project)).filter(({ sessionId }) => details.sessions.includes(sessionId));
  if (bookings.some(({ status }) => status === 'asked')) return undefined;
  const language = languageOf(details.language);
  const words = wording[language].rooms;
  const [sessions, venues] = await Promise.all([sessionsOf(tools, project), venuesOf(tools, project)]);
  const lines = bookings.flatMap(({ sessionId, venueId, status }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    const venue = venues.find(({ id }) => id === venueId);
    if (session === undefined || venue === undefined) return [];
    return [words.line(session.number, venue.name, roomStatusWords[status][language].toLowerCase())];
  });
  return titled(ended, 'rooms.book', [words.done(clock(ended)), ...lines]);
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
