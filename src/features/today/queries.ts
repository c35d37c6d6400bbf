import type { ProjectKey } from '../../domain/ids.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { Actor } from '../../domain/people.ts';
import { may, whoMay, type Act } from '../../domain/policy.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../tools.ts';
import { meetingsOf } from '../meetings/queries.ts';
import { unreadLetters } from '../notices/inbox/queries.ts';
import { confirmationsOf, noticeLog } from '../notices/queries.ts';
import { isUndelivered } from '../notices/rules.ts';
import type { NoticeLog } from '../notices/types.ts';
import { timelineOf } from '../planning/guidance/queries.ts';
import { peopleOf, projectOf, rolesOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Speaker, Venue } from '../planning/types.ts';
import type { Timeline, TimelineEntry } from '../planning/guidance/types.ts';
import { countsOf, registrationStateOf } from '../registration/queries.ts';
import type { RegistrationClosed, RegistrationCounts } from '../registration/types.ts';
import { bookingsOf } from '../rooms/queries.ts';
import type { Booking } from '../rooms/types.ts';
import { nextSession } from '../sessions/queries.ts';
import type { SessionState } from '../sessions/types.ts';
import { boardOf } from '../tasks/queries.ts';
import { tasksToday } from '../tasks/rules.ts';
import { mayDispose } from '../retention/queries.ts';
import { tellNews } from './events/rules.ts';
import { rowsSince } from './events/store.ts';
import { lastVisit } from './look/rules.ts';
import { lookOf } from './look/store.ts';
import { doNow, screenOf } from './rules.ts';
import { dismissedRows } from './tips/store.ts';
import { tipsFor, tipTitle } from './tips/rules.ts';
import type { AwaitedAnswer, Today, TodayAction } from './types.ts';
import { awaitedFrom } from './waiting/rules.ts';
import { askedMoments } from './waiting/store.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;

const stepsShown = 3;
const eventsShown = 12;

/** What a first visit tells of. */
const firstLook = { hours: 7 * 24 };

/** The day's page in one answer: what to do, what comes, who is awaited, what goes out and what has happened. */
export async function todayOf(tools: Reader, actor: Actor): Promise<Today | null> {
  const known = await knownOf(tools, actor);
  if (known === null) return null;
  const { timeline, next } = known;
  const dismissed = await dismissedRows(tools.db, actor);
  const steps = doNow(nowFacts(known, actor));
  const isOpen = isRegistrationOpen(known.project, known.registration, tools.clock.now());
  return {
    today: timeline.today,
    now: tools.clock.now().toString(),
    steps: steps.slice(0, stepsShown),
    furtherSteps: Math.max(0, steps.length - stepsShown),
    nextUp: nextUp(timeline),
    nextSession: next === undefined ? null : nextOf(next, known),
    awaited: awaitedFrom({ ...known, isOpen, now: tools.clock.now() }),
    letters: may(actor.roles, 'participants.view') ? await unreadLetters(tools, actor) : [],
    outbound: may(actor.roles, 'notices.view') ? outboundOf(known) : null,
    tasks: tasksToday((await boardOf(tools, actor))?.tasks ?? []),
    happened: await happenedTo(tools, actor, known),
    tips: tipsFor(
      { entries: timeline.entries, hasDeputy: known.hasDeputy, mayDispose: await mayDispose(tools, actor) },
      new Set(dismissed.map(({ tip_id }) => tip_id)),
    ),
    dismissedTips: dismissed.map(({ tip_id, person_name, at }) => ({
      id: tip_id,
      title: tipTitle(tip_id, timeline.entries),
      by: person_name,
      at: at.toISOString(),
    })),
  };
}

/** What a morning's reminders are made from, as the day's page has it. */
export async function morningFacts(tools: Reader, key: ProjectKey) {
  const [timeline, confirmations] = await Promise.all([timelineOf(tools, key), confirmationsOf(tools, key)]);
  return timeline === null ? null : { timeline, byItself: byItselfFrom({ confirmations }) };
}

/** Everybody whose answer is awaited. */
export async function awaitedOf(tools: Reader, key: ProjectKey): Promise<readonly AwaitedAnswer[]> {
  const [project, counts, sessions, venues, speakers, bookings, registration, next, askedAt] = await Promise.all([
    projectOf(tools, key),
    countsOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
    speakersOf(tools, key),
    bookingsOf(tools, key),
    registrationStateOf(tools, key),
    nextSession(tools, key),
    askedMoments(tools.db, key),
  ]);
  if (project === null || counts === null) return [];
  const now = tools.clock.now();
  const isOpen = isRegistrationOpen(project, registration, now);
  return awaitedFrom({ counts, sessions, venues, speakers, bookings, registration, next, askedAt, isOpen, now });
}

/** Nobody is awaited before the registration has opened. */
function isRegistrationOpen(
  { state, registrationOpens, timeZone }: Project,
  { closed }: RegistrationClosed,
  now: Temporal.Instant,
): boolean {
  const hasOpened = registrationOpens === null || registrationOpens <= localDateOf(now, timeZone).toString();
  return !closed && state === 'active' && hasOpened;
}

