import { Temporal } from 'temporal-polyfill';
import { dateWarnings } from '../../../domain/date-warnings.ts';
import { isLocalTime, localDate, localDateOf, readLocalDate, type LocalDate } from '../../../domain/local-date.ts';
import { done, refused, type Outcome, type Refused } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { counted, inBoth, listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import { dueBy, sessionInfoDeadline } from '../../../guideline/due-dates.ts';
import type { Tools, Work } from '../../../tools.ts';
import { previewOf, samePreview } from '../../notices/rules.ts';
import { askHostAnew } from '../../rooms/moved/actions.ts';
import { hostMailFor } from '../../rooms/moved/queries.ts';
import { releaseHost } from '../../rooms/release/actions.ts';
import { askedHost, type AskedHost } from '../../rooms/release/queries.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { valuesIn } from '../audit/rules.ts';
import { planChanged } from '../outlook/actions.ts';
import { projectOf, sessionsOf } from '../queries.ts';
import * as store from '../store.ts';
import type { Reader } from '../store.ts';
import { dayDetails } from '../rules.ts';
import type { MovePreview } from './types.ts';
import type { Confirm, DateAdvice, NewTime, PlanRefusal, Project, Session, SessionPatch } from '../types.ts';
import { consequencesOf } from './consequences/queries.ts';
import { neverHeld } from './held/queries.ts';
import { everybody, invitedTo, toldOfTime } from './invited/queries.ts';
import { agendaAt, agendaLines, byHandLine, linkLines } from './rules.ts';
import { regionPeriods } from '../region/queries.ts';
import { setupFault, setupOf } from './setup/rules.ts';

type Fault = Refused<PlanRefusal>;

export function timeColumns(time: NewTime | undefined) {
  return time === undefined ? {} : { date: time.date, start_time: time.startTime, end_time: time.endTime };
}

/** A session's columns when it is held at another time: its programme goes with it. */
export function movedColumns(session: Session, time: NewTime) {
  const agenda = agendaAt(session, time.startTime);
  return { ...timeColumns(time), ...(agenda === null ? {} : { agenda: JSON.stringify(agenda) }) };
}

/** Changes the content of a session: texts, agenda, format. When it is held is changed by `moveSession`. */
export async function changeSession(
  tools: Tools,
  actor: Actor,
  { sessionId, ...patch }: SessionPatch & { readonly sessionId: string },
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const found = await plannedSession(work, actor, sessionId);
    if (!found.ok) return found;
    const { project, session } = found.value;
    const fault = agendaFault(patch) ?? setupFault(session, patch);
    if (fault !== undefined) return fault;
    const extra = { ...session.extra, ...setupOf(session, patch, project.timeZone) };
    await store.updateSession(work, { ...actor, sessionId }, columnsOf(extra, patch));
    const details = { values: valuesIn(patch) };
    await recordChange(work, tools, actor, { project, act: 'session.change', subject: sessionId, details });
    return done(null);
  });
}

function agendaFault({ agenda = [] }: SessionPatch): Fault | undefined {
  for (const { start, end } of agenda) {
    const wrong = [start, end].find((time) => !isLocalTime(time));
    if (wrong !== undefined) return refused('badTime', { value: wrong });
    if (end < start) return refused('endsBeforeStart');
  }
  return undefined;
}

export function columnsOf(extra: Readonly<Record<string, unknown>>, patch: SessionPatch) {
  const { title, theme, fullDay, format, preparation, agenda, layout, ...more } = patch;
  // What has no column of its own is kept in the project file's words.
  const { formatReason, bookedEquipment, earlierInvitation } = more;
  const kept = Object.entries({ ...extra, ...definedOf({ formatReason, bookedEquipment, earlierInvitation }) }).filter(
    ([, value]) => value !== null,
  );
  return {
    ...definedOf({ title, theme, format, preparation, layout, full_day: fullDay }),
    ...(agenda === undefined ? {} : { agenda: JSON.stringify(agenda) }),
    extra: JSON.stringify(Object.fromEntries(kept)),
  };
}

type Defined<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function definedOf<Values extends object>(values: Values): Defined<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Values>; // fromEntries forgets the names
}

/** Takes a session out of the plan. The row stays, so that Outlook is told; the reconcile job cancels its meeting. */
export async function cancelSession(
  tools: Tools,
  actor: Actor,
  { sessionId, confirm }: { readonly sessionId: string; readonly confirm: Confirm },
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const found = await plannedSession(work, actor, sessionId);
    if (!found.ok) return found;
    const { project, session } = found.value;
    if (isHeld(session, tools.clock.now())) return refused('alreadyHeld');
    const attendees = everybody(await invitedTo(work, actor, sessionId));
    const host = await askedHost(work, actor, sessionId);
    if (!samePreview(cancelPreview(session, attendees, host), confirm)) return refused('previewChanged');
    await releaseHost(work, tools, project, session);
    const at = new Date(tools.clock.now().epochMilliseconds);
    await store.updateSession(work, { ...actor, sessionId }, { cancelled_at: at });
    const details = { recipients: attendees.length };
    await recordChange(work, tools, actor, { project, act: 'session.cancel', subject: sessionId, details });
    return done(null);
  });
}

