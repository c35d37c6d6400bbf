import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type SandboxConfig } from '../../config.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { importProject } from '../../features/planning/file/actions.ts';
import { activate, moveSession, previewActivation, previewMove } from '../../features/planning/actions.ts';
import { closeNow } from '../../features/registration/closing/actions.ts';
import { closingView } from '../../features/registration/closing/queries.ts';
import { decide } from '../../features/registration/decisions/actions.ts';
import { decisionPreview } from '../../features/registration/decisions/queries.ts';
import { takeInList } from '../../features/registration/list/actions.ts';
import { listPreview } from '../../features/registration/list/queries.ts';
import { participantsOf } from '../../features/registration/queries.ts';
import { confirmRooms, previewRooms } from '../../features/rooms/actions.ts';
import { createLog } from '../../log.ts';
import type { Exchange } from '../../sandbox/rows.ts';
import { usualTemperament, type World } from '../../sandbox/world.ts';
import { startSandbox, type RunningSandbox, type SandboxWish } from '../../start.ts';
import { organiserMailboxOf, sandboxTenantId, worldOf } from '../sandbox-world.ts';
import { dateOf, lateComers, organiser, participantAddress, planners, projectId, projectOfSize } from './project.ts';

export const key = { tenantId: sandboxTenantId, projectId };
export const lead: Actor = {
  ...key,
  personId: 'st-1',
  name: 'Innehållsansvarig',
  roles: ['contentLead', 'planningGroup'],
  language: 'sv',
};

/** A project on the whole product and a sandbox whose clock stands still. What is done is done by the product's own actions. */
export interface Stage {
  readonly running: RunningSandbox;
  /** Asks the proposed rooms, and waits until they have answered. */
  book(): Promise<void>;
  close(): Promise<void>;
  /** Ten people come late, in one list that the lead says yes to name by name. */
  takeLateComers(): Promise<void>;
  move(session: number, daysLater: number): Promise<void>;
  /** How many people stand on each meeting in Outlook; events of a room alone left out. */
  meetings(): readonly { readonly subject: string; readonly attendees: number }[];
  /** What went to Graph since this was last asked. */
  exchanges(): readonly Exchange[];
  leave(): Promise<void>;
}

export interface StageWish {
  readonly wire?: SandboxWish['wire'];
  /** Of a database that is empty and nobody else's; absent: one in memory. */
  readonly databaseUrl?: string;
}

/** Awake and with everybody registered but the late ones; nothing has been asked of Outlook. */
export async function openStage(people: number, wish: StageWish = {}): Promise<Stage> {
  const file = projectOfSize(people);
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-bench-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: wish.databaseUrl ?? 'memory://',
    GRACE_SECONDS: '0',
  });
  const running = await startSandbox({
    config: config as SandboxConfig, // nothing above asks for tenant mode
    world: silent(worldOf(file, { startsAt: '2026-08-20T07:00:00Z' })),
    organiserMailbox: organiserMailboxOf(file),
    log: createLog('silent'),
    tabFolder: null,
    frozen: true,
    inMemory: true,
    ...(wish.wire === undefined ? {} : { wire: wish.wire }),
  });
  const { tools, worker } = running.product;
  const settle = (): Promise<void> => worker.settle();
  /** The room answers within minutes, and the product hears of it. */
  const roomAnswers = async (): Promise<void> => {
    await settle();
    await running.sandbox.clock.advanceTo(running.sandbox.clock.now().add({ minutes: 20 }));
    await settle();
  };
  let seen = 0;
  okOf(await importProject(tools, key.tenantId, file, { actorName: lead.name }));
  okOf(await activate(tools, lead, okOf(await previewActivation(tools, lead))));
  await settle();

  return {
    running,
    book: async () => {
      const preview = okOf(await previewRooms(tools, lead));
      const choices = preview.choices.map((choice) => ({ ...choice, overrideReason: 'mätning' }));
      okOf(await confirmRooms(tools, lead, { ...preview, choices }));
      await roomAnswers();
    },
    close: async () => {
      const view = await closingView(tools, key);
      if (view === null) throw new Error('there is no project to close');
      okOf(await closeNow(tools, lead, view.now));
      await settle();
    },
    takeLateComers: async () => {
      const rows = Array.from({ length: lateComers }, (_one, index) => {
        const number = people - planners - lateComers + index + 1;
        return `Åsa${number}\tÖberg\t${participantAddress(number)}\tBänks kommun`;
      });
      const text = ['Förnamn\tEfternamn\tE-post\tOrganisation', ...rows].join('\n');
      const input = { text, choices: {}, attested: true };
      okOf(await takeInList(tools, lead, { ...input, shown: okOf(await listPreview(tools, key, input)) }));
      const list = await participantsOf(tools, key);
      for (const { id } of list?.participants.filter(({ state }) => state === 'lateRequest') ?? []) {
        const what = { personId: id, decision: 'approve' } as const;
        okOf(await decide(tools, lead, { ...what, shown: okOf(await decisionPreview(tools, key, what)) }));
      }
      await settle();
    },
    move: async (session, daysLater) => {
      const time = { date: dateOf(session, daysLater), startTime: '09:00', endTime: '16:00' };
      const move = { sessionId: `s-${session + 1}`, ...time };
      okOf(await moveSession(tools, lead, { ...move, confirm: okOf(await previewMove(tools, lead, move)) }));
      await roomAnswers();
    },
    meetings: () =>
      running.sandbox
        .calendar(organiser)
        .map(({ subject, attendees }) => ({
          subject,
          attendees: attendees.filter(({ type }) => type !== 'resource').length,
        }))
        .filter(({ attendees }) => attendees > 0),
    exchanges: () => {
      const log = running.sandbox.requestLog();
      const fresh = log.slice(seen);
      seen = log.length;
      return fresh;
    },
    leave: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Reading people's answers is another duty, which grows with their number. Rooms answer. */
function silent(world: World): World {
  const temperament = { ...usualTemperament, accept: 0, decline: 0, tentative: 0 };
  return { ...world, people: world.people.map((person) => ({ ...person, temperament })) };
}

function okOf<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`the product refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
