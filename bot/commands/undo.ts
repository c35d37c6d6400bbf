import { Temporal } from 'temporal-polyfill';
import { say as sayIn } from '../../src/domain/words.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import { stopConfirmation } from '../../src/features/notices/actions.ts';
import { noticeLog } from '../../src/features/notices/queries.ts';
import { stopWords, type ConfirmationEntry, type NoticeEntry } from '../../src/features/notices/types.ts';
import { auditOf, sessionOf } from '../../src/features/planning/queries.ts';
import { resultCard } from '../cards/confirm.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { momentText } from './moments.ts';
import { fieldOf } from './seen.ts';

/**
 * "Ångra": stops at once what was confirmed a moment ago and has not gone out; stopping harms nobody. What was
 * promised for later is shown with a button each, and what has gone out is said to have gone out.
 */
export const undoCommand: Command = {
  id: 'undo',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['ångra', 'stoppa'], en: ['undo', 'stop'] },
  ways: [
    'angra|=undo|stoppa|=stop|=stopp|avbryt|backa',
    '=nej|=no|=hov|=oj + vanta|=fel|wait|wrong',
    '=nej|=no|vanta|wait + angra|undo|stop|wrong|=fel',
  ],
  async run(turn) {
    const stopped = await stopRecent(turn);
    if (stopped !== undefined) return stopped;
    const { confirmations } = await noticeLog(turn.tools, turn.project, turn.language);
    const open = confirmations.filter((entry) => entry.stoppedAt === null && kindOf(entry) !== undefined);
    const isPromised = ({ dueAt, executedAt }: ConfirmationEntry): boolean => dueAt !== null && executedAt === null;
    const promised = open.filter(isPromised);
    const gone = open.filter((entry) => !isPromised(entry)).find((entry) => entry.recipientCount > 0);
    const move = await latestMove(turn, gone?.executedAt ?? gone?.confirmedAt);
    if (move !== undefined) return show(move);
    // What was done last is what is meant: that it has gone out comes before what can still be stopped.
    const isGoneLast =
      gone !== undefined && promised.every(({ confirmedAt }) => confirmedAt <= (gone.executedAt ?? gone.confirmedAt));
    if (promised.length > 0) return show(promisedCard(turn, promised, isGoneLast ? [goneText(turn, gone)] : []));
    return say(gone === undefined ? wording[turn.language].undo.nothing : goneText(turn, gone));
  },
};

/** Stops what was confirmed a moment ago and still waits; undefined when nothing does. */
export async function stopRecent(turn: Turn): Promise<Reply | undefined> {
  const { confirmations, notices } = await noticeLog(turn.tools, turn.project, turn.language);
  const waiting = notices.filter(({ state }) => state === 'waiting');
  const recent = confirmations.find(
    (entry) =>
      entry.stoppedAt === null &&
      isInGrace(entry, turn) &&
      (isHeldBack(entry) || waiting.some((notice) => isOf(notice, entry))),
  );
  return recent === undefined ? undefined : stop(turn, recent.id);
}

function goneText(turn: Turn, gone: ConfirmationEntry): string {
  const words = wording[turn.language].undo;
  const when = momentText(gone.executedAt ?? gone.confirmedAt, turn);
  return kindOf(gone) === 'rooms.book' ? words.roomsAsked(when) : words.tooLate(gone.recipientCount, when);
}

/** Hours in which an "ångra" may still mean that a session was moved. */
const moveHours = 1;

/** A session moved just now, after everything else: moving it back is a move like any other, with its own preview. */
async function latestMove(turn: Turn, since: string | undefined): Promise<ReturnType<typeof resultCard> | undefined> {
  const { tools, project, language } = turn;
  const earliest = tools.clock.now().subtract({ hours: moveHours });
  const moved = (await auditOf(tools, project, 20)).find(({ act }) => act === 'session.move');
  if (moved === undefined || Temporal.Instant.compare(Temporal.Instant.from(moved.at), earliest) < 0) return undefined;
  if (since !== undefined && moved.at < since) return undefined;
  const session = await sessionOf(tools, project, moved.subject ?? '');
  const { from, to } = moved.details;
  if (session === null || typeof from !== 'string' || session.date === null || session.date !== to) return undefined;
  const words = wording[language].undo;
  return resultCard(
    {
      title: words.moved(session.number, dayMonth(localDate(session.date), language)),
      lines: [],
      actions: [
        {
          title: words.moveBack(dayMonth(localDate(from), language)),
          verb: 'session.proposeDate!preview',
          data: { project: project.projectId, session: session.id, date: from },
        },
      ],
    },
    language,
  );
}

