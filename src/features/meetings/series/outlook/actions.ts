import { Temporal } from 'temporal-polyfill';
import { endOfDay, localDate, localDateOf, startInstant } from '../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../domain/ids.ts';
import { languageOf } from '../../../../domain/words.ts';
import { AskedToWait } from '../../../../ports/far-side.ts';
import type { JobResult } from '../../../../ports/jobs.ts';
import type { Meeting, MeetingWrite, MeetingWriteResult } from '../../../../ports/meetings.ts';
import type { Tools } from '../../../../tools.ts';
import { dayLeftOut, seriesEnded } from '../letters/words.ts';
import { seriesFacts, type SeriesFacts } from '../queries.ts';
import { changeSeries, seriesOf } from '../store.ts';
import type { Series, SeriesEvent, SeriesProblem, WantedSeries } from '../types.ts';
import { watchFromNow } from '../../watch/actions.ts';
import { afterChange, draftOf, nextStep, seriesTransactionId, toldOf, type SeriesStep } from './rules.ts';

/** Made, days taken out, people let in; a change of somebody else's meanwhile takes one more. */
const mostSteps = 8;
const conflictWaitSeconds = 5;

interface Run {
  readonly tools: Tools;
  readonly key: ProjectKey;
  readonly series: Series;
  readonly facts: SeriesFacts;
}

type Ended = { readonly retryAfterSeconds: number } | 'next' | 'stop';

/**
 * Brings the series of planning meetings in Outlook to what was agreed (CAL-02, X-04), a step at a time: each is noted before
 * the next, so that dying anywhere leaves nothing twice.
 */
export async function reconcileSeries(tools: Tools, { tenantId, projectId }: ProjectKey): Promise<JobResult> {
  const key = { tenantId, projectId };
  try {
    for (let step = 0; step < mostSteps; step += 1) {
      const run = await openRun(tools, key);
      const next = run === undefined ? undefined : stepOf(run);
      if (run === undefined || next === undefined) return 'done';
      const ended = await take(run, next);
      if (ended === 'stop') return 'done';
      if (ended !== 'next') return ended;
    }
    return { retryAfterSeconds: conflictWaitSeconds };
  } catch (cause) {
    if (cause instanceof AskedToWait) return { retryAfterSeconds: cause.retryAfterSeconds };
    throw cause;
  }
}

async function openRun(tools: Tools, key: ProjectKey): Promise<Run | undefined> {
  const series = await seriesOf(tools, key);
  if (series === null || series.problem === 'gone') return undefined;
  const facts = await seriesFacts(tools, key, series.wish);
  if (facts === null || facts.project.state !== 'active') return undefined;
  return { tools, key, series, facts };
}

function stepOf({ tools, series, facts }: Run): SeriesStep | undefined {
  const { wish, endedAt, event } = series;
  const today = localDateOf(tools.clock.now(), facts.project.timeZone).toString();
  // What has all been held stays in people's calendars as it was.
  if (wish.until < today) return undefined;
  return nextStep(endedAt === null ? facts.wanted : null, event);
}

async function take(run: Run, step: SeriesStep): Promise<Ended> {
  switch (step.kind) {
    case 'create':
      return await create(run);
    case 'change':
      return await change(run, step);
    case 'leaveOut':
      return await leaveOut(run, step.days);
    case 'cancel':
      return await cancel(run);
  }
}

/** With nobody on it yet: Graph has no draft of a meeting, and days are still to be taken out. */
async function create({ tools, key, series, facts }: Run): Promise<Ended> {
  const { wanted } = facts;
  const transactionId = seriesTransactionId(key, series.generation);
  const intent = eventFrom(wanted, null);
  const mayExist = series.event !== null;
  if (!mayExist) {
    await watchFromNow(tools, { tenantId: key.tenantId, mailbox: wanted.mailbox });
    await tools.tx((work) => changeSeries(work, key, { event: intent }));
  }
  const first = mayExist ? await tools.meetings.findByTransactionId(wanted.mailbox, transactionId) : null;
  const result: MeetingWriteResult =
    first === null
      ? await write(tools, {
          kind: 'create',
          key: 'series',
          mailbox: wanted.mailbox,
          draft: draftOf(wanted, transactionId),
        })
      : { key: 'series', result: 'written', meeting: first };
  return await settled(tools, key, result, (meeting) => eventFrom(wanted, meeting));
}

function eventFrom(wanted: WantedSeries, meeting: Meeting | null): SeriesEvent {
  return {
    mailbox: wanted.mailbox,
    eventId: meeting?.id ?? null,
    iCalUId: meeting?.iCalUId ?? null,
    joinUrl: meeting?.joinUrl ?? null,
    told: toldOf(wanted),
    attendees: [],
    leftOut: [],
    room: null,
  };
}

