import { dateWarnings } from '../../../../domain/date-warnings.ts';
import { localDate } from '../../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import type { Tools } from '../../../../tools.ts';
import { previewOf, samePreview } from '../../../notices/rules.ts';
import { projectOf, sessionsOf, venuesOf } from '../../queries.ts';
import * as store from '../../store.ts';
import type { MovePreview } from '../types.ts';
import type { Confirm, PlanRefusal, Session, Venue } from '../../types.ts';
import { previewMove, recordMove } from '../actions.ts';
import { othersOf } from '../consequences/queries.ts';
import { collisions } from '../consequences/rules.ts';
import { everybody, toldOfTime } from '../invited/queries.ts';
import { lastOfEach } from './rules.ts';
import type { DatesPreview, NewDate, PreviewedDate } from './types.ts';
import { regionPeriods } from '../../region/queries.ts';

type Reading = Pick<Tools, 'db' | 'clock' | 'settings'>;

/**
 * What it would mean to give several sessions new dates at once: each move's own preview, with the collisions as they are when
 * all have moved.
 */
export async function previewDates(
  tools: Tools,
  actor: Actor,
  dates: readonly NewDate[],
): Promise<Outcome<DatesPreview, PlanRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const [sessions, venues, planned] = await Promise.all([
    sessionsOf(tools, actor),
    venuesOf(tools, actor),
    venuesToPlan(tools, actor, dates),
  ]);
  const previewed: PreviewedDate[] = [];
  const moves: MovePreview[] = [];
  const recipients: string[] = [];
  for (const { venueId: _venue, ...move } of dates) {
    const session = sessions.find(({ id }) => id === move.sessionId);
    const preview = await previewMove(tools, actor, move);
    if (!preview.ok) return preview;
    if (session === undefined) return refused('noSession');
    const told = await toldOfTime(tools, project, session.id);
    const people = session.date === move.date ? told.people : everybody(told);
    const venue = venues.find(({ id }) => id === planned.get(session.id));
    recipients.push(...people.map((address) => `${session.id} ${address}`));
    moves.push(preview.value);
    previewed.push({
      ...shown(session, preview.value, venue),
      warnings: await warningsOf(tools, actor, session, dates),
    });
  }
  return done({
    ...previewOf({
      texts: ['dates', ...moves.map(({ textVersion }) => textVersion), ...previewed.map(({ venue }) => venue ?? '')],
      recipients,
    }),
    lines: [],
    dates: previewed,
    deadlines: lastOfEach(moves.flatMap(({ deadlines }) => deadlines)),
  });
}

function shown(session: Session, move: MovePreview, venue: Venue | undefined): Omit<PreviewedDate, 'warnings'> {
  return {
    sessionId: session.id,
    number: session.number,
    title: session.title,
    from: session.date,
    to: move.to,
    told: move.recipientCount,
    lines: move.lines.slice(1),
    hostMail: move.hostMail,
    venueAgain: move.venue,
    venue: venue?.name ?? null,
  };
}

async function warningsOf(
  tools: Reading,
  actor: Actor,
  session: Session,
  dates: readonly NewDate[],
): Promise<PreviewedDate['warnings']> {
  const own = dates.find(({ sessionId }) => sessionId === session.id);
  if (own === undefined) return [];
  const others = (await othersOf(tools, actor, session.id)).filter(
    ({ id }) => id === null || !dates.some(({ sessionId }) => sessionId === id),
  );
  const sessions = await sessionsOf(tools, actor);
  const together = dates.flatMap(({ sessionId, date }) => {
    const other = sessions.find(({ id }) => id === sessionId);
    return other === undefined || sessionId === session.id ? [] : [{ number: other.number, date, project: null }];
  });
  return [
    ...collisions(session, own.date, [...others, ...together]),
    ...dateWarnings(localDate(own.date), await regionPeriods(tools, actor.tenantId)),
  ];
}

/** A venue for the sessions that have none in the plan; another than the planned one is chosen where venues are booked. */
async function venuesToPlan(
  reader: Pick<Tools, 'db'>,
  actor: Actor,
  dates: readonly NewDate[],
): Promise<ReadonlyMap<string, string>> {
  const [sessions, venues] = await Promise.all([sessionsOf(reader, actor), venuesOf(reader, actor)]);
  const without = new Set(sessions.flatMap(({ id, venueId }) => (venueId === null ? [id] : [])));
  return new Map(
    dates.flatMap(({ sessionId, venueId }) =>
      typeof venueId === 'string' && without.has(sessionId) && venues.some(({ id }) => id === venueId)
        ? [[sessionId, venueId]]
        : [],
    ),
  );
}

/** Gives the sessions the dates that were seen, all or none. */
export async function confirmDates(
  tools: Tools,
  actor: Actor,
  { dates, confirm }: { readonly dates: readonly NewDate[]; readonly confirm: Confirm },
): Promise<Outcome<{ readonly set: number }, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const preview = await previewDates({ ...tools, db: work.db }, actor, dates);
    if (!preview.ok) return preview;
    if (!samePreview(preview.value, confirm)) return refused('previewChanged');
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const planned = await venuesToPlan(work, actor, dates);
    const sessions = await sessionsOf(work, actor);
    for (const { sessionId, venueId: _venue, ...time } of dates) {
      const session = sessions.find(({ id }) => id === sessionId);
      const told = preview.value.dates.find((one) => one.sessionId === sessionId)?.told ?? 0;
      if (session === undefined) return refused('noSession');
      const venue = planned.get(sessionId);
      if (venue !== undefined) await store.updateSession(work, { ...actor, sessionId }, { venue_id: venue });
      const isTogether = sessionId !== dates[0]?.sessionId;
      await recordMove(work, tools, actor, { project, session, time, recipients: told, isTogether });
    }
    return done({ set: dates.length });
  });
}
