import type { Temporal } from 'temporal-polyfill';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createWorker } from '../../../src/adapters/queue/worker.ts';
import { sandboxTenantId } from '../../../src/commands/sandbox-world.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { previewDrift, settleDrift } from '../../../src/features/meetings/drift/actions.ts';
import type { DriftSide } from '../../../src/features/meetings/drift/types.ts';
import { nextDueAt, reconcileMeetings, runDue, syncMeetings } from '../../../src/features/meetings/jobs.ts';
import * as notices from '../../../src/features/notices/jobs.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { confirmRooms, previewRooms } from '../../../src/features/rooms/actions.ts';
import type { RoomChoice } from '../../../src/features/rooms/types.ts';
import type { StoredEvent } from '../../../src/sandbox/rows.ts';
import { openBench, type BenchWish, type TestBench } from '../../builders.ts';
import { quickest, type Engine } from '../../engines.ts';
import { sample } from '../planning/project-file.ts';

export const projectId = 'lp-2026-kompetens';
export const key = { tenantId: sandboxTenantId, projectId };
export const organiser = 'dalalab@region-dalarna.example';
export const sharedCalendar = 'ruf-moteskalender@region-dalarna.example';
export const siljan = 'sal-siljan@region-dalarna.example';
export const lead: Actor = {
  ...key,
  personId: 'st-1',
  name: 'Innehållsansvarig',
  roles: ['contentLead', 'planningGroup'],
  language: 'sv',
};

export interface Stage extends TestBench {
  /** Lets everything that is due now happen, and goes on until nothing is. */
  settle(): Promise<void>;
  /** Lives through this much time, step by step, as the product and the far side do. */
  pass(duration: Temporal.DurationLike): Promise<void>;
  /** Books the proposals, or these venues, with a reason where one is needed. */
  book(choices?: readonly RoomChoice[]): Promise<void>;
  closeRegistration(): Promise<void>;
  /** The job runs again, although nothing has changed. */
  reconcile(): Promise<void>;
  sync(): Promise<void>;
  /** Somebody says which side is right, after an edit in Outlook, and how many it told. */
  settleDrift(sessionId: string, side: DriftSide): Promise<number>;
  /** The organiser's live event of a session, by its number. */
  event(number: number): StoredEvent;
  /** Requests that changed something in Outlook, since the last time this was asked. */
  writes(): readonly { method: string; path: string; body: unknown }[];
}

