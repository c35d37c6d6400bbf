import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { enqueueIn } from '../../src/adapters/queue/queue.ts';
import { createWorker, giveBackJobs, type JobHandlers, type Worker } from '../../src/adapters/queue/worker.ts';
import type { OpenDatabase } from '../../src/database/open.ts';
import type { JobResult } from '../../src/ports/jobs.ts';
import { lendDatabase } from '../databases.ts';
import { onEachEngine } from '../engines.ts';

const project = { tenantId: 't', projectId: 'lp' };

onEachEngine('jobs', (engine) => {
  async function start(
    handle: () => Promise<JobResult>,
    send?: () => Promise<JobResult>,
  ): Promise<{ database: OpenDatabase; worker: Worker }> {
    const database = await lendDatabase(engine);
    onTestFinished(() => database.close());
    const nothing = (): Promise<JobResult> => Promise.resolve('done');
    const handlers: JobHandlers = {
      'meetings.reconcile': handle,
      'meetings.sync': nothing,
      'notices.send': send ?? nothing,
      'evaluations.open': nothing,
      'evaluations.shuffle': nothing,
      'documents.share': nothing,
      'datePolls.show': nothing,
      'bot.followUp': nothing,
    };
    const worker = createWorker({
      boss: database.boss,
      db: database.db,
      log: pino({ level: 'silent' }),
      handlers,
      tick: () => Promise.resolve(),
    });
    return { database, worker };
  }

  const ask = (database: OpenDatabase, then?: () => void): Promise<void> =>
    database.tx(async (_db, bossDb) => {
      await enqueueIn(database.boss, bossDb, () => undefined)('meetings.reconcile', project);
      then?.();
    });

  test('work asked for in a transaction that fails is never done', async () => {
    let runs = 0;
    const { database, worker } = await start(() => Promise.resolve((runs += 1)).then(() => 'done' as const));
    const failing = ask(database, () => {
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await worker.settle();
    expect(runs).toBe(0);
  });

  test('letters wait until the invitations are out, since one mailbox takes few calls at a time', async () => {
    const did: string[] = [];
    const { database, worker } = await start(
      async () => {
        did.push('invitations begin');
        await new Promise((go) => setTimeout(go, 50));
        did.push('invitations end');
        return 'done';
      },
      () => Promise.resolve(did.push('letters')).then(() => 'done' as const),
    );
    await database.tx(async (_db, bossDb) => {
      const enqueue = enqueueIn(database.boss, bossDb, () => undefined);
      await enqueue('notices.send', project);
      await enqueue('meetings.reconcile', project);
    });
    await worker.settle();
    expect(did).toEqual(['invitations begin', 'invitations end', 'letters']);
  });

  test('the same work asked for three times waits once', async () => {
    let runs = 0;
    const { database, worker } = await start(() => Promise.resolve((runs += 1)).then(() => 'done' as const));
    await ask(database);
    await ask(database);
    await ask(database);
    await worker.settle();
    expect(runs).toBe(1);
    await ask(database);
    await worker.settle();
    expect(runs).toBe(2);
  });

  test('X-04 work asked for while the same is done is done next, although the queues are counted meanwhile', async () => {
    let runs = 0;
    const { database, worker } = await start(async () => {
      runs += 1;
      if (runs > 1) return 'done';
      await ask(database);
      // As pg-boss does by itself once a minute, and then reads what it has noted.
      await sql`update pgboss.queue set monitor_claim_on = null, monitor_on = null`.execute(database.db);
      await database.boss.supervise('meetings.reconcile');
      await database.boss.updateQueue('meetings.reconcile', { retryLimit: 8 });
      return 'done';
    });
    await ask(database);
    await worker.settle();
    expect(runs).toBe(2);
  });

  test('a far side that asks for a second gets the work again after it', async () => {
    let runs = 0;
    const { database, worker } = await start(() => {
      runs += 1;
      return Promise.resolve(runs === 1 ? { retryAfterSeconds: 1 } : 'done');
    });
    await ask(database);
    await worker.settle();
    expect(runs).toBe(2);
  });

  test('X-04 work that failed is tried again', async () => {
    let runs = 0;
    const { database, worker } = await start(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('the wire broke')) : Promise.resolve('done');
    });
    await ask(database);
    await worker.settle();
    expect(runs).toBe(2);
  });

  test('work that was running when the process died is given back at the next start', async () => {
    let runs = 0;
    const { database, worker } = await start(() => Promise.resolve((runs += 1)).then(() => 'done' as const));
    await ask(database);
    expect(await database.boss.fetch('meetings.reconcile')).toHaveLength(1);
    await worker.settle();
    expect(runs).toBe(0);
    await giveBackJobs(database.db);
    await worker.settle();
    expect(runs).toBe(1);
  });

  test('a statement outside the open transaction is refused', async () => {
    const { database } = await start(() => Promise.resolve('done'));
    const bypass = database.tx(() => database.db.selectFrom('project').selectAll().execute());
    await expect(bypass).rejects.toThrow('outside the open transaction');
  });

  test('both engines read the same values', async () => {
    const { database } = await start(() => Promise.resolve('done'));
    const now = new Date('2026-09-22T06:30:00Z');
    await database.db
      .insertInto('meeting_sync')
      .values({
        tenant_id: 't',
        mailbox: 'a@b.example',
        delta_link: null,
        read_at: now,
        subscription_id: null,
        subscription_expires_at: null,
      })
      .execute();
    const row = await database.db.selectFrom('meeting_sync').selectAll().executeTakeFirstOrThrow();
    const { count } = await database.db
      .selectFrom('meeting_sync')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect({ read: row.read_at, count }).toEqual({ read: now, count: 1 });
  });
});
