import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { machineIds } from '../../../src/adapters/local/machine.ts';
import { createSeal } from '../../../src/adapters/local/seal.ts';
import { enqueueIn } from '../../../src/adapters/queue/queue.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { kitchenApi, kitchenPages } from '../../../src/features/kitchen/routes.ts';
import { sendNotices } from '../../../src/features/notices/jobs.ts';
import { noticesApi } from '../../../src/features/notices/routes.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { registrationApi, registrationPages } from '../../../src/features/registration/routes.ts';
import { retentionApi } from '../../../src/features/retention/routes.ts';
import { shellPages } from '../../../src/features/shell/routes.ts';
import type { MailResult, OutgoingMail } from '../../../src/ports/mailbox.ts';
import { tasksApi, tasksPages } from '../../../src/features/tasks/routes.ts';
import { todayApi } from '../../../src/features/today/routes.ts';
import type { Tools } from '../../../src/tools.ts';
import { lendDatabase } from '../../databases.ts';
import type { Engine } from '../../engines.ts';

const samplePath = new URL('../../../src/features/planning/sample/sample-project.json', import.meta.url);

interface SampleFile {
  project: Record<string, unknown>;
  participants: readonly { id: string }[];
  dietary: readonly unknown[];
  governance: { planningGroup: readonly string[] };
  [block: string]: unknown;
}

export const sample = (): SampleFile => JSON.parse(readFileSync(fileURLToPath(samplePath), 'utf8')) as SampleFile;

/** The sample's plan before anybody has registered. */
export function withoutParticipants(file: SampleFile): unknown {
  const { organisations, venues, sessions, speakers, staff, costs } = file;
  const planningGroup = file.governance.planningGroup.filter((id) => id.startsWith('st-'));
  const project = { ...file.project, phase: 'planning' };
  const people = (speakers as Record<string, unknown>[]).map((speaker) =>
    Object.fromEntries(Object.entries(speaker).filter(([name]) => name !== 'participantId')),
  );
  const top = { schemaVersion: 1, language: 'sv-SE', timeZone: 'Europe/Stockholm', project, costs };
  const rest = { organisations, staff, venues, sessions, speakers: people, participants: [] };
  return {
    ...top,
    ...rest,
    governance: { ...file.governance, planningGroup },
  };
}

export const key = { tenantId: 'tenant-a', projectId: 'lp-2026-kompetens' };

export const lead: Actor = {
  ...key,
  personId: 'st-1',
  name: 'Karin Tunsberg',
  roles: ['contentLead', 'planningGroup'],
  language: 'sv',
};

export interface Desk {
  readonly tools: Tools;
  /** What has reached the far side's mailboxes. */
  readonly mails: OutgoingMail[];
  /** What the far side answers the next times; then it takes everything. */
  readonly answers: (MailResult | Error)[];
  /** Jobs that committed. */
  readonly jobs: string[];
  at(moment: string): void;
  /** Sends what is due, as the worker would. */
  send(): Promise<unknown>;
  /** The public pages and, as `actor`, the tab's API. */
  open(actor?: Actor): Promise<Door>;
  close(): Promise<void>;
}

export interface Door {
  get(path: string): Promise<Answer>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<Answer>;
  api(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  readonly address: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** Real rules, database and pages; only the mailbox on the far side is a notebook. */
export async function openDesk(
  engine: Engine,
  wish: { now: string; file?: unknown; state?: string; isTenant?: boolean },
): Promise<Desk> {
  const database = await lendDatabase(engine);
  let now = Temporal.Instant.from(wish.now);
  const mails: OutgoingMail[] = [];
  const answers: (MailResult | Error)[] = [];
  const jobs: string[] = [];
  // The ports that these features never call; whoever does is told.
  const nothing = new Proxy({}, { get: () => () => Promise.reject(new Error('not part of this test')) }) as never;
  const tools: Tools = {
    rooms: nothing,
    links: nothing,
    meetings: nothing,
    files: nothing,
    directory: nothing,
    messenger: nothing,
    db: database.db,
    tx: (work) =>
      database.tx((db, bossDb) => work({ db, enqueue: enqueueIn(database.boss, bossDb, (name) => jobs.push(name)) })),
    clock: { now: () => now },
    ids: machineIds,
    seal: createSeal(Buffer.alloc(32, 1)),
    log: pino({ level: 'silent' }),
    mailbox: {
      returned: () => Promise.resolve([]),
      letters: () => Promise.resolve([]),
      roomWords: () => Promise.resolve(null),
      send: async (mail) => {
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        if (answer !== undefined && answer.result !== 'sent') return answer;
        if (!mails.some((earlier) => earlier.key === mail.key)) mails.push(mail);
        return { result: 'sent', messageId: mail.key };
      },
    },
    settings: {
      publicUrl: 'https://dalalab.example',
      homeTenantId: key.tenantId,
      organiserMailbox: 'dalalab@region-dalarna.example',
      participantsTeamId: null,
      graceSeconds: 120,
      dietaryTermsRequired: wish.isTenant ?? false,
    },
  };
  const file = wish.file ?? withoutParticipants(sample());
  const imported = await importProject(tools, key.tenantId, file, { actorName: 'Test' });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  await database.db
    .updateTable('project')
    .set({ state: (wish.state ?? 'active') as 'active' })
    .execute();
  const doors: { close(): void }[] = [];
  return {
    tools,
    mails,
    answers,
    jobs,
    at: (moment) => (now = Temporal.Instant.from(moment)),
    send: () => sendNotices(tools, key),
    open: async (actor = lead) => {
      const app = express();
      app.set('query parser', 'simple');
      app.use('/api', express.json(), (_request, response, next) => {
        response.locals['actor'] = actor;
        next();
      });
      app.use('/api', registrationApi(tools), noticesApi(tools), kitchenApi(tools), todayApi(tools), tasksApi(tools));
      app.use('/api', retentionApi(tools));
      app.use(shellPages(), registrationPages(tools), kitchenPages(tools), tasksPages(tools));
      const server = app.listen(0, '127.0.0.1');
      await once(server, 'listening');
      doors.push(server);
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error('the machine gave no port');
      return doorAt(`http://127.0.0.1:${bound.port}`);
    },
    close: async () => {
      for (const door of doors) door.close();
      await database.close();
    },
  };
}

function doorAt(address: string): Door {
  const visit = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, text: await response.text(), location: response.headers.get('location') };
  };
  return {
    address,
    get: (path) => visit(path, {}),
    post: (path, form) => visit(path, { method: 'POST', body: new URLSearchParams(form) }),
    api: async (method, path, body) => {
      const json =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const response = await fetch(`${address}/api${path}`, { method, ...json });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
    },
  };
}

/** A whole form; a test says only what matters to it. */
export function form(changed: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    givenName: 'Åsa',
    familyName: 'Hjortsberg-Lindh',
    title: 'Strateg',
    organisationId: 'org-2080',
    email: 'asa.hjortsberg-lindh@kommun-falun.example',
    phone: '070-174 06 12',
    commitment: 'ja',
    ...changed,
  };
}

/** The path of the personal page in a mail's text. */
export function ownPathIn(mail: OutgoingMail | undefined): string {
  const found = /https:\/\/dalalab\.example(\/min\/[A-Za-z0-9_-]{43})/.exec(mail?.text ?? '');
  if (found?.[1] === undefined) throw new Error(`no personal link in: ${mail?.text}`);
  return found[1];
}
