import { Temporal } from 'temporal-polyfill';
import { may } from '../../src/domain/policy.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import { stopConfirmation } from '../../src/features/notices/actions.ts';
import { deliveryOf } from '../../src/features/notices/confirmations/queries.ts';
import { noticeLog } from '../../src/features/notices/queries.ts';
import { stopWords, type ConfirmationEntry } from '../../src/features/notices/types.ts';
import { undoMove } from '../../src/features/planning/dates/undo/actions.ts';
import { auditOf, sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import { mayNotCard } from '../cards/plain.ts';
import { resultCard } from '../cards/confirm.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { canCorrect, correctionOffer } from './correction.ts';
import { momentText } from './moments.ts';
import { undoOwnSwitch } from './reminders.ts';
import { undoOwnTask } from './tasks.ts';
import { fieldOf } from './seen.ts';
import { kindOf, nameOf } from './yes.ts';

/**
 * "Ångra": takes back one's own task or decision of a moment ago, when nothing was done after it. Else, for those who send,
 * stops at once what was confirmed a moment ago and has not gone out; stopping harms nobody. What was
 * promised for later is shown with a button each, and what has gone out is said to have gone out.
 */
export const undoCommand: Command = {
  id: 'undo',
  act: 'tasks.edit',
  where: 'planning',
  utterances: { sv: ['ångra', 'stoppa'], en: ['undo', 'stop'] },
  ways: [
    // "ändra" is one letter away.
    '=angra|=angrar|=angar|=agnra|=anrga|=anra|=undo|stoppa|=stop|=stopp|avbryt|=backa',
    '=nej|=no|=hov|=oj + vanta|=fel|wait|wrong',
    '=nej|=no|vanta|wait + =angra|undo|stop|wrong|=fel',
  ],
  async run(turn) {
    // Whoever says stop means what is on its way out.
    const task = saysStop(turn) ? undefined : await undoOwnTask(turn);
    if (task !== undefined) return task;
    const switched = saysStop(turn) ? undefined : await undoOwnSwitch(turn);
    if (switched !== undefined) return switched;
    if (!may(turn.actor.roles, 'notices.send'))
      return show(mayNotCard({ projectId: turn.project.projectId, command: 'undo', text: turn.text }, turn.language));
    const stopped = await stopRecent(turn);
    if (stopped !== undefined) return stopped;
    const { confirmations } = await noticeLog(turn.tools, turn.project, turn.language);
    const open = confirmations.filter((entry) => entry.stoppedAt === null && kindOf(entry) !== undefined);
    const isPromised = ({ dueAt, executedAt }: ConfirmationEntry): boolean => dueAt !== null && executedAt === null;
    const promised = open.filter(isPromised);
    const gone = open.filter((entry) => !isPromised(entry)).find((entry) => entry.recipientCount > 0);
    const move = await latestMove(turn, gone?.executedAt ?? gone?.confirmedAt);
    if (move !== undefined) return move;
    // What was done last is what is meant: that it has gone out comes before what can still be stopped.
    const isGoneLast =
      gone !== undefined && promised.every(({ confirmedAt }) => confirmedAt <= (gone.executedAt ?? gone.confirmedAt));
    if (promised.length > 0)
      return show(await promisedCard(turn, promised, isGoneLast ? [await goneText(turn, gone)] : []));
    return gone === undefined ? say(wording[turn.language].undo.nothing) : goneReply(turn, gone);
  },
};

function saysStop({ text }: Turn): boolean {
  return /\b(stoppa?|stop|avbryt)\b/i.test(text);
}

/** Stops what was confirmed a moment ago and still waits; undefined when nothing does. */
export async function stopRecent(turn: Turn): Promise<Reply | undefined> {
  const { tools, project, language } = turn;
  const { confirmations } = await noticeLog(tools, project, language);
  for (const entry of confirmations) {
    if (entry.stoppedAt !== null || kindOf(entry) === undefined || !isInGrace(entry, turn)) continue;
    const { waiting } = await deliveryOf(tools, project, entry.id);
    if (waiting > 0 || isHeldBack(entry)) return stop(turn, entry.id);
  }
  return undefined;
}

/** When and to how many it went, and the offer to put it right where a mail can. */
async function goneReply(turn: Turn, gone: ConfirmationEntry): Promise<Reply> {
  const text = await goneText(turn, gone);
  if (kindOf(gone) === 'rooms') return say(text);
  if (await canCorrect(turn, gone.id)) return correctionOffer(turn, text, gone.id);
  return say(`${text} ${wording[turn.language].undo.writeYourself}`);
}

async function goneText(turn: Turn, gone: ConfirmationEntry): Promise<string> {
  const words = wording[turn.language].undo;
  const { sent, lastSentAt } = await deliveryOf(turn.tools, turn.project, gone.id);
  const when = momentText(lastSentAt ?? gone.executedAt ?? gone.confirmedAt, turn);
  if (kindOf(gone) === 'rooms') return words.roomsAsked(when);
  return words.tooLate(Math.max(sent, gone.recipientCount), when);
}

/** Hours in which an "ångra" may still mean that a session was moved. */
const moveHours = 1;

/**
 * A session moved just now, after everything else. While nobody has been told it is taken back at once; later, moving it back is
 * a move like any other, with its own preview.
 */
async function latestMove(turn: Turn, since: string | undefined): Promise<Reply | undefined> {
  const { tools, project, language } = turn;
  const earliest = tools.clock.now().subtract({ hours: moveHours });
  const moved = (await auditOf(tools, project, 20)).find(({ act }) => act === 'session.move');
  if (moved === undefined || Temporal.Instant.compare(Temporal.Instant.from(moved.at), earliest) < 0) return undefined;
  if (since !== undefined && moved.at < since) return undefined;
  const session = await sessionOf(tools, project, moved.subject ?? '');
  const { from, to } = moved.details;
  if (session === null || typeof from !== 'string' || session.date === null || session.date !== to) return undefined;
  const words = wording[language].undo;
  const undone = await undoMove(tools, turn.actor, session.id);
  if (undone.ok) return say(words.moveUndone(session.number, dayMonth(localDate(from), language)));
  const card = resultCard(
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
  return show(card);
}

/** Confirmed within the grace period, so that what it sends still waits. */
function isInGrace({ dueAt, executedAt, confirmedAt }: ConfirmationEntry, { tools }: Turn): boolean {
  const waited = tools.clock.now().since(Temporal.Instant.from(confirmedAt)).total('seconds');
  return dueAt === null && executedAt === null && waited < tools.settings.graceSeconds;
}

/** The files wait themselves, and their mails are written when they go. */
function isHeldBack(entry: ConfirmationEntry): boolean {
  return kindOf(entry) === 'files';
}

async function promisedCard(
  turn: Turn,
  promised: readonly ConfirmationEntry[],
  before: readonly string[],
): Promise<ReturnType<typeof resultCard>> {
  const words = wording[turn.language].undo;
  const sessions = await sessionsOf(turn.tools, turn.project);
  const shown = promised.slice(0, 5);
  return resultCard(
    {
      title: words.question,
      lines: [
        ...before,
        ...shown.map((entry) =>
          words.stop(
            nameOf(entry, sessions, turn),
            entry.recipientCount,
            momentText(entry.dueAt ?? entry.confirmedAt, turn),
          ),
        ),
      ],
      actions: shown.map((entry) => ({
        title: `${words.button}: ${nameOf(entry, sessions, turn)}`,
        verb: 'undo!stop',
        data: { project: turn.project.projectId, confirmation: entry.id },
      })),
    },
    turn.language,
  );
}

async function stop(turn: Turn, confirmationId: string): Promise<Reply> {
  const { confirmations } = await noticeLog(turn.tools, turn.project, turn.language);
  const entry = confirmations.find(({ id }) => id === confirmationId);
  if (entry === undefined) return say(wording[turn.language].stale);
  const by = { personId: turn.actor.personId, name: turn.actor.name };
  const stopped = await stopConfirmation(turn.tools, { ...keyOf(turn), by }, confirmationId);
  if (!stopped.ok && stopped.reason === 'goneOut') return goneReply(turn, entry);
  if (!stopped.ok) return say(sayIn(stopWords[stopped.reason], turn.language, stopped.details));
  const { stopped: count, goneOut } = stopped.value;
  // Nothing waited and nothing was promised: what it did is done, such as a room that has been asked.
  const isKept = isHeldBack(entry) && entry.executedAt === null;
  if (count === 0 && entry.dueAt === null && !isKept) return goneReply(turn, entry);
  const sessions = await sessionsOf(turn.tools, turn.project);
  const meant = wording[turn.language].undo.meant(nameOf(entry, sessions, turn), entry.recipientCount);
  return showAll(resultCard({ title: stoppedText(turn, entry, { count, goneOut }), lines: [meant] }, turn.language));
}

function stoppedText(
  turn: Turn,
  entry: ConfirmationEntry,
  { count, goneOut }: { count: number; goneOut: number },
): string {
  const words = wording[turn.language].undo;
  if (goneOut > 0) return words.stoppedSome(count, goneOut);
  // A room with a calendar is asked at once: nobody is disturbed by that, and it can be let go again.
  if (kindOf(entry) === 'rooms') return words.stoppedMails(count);
  return kindOf(entry) === 'mailing' ? wording[turn.language].going.stopped : words.stopped;
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
