import { Temporal } from 'temporal-polyfill';
import { organiserMailboxOf } from '../sandbox-world.ts';
import { findLeaks } from './evidence.ts';
import type { FarEvent, FarExchange, FarMail } from './far-views.ts';
import { graphFigures, type GraphFigures } from './graph-figures.ts';
import { linkFor, participantsNow, seatHolders, type ApiParticipant, type EdgeResult, type Life } from './life.ts';

/** What the run came to. Every figure is read back from the product's API, the sandbox's mailboxes or the exported files. */
export interface Report {
  readonly participants: number;
  readonly waitingList: number;
  /** Registrations that the product refused, and those that the content lead declined. */
  readonly rejected: number;
  readonly lateRequests: number;
  readonly cancelled: number;
  /** Only organisations with a confirmed participant. */
  readonly perOrganisation: Readonly<Record<string, number>>;
  readonly organisations: number;
  readonly municipalitiesWithoutRegistration: readonly string[];
  readonly withDietary: number;
  readonly sortedByFamilyName: readonly string[];
  readonly registrationClosesUtc: string | null;
  readonly projectSpanDays: number;
  readonly invitationDeadline: string | null;
  readonly sessionInfoDeadlines: Readonly<Record<string, string>>;
  readonly utcStart: Readonly<Record<string, string>>;
  readonly isoWeeks: Readonly<Record<string, number>>;
  /** Local days: the rules' last days. */
  readonly deadlines: { readonly invitation: string | null; readonly sessionInfo: Readonly<Record<string, string>> };
  readonly sessions: readonly SessionReport[];
  /** Kind → how many went out. */
  readonly notices: Readonly<Record<string, number>>;
  readonly graph: GraphFigures;
  readonly guideline: Readonly<Record<'must' | 'should' | 'nice', { met: number; total: number }>> & {
    readonly notMet: readonly string[];
  };
  readonly dietaryLeaks: number;
  /** What went wrong on the far side because it was asked for, by kind; absent in fair weather. */
  readonly injected?: Readonly<Record<string, number>>;
  /** What became of each of the file's edge cases; absent without them. */
  readonly edges?: readonly EdgeResult[];
}

export type ReportedRoomStatus = 'accepted' | 'declined' | 'askedByMail' | 'confirmedByHand' | 'none';

export interface SessionReport {
  readonly id: string;
  /** ISO with the zone's offset. */
  readonly start: string;
  readonly end: string;
  readonly room: string | null;
  readonly roomStatus: ReportedRoomStatus;
  /** Confirmed participants on the organiser's event, without room and staff. */
  readonly attendees: number;
  readonly accepted: number;
  readonly declined: number;
  readonly present: number;
  readonly evaluationAnswers: number;
  readonly documents: number;
}

interface ApiTimeline {
  readonly entries: readonly {
    readonly ruleId: string;
    readonly sessionId: string | null;
    readonly due: string | null;
  }[];
  readonly summary: Report['guideline'];
}

interface ApiProject {
  readonly project: { readonly registrationCloses: string | null };
  readonly sessions: readonly {
    readonly id: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly isoWeek: number | null;
    readonly date: string | null;
    readonly cancelled: boolean;
  }[];
}

/** Asks the product for everything, after the last day. Leaks are counted when all evidence has been gathered. */
export async function readReport(life: Life): Promise<Omit<Report, 'dietaryLeaks' | 'injected'>> {
  const get = <Value>(path: string): Promise<Value> => life.lead.get<Value>(life.api + path);
  const participants = await participantsNow(life);
  const timeline = await get<ApiTimeline>('/timeline');
  const read = await get<ApiProject>('');
  const plan = { ...read, sessions: read.sessions.filter(({ cancelled }) => !cancelled) };
  const quotas = await get<{ silentMunicipalities: readonly { organisationId: string }[] }>('/quotas');
  const log = await get<{ notices: readonly { kind: string; state: string }[] }>('/notices');
  const exchanges = await life.web.sandbox<readonly FarExchange[]>('log?all=1');
  const inState = (state: string): readonly ApiParticipant[] => participants.filter((one) => one.state === state);
  const confirmed = inState('confirmed');
  const due = (ruleId: string, scope: string | null): string | null =>
    timeline.entries.find((entry) => entry.ruleId === ruleId && entry.sessionId === scope)?.due ?? null;
  const invitation = due('INV-01', null);
  const sessionInfo = Object.fromEntries(plan.sessions.flatMap(({ id }) => pair(id, due('INF-01', id))));
  const perOrganisation = countBy(confirmed.flatMap(({ organisationId }) => organisationId ?? []));
  return {
    participants: confirmed.length,
    waitingList: inState('waitingList').length,
    rejected: life.ledger.refusals.length + inState('declined').length,
    lateRequests: inState('lateRequest').length,
    cancelled: inState('cancelled').length,
    perOrganisation,
    organisations: Object.keys(perOrganisation).length,
    municipalitiesWithoutRegistration: quotas.silentMunicipalities.map((one) => one.organisationId).toSorted(),
    withDietary: await withDietary(life, confirmed),
    sortedByFamilyName: confirmed.map(({ familyName, givenName }) => `${familyName}, ${givenName}`),
    registrationClosesUtc: utcOf(plan.project.registrationCloses),
    projectSpanDays: spanDays(plan.sessions.flatMap(({ date }) => date ?? [])),
    invitationDeadline: invitation,
    sessionInfoDeadlines: sessionInfo,
    utcStart: Object.fromEntries(plan.sessions.flatMap(({ id, start }) => pair(id, utcOf(start)))),
    isoWeeks: Object.fromEntries(plan.sessions.flatMap(({ id, isoWeek }) => pair(id, isoWeek))),
    deadlines: { invitation, sessionInfo },
    sessions: await sessionReports(life, participants, plan),
    notices: countBy(log.notices.filter(({ state }) => state === 'sent').map(({ kind }) => kind)),
    graph: graphFigures(exchanges),
    guideline: timeline.summary,
  };
}

