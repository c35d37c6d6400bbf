import type { ProjectKey } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/words.ts';
import { AskedToWait, FarSideFault } from '../../../ports/far-side.ts';
import type { JobResult } from '../../../ports/jobs.ts';
import type { Meeting, MeetingWrite, MeetingWriteResult } from '../../../ports/meetings.ts';
import type { Tools, Work } from '../../../tools.ts';
import { projectOf, sessionsOf } from '../../planning/queries.ts';
import { recordAskedAgain } from '../../rooms/outlook/actions.ts';
import { bookingsOf } from '../../rooms/queries.ts';
import { isCurrent } from '../../rooms/rules.ts';
import { changeFor } from '../changes/rules.ts';
import { meetingFacts } from '../facts/queries.ts';
import { takeBackRooms } from '../holding/actions.ts';
import { isHold } from '../holding/rules.ts';
import { cancelComment, movedLine, newPlaceLine, roomReleased } from '../letters/invitation-body.ts';
import { speakersLinkCancelled } from '../letters/speakers-link.ts';
import { desired, draftOf, mostAttendees, operations, writtenFrom } from '../rules.ts';
import { sameLocation } from '../places/rules.ts';
import { markBookingsSent, mirrorsOf, saveMirror } from '../store.ts';
import type { Mirror, Operation } from '../types.ts';
import { intended, nameOf, settle, type Run } from '../settling/actions.ts';
import { withoutWaiting } from '../waiting/actions.ts';
import { tellUndecided } from '../undecided/actions.ts';
import { watchFromNow } from '../watch/actions.ts';

/** Each round is one `$batch`; a second follows when one step waits for another, a third when an event changed meanwhile. */
const mostRounds = 6;
const conflictWaitSeconds = 5;

/**
 * Brings Outlook to what the plan says (CAL-01, CAL-02, X-04). What is about to be created is recorded before the network
 * is touched, and what is about to be changed is read first, so that dying anywhere leaves nothing twice.
 */
export async function reconcile(tools: Tools, { tenantId, projectId }: ProjectKey): Promise<JobResult> {
  const key = { tenantId, projectId };
  try {
    return await rounds(tools, key);
  } catch (cause) {
    if (cause instanceof AskedToWait) return { retryAfterSeconds: cause.retryAfterSeconds };
    throw cause;
  }
}

async function rounds(tools: Tools, key: ProjectKey): Promise<JobResult> {
  const [facts, sessions, project] = await Promise.all([
    meetingFacts(tools, key),
    sessionsOf(tools, key),
    projectOf(tools, key),
  ]);
  if (facts === null || project === null || !facts.isActive) return 'done';
  const run: Run = {
    tools,
    key,
    facts,
    sessions,
    language: project.language === 'en' ? 'en' : 'sv',
    refused: new Set(),
  };
  await tellUndecided(tools, facts);
  if (await takeBackRooms(tools, key, facts)) return await rounds(tools, key);
  for (let round = 0; round < mostRounds; round += 1) {
    const mirrors = await mirrorsOf(tools, key);
    const wanted = desired(facts, mirrors, tools.clock.now());
    const open = operations(wanted, mirrors).filter((operation) => !run.refused.has(nameOf(operation)));
    const todo = await withoutWaiting(tools, key, { open, mirrors });
    if (todo.length === 0) {
      await noteBookingsSent(run, mirrors, wanted.meetings);
      return 'done';
    }
    const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
    if (mirrors.length === 0) await watchFromNow(tools, { tenantId: key.tenantId, mailbox });
    const wait = await oneRound(run, todo);
    if (wait !== undefined) return { retryAfterSeconds: wait };
  }
  return { retryAfterSeconds: conflictWaitSeconds };
}

