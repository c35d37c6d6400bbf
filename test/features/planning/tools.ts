import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { createSeal } from '../../../src/adapters/local/seal.ts';
import type { DirectoryPerson } from '../../../src/ports/directory.ts';
import type { JobName } from '../../../src/ports/jobs.ts';
import type { Tools } from '../../../src/tools.ts';
import { lendDatabase } from '../../databases.ts';
import type { Engine } from '../../engines.ts';

/** Tools on a new real database, with the jobs that were asked for and a clock that a test sets. */
export interface TestTools extends Tools {
  readonly asked: { readonly name: JobName; readonly payload: unknown }[];
  setClock(iso: string): void;
  /** People whom the directory knows. */
  readonly people: DirectoryPerson[];
  readonly lookUps: string[];
}

function notUsed(): never {
  throw new Error('planning reaches nothing but the directory');
}

export async function openTools(engine: Engine, now = '2026-05-04T08:00:00Z'): Promise<TestTools> {
  const database = await lendDatabase(engine);
  onTestFinished(() => database.close());
  const asked: TestTools['asked'] = [];
  const people: DirectoryPerson[] = [];
  const lookUps: string[] = [];
  let clock = Temporal.Instant.from(now);
  let ids = 0;
  return {
    asked,
    people,
    lookUps,
    setClock: (iso) => {
      clock = Temporal.Instant.from(iso);
    },
    db: database.db,
    tx: (work) =>
      database.tx((db) =>
        work({
          db,
          enqueue: (name, payload) => {
            asked.push({ name, payload });
            return Promise.resolve();
          },
        }),
      ),
    clock: { now: () => clock },
    ids: { next: () => `id-${String((ids += 1)).padStart(4, '0')}`, secret: () => 'secret', fraction: () => 0 },
    seal: createSeal(new Uint8Array(32)),
    log: pino({ level: 'silent' }),
    meetings: {
      write: notUsed,
      read: notUsed,
      findByTransactionId: notUsed,
      occurrences: notUsed,
      changes: notUsed,
      isOwnWrite: notUsed,
      watch: notUsed,
    },
    rooms: { places: notUsed, busy: notUsed },
    mailbox: { send: notUsed, returned: notUsed, letters: notUsed, roomWords: notUsed },
    links: { look: notUsed },
    files: { channelFolder: notUsed, upload: notUsed, download: notUsed },
    directory: {
      byMail: notUsed,
      byOid: (oid) => {
        lookUps.push(oid);
        return Promise.resolve(people.find((person) => person.oid === oid) ?? null);
      },
    },
    messenger: { post: notUsed, update: notUsed, openPersonal: notUsed },
    settings: {
      publicUrl: 'https://dalalab.example',
      homeTenantId: 'home',
      organiserMailbox: 'dalalab@region-dalarna.example',
      participantsTeamId: null,
      graceSeconds: 30,
      dietaryTermsRequired: false,
    },
  };
}
