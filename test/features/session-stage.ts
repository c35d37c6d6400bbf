import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { createSeal } from '../../src/adapters/local/seal.ts';
import { machineIds } from '../../src/adapters/local/machine.ts';
import { enqueueIn } from '../../src/adapters/queue/queue.ts';
import { createWorker, type Worker } from '../../src/adapters/queue/worker.ts';
import type { OpenDatabase } from '../../src/database/open.ts';
import type { AgendaItem } from '../../src/database/tables/projects.ts';
import type { Actor } from '../../src/domain/people.ts';
import * as documentation from '../../src/features/documentation/jobs.ts';
import * as evaluations from '../../src/features/evaluations/jobs.ts';
import * as notices from '../../src/features/notices/jobs.ts';
import type { JobResult } from '../../src/ports/jobs.ts';
import type { OutgoingMail } from '../../src/ports/mailbox.ts';
import type { BotPost, ConversationRef } from '../../src/ports/messenger.ts';
import type { Tools } from '../../src/tools.ts';
import { lendDatabase } from '../databases.ts';
import type { Engine } from '../engines.ts';

export const tenantId = 'tenant-1';
export const projectId = 'lp-1';
export const key = { tenantId, projectId };
export const lead: Actor = {
  ...key,
  personId: 'st-1',
  name: 'Karin Lund',
  roles: ['contentLead', 'planningGroup'],
  language: 'sv',
};
export const stranger: Actor = { ...key, personId: 'p-01', name: 'Person 1', roles: ['participant'], language: 'sv' };

/** What has gone out, as the far sides saw it. */
export interface FarSides {
  readonly mails: OutgoingMail[];
  readonly posts: { readonly to: string; readonly post: BotPost }[];
  readonly uploads: { readonly path: string; readonly bytes: number }[];
  readonly files: Map<string, Uint8Array>;
  /** oid of those who have the bot. */
  readonly bots: Set<string>;
  isFolderReady: boolean;
}

export interface Stage {
  readonly tools: Tools;
  readonly far: FarSides;
  readonly worker: Worker;
  readonly database: OpenDatabase;
  /** Moves the clock and lets everything that is due happen. Local time in Stockholm, `2026-09-22T15:40`. */
  at(local: string): Promise<void>;
}

const notNow = (): never => {
  throw new Error('no part of these tests');
};

/** A real database and queue with recorders on the far side of the ports. */
export async function newStage(engine: Engine, start = '2026-09-01T09:00'): Promise<Stage> {
  const database = await lendDatabase(engine);
  let now = instant(start);
  const far: FarSides = {
    mails: [],
    posts: [],
    uploads: [],
    files: new Map(),
    bots: new Set(),
    isFolderReady: true,
  };
  const tools: Tools = {
    db: database.db,
    tx: (work) => database.tx((db, bossDb) => work({ db, enqueue: enqueueIn(database.boss, bossDb, () => undefined) })),
    clock: { now: () => now },
    ids: machineIds,
    seal: createSeal(randomBytes(32)),
    log: pino({ level: 'silent' }),
    meetings: {
      write: notNow,
      read: notNow,
      findByTransactionId: notNow,
      occurrences: notNow,
      changes: notNow,
      isOwnWrite: notNow,
      watch: notNow,
    },
    rooms: { places: notNow, busy: notNow },
    links: { look: notNow },
    directory: { byMail: () => Promise.resolve(null), byOid: () => Promise.resolve(null) },
    settings: {
      publicUrl: 'https://dalalab.example',
      homeTenantId: tenantId,
      organiserMailbox: 'dalalab@region.example',
      participantsTeamId: null,
      graceSeconds: 120,
      dietaryTermsRequired: false,
    },
    ...farPorts(far),
  };
  const done = (): Promise<JobResult> => Promise.resolve('done');
  const jobs = evaluations.evaluationJobs((offer) => ({
    card: { type: 'AdaptiveCard', audience: offer.audience, questions: offer.questions.length },
    summary: `Utvärdering av träff ${offer.sessionNumber}`,
  }));
  const worker = createWorker({
    boss: database.boss,
    db: database.db,
    log: tools.log,
    timeStandsStill: true,
    handlers: {
      'meetings.reconcile': done,
      'meetings.sync': done,
      'notices.send': (payload) => notices.sendNotices(tools, payload),
      'evaluations.open': (payload) => jobs['evaluations.open'](tools, payload),
      'evaluations.shuffle': (payload) => jobs['evaluations.shuffle'](tools, payload),
      'documents.share': (payload) => documentation.shareDocuments(tools, payload),
      'datePolls.show': done,
      'bot.followUp': done,
    },
    tick: async () => {
      await evaluations.runDue(tools);
      await documentation.runDue(tools);
      await notices.runDue(tools);
    },
  });
  return {
    tools,
    far,
    worker,
    database,
    at: async (local) => {
      now = instant(local);
      await worker.settle();
    },
  };
}