/** The sample project, awake, on real tools and a sandbox. Opens for registration until somebody closes it. */
export async function openStage(
  wish: {
    now?: string;
    file?: unknown;
    engine?: Engine;
    publicUrl?: string;
    graceSeconds?: number;
    answers?: BenchWish['answers'];
    appScope?: readonly string[];
    rain?: BenchWish['rain'];
  } = {},
): Promise<Stage> {
  const file = wish.file ?? sample();
  const bench = await openBench(wish.engine ?? quickest, {
    file,
    now: wish.now ?? '2026-08-20T07:00:00Z',
    ...(wish.publicUrl === undefined ? {} : { publicUrl: wish.publicUrl }),
    ...(wish.answers === undefined ? {} : { answers: wish.answers }),
    ...(wish.rain === undefined ? {} : { rain: wish.rain }),
    ...(wish.appScope === undefined ? {} : { appScope: wish.appScope }),
    ...(wish.graceSeconds === undefined ? {} : { graceSeconds: wish.graceSeconds }),
  });
  onTestFinished(() => bench.close());
  const { tools, sandbox, database } = bench;
  const imported = await importProject(tools, key.tenantId, file, { actorName: 'test' });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  await tools.db.updateTable('project').set({ state: 'active' }).where('id', '=', projectId).execute();
  const quiet = () => Promise.resolve('done' as const);
  const worker = createWorker({
    boss: database.boss,
    db: database.db,
    log: pino({ level: 'silent' }),
    timeStandsStill: true,
    handlers: {
      'meetings.reconcile': (payload) => reconcileMeetings(tools, payload),
      'meetings.sync': (payload) => syncMeetings(tools, payload),
      'notices.send': (payload) => notices.sendNotices(tools, payload),
      'evaluations.open': quiet,
      'evaluations.shuffle': quiet,
      'documents.share': quiet,
      'datePolls.show': quiet,
      'bot.followUp': quiet,
    },
    tick: async () => {
      await notices.runDue(tools);
      await runDue(tools);
    },
  });
  sandbox.setHooks({
    settle: () => worker.settle(),
    nextDue: async () => (await nextDueAt(tools)) ?? null,
  });
  let seen = 0;
  const stage: Stage = {
    ...bench,
    settle: () => worker.settle(),
    pass: async (duration) => {
      await worker.settle();
      await sandbox.clock.advanceTo(sandbox.clock.now().add(duration));
      await worker.settle();
    },
    book: async (choices) => {
      const preview = await previewRooms(tools, lead, choices);
      if (!preview.ok) throw new Error(JSON.stringify(preview));
      const reasoned = preview.value.choices.map((choice) => ({ ...choice, overrideReason: 'enligt planen' }));
      const confirmed = await confirmRooms(tools, lead, { ...preview.value, choices: reasoned });
      if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
      await worker.settle();
    },
    closeRegistration: async () => {
      const at = new Date(sandbox.clock.nowMs());
      await tools.db
        .insertInto('milestone')
        .values({ tenant_id: key.tenantId, project_id: projectId, name: 'registrationClosed', at, source: 'tool' })
        .execute();
      await tools.tx(({ enqueue }) => enqueue('meetings.reconcile', key));
      await worker.settle();
    },
    reconcile: async () => {
      await tools.tx(({ enqueue }) => enqueue('meetings.reconcile', key));
      await worker.settle();
    },
    sync: async () => {
      await tools.tx(({ enqueue }) => enqueue('meetings.sync', key));
      await worker.settle();
    },
    settleDrift: async (sessionId, side) => {
      const preview = await previewDrift(tools, lead, { sessionId, side });
      if (!preview.ok) throw new Error(preview.reason);
      const settled = await settleDrift(tools, lead, { sessionId, side, confirm: preview.value });
      if (!settled.ok) throw new Error(settled.reason);
      await worker.settle();
      return preview.value.recipientCount;
    },
    event: (number) => {
      const found = sandbox.calendar(organiser).filter(({ subject }) => subject.startsWith(`Dalalab träff ${number} `));
      const [only] = found;
      if (only === undefined || found.length > 1) throw new Error(`träff ${number} has ${found.length} events`);
      return only;
    },
    writes: () => {
      const log = sandbox.requestLog();
      const fresh = log.slice(seen);
      seen = log.length;
      return fresh.flatMap(eventWrites);
    },
  };
  return stage;
}

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly requestBody: unknown;
}

function eventWrites({ method, path, requestBody }: Logged): { method: string; path: string; body: unknown }[] {
  if (path.endsWith('/$batch')) {
    const { requests } = requestBody as { requests: { method: string; url: string; body?: unknown }[] };
    return requests.flatMap((one) => eventWrites({ method: one.method, path: one.url, requestBody: one.body }));
  }
  const writes = method !== 'GET' && path.includes('/events');
  return writes ? [{ method, path, body: requestBody }] : [];
}

/** Moves a session in the plan and lets Outlook follow, as the planning page does. */
export async function moveSession(
  stage: Stage,
  sessionId: string,
  change: { date?: string; start_time?: string; end_time?: string; venue_id?: string; cancelled_at?: string },
): Promise<void> {
  await stage.tools.db.updateTable('session').set(change).where('id', '=', sessionId).execute();
  await stage.tools.tx(({ enqueue }) => enqueue('meetings.reconcile', key));
  await stage.settle();
}

/** What has been said of a kind, whoever it was said to: without a planning chat, by mail to those who lead. */
export async function saidOf({ tools }: Stage, kind: string): Promise<readonly string[]> {
  const rows = await tools.db.selectFrom('notice').select('content').where('kind', '=', kind).execute();
  return rows.map(({ content }) => String((content as { text?: unknown }).text));
}

/** What the planning group has been told, in its chat or, while there is none, by mail to the one who leads. */
export async function posts({ tools }: Stage): Promise<readonly string[]> {
  const rows = await tools.db
    .selectFrom('notice')
    .select(['channel', 'content'])
    .where('channel', 'in', ['planningChat', 'mail'])
    .orderBy('created_at')
    .execute();
  return rows.flatMap(({ channel, content }) => {
    const { subject, text, summary } = content as { subject?: string; text?: string; summary?: string };
    if (channel === 'planningChat') return [summary ?? text ?? ''];
    if (subject?.startsWith('Till planeringsgruppen') !== true) return [];
    // After the greeting the letter has the post's own words.
    return [text?.replace(/^.*\n+/, '') ?? ''];
  });
}
