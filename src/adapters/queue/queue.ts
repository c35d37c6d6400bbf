import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { OpenDatabase } from '../../database/open.ts';
import { jobNames, type Enqueue, type JobName, type JobPayloads } from '../../ports/jobs.ts';

/** The transaction's handle as pg-boss takes it. */
type BossDb = NonNullable<NonNullable<Parameters<PgBoss['send']>[2]>['db']>;

const NO_JOB = '00000000-0000-0000-0000-000000000000';
const RETRY_LIMIT = 8;
const RETRY_DELAY_SECONDS = 1;
const RETRY_DELAY_MAX_SECONDS = 300;
/** A process that dies holding a job gives it back after this long. The embedded database gives back at start instead. */
const EXPIRE_SECONDS = 300;

/** Starts pg-boss and makes the queues. `stately`: of one payload at most one waits and one runs, whatever the number of processes. */
export async function startQueues({ boss, db }: Pick<OpenDatabase, 'boss' | 'db'>): Promise<void> {
  await boss.start();
  await forgetWhatRuns(db);
  for (const name of jobNames) {
    await boss.createQueue(name, {
      policy: 'stately',
      retryLimit: RETRY_LIMIT,
      retryDelay: RETRY_DELAY_SECONDS,
      retryBackoff: true,
      retryDelayMax: RETRY_DELAY_MAX_SECONDS,
      expireInSeconds: EXPIRE_SECONDS,
      notify: true,
    });
    // Fills pg-boss's cache of queues: the first send inside a transaction would otherwise read past that transaction.
    await boss.findJobs(name, { id: NO_JOB });
  }
}

/**
 * Once a minute pg-boss counts its queues and notes which payloads are running, and for the next minute or two it hands
 * out none of these, though they have long ended: a project's letters would lie still. The note is only a short cut,
 * since the index of running payloads refuses a second one anyway, so it is never written down.
 */
async function forgetWhatRuns(db: OpenDatabase['db']): Promise<void> {
  await sql`
    do $$ begin
      perform pg_advisory_xact_lock(hashtext('pgboss.forget_what_runs'));
      if exists (select from pg_trigger where tgname = 'forget_what_runs') then return; end if;
      create function pgboss.forget_what_runs() returns trigger language plpgsql as $body$
        begin new.singletons_active := null; return new; end $body$;
      create trigger forget_what_runs before update on pgboss.queue
        for each row execute function pgboss.forget_what_runs();
      update pgboss.queue set singletons_active = null;
    end $$`.execute(db);
}

/** Jobs that commit with the transaction behind `bossDb`. The same payload waiting twice becomes one job. */
export function enqueueIn(boss: PgBoss, bossDb: BossDb, wake: (name: JobName) => void): Enqueue {
  return async (name, payload) => {
    await boss.send(name, payload, { db: bossDb, singletonKey: keyOf(payload) });
    wake(name);
  };
}

export async function enqueueLater<Name extends JobName>(
  boss: PgBoss,
  job: { name: Name; payload: JobPayloads[Name] },
  seconds: number,
): Promise<void> {
  await boss.send(job.name, job.payload, { singletonKey: keyOf(job.payload), startAfter: Math.ceil(seconds) });
}

function keyOf(payload: object): string {
  return Object.values(payload).join(' ');
}