/** Answers how long to wait when the far side asks for it. */
async function oneRound(run: Run, todo: readonly Operation[]): Promise<number | undefined> {
  await run.tools.tx((work) => recordIntent(run, work, todo));
  const steps = await Promise.all(todo.map((operation) => prepare(run, operation)));
  const writes = steps.flatMap(({ write }) => (write === null ? [] : [write]));
  const answers = writes.length === 0 ? [] : await run.tools.meetings.write(writes);
  const results = await Promise.all(answers.map((answer) => withLink(run, writes, answer)));
  const waits: number[] = [];
  await run.tools.tx(async (work) => {
    for (const step of steps) {
      const result = step.write === null ? step.known : results.find(({ key }) => key === step.write?.key);
      if (result?.result === 'later') waits.push(result.retryAfterSeconds);
      else if (result !== undefined) await settle(run, work, step.operation, result);
    }
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** A link may come a moment after the meeting: it is read once more before anybody is told that there is none. */
async function withLink(
  { tools }: Run,
  writes: readonly MeetingWrite[],
  answer: MeetingWriteResult,
): Promise<MeetingWriteResult> {
  const write = writes.find(({ key }) => key === answer.key);
  if (write?.kind !== 'create' || !write.draft.isOnline) return answer;
  if (answer.result !== 'written' || answer.meeting === null || answer.meeting.joinUrl !== null) return answer;
  const again = await tools.meetings.read(write.mailbox, answer.meeting.id);
  return again === null ? answer : { ...answer, meeting: again };
}

/** Written down before anything is asked of the far side: new events by the key that finds them again, and rooms asked anew. */
async function recordIntent(run: Run, work: Work, todo: readonly Operation[]): Promise<void> {
  for (const operation of todo) {
    if (operation.kind === 'create' && !operation.mayExist) {
      const { meeting, generation } = operation;
      await saveMirror(work, run.key, {
        ...intended(run, operation),
        state: 'intended',
        eventId: null,
        etag: null,
        iCalUId: null,
        joinUrl: null,
        drift: null,
        problem: null,
        written: writtenFrom(meeting, generation, run.tools.clock.now()),
        updatedAt: run.tools.clock.now(),
      });
    }
    const asksAnew = operation.kind === 'change' && operation.fields.includes('time');
    if (asksAnew || (operation.kind === 'create' && isHold(operation.meeting.part)))
      await askRoomAgain(run, work, operation.meeting);
  }
}

/** Moving an event asks its room anew. Once only: a repeat must not outdate an answer that has come since. */
async function askRoomAgain(
  run: Run,
  work: Work,
  meeting: { sessionId: string; location: { mailbox?: string } },
): Promise<void> {
  const session = run.sessions.find(({ id }) => id === meeting.sessionId);
  if (session === undefined || meeting.location.mailbox === undefined) return;
  const booking = (await bookingsOf(work, run.key)).find(({ sessionId }) => sessionId === session.id);
  if (booking === undefined || isCurrent(booking, session)) return;
  await recordAskedAgain(work, run.tools, run.key, session);
}

/** A write, or what is known already without one. */
type Step =
  | { readonly operation: Operation; readonly write: MeetingWrite; readonly known: null }
  | { readonly operation: Operation; readonly write: null; readonly known: MeetingWriteResult };

/** One mailbox that cannot be reached must not keep the others from their meetings. */
async function prepare(run: Run, operation: Operation): Promise<Step> {
  try {
    return await prepared(run, operation);
  } catch (cause) {
    if (!(cause instanceof FarSideFault) || cause.status >= 500) throw cause;
    const message = `${cause.status} ${cause.code}`.trim();
    return { operation, write: null, known: { key: nameOf(operation), result: 'refused', message } };
  }
}

async function prepared(run: Run, operation: Operation): Promise<Step> {
  const { tools } = run;
  const key = nameOf(operation);
  const known = (result: MeetingWriteResult): Step => ({ operation, write: null, known: result });
  const written = (meeting: Meeting | null): Step => known({ key, result: 'written', meeting });
  switch (operation.kind) {
    case 'create': {
      const { transactionId, mailbox } = intended(run, operation);
      if (operation.meeting.attendees.length > mostAttendees)
        return known({ key, result: 'refused', message: 'tooManyAttendees' });
      const first = operation.mayExist ? await tools.meetings.findByTransactionId(mailbox, transactionId) : null;
      if (first !== null) return written(first);
      return {
        operation,
        known: null,
        write: { kind: 'create', key, mailbox, draft: draftOf(operation.meeting, transactionId) },
      };
    }
    case 'change': {
      const { mailbox, eventId } = operation.mirror;
      if (operation.meeting.attendees.length > mostAttendees)
        return known({ key, result: 'refused', message: 'tooManyAttendees' });
      const actual = eventId === null ? null : await tools.meetings.read(mailbox, eventId);
      if (actual === null || actual.isCancelled) return known({ key, result: 'gone', message: '404' });
      const change = changeFor(operation, actual, textOf(run, operation));
      if (change === null) return written(actual);
      return {
        operation,
        known: null,
        write: { kind: 'change', key, mailbox, id: actual.id, etag: actual.etag, change },
      };
    }
    case 'cancel': {
      const { mirror, mailsPeople } = operation;
      const id = mirror.eventId ?? (await tools.meetings.findByTransactionId(mirror.mailbox, mirror.transactionId))?.id;
      if (id === undefined) return written(null);
      const { mailbox } = mirror;
      const comment = commentFor(mirror.part)(run.language);
      return {
        operation,
        known: null,
        write: mailsPeople ? { kind: 'cancel', key, mailbox, id, comment } : { kind: 'remove', key, mailbox, id },
      };
    }
  }
}

function commentFor(part: Mirror['part']): (language: Language) => string {
  if (isHold(part)) return roomReleased;
  return part === 'remoteSpeakers' ? speakersLinkCancelled : cancelComment;
}

/** A session that has got another time or place says so first. The line is written anew each time, so none is left standing. */
function textOf(run: Run, { meeting, mirror, fields }: Extract<Operation, { kind: 'change' }>): string {
  if (meeting.part === 'sharedCalendar' || isHold(meeting.part)) return meeting.html;
  // To most who get it this is the first booking, and nothing has changed for them.
  if (meeting.invitesParticipants && !mirror.written.invitesParticipants) return meeting.html;
  const { displayName } = meeting.location;
  const before = mirror.written.location.displayName;
  const hasNewPlace = fields.includes('location') && displayName !== before;
  if (!fields.includes('time'))
    return hasNewPlace && displayName !== ''
      ? newPlaceLine(displayName, before, run.language) + meeting.html
      : meeting.html;
  const { start, end, location } = mirror.written;
  const line = movedLine(
    {
      fromStart: start,
      fromEnd: end,
      toStart: meeting.start,
      toEnd: meeting.end,
      isSamePlace: sameLocation(location, meeting.location),
    },
    run.language,
  );
  return line + meeting.html;
}

/** CAL-01: noted once every meeting that is still to come has its participants. */
async function noteBookingsSent(
  run: Run,
  mirrors: readonly Mirror[],
  wanted: readonly { part: string; sessionId: string }[],
): Promise<void> {
  const sessions = wanted.filter(({ part }) => part === 'session');
  const allSent =
    run.facts.registrationClosed &&
    sessions.length > 0 &&
    sessions.every(({ sessionId }) =>
      mirrors.some(
        (one) =>
          one.sessionId === sessionId &&
          one.part === 'session' &&
          one.state === 'live' &&
          one.written.invitesParticipants,
      ),
    );
  if (allSent) await markBookingsSent(run.tools, run.key, run.tools.clock.now());
}
