import { Temporal } from 'temporal-polyfill';
import { findLeaks } from './evidence.ts';
import type { FarEvent, FarExchange, FarMail } from './far-views.ts';
import { linkFor, type Life } from './life.ts';

/** What the run came to. Every figure is read back from the product's API, the sandbox's mailboxes or the exported files. */
export interface Report {
  readonly participants: number;
  readonly waitingList: number;
  readonly rejected: number;
  readonly lateRequests: number;
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
  readonly deadlines: { readonly invitation: string | null; readonly sessionInfo: Readonly<Record<string, string>> };
  readonly sessions: readonly SessionReport[];
  readonly notices: Readonly<Record<string, number>>;
  readonly graph: {
    readonly httpRequests: number;
    readonly writes: number;
    readonly throttled: number;
    readonly retried: number;
  };
  readonly guideline: Readonly<Record<'must' | 'should' | 'nice', { met: number; total: number }>> & {
    readonly notMet: readonly string[];
  };
  readonly dietaryLeaks: number;
}

export interface SessionReport {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly room: string | null;
  readonly roomStatus: string;
  readonly attendees: number;
  readonly accepted: number;
  readonly declined: number;
  readonly present: number;
  readonly evaluationAnswers: number;
  readonly documents: number;
}

interface ApiParticipants {
  readonly participants: readonly {
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly organisationId: string | null;
    readonly state: string;
    readonly sessions: readonly { readonly sessionId: string; readonly attended: boolean | null }[];
  }[];
}

interface ApiTimeline {
  readonly entries: readonly {
    readonly ruleId: string;
    readonly sessionId: string | null;
    readonly due: string | null;
  }[];
  readonly summary: Report['guideline'];
}

interface ApiMeetings {
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly roomStatus: string;
    readonly venue: string | null;
    readonly invited: number;
    readonly accepted: number;
    readonly declined: number;
  }[];
}

interface ApiProject {
  readonly project: { readonly registrationCloses: string | null };
  readonly sessions: readonly {
    readonly id: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly isoWeek: number | null;
    readonly date: string | null;
  }[];
}

/** Asks the product for everything, after the last day. */
export async function readReport(life: Life): Promise<Report> {
  const get = <Value>(path: string): Promise<Value> => life.lead.get<Value>(life.api + path);
  const { participants } = await get<ApiParticipants>('/participants');
  const timeline = await get<ApiTimeline>('/timeline');
  const plan = await get<ApiProject>('');
  const quotas = await get<{ silentMunicipalities: readonly { organisationId: string }[] }>('/quotas');
  const log = await get<{ notices: readonly { kind: string; state: string }[] }>('/notices');
  const confirmed = participants.filter(({ state }) => state === 'confirmed');
  const due = (ruleId: string, scope: string | null): string | null =>
    timeline.entries.find((entry) => entry.ruleId === ruleId && entry.sessionId === scope)?.due ?? null;
  const sessionInfo = Object.fromEntries(
    plan.sessions.flatMap(({ id }) => (due('INF-01', id) === null ? [] : [[id, due('INF-01', id) ?? '']])),
  );
  const days = plan.sessions
    .flatMap(({ date }) => (date === null ? [] : [Temporal.PlainDate.from(date)]))
    .toSorted(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  const perOrganisation = countBy(confirmed.flatMap(({ organisationId }) => organisationId ?? []));
  return {
    participants: confirmed.length,
    waitingList: participants.filter(({ state }) => state === 'waitingList').length,
    rejected: life.ledger.rejected,
    lateRequests: participants.filter(({ state }) => state === 'lateRequest').length,
    perOrganisation,
    organisations: Object.keys(perOrganisation).length,
    municipalitiesWithoutRegistration: quotas.silentMunicipalities
      .map(({ organisationId }) => organisationId)
      .toSorted(),
    withDietary: await withDietary(life),
    sortedByFamilyName: confirmed.map(({ familyName, givenName }) => `${familyName}, ${givenName}`),
    registrationClosesUtc:
      plan.project.registrationCloses === null
        ? null
        : Temporal.Instant.from(plan.project.registrationCloses).toString(),
    projectSpanDays: first && last ? first.until(last, { largestUnit: 'day' }).days : 0,
    invitationDeadline: due('INV-01', null),
    sessionInfoDeadlines: sessionInfo,
    utcStart: Object.fromEntries(
      plan.sessions.flatMap(({ id, start }) => (start === null ? [] : [[id, Temporal.Instant.from(start).toString()]])),
    ),
    isoWeeks: Object.fromEntries(plan.sessions.flatMap(({ id, isoWeek }) => (isoWeek === null ? [] : [[id, isoWeek]]))),
    deadlines: { invitation: due('INV-01', null), sessionInfo },
    sessions: await sessionReports(life, participants, plan),
    notices: countBy(log.notices.map(({ kind }) => kind)),
    graph: await graphFigures(life),
    guideline: timeline.summary,
    dietaryLeaks: findLeaks(
      life.evidence,
      (life.script.file.dietary ?? []).map(({ text }) => text),
    ).length,
  };
}

function countBy(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items.toSorted()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** How many have something about food on their own page, which each of them opens. */
async function withDietary(life: Life): Promise<number> {
  let count = 0;
  for (const { email } of life.script.participants) {
    const path = await linkFor(life, email, 'min');
    const page = path === undefined ? undefined : await life.web.page(path);
    const written =
      /<textarea[^>]*name="dietaryText"[^>]*>([^<]*)</.exec(page?.text ?? '')?.[1] ??
      /name="dietaryText"[^>]*value="([^"]*)"/.exec(page?.text ?? '')?.[1];
    if (written !== undefined && written.trim() !== '') count += 1;
  }
  return count;
}