interface KnownToday {
  readonly project: Project;
  readonly timeline: Timeline;
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly bookings: readonly Booking[];
  readonly counts: RegistrationCounts;
  readonly registration: RegistrationClosed;
  readonly next: SessionState | undefined;
  readonly log: NoticeLog;
  readonly meetings: Awaited<ReturnType<typeof meetingsOf>>;
  readonly askedAt: ReadonlyMap<string, string>;
  readonly hasDeputy: boolean;
}

async function knownOf(tools: Reader, actor: Actor): Promise<KnownToday | null> {
  const [project, timeline, counts] = await Promise.all([
    projectOf(tools, actor),
    timelineOf(tools, actor),
    countsOf(tools, actor),
  ]);
  if (project === null || timeline === null || counts === null) return null;
  const [sessions, venues, speakers, bookings, roles, registration, next, log, meetings, askedAt] = await Promise.all([
    sessionsOf(tools, actor),
    venuesOf(tools, actor),
    speakersOf(tools, actor),
    bookingsOf(tools, actor),
    rolesOf(tools, actor),
    registrationStateOf(tools, actor),
    nextSession(tools, actor),
    noticeLog(tools, actor, actor.language),
    meetingsOf(tools, actor),
    askedMoments(tools.db, actor),
  ]);
  const hasDeputy = roles.some(({ role }) => role === 'deputy');
  return {
    project,
    timeline,
    counts,
    sessions,
    venues,
    speakers,
    bookings,
    registration,
    next,
    log,
    meetings,
    askedAt,
    hasDeputy,
  };
}

const acts = Object.keys(whoMay) as readonly Act[]; // keys of a literal table

function nowFacts({ project, timeline, log, counts, meetings }: KnownToday, actor: Actor) {
  return {
    today: timeline.today,
    entries: timeline.entries,
    isDormant: project.state === 'dormant',
    undelivered: log.notices.filter(isUndelivered).length,
    lateRequests: counts.lateRequests,
    troubles: meetings.sessions.flatMap(({ sessionId, number, problemWords }) =>
      problemWords === null ? [] : [{ sessionId, number, words: problemWords }],
    ),
    byItself: byItselfFrom(log),
    can: new Set(acts.filter((act) => may(actor.roles, act))),
  };
}

/** Which screen a standing yes makes needless. */
const standingScreens: Readonly<Record<string, TodayAction>> = {
  'registration.close': 'registration.close',
  evaluation: 'evaluation.prepare',
};

function byItselfFrom(log: Pick<NoticeLog, 'confirmations'>): ReadonlySet<string> {
  return new Set(
    standingOf(log).flatMap(({ act, sessionId }) => {
      const screen = standingScreens[act.split(':')[0] ?? ''];
      return screen === undefined ? [] : [screenOf(screen, sessionId)];
    }),
  );
}

function standingOf({ confirmations }: Pick<NoticeLog, 'confirmations'>) {
  return confirmations.filter(
    ({ dueAt, stoppedAt, executedAt }) => dueAt !== null && stoppedAt === null && executedAt === null,
  );
}

function nextUp({ entries }: Timeline): TimelineEntry | null {
  return entries.find(({ state, level }) => (state === 'next' || state === 'upcoming') && level !== 'nice') ?? null;
}

/** What is asked for only after the session is not missing before it. */
function nextOf(next: SessionState, { timeline, registration }: KnownToday): Today['nextSession'] {
  const { date, missing } = next;
  return {
    ...next,
    isInvited: registration.closed,
    missing: missing.filter(({ lastDay }) => lastDay === null || date === null || lastDay <= date),
    done: timeline.entries
      .filter(({ sessionId, state }) => sessionId === next.id && state === 'met')
      .map(({ title }) => title),
  };
}

function outboundOf({ log, meetings }: Pick<KnownToday, 'log' | 'meetings'>): Today['outbound'] {
  return {
    changes: meetings.sessions.flatMap(({ sessionId, number, heldUntil }) =>
      heldUntil === null ? [] : [{ sessionId, number, until: heldUntil }],
    ),
    waiting: log.notices.filter(({ state }) => state === 'waiting' || state === 'sending'),
    standing: standingOf(log),
  };
}

async function happenedTo(tools: Reader, actor: Actor, known: KnownToday): Promise<Today['happened']> {
  const now = tools.clock.now();
  const { personId } = actor;
  const last = personId === null ? null : lastVisit(await lookOf(tools.db, { ...actor, personId }), now);
  const since = last ?? now.subtract(firstLook);
  const mayName = may(actor.roles, 'participants.view');
  const people = mayName ? await peopleOf(tools, actor) : [];
  const events = tellNews(await rowsSince(tools.db, actor, since), {
    me: personId,
    names: mayName ? new Map(people.map(({ id, displayName }) => [id, displayName])) : null,
    sessions: known.sessions,
    venues: new Map(known.venues.map(({ id, name }) => [id, name])),
  });
  return { since: last === null ? null : last.toString(), events: events.slice(0, eventsShown) };
}