/** Who is told when a session is cancelled. */
export async function previewCancel(
  tools: Tools,
  actor: Actor,
  sessionId: string,
): Promise<Outcome<Confirm & { readonly lines: readonly Words[] }, PlanRefusal>> {
  const found = await plannedSession(tools, actor, sessionId);
  if (!found.ok) return found;
  const invited = await invitedTo(tools, actor, sessionId);
  const host = await askedHost(tools, actor, sessionId);
  return done({
    ...cancelPreview(found.value.session, everybody(invited), host),
    lines: [
      found.value.project.delivery === 'manual'
        ? byHandLine(invited.people.length)
        : updateLine(invited.people.length, { sv: 'en avbokning', en: 'a cancellation' }),
      ...linkLines(invited.byLink.length),
      ...hostLines(host),
    ],
  });
}

function cancelPreview(session: Session, attendees: readonly string[], host: AskedHost | null): Confirm {
  return previewOf({
    texts: ['cancel', session.id, session.localStart ?? ''],
    recipients: host === null ? attendees : [...attendees, `host ${host.address}`],
  });
}

/** Which host is told that the venue is not needed. */
export function hostLines(host: AskedHost | null): readonly Words[] {
  if (host === null) return [];
  return [
    {
      sv: `${host.venueName} avbokas i ett mejl till ${host.address}.`,
      en: `${host.venueName} is released by a mail to ${host.address}.`,
    },
  ];
}

/** What a move would mean: who gets an update in Outlook, what speaks against the day, and the new last day for the information. */
export async function previewMove(
  tools: Tools,
  actor: Actor,
  { sessionId, ...time }: NewTime & { readonly sessionId: string },
): Promise<Outcome<MovePreview, PlanRefusal>> {
  const found = await plannedSession(tools, actor, sessionId);
  if (!found.ok) return found;
  const { project, session } = found.value;
  const now = tools.clock.now();
  if (isHeld(session, now) && (await neverHeld(tools, project, [session])).length === 0) return refused('alreadyHeld');
  const fault = timeFault(time, project, now);
  if (fault !== undefined) return fault;
  const told = await toldOfTime(tools, project, sessionId);
  const { people, isNew } = told;
  const byLink = session.date === time.date ? [] : told.byLink;
  const day = localDate(time.date);
  const region = await regionPeriods(tools, actor.tenantId);
  const info = dueBy(sessionInfoDeadline(day), region);
  const from = { date: session.date, startTime: session.startTime, endTime: session.endTime };
  const follows = await consequencesOf(tools, actor, session, time);
  const hostMail = project.state === 'active' ? await hostMailFor(tools, project, session, time) : null;
  const texts = [
    'move',
    sessionId,
    JSON.stringify([from, time]),
    ...(hostMail === null ? [] : [hostMail.to, hostMail.text]),
  ];
  return done({
    ...previewOf({ texts, recipients: everybody({ people, byLink }) }),
    sessionId,
    from,
    to: time,
    lines: [
      inBoth(
        (language) =>
          `${session.title}: ${listDate(day, language)}, ${timeRange(time.startTime, time.endTime, language)}.`,
      ),
      project.state === 'active'
        ? project.delivery === 'manual'
          ? byHandLine(people.length)
          : moveLine(people.length, { isNew, room: follows.room })
        : {
            sv: 'Lärprojektet är vilande, så ingen får något besked.',
            en: 'The project is dormant, so nobody is told.',
          },
      ...agendaLines(session, time.startTime),
      ...linkLines(byLink.length),
      ...(hostMail === null ? [] : [hostLine(hostMail)]),
    ],
    warnings: [...pastAdvice(day, project, now), ...follows.collisions, ...dateWarnings(day, region)],
    sessionInfo: { lastDay: info.lastDay.toString(), wiseDay: info.wiseDay.toString() },
    deadlines: follows.deadlines,
    venue: hostMail === null ? follows.venue : null,
    hostMail,
    canUndo: session.date !== null,
  });
}

export const newBooking: Words = { sv: 'en bokning', en: 'a booking' };
export const updatedBooking: Words = { sv: 'en uppdatering av sin bokning', en: 'an update of the booking' };

/** VEN-02: a host without a calendar is asked by mail. */
export function hostLine({ to, venueName }: { readonly to: string; readonly venueName: string }): Words {
  return {
    sv: `${venueName} frågas om den nya tiden i ett mejl till ${to}, och den gamla släpps.`,
    en: `${venueName} is asked about the new time in a mail to ${to}, and the old one is released.`,
  };
}

/** VEN-02: once people have a booking, its room is asked before they are told. */
function moveLine(count: number, { isNew, room }: { readonly isNew: boolean; readonly room: string | null }): Words {
  const line = updateLine(count, isNew ? newBooking : updatedBooking);
  if (isNew || room === null || count === 0) return line;
  return {
    sv: `Först frågas ${room}. När lokalen har tackat ja: ${line.sv}`,
    en: `${room} is asked first. When the room has accepted: ${line.en}`,
  };
}