async function change(run: Run, step: Extract<SeriesStep, { kind: 'change' }>): Promise<Ended> {
  const { tools, key, series, facts } = run;
  const { event } = series;
  if (event === null) return 'next';
  const { mailbox, eventId } = event;
  const actual = eventId === null ? null : await tools.meetings.read(mailbox, eventId);
  if (actual === null || actual.isCancelled) return await problem(tools, key, 'gone');
  const result = await write(tools, {
    kind: 'change',
    key: 'series',
    mailbox,
    id: actual.id,
    etag: actual.etag,
    change: step.change,
  });
  return await settled(tools, key, result, (meeting) => ({
    ...afterChange(event, facts.wanted, step.change),
    // A link may come a while after the meeting.
    joinUrl: meeting?.joinUrl ?? event.joinUrl,
  }));
}

/** Takes the free days out of the series: without a word while nobody is on it, else each with its cancellation. */
async function leaveOut({ tools, key, series, facts }: Run, days: readonly string[]): Promise<Ended> {
  const { event } = series;
  if (event === null || event.eventId === null) return 'next';
  const { mailbox, eventId, attendees } = event;
  const { timeZone, project } = { timeZone: facts.project.timeZone, project: facts.project };
  const standing = await tools.meetings.occurrences({ mailbox, seriesId: eventId, ...windowOf(days, timeZone) });
  if (standing === null) return await problem(tools, key, 'gone');
  const comment = dayLeftOut(languageOf(project.language));
  const writes = standing
    .filter(({ start }) => days.includes(localDateOf(Temporal.Instant.from(start), timeZone).toString()))
    .map(({ id }, index): MeetingWrite => {
      const common = { key: String(index), mailbox, id };
      return attendees.length === 0 ? { kind: 'remove', ...common } : { kind: 'cancel', ...common, comment };
    });
  const results = writes.length === 0 ? [] : await tools.meetings.write(writes);
  const waits = results.flatMap((one) => (one.result === 'later' ? [one.retryAfterSeconds] : []));
  if (waits.length > 0) return { retryAfterSeconds: Math.max(...waits) };
  if (results.some(({ result }) => result === 'refused')) return await problem(tools, key, 'refused');
  await tools.tx((work) =>
    changeSeries(work, key, { event: { ...event, leftOut: facts.wanted.leftOut }, problem: null }),
  );
  return 'next';
}

function windowOf(days: readonly string[], timeZone: string): { readonly from: string; readonly to: string } {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''].map(localDate);
  if (first === undefined || last === undefined) throw new Error('no days to leave out');
  return {
    from: startInstant(first, '00:00', timeZone).toString(),
    to: endOfDay(last, timeZone).toString({ smallestUnit: 'second' }),
  };
}

/** Ended, or to be made anew: who has it gets its cancellation. */
async function cancel({ tools, key, series, facts }: Run): Promise<Ended> {
  const { event, generation } = series;
  if (event === null) return 'next';
  const { mailbox } = event;
  const id =
    event.eventId ??
    (await tools.meetings.findByTransactionId(mailbox, seriesTransactionId(key, generation)))?.id ??
    null;
  if (id !== null) {
    const common = { key: 'series', mailbox, id };
    const comment = seriesEnded(languageOf(facts.project.language));
    const result = await write(
      tools,
      event.attendees.length === 0 ? { kind: 'remove', ...common } : { kind: 'cancel', ...common, comment },
    );
    if (result.result === 'later') return { retryAfterSeconds: result.retryAfterSeconds };
    if (result.result === 'refused') return await problem(tools, key, 'refused');
  }
  // Another number, so that what is made anew is never taken for this one.
  await tools.tx((work) => changeSeries(work, key, { event: null, generation: generation + 1, problem: null }));
  return 'next';
}

async function write(tools: Tools, one: MeetingWrite): Promise<MeetingWriteResult> {
  const [result] = await tools.meetings.write([one]);
  if (result === undefined) throw new Error('a write has no result');
  return result;
}

async function settled(
  tools: Tools,
  key: ProjectKey,
  result: MeetingWriteResult,
  eventOf: (meeting: Meeting | null) => SeriesEvent,
): Promise<Ended> {
  switch (result.result) {
    case 'written':
      await tools.tx((work) => changeSeries(work, key, { event: eventOf(result.meeting), problem: null }));
      return 'next';
    case 'later':
      return { retryAfterSeconds: result.retryAfterSeconds };
    case 'gone':
      return await problem(tools, key, 'gone');
    case 'refused':
      return await problem(tools, key, 'refused');
    case 'changedMeanwhile':
      return 'next';
  }
}

async function problem(tools: Tools, key: ProjectKey, what: SeriesProblem): Promise<Ended> {
  await tools.tx((work) => changeSeries(work, key, { problem: what }));
  return 'stop';
}