function instant(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant();
}

function farPorts(far: FarSides): Pick<Tools, 'mailbox' | 'messenger' | 'files'> {
  return {
    mailbox: {
      returned: () => Promise.resolve([]),
      letters: () => Promise.resolve([]),
      roomWords: () => Promise.resolve(null),
      send: (mail) => {
        far.mails.push(mail);
        return Promise.resolve({ result: 'sent', messageId: `m-${far.mails.length}` });
      },
    },
    messenger: {
      post: (to, post) => {
        far.posts.push({ to: to.conversationId, post });
        return Promise.resolve({ result: 'posted', activityId: `a-${far.posts.length}` });
      },
      update: notNow,
      openPersonal: (near, { oid }) =>
        Promise.resolve(
          far.bots.has(oid)
            ? { result: 'opened' as const, conversation: personalWith(near, oid) }
            : { result: 'notInstalled' as const },
        ),
    },
    files: {
      channelFolder: ({ channelId }) =>
        Promise.resolve(far.isFolderReady ? { driveId: 'drive', folderId: channelId } : null),
      upload: (_folder, { path, content }) => {
        far.uploads.push({ path, bytes: content.length });
        far.files.set(path, content);
        return Promise.resolve({
          driveId: 'drive',
          itemId: path,
          webUrl: `https://files/${path}`,
          size: content.length,
        });
      },
      download: ({ itemId }) => {
        const content = far.files.get(itemId);
        if (content === undefined) return Promise.resolve(null);
        return Promise.resolve(
          new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(content);
              controller.close();
            },
          }),
        );
      },
    },
  };
}

function personalWith(near: ConversationRef, oid: string): ConversationRef {
  return { ...near, kind: 'personal', conversationId: `chat-${oid}` };
}

export const sampleAgenda: readonly AgendaItem[] = [
  { start: '08:30', end: '09:00', type: 'arrival', title: 'Kaffe' },
  { start: '09:00', end: '09:20', type: 'opening', title: 'Välkommen' },
  { start: '09:20', end: '10:20', type: 'presentation', title: 'Forskning', speakerIds: ['sp-1'], mode: 'remote' },
  { start: '10:20', end: '10:40', type: 'break', title: 'Fika' },
  { start: '10:40', end: '12:00', type: 'dialogue', title: 'Samtal' },
  { start: '12:00', end: '13:00', type: 'lunch', title: 'Lunch' },
  { start: '13:00', end: '14:30', type: 'dialogue', title: 'Samtal' },
  { start: '14:30', end: '14:50', type: 'break', title: 'Fika' },
  { start: '14:50', end: '15:40', type: 'exercise', title: 'Övning' },
  { start: '15:40', end: '15:55', type: 'evaluation', title: 'Kort utvärdering' },
  { start: '15:55', end: '16:00', type: 'closing', title: 'Tack' },
];

/** A running project with two sessions and as many confirmed participants as wanted (`p-01` …). */
export async function aProject(stage: Stage, participants = 8): Promise<void> {
  const { db } = stage.tools;
  await db
    .insertInto('project')
    .values({
      tenant_id: tenantId,
      id: projectId,
      title: 'Hitta, utveckla, behålla',
      target_groups: '[]',
      max_per_organisation: '{"municipality":3}',
      guideline_version: '2026-01',
      language: 'sv',
      time_zone: 'Europe/Stockholm',
      key_dates: '{}',
      contact_person_id: 'st-1',
      guest_policy: '{"substituteAllowed":true,"colleagueAllowedSessions":[]}',
      dietary_legal_basis: null,
      dietary_retention_days: null,
      dietary_decision: null,
      state: 'active',
      blocks: '{}',
      created_at: new Date('2026-05-01T08:00:00Z'),
    })
    .execute();
  await db
    .insertInto('venue')
    .values({
      ...ownKey(),
      id: 'v-1',
      name: 'Siljan',
      city: 'Falun',
      own: true,
      capacity: 45,
      equipment: '[]',
      layout_options: '[]',
      extra: '{}',
      position: 0,
    })
    .execute();
  await db
    .insertInto('speaker')
    .values([
      {
        ...ownKey(),
        id: 'sp-1',
        display_name: 'Docent Falkåsen',
        mode: 'remote',
        slides_consent: true,
        links: '[]',
        extra: '{}',
        position: 0,
      },
      {
        ...ownKey(),
        id: 'sp-4',
        display_name: 'Marta Quiñones',
        mode: 'remote',
        slides_consent: false,
        links: '[]',
        extra: '{}',
        position: 1,
      },
    ])
    .execute();
  await db
    .insertInto('session')
    .values([session(1, '2026-09-22', sampleAgenda), session(2, '2026-11-05', [])])
    .execute();
  await addPerson(stage, { id: 'st-1', name: 'Karin Lund', kind: 'staff' });
  for (let number = 1; number <= participants; number += 1) await addParticipant(stage, number);
}

