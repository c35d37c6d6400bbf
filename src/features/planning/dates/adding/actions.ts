import { dateWarnings } from '../../../../domain/date-warnings.ts';
import { localDate } from '../../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import { inBoth, listDate, timeRange } from '../../../../domain/swedish-text.ts';
import type { Tools } from '../../../../tools.ts';
import { previewOf, samePreview } from '../../../notices/rules.ts';
import { valuesIn } from '../../audit/rules.ts';
import { projectOf, sessionsOf } from '../../queries.ts';
import * as store from '../../store.ts';
import type { AddPreview, Confirm, NewSession, NewTime, PlanRefusal, Session } from '../../types.ts';
import { columnsOf, newBooking, pastAdvice, recordChange, timeColumns, timeFault, updateLine } from '../actions.ts';
import { collisionsOn } from '../consequences/queries.ts';
import { toldOfTime } from '../invited/queries.ts';
import { emptySession } from '../rules.ts';
import { regionPeriods } from '../../region/queries.ts';

/** What a session more would mean. Once the registration has closed, everybody is invited to it. */
export async function previewAdd(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  input: NewSession,
): Promise<Outcome<AddPreview, PlanRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const time = timeOf(input);
  const fault = time === undefined ? undefined : timeFault(time, project, tools.clock.now());
  if (fault !== undefined) return fault;
  const number = nextNumber(await sessionsOf(tools, actor));
  // Without a date there is nothing to be invited to; the day is a move, which has its own preview.
  const people = time === undefined ? [] : (await toldOfTime(tools, project, null)).people;
  const day = time === undefined ? undefined : localDate(time.date);
  const warned = day === undefined ? [] : dateWarnings(day, await regionPeriods(tools, actor.tenantId));
  return done({
    ...previewOf({ texts: ['add', String(number), JSON.stringify(input)], recipients: people }),
    lines: [
      inBoth((language) => {
        const name = `${language === 'sv' ? 'Träff' : 'Session'} ${number}`;
        if (time === undefined || day === undefined)
          return language === 'sv' ? `${name} får datum senare.` : `${name} gets a date later.`;
        return `${name}: ${listDate(day, language)}, ${timeRange(time.startTime, time.endTime, language)}.`;
      }),
      updateLine(people.length, newBooking),
    ],
    warnings:
      day === undefined
        ? []
        : [
            ...pastAdvice(day, project, tools.clock.now()),
            ...(await collisionsOn(tools, actor, { id: null, number }, day)),
            ...warned,
          ],
  });
}

/** A session more. Its date can be set at once or later, by a move. Refused when somebody would be invited unseen. */
export async function addSession(
  tools: Tools,
  actor: Actor,
  { confirm, ...input }: NewSession & { readonly confirm?: Confirm | undefined },
): Promise<Outcome<{ sessionId: string }, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const preview = await previewAdd({ db: work.db, clock: tools.clock }, actor, input);
    if (!preview.ok) return preview;
    const isSeen = confirm === undefined ? preview.value.recipientCount === 0 : samePreview(preview.value, confirm);
    if (!isSeen) return refused('previewChanged');
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const sessions = await sessionsOf(work, actor);
    const number = nextNumber(sessions);
    const ids = { tenant_id: actor.tenantId, project_id: actor.projectId };
    const row = { ...emptySession(ids, number, input.title), id: freeId(sessions, number) };
    await store.insertSession(work, { ...row, ...columnsOf({}, input), ...timeColumns(timeOf(input)) });
    const details = { values: valuesIn(input), recipients: preview.value.recipientCount };
    await recordChange(work, tools, actor, { project, act: 'session.add', subject: row.id, details });
    return done({ sessionId: row.id });
  });
}

function nextNumber(sessions: readonly Session[]): number {
  return Math.max(0, ...sessions.map(({ number }) => number)) + 1;
}

/** A cancelled or imported session may already have the id that the number suggests. */
function freeId(sessions: readonly Session[], number: number): string {
  const taken = new Set(sessions.map(({ id }) => id));
  let candidate = number;
  while (taken.has(`s-${candidate}`)) candidate += 1;
  return `s-${candidate}`;
}

function timeOf(input: Partial<{ [Part in keyof NewTime]: string | undefined }>): NewTime | undefined {
  const { date, startTime, endTime } = input;
  return date === undefined || startTime === undefined || endTime === undefined
    ? undefined
    : { date, startTime, endTime };
}