/** How many of the file's dietary texts can be read where they may not, counted per place. */
export function leaksIn(life: Life): number {
  const texts = (life.script.file.dietary ?? []).map(({ text }) => text);
  return findLeaks(life.evidence, texts).length;
}

function pair<Value>(id: string, value: Value | null): [string, Value][] {
  return value === null ? [] : [[id, value]];
}

function utcOf(moment: string | null): string | null {
  return moment === null ? null : Temporal.Instant.from(moment).toString();
}

function spanDays(dates: readonly string[]): number {
  const days = dates.map((date) => Temporal.PlainDate.from(date)).toSorted(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? first.until(last, { largestUnit: 'day' }).days : 0;
}

function countBy(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items.toSorted()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** How many have something about food on their own page, which each of them opens. */
async function withDietary(life: Life, confirmed: readonly ApiParticipant[]): Promise<number> {
  let count = 0;
  for (const { email } of confirmed) {
    const path = await linkFor(life, email, 'min');
    const page = path === undefined ? undefined : await life.web.page(path);
    const written = /<textarea[^>]*name="dietaryText"[^>]*>([^<]*)</.exec(page?.text ?? '')?.[1] ?? '';
    if (written.trim() !== '') count += 1;
  }
  return count;
}

interface ApiMeetings {
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly roomStatus: string;
    readonly venue: string | null;
    readonly accepted: number;
    readonly declined: number;
  }[];
}

async function sessionReports(
  life: Life,
  participants: readonly ApiParticipant[],
  plan: ApiProject,
): Promise<SessionReport[]> {
  const { sessions: meetings } = await life.lead.get<ApiMeetings>(`${life.api}/meetings`);
  const evaluations = await life.lead.get<readonly ApiEvaluation[]>(`${life.api}/evaluations`);
  const documents = await life.lead.get<readonly { sessionId: string; sharedAt: string | null }[]>(
    `${life.api}/documents`,
  );
  const events = await organiserEvents(life);
  return plan.sessions.map(({ id, start, end }) => {
    const seats = new Set(seatHolders(participants, id));
    const meeting = meetings.find(({ sessionId }) => sessionId === id);
    const event = events.find(({ startMs }) => startMs === Date.parse(start ?? ''));
    return {
      id,
      start: start ?? '',
      end: end ?? '',
      room: meeting?.venue ?? null,
      roomStatus: reportedRoomStatus(meeting?.roomStatus),
      attendees: event?.attendees.filter(({ type, address }) => type !== 'resource' && seats.has(address)).length ?? 0,
      accepted: meeting?.accepted ?? 0,
      declined: meeting?.declined ?? 0,
      present: participants.filter(({ sessions }) =>
        sessions.some(({ sessionId, attended }) => sessionId === id && attended === true),
      ).length,
      evaluationAnswers: answersIn(evaluations.find(({ sessionId }) => sessionId === id)),
      documents: documents.filter(({ sessionId, sharedAt }) => sessionId === id && sharedAt !== null).length,
    };
  });
}

interface ApiEvaluation {
  readonly sessionId: string;
  /** How many have answered, and how many of their answers the shown results hold. */
  readonly answered: number;
  readonly shown: number;
}

/** Results of fewer are never shown, since they would tell who wrote what. */
const FEWEST_SHOWN = 5;

function answersIn(evaluation: ApiEvaluation | undefined): number {
  const { answered, shown } = evaluation ?? { answered: 0, shown: 0 };
  return answered < FEWEST_SHOWN ? answered : shown;
}

/** The product tells more apart: a room that has not answered yet has neither accepted nor declined. */
function reportedRoomStatus(status: string | undefined): ReportedRoomStatus {
  if (status === 'declinedByHand') return 'declined';
  if (status === 'accepted' || status === 'declined' || status === 'askedByMail' || status === 'confirmedByHand')
    return status;
  return 'none';
}

/** The organiser's live events with the people that the calendar holds; remote speakers' and rooms' own events stand apart. */
export async function organiserEvents(life: Life): Promise<readonly FarEvent[]> {
  const events = await eventsIn(life, organiserMailboxOf(life.script.file));
  return events.filter(
    ({ isOrganizer, subject }) =>
      isOrganizer && !/^(Länk för medverkande|Link for speakers|Lokal:|Room:)/.test(subject),
  );
}

export async function eventsIn(life: Life, mailbox: string): Promise<readonly FarEvent[]> {
  const events = await life.web.sandbox<readonly FarEvent[]>(`calendar?address=${encodeURIComponent(mailbox)}`);
  return events.filter(({ isCancelled }) => !isCancelled);
}

export async function inboxMails(life: Life): Promise<readonly FarMail[]> {
  return (await life.web.sandbox<readonly FarMail[]>('mails')).filter(({ folder }) => folder === 'inbox');
}