/** Confirmed within the grace period, so that what it sends still waits. */
function isInGrace({ dueAt, executedAt, confirmedAt }: ConfirmationEntry, { tools }: Turn): boolean {
  const waited = tools.clock.now().since(Temporal.Instant.from(confirmedAt)).total('seconds');
  return dueAt === null && executedAt === null && waited < tools.settings.graceSeconds;
}

/** The files wait themselves, and their mails are written when they go. */
function isHeldBack(entry: ConfirmationEntry): boolean {
  return kindOf(entry) === 'documentation.share';
}

function promisedCard(
  turn: Turn,
  promised: readonly ConfirmationEntry[],
  before: readonly string[],
): ReturnType<typeof resultCard> {
  const words = wording[turn.language].undo;
  const shown = promised.slice(0, 5);
  return resultCard(
    {
      title: words.question,
      lines: [
        ...before,
        ...shown.map((entry) =>
          words.stop(nameOf(entry, turn), entry.recipientCount, momentText(entry.dueAt ?? entry.confirmedAt, turn)),
        ),
      ],
      actions: shown.map((entry) => ({
        title: `${words.button}: ${nameOf(entry, turn)}`,
        verb: 'undo!stop',
        data: { project: turn.project.projectId, confirmation: entry.id },
      })),
    },
    turn.language,
  );
}

/** How the acts of confirmations begin, the command that gives them, and how their notices begin. */
const kinds = [
  ['registration', 'registration.close', 'closing.'],
  ['evaluation', 'evaluation.send', 'evaluation.'],
  ['documents', 'documentation.share', 'documents.'],
  ['rooms', 'rooms.book', 'venue.'],
  ['sessionInfo', 'sessionInfo.preview', 'session.info'],
] as const;

/** The log does not tell which confirmation a notice goes out under, but the kinds do not overlap. */
function isOf(notice: NoticeEntry, { act }: ConfirmationEntry): boolean {
  return kinds.some(([prefix, , kind]) => act.startsWith(prefix) && notice.kind.startsWith(kind));
}

/** The command that gives a confirmation of this kind; acts that send nothing, such as waking the project, have none. */
function kindOf({ act }: ConfirmationEntry): (typeof kinds)[number][1] | undefined {
  return kinds.find(([prefix]) => act.startsWith(prefix))?.[1];
}

function nameOf(entry: ConfirmationEntry, { language }: Turn): string {
  const kind = kindOf(entry);
  return kind === undefined ? entry.act : commandTitles[kind][language];
}

async function stop(turn: Turn, confirmationId: string): Promise<Reply> {
  const { confirmations } = await noticeLog(turn.tools, turn.project, turn.language);
  const entry = confirmations.find(({ id }) => id === confirmationId);
  if (entry === undefined) return say(wording[turn.language].stale);
  const by = { personId: turn.actor.personId, name: turn.actor.name };
  const stopped = await stopConfirmation(turn.tools, { ...keyOf(turn), by }, confirmationId);
  if (!stopped.ok) return say(sayIn(stopWords[stopped.reason], turn.language, stopped.details));
  const { stopped: count, goneOut } = stopped.value;
  // Nothing waited and nothing was promised: what it did is done, such as a room that has been asked.
  const isKept = isHeldBack(entry) && entry.executedAt === null;
  if (count === 0 && entry.dueAt === null && !isKept) return say(goneText(turn, entry));
  const line = stoppedText(turn, entry, { count, goneOut });
  return showAll(resultCard({ title: line, lines: [nameOf(entry, turn)] }, turn.language));
}

function stoppedText(
  turn: Turn,
  entry: ConfirmationEntry,
  { count, goneOut }: { count: number; goneOut: number },
): string {
  const words = wording[turn.language].undo;
  if (goneOut > 0) return words.stoppedSome(count, goneOut);
  // A room with a calendar is asked at once: nobody is disturbed by that, and it can be let go again.
  return kindOf(entry) === 'rooms.book' ? words.stoppedMails(count) : words.stopped;
}

function keyOf({ project }: Turn): { tenantId: string; projectId: string } {
  return { tenantId: project.tenantId, projectId: project.projectId };
}

export const undoButtons: readonly Button[] = [
  {
    verb: 'undo!stop',
    act: 'notices.send',
    where: 'planning',
    press: (turn, pressed) => stop(turn, fieldOf(pressed, 'confirmation')),
  },
];