async function sessionReports(
  life: Life,
  participants: ApiParticipants['participants'],
  plan: ApiProject,
): Promise<SessionReport[]> {
  const { sessions: meetings } = await life.lead.get<ApiMeetings>(`${life.api}/meetings`);
  const evaluations = await life.lead.get<readonly { sessionId: string; shown: number }[]>(`${life.api}/evaluations`);
  const documents = await life.lead.get<readonly { sessionId: string; sharedAt: string | null }[]>(
    `${life.api}/documents`,
  );
  return plan.sessions.map(({ id, start, end }) => {
    const meeting = meetings.find(({ sessionId }) => sessionId === id);
    return {
      id,
      start: start ?? '',
      end: end ?? '',
      room: meeting?.venue ?? null,
      roomStatus: meeting?.roomStatus ?? 'none',
      attendees: meeting?.invited ?? 0,
      accepted: meeting?.accepted ?? 0,
      declined: meeting?.declined ?? 0,
      present: participants.filter(({ sessions }) =>
        sessions.some(({ sessionId, attended }) => sessionId === id && attended === true),
      ).length,
      evaluationAnswers: evaluations.find(({ sessionId }) => sessionId === id)?.shown ?? 0,
      documents: documents.filter(({ sessionId, sharedAt }) => sessionId === id && sharedAt !== null).length,
    };
  });
}

async function graphFigures(life: Life): Promise<Report['graph']> {
  const exchanges = await life.web.sandbox<readonly FarExchange[]>('log?all=1');
  const outer = exchanges.filter(({ path }) => !path.startsWith('batch '));
  const writes = outer
    .flatMap(({ method, path, requestBody }) => (path.endsWith('/$batch') ? innerMethods(requestBody) : [method]))
    .filter((method) => method !== 'GET');
  return {
    httpRequests: outer.length,
    writes: writes.length,
    throttled: outer.filter(
      ({ status, responseBody }) => status === 429 || JSON.stringify(responseBody ?? '').includes('"status":429'),
    ).length,
    retried: repeated(outer),
  };
}

function innerMethods(body: unknown): string[] {
  const requests =
    typeof body === 'object' && body !== null && 'requests' in body && Array.isArray(body.requests)
      ? (body.requests as unknown[])
      : [];
  return requests.map((one) =>
    typeof one === 'object' && one !== null && 'method' in one ? String(one.method) : 'GET',
  );
}

/** Creates with a transaction id that had been sent before. */
function repeated(exchanges: readonly FarExchange[]): number {
  const ids = exchanges.flatMap(({ requestBody }) =>
    [...JSON.stringify(requestBody ?? '').matchAll(/"transactionId":"([^"]+)"/g)].map((found) => found[1] ?? ''),
  );
  return ids.length - new Set(ids).size;
}

/** The organiser's live events, one per session, with the people that the calendar holds. */
export async function organiserEvents(life: Life): Promise<readonly FarEvent[]> {
  const mailbox = life.script.file.project.organiserMailbox ?? '';
  const events = await life.web.sandbox<readonly FarEvent[]>(`calendar?address=${encodeURIComponent(mailbox)}`);
  return events.filter(({ isCancelled, isOrganizer }) => isOrganizer && !isCancelled);
}

export async function inboxMails(life: Life): Promise<readonly FarMail[]> {
  return (await life.web.sandbox<readonly FarMail[]>('mails')).filter(({ folder }) => folder === 'inbox');
}
