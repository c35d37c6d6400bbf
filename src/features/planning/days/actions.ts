import { localDate } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { inBoth, listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Tools } from '../../../tools.ts';
import { previewOf, samePreview } from '../../notices/rules.ts';
import { plannedSession, recordChange, timeFault, updateLine } from '../dates/actions.ts';
import { emptySession } from '../dates/rules.ts';
import { attendeesOf, sessionsOf } from '../queries.ts';
import * as store from '../store.ts';
import type { Confirm, NewTime, PlanPreview, PlanRefusal, Session } from '../types.ts';

type NewDay = NewTime & { readonly sessionId: string };

/** RG-07: what another day of a session would mean. Once participants are invited, they are invited to the day too. */
export async function previewDay(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  { sessionId, ...time }: NewDay,
): Promise<Outcome<PlanPreview, PlanRefusal>> {
  const found = await plannedSession(tools, actor, sessionId);
  if (!found.ok) return found;
  const { project, session } = found.value;
  const fault = timeFault(time, project, tools.clock.now());
  if (fault !== undefined) return fault;
  const days = await daysOf(tools, actor, session);
  if (session.date === null) return refused('noDateYet');
  if (days.some(({ date }) => date === time.date)) return refused('dayTaken');
  const isClosed = (await store.milestoneRows(tools, actor)).some(({ name }) => name === 'registrationClosed');
  const told = await Promise.all((isClosed ? [session] : days).map(({ id }) => attendeesOf(tools, actor, id)));
  const attendees = [...new Set(told.flat())];
  return done({
    ...previewOf({ texts: ['day', sessionId, JSON.stringify(time)], recipients: attendees }),
    lines: [
      inBoth((language) => {
        const when = `${listDate(localDate(time.date), language)}, ${timeRange(time.startTime, time.endTime, language)}`;
        return language === 'sv'
          ? `Träff ${session.number} får ${days.length + 1} dagar. Ny dag: ${when}.`
          : `Session ${session.number} gets ${days.length + 1} days. The new day: ${when}.`;
      }),
      // Before closing only those who plan have bookings, whose names now say which day it is; later a wording waits.
      isClosed
        ? updateLine(attendees.length, { sv: 'en bokning för dagen', en: 'a booking of the day' })
        : updateLine(attendees.length, { sv: 'en uppdatering av sin bokning', en: 'an update of the booking' }),
    ],
  });
}

/** Adds a day of its own to a session: same number, theme and planned venue. */
export async function addDay(
  tools: Tools,
  actor: Actor,
  { confirm, ...day }: NewDay & { readonly confirm: Confirm },
): Promise<Outcome<{ sessionId: string }, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const preview = await previewDay({ db: work.db, clock: tools.clock }, actor, day);
    if (!preview.ok) return preview;
    if (!samePreview(preview.value, confirm)) return refused('previewChanged');
    const found = await plannedSession(work, actor, day.sessionId);
    if (!found.ok) return found;
    const { project, session } = found.value;
    const id = freeDayId(await sessionsOf(work, actor), session.id);
    const ids = { tenant_id: actor.tenantId, project_id: actor.projectId };
    await store.insertSession(work, {
      ...emptySession(ids, session.number, session.title),
      id,
      theme: session.theme,
      date: day.date,
      start_time: day.startTime,
      end_time: day.endTime,
      full_day: session.fullDay,
      format: session.format,
      venue_id: session.venueId,
      layout: session.layout,
      extra: JSON.stringify({ dayOf: session.extra['dayOf'] ?? session.id }),
    });
    const details = { date: day.date, recipients: confirm.recipientCount };
    await recordChange(work, tools, actor, { project, act: 'session.addDay', subject: id, details });
    return done({ sessionId: id });
  });
}

async function daysOf(reader: store.Reader, actor: Actor, { number }: Session): Promise<readonly Session[]> {
  return (await sessionsOf(reader, actor)).filter((one) => one.number === number && !one.cancelled);
}

function freeDayId(sessions: readonly Session[], base: string): string {
  const taken = new Set(sessions.map(({ id }) => id));
  let day = 2;
  while (taken.has(`${base}-dag-${day}`)) day += 1;
  return `${base}-dag-${day}`;
}
