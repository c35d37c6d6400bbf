import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { sql } from 'kysely';
import type { Db } from '../../database/open.ts';
import { AskedToWait } from '../../ports/far-side.ts';
import { jobNames, type JobName, type JobPayloads, type JobResult } from '../../ports/jobs.ts';
import { withRequestId } from '../local/request-id.ts';
import { enqueueLater } from './queue.ts';

export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<JobResult> };

export interface WorkerParts {
  readonly boss: PgBoss;
  readonly db: Db;
  readonly log: Logger;
  readonly handlers: JobHandlers;
  /** Does or enqueues whatever the clock says is due. */
  readonly tick: () => Promise<void>;
  /** The far side's clock stands still while `settle` works, so waiting for it in real time would lead nowhere. */
  readonly timeStandsStill?: boolean;
}

export interface Worker {
  /** Work has been put in a queue by this process. */
  wake(name: JobName): void;
  /** Ticks and works until nothing is due now: what a person would see if they waited a moment. */
  settle(): Promise<void>;
  start(): void;
  /** Finishes what has begun, begins nothing new. */
  stop(): Promise<void>;
}

const BATCH = 10;
const POLL_MS = 1000;
const TICK_MS = 5000;
/** A waiting time asked for by the far side that `settle` waits out rather than leaves behind. */
const SETTLE_WAIT_MS = 15_000;
const SETTLE_ROUNDS = 250;
/** On a clock that stands still a wait is cut short, but not to nothing: a row may be locked, a far side busy. */
const STILL_WAIT_MS = 50;

export function createWorker(parts: WorkerParts): Worker {
  const busy = new Map<JobName, Promise<number>>();
  const timers: NodeJS.Timeout[] = [];
  let ticking: Promise<void> | undefined;
  let stopping = false;

  /** One queue is worked by one runner at a time in this process, so that a drain and the timer never meet. */
  const run = (name: JobName): Promise<number> => {
    const running = busy.get(name);
    if (running) return running;
    // One mailbox takes few calls at a time, and an invitation is more urgent than a letter that tells of it.
    const before = name === 'notices.send' ? busy.get('meetings.reconcile') : undefined;
    const work = Promise.allSettled([before])
      .then(() => workQueue(parts, name, () => stopping))
      .finally(() => busy.delete(name));
    busy.set(name, work);
    return work;
  };
  const tick = (): Promise<void> => {
    ticking ??= parts.tick().finally(() => (ticking = undefined));
    return ticking;
  };
  const quietly = (what: string, work: Promise<unknown>): void => {
    work.catch((cause: unknown) => parts.log.error({ err: cause }, what));
  };

  /** One look tells which queues have work: an empty fetch costs the embedded database as much as a full one. */
  const drain = async (): Promise<{ worked: number; waitMs: number | undefined }> => {
    const waiting = await waitingMs(parts.db);
    const due = jobNames.filter((name) => (waiting.get(name) ?? Infinity) <= 0);
    const counts = await Promise.all(due.map((name) => run(name)));
    // On a clock that stands still nothing is worth waiting for, however long the far side asked for.
    const longest = parts.timeStandsStill ? Infinity : SETTLE_WAIT_MS;
    const soon = [...waiting.values()].filter((ms) => ms <= longest);
    return {
      worked: counts.reduce((sum, count) => sum + count, 0),
      waitMs: soon.length === 0 ? undefined : Math.max(0, Math.min(...soon)),
    };
  };

  return {
    wake: (name) => {
      // After the transaction that enqueued has had time to commit; the poll catches what comes later.
      if (timers.length > 0) setTimeout(() => !stopping && quietly('job', run(name)), 20).unref();
    },
    settle: async () => {
      for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
        await Promise.all(busy.values());
        const first = await drain();
        if (first.worked > 0) continue;
        // A tick asks more than a look at the queues, so it comes when these are empty, and last.
        await tick();
        const { worked, waitMs } = await drain();
        if (worked > 0) continue;
        if (waitMs === undefined) return;
        await sleep((parts.timeStandsStill ? Math.min(waitMs, STILL_WAIT_MS) : waitMs) + 20);
        if (parts.timeStandsStill) await hurry(parts.db);
      }
      parts.log.warn('work goes on after the last round of settling');
    },
    start: () => {
      timers.push(setInterval(() => jobNames.forEach((name) => quietly('job', run(name))), POLL_MS));
      timers.push(setInterval(() => quietly('tick', tick()), TICK_MS));
    },
    stop: async () => {
      stopping = true;
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled([...busy.values(), ticking]);
    },
  };
}

async function workQueue<Name extends JobName>(
  parts: WorkerParts,
  name: Name,
  stopping: () => boolean,
): Promise<number> {
  let worked = 0;
  while (!stopping()) {
    const jobs = await parts.boss.fetch<JobPayloads[Name]>(name, { batchSize: BATCH });
    if (jobs.length === 0) break;
    for (const job of jobs) {
      await workOne(parts, name, job);
      worked += 1;
    }
  }
  return worked;
}

async function workOne<Name extends JobName>(
  parts: WorkerParts,
  name: Name,
  job: { id: string; data: JobPayloads[Name] },
): Promise<void> {
  try {
    const result = await withRequestId(job.id, () => parts.handlers[name](job.data));
    await parts.boss.complete(name, job.id);
    if (result !== 'done') await enqueueLater(parts.boss, { name, payload: job.data }, result.retryAfterSeconds);
  } catch (cause) {
    if (cause instanceof AskedToWait) {
      parts.log.info({ job: name, jobId: job.id, why: cause.message }, 'job waits for the far side');
      await parts.boss.complete(name, job.id);
      return await enqueueLater(parts.boss, { name, payload: job.data }, cause.retryAfterSeconds);
    }
    parts.log.error({ err: cause, job: name, jobId: job.id }, 'job failed, it is tried again');
    await parts.boss.fail(name, job.id, { message: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** Queue → milliseconds until its next job may run; 0 or less when it may now. Queues without waiting jobs are left out. */
async function waitingMs(db: Db): Promise<ReadonlyMap<JobName, number>> {
  const { rows } = await sql<{ name: JobName; ms: number }>`
    select name, (extract(epoch from min(start_after) - now()) * 1000)::float8 as ms
    from pgboss.job where state in ('created', 'retry') group by name`.execute(db);
  const ours = rows.filter(({ name }) => jobNames.includes(name));
  return new Map(ours.map(({ name, ms }) => [name, ms]));
}

/** What would be tried again later is tried now. */
async function hurry(db: Db): Promise<void> {
  await sql`update pgboss.job set start_after = now()
    where state in ('created', 'retry') and name in (${sql.join(jobNames)})`.execute(db);
}

/** The embedded database has one process, so whatever was running when it died can be given back at once. */
export async function giveBackJobs(db: Db): Promise<void> {
  const ours = sql`state = 'active' and name in (${sql.join(jobNames)})`;
  // Of one payload at most one waits for a new try: where one does already, it does the work of both.
  await sql`delete from pgboss.job as running where ${ours} and exists (
    select from pgboss.job as waiting where waiting.state = 'retry' and waiting.name = running.name
    and waiting.singleton_key is not distinct from running.singleton_key)`.execute(db);
  await sql`update pgboss.job set state = 'retry', start_after = now() where ${ours}`.execute(db);
}