function ownKey(): { tenant_id: string; project_id: string } {
  return { tenant_id: tenantId, project_id: projectId };
}

function session(number: number, date: string, agenda: readonly AgendaItem[]) {
  return {
    ...ownKey(),
    id: `s-${number}`,
    number,
    title: `Träff ${number}`,
    theme: 'Nuläge och behov',
    date,
    start_time: '08:30',
    end_time: '16:00',
    full_day: true,
    format: 'onsite' as const,
    venue_id: 'v-1',
    agenda: JSON.stringify(agenda),
    extra: '{}',
  };
}

export async function addPerson(
  { tools }: Stage,
  person: { id: string; name: string; kind: 'staff' | 'participant'; oid?: string },
): Promise<void> {
  const [given = '', ...family] = person.name.split(' ');
  await tools.db
    .insertInto('person')
    .values({
      ...ownKey(),
      id: person.id,
      kind: person.kind,
      given_name: given,
      family_name: family.join(' '),
      display_name: person.name,
      title: 'Strateg',
      email: `${person.id}@kommun.example`,
      email_key: `${person.id}@kommun.example`,
      // Whoever the directory knows has an account here.
      account_type: person.oid === undefined ? 'external' : 'member',
      oid: person.oid ?? null,
      extra: '{}',
      position: Number(person.id.replace(/\D/g, '')),
    })
    .execute();
}

export async function addParticipant(stage: Stage, number: number, oid?: string): Promise<string> {
  const id = `p-${String(number).padStart(2, '0')}`;
  await addPerson(stage, { id, name: `Person ${number}`, kind: 'participant', ...(oid === undefined ? {} : { oid }) });
  await stage.tools.db
    .insertInto('registration')
    .values({
      ...ownKey(),
      person_id: id,
      state: 'confirmed',
      registered_at: new Date('2026-08-20T08:00:00Z'),
      source: 'webForm',
      warnings: '[]',
    })
    .execute();
  return id;
}

/** The project's participants' channel, with the bot in it. */
export async function linkChannel(
  { tools }: Pick<Stage, 'tools'>,
  purpose: 'participants' | 'planning' = 'participants',
  key: { readonly tenantId: string; readonly projectId: string } = { tenantId, projectId },
): Promise<void> {
  const conversationId = purpose === 'participants' ? '19:deltagare@thread.tacv2' : '19:planering@thread.v2';
  await tools.db
    .insertInto('conversation')
    .values({
      tenant_id: key.tenantId,
      conversation_id: conversationId,
      kind: purpose === 'participants' ? 'channel' : 'groupChat',
      service_url: 'https://smba.example/',
      bot_id: '28:bot',
      team_id: purpose === 'participants' ? 'team-1' : null,
      installed: true,
      seen_at: new Date('2026-08-01T08:00:00Z'),
    })
    .execute();
  await tools.db
    .insertInto('project_conversation')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      purpose,
      conversation_id: conversationId,
      linked_by: 'Karin',
      linked_at: new Date('2026-08-01T08:00:00Z'),
    })
    .execute();
}

/** The secret of the personal link in a mail. */
export function secretIn(mail: OutgoingMail | undefined, path: string): string {
  const found = new RegExp(`/${path}/([A-Za-z0-9_-]{40,})`).exec(mail?.text ?? '')?.[1];
  if (found === undefined) throw new Error(`no personal link to ${path} in ${mail?.subject ?? 'no mail'}`);
  return found;
}
