import type { ProjectKey } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/words.ts';
import type { Meeting, MeetingWriteResult } from '../../../ports/meetings.ts';
import type { Tools, Work } from '../../../tools.ts';
import type { Session } from '../../planning/types.ts';
import { recordAnswers } from '../../registration/actions.ts';
import { noteHistory } from '../history/actions.ts';
import { failedText, movedText, noLinkText } from '../letters/planning-chat.ts';
import { lacksLink, noOnlineMeeting, transactionIdOf, writtenBy } from '../rules.ts';
import { answerRows, changeMirror, mirrorsOf, saveMirror, saveSync, syncRow } from '../store.ts';
import { tellPlanners } from '../telling/actions.ts';
import type { MeetingFacts, Mirror, Operation } from '../types.ts';
import { isWatched } from '../watch/actions.ts';

/** One reconciliation: what it was begun with. */
export interface Run {
  readonly tools: Tools;
  readonly key: ProjectKey;
  readonly facts: MeetingFacts;
  readonly sessions: readonly Session[];
  readonly language: Language;
  /** What the far side has refused in this run; not tried again until the next. */
  readonly refused: Set<string>;
}

export function nameOf(operation: Operation): string {
  const { sessionId, part } = operation.kind === 'cancel' ? operation.mirror : operation.meeting;
  return `${sessionId} ${part}`;
}

/** The key that finds a new event again. */
export function intended(run: Run, { meeting, generation }: Extract<Operation, { kind: 'create' }>) {
  const { sessionId, part, mailbox } = meeting;
  return { sessionId, part, mailbox, transactionId: transactionIdOf({ ...run.key, sessionId, part, generation }) };
}

/** Notes how a step ended, in the transaction that the round commits. */
export async function settle(run: Run, work: Work, operation: Operation, result: MeetingWriteResult): Promise<void> {
  switch (result.result) {
    case 'written':
      return await settleWritten(run, work, operation, result.meeting);
    case 'gone':
      return await settleGone(run, work, operation);
    case 'refused':
      return await settleRefused(run, work, operation, result.message);
    // Somebody changed it between our reading and writing: the next round reads it anew. `later` never comes here.
    case 'changedMeanwhile':
    case 'later':
  }
}

async function settleWritten(run: Run, work: Work, operation: Operation, meeting: Meeting | null): Promise<void> {
  const updatedAt = run.tools.clock.now();
  await noteHistory(work, run.tools, run.key, { operation });
  if (operation.kind === 'cancel') {
    const { sessionId, part } = operation.mirror;
    return await changeMirror(
      work,
      { ...run.key, sessionId, part },
      { state: 'cancelled', drift: null, problem: null },
    );
  }
  if (meeting === null) throw new Error('Graph wrote a meeting and did not show it');
  const before = operation.kind === 'change' ? operation.mirror : undefined;
  const base = operation.kind === 'create' ? intended(run, operation) : operation.mirror;
  const generation = before?.written.generation ?? (operation.kind === 'create' ? operation.generation : 1);
  const mirror: Mirror = {
    sessionId: base.sessionId,
    part: base.part,
    mailbox: base.mailbox,
    transactionId: base.transactionId,
    state: 'live',
    eventId: meeting.id,
    etag: meeting.etag,
    joinUrl: meeting.joinUrl,
    drift: null,
    problem: null,
    written: writtenBy(operation, generation, updatedAt),
  };
  const problem = lacksLink(mirror) ? noOnlineMeeting : null;
  await saveMirror(work, run.key, { ...mirror, problem, iCalUId: meeting.iCalUId, updatedAt });
  if (problem !== null && operation.kind === 'create') await tellNoLink(run, work, operation);
  if (operation.kind === 'change') await tellMoved(run, work, operation);
  if (operation.kind === 'change' && operation.fields.includes('time')) await forgetAnswers(run, work, mirror);
  if (mirror.part !== 'sharedCalendar') await keepReading(run, work, { operation, mirror, meeting });
}

interface Written {
  readonly operation: Operation;
  readonly mirror: Mirror;
  readonly meeting: Meeting;
}

/**
 * Rooms and people answer from now on. Who is told of it need not look, but when the answer to a create was lost, rooms
 * may have answered, and been read past, before we knew whose event it was: then all is read anew.
 */