/** How many get what, in words. */
export function updateLine(count: number, what: Words): Words {
  return {
    sv:
      count === 0
        ? 'Ingen är inbjuden än, så ingen får något besked.'
        : `${counted(count, 'person', 'personer')} får ${what.sv} i Outlook.`,
    en:
      count === 0
        ? 'Nobody is invited yet, so nobody is told.'
        : `${counted(count, 'person gets', 'people get')} ${what.en} in Outlook.`,
  };
}

/** Sets or changes when a session is held. Refused when the preview that was confirmed is no longer true. */
export async function moveSession(
  tools: Tools,
  actor: Actor,
  { confirm, ...move }: NewTime & { readonly sessionId: string; readonly confirm: Confirm },
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const preview = await previewMove({ ...tools, db: work.db }, actor, move);
    if (!preview.ok) return preview;
    if (!samePreview(preview.value, confirm)) return refused('previewChanged');
    const { sessionId, ...time } = move;
    const found = await plannedSession(work, actor, sessionId);
    if (!found.ok) return found;
    const { project, session } = found.value;
    await recordMove(work, tools, actor, {
      project,
      session,
      time,
      recipients: confirm.recipientCount,
    });
    return done(null);
  });
}

interface Move {
  readonly project: Project;
  readonly session: Session;
  readonly time: NewTime;
  readonly recipients: number;
  /** Chosen together with another session's: not a decision of its own, in the count of human steps. */
  readonly isTogether?: boolean;
}

/** Writes a move that has been seen: the new time, the host's question, the log, and the work that tells people. */
export async function recordMove(
  work: Work,
  tools: Tools,
  actor: Actor,
  { project, session, time, recipients, isTogether = false }: Move,
): Promise<void> {
  await store.updateSession(work, { ...actor, sessionId: session.id }, movedColumns(session, time));
  await askHostAnew(work, tools, project, session.id);
  const values = isTogether ? 1 : valuesIn(time);
  const times = {
    fromStart: session.startTime,
    fromEnd: session.endTime,
    toStart: time.startTime,
    toEnd: time.endTime,
  };
  const together = isTogether ? { together: 1 } : {};
  const details = { from: session.date, to: time.date, ...times, recipients, values, ...together };
  await recordChange(work, tools, actor, { project, act: 'session.move', subject: session.id, details });
}

/** What is wrong with a day and its times. */
export function timeFault(time: NewTime, project: Project, now: Temporal.Instant): Fault | undefined {
  const day = readLocalDate(time.date);
  if (day === undefined) return refused('badDate', { value: time.date });
  const wrong = [time.startTime, time.endTime].find((text) => !isLocalTime(text));
  if (wrong !== undefined) return refused('badTime', { value: wrong });
  if (time.endTime <= time.startTime) return refused('endsBeforeStart');
  const isPast = Temporal.PlainDate.compare(day, localDateOf(now, project.timeZone)) < 0;
  // A dormant project may be a finished one that somebody writes down.
  return isPast && project.state !== 'dormant' ? refused('inThePast', dayDetails(time.date)) : undefined;
}

/** A day that has been is taken while the project is dormant, but never without a word. */
export function pastAdvice(day: LocalDate, { timeZone }: Project, now: Temporal.Instant): readonly DateAdvice[] {
  if (Temporal.PlainDate.compare(day, localDateOf(now, timeZone)) >= 0) return [];
  return [{ severity: 'warning', words: pastWords, source: planWords }];
}

const pastWords: Words = { sv: 'Dagen har redan varit.', en: 'The day has been already.' };
const planWords: Words = { sv: 'Planen', en: 'The plan' };

function isHeld(session: Session, now: Temporal.Instant): boolean {
  return session.end !== null && Temporal.Instant.compare(Temporal.Instant.from(session.end), now) < 0;
}

/** A session that stands in the plan, and its project. */
export async function plannedSession(
  reader: Reader,
  actor: Actor,
  sessionId: string,
): Promise<Outcome<{ project: Project; session: Session }, PlanRefusal>> {
  const project = await projectOf(reader, actor);
  if (project === null) return refused('noProject');
  const session = (await sessionsOf(reader, actor)).find(({ id }) => id === sessionId);
  if (session === undefined) return refused('noSession');
  return session.cancelled ? refused('cancelled') : done({ project, session });
}

interface Change {
  readonly project: Project;
  readonly act: string;
  readonly subject: string;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** Raises the revision, writes the log and lets Outlook follow. */
export async function recordChange(
  work: Parameters<typeof writeAudit>[0],
  tools: Tools,
  actor: Actor,
  { project, ...entry }: Change,
): Promise<void> {
  await store.updateProject(work, actor, {});
  await writeAudit(work, tools, { ...auditedBy(actor), ...entry });
  await planChanged(work, project);
}