async function keepReading({ key, tools }: Run, work: Work, written: Written): Promise<void> {
  const { operation, meeting } = written;
  const { mailbox } = written.mirror;
  const row = await syncRow(work, key.tenantId, mailbox);
  const isAnswered = operation.kind === 'create' && meeting.attendees.some(({ respondedAt }) => respondedAt !== null);
  if (isAnswered) await saveSync(work, { tenantId: key.tenantId, mailbox }, { delta_link: null });
  if (isAnswered || !isWatched(row, tools.clock.now())) await work.enqueue('meetings.sync', key);
}

/** Everybody is asked anew about another time. Outlook's own forgetting is not waited for: it may also forget at other times. */
async function forgetAnswers({ key }: Run, work: Work, { part, sessionId }: Mirror): Promise<void> {
  if (part !== 'session') return;
  const given = (await answerRows(work, key)).filter((row) => row.session_id === sessionId && row.answer !== 'none');
  const forgotten = given.map(({ person_id: personId }) => ({ personId, answer: 'none', answeredAt: null }) as const);
  await recordAnswers(work, { ...key, sessionId }, forgotten);
}

/** VEN-02: whoever moved the session learns when the room has said yes and people have been told. */
async function tellMoved(run: Run, work: Work, operation: Extract<Operation, { kind: 'change' }>): Promise<void> {
  const { meeting, fields } = operation;
  const session = run.facts.sessions.find(({ id }) => id === meeting.sessionId);
  const isMoved = meeting.part === 'session' && (fields.includes('time') || fields.includes('location'));
  const people = meeting.attendees.filter(({ type }) => type !== 'resource').length;
  const waitedForRoom = (session?.venue?.mailbox ?? null) !== null && people === meeting.attendees.length;
  if (!isMoved || !waitedForRoom || session === undefined || session.venue === null) return;
  const { number, venue } = session;
  await tellPlanners(work, run.tools, run.key, {
    kind: 'meetings.moved',
    sessionId: session.id,
    version: run.tools.clock.now().toString(),
    text: movedText(
      { number, start: fields.includes('time') ? meeting.start : null, venueName: venue.name, people },
      run.language,
    ),
  });
}

/** The meeting stands without a link and without people: told at once, since a speaker waits for it (SPK-02). */
async function tellNoLink(run: Run, work: Work, { meeting }: Extract<Operation, { kind: 'create' }>): Promise<void> {
  const { sessionId, part } = meeting;
  run.tools.log.warn({ project: run.key.projectId, sessionId, part }, 'Outlook made an online meeting without a link');
  await tellPlanners(work, run.tools, run.key, {
    kind: 'meetings.noLink',
    sessionId,
    version: `${part} ${run.tools.clock.now().toString()}`,
    text: noLinkText(numberOf(run, sessionId), part, run.language),
  });
}

function numberOf({ sessions }: Run, sessionId: string): number {
  return sessions.find(({ id }) => id === sessionId)?.number ?? 0;
}

async function settleGone(run: Run, work: Work, operation: Operation): Promise<void> {
  const { sessionId, part } = operation.kind === 'cancel' ? operation.mirror : operation.meeting;
  const change = operation.kind === 'cancel' ? { state: 'cancelled' as const } : { drift: { removed: 'removed' } };
  await changeMirror(work, { ...run.key, sessionId, part }, change);
}

async function settleRefused(run: Run, work: Work, operation: Operation, why: string): Promise<void> {
  const { sessionId, part } = operation.kind === 'cancel' ? operation.mirror : operation.meeting;
  run.refused.add(nameOf(operation));
  const before = (await mirrorsOf(work, run.key)).find((one) => one.sessionId === sessionId && one.part === part);
  // Told when it begins to fail, not at every try.
  if (before?.problem === why) return;
  await changeMirror(work, { ...run.key, sessionId, part }, { problem: why });
  await noteHistory(work, run.tools, run.key, { operation, why });
  run.tools.log.warn({ project: run.key.projectId, sessionId, part, why }, 'Outlook refused a meeting');
  await tellPlanners(work, run.tools, run.key, {
    kind: part === 'sharedCalendar' ? 'meetings.sharedCalendarFailed' : 'meetings.failed',
    sessionId,
    version: `${part} ${why} ${run.tools.clock.now().toString()}`,
    text: failedText({ part, number: numberOf(run, sessionId), stands: before?.state === 'live' }, why, run.language),
  });
}
