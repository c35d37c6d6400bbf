import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { readConfig, type SandboxConfig } from '../../config.ts';
import type { ProjectFile } from '../../features/planning/file/types.ts';
import type { HumanSteps } from '../../features/planning/steps/types.ts';
import { createLog } from '../../log.ts';
import { startSandbox, type RunningSandbox, type SandboxWish } from '../../start.ts';
import { usualTemperament, type Person, type Temperament, type World } from '../../sandbox/world.ts';
import { chance } from './chance.ts';
import { oidOf as worldOid, organiserMailboxOf, worldOf } from '../sandbox-world.ts';
import { differences } from './checks.ts';
import { readEndState, type EndState } from './end-state.ts';
import { keep, openEvidence, type Evidence } from './evidence.ts';
import type { FarState } from './far-views.ts';
import { folded, type Act, type Life } from './life.ts';
import { gatherOutput } from './output.ts';
import { planningActs, roomsBookedAt } from './planning-days.ts';
import { registrationActs } from './registering.ts';
import { leaksIn, readReport, type Report } from './report.ts';
import { readScript, type Script } from './script.ts';
import { sessionActs } from './session-day.ts';
import { foodActs } from './food.ts';
import { informActs } from './informing.ts';
import { edgeActs } from './edges.ts';
import { edgedScript } from './edges/script.ts';
import { openWeb, type Web } from './web.ts';

export interface DemoWish {
  readonly file: ProjectFile;
  /** Where to write; null writes nothing. */
  readonly out: string | null;
  readonly seed: number;
  readonly edges: boolean;
  /** The share of requests that meet a fault on the far side; absent is fair weather. */
  readonly faults?: number;
  /** Enters the plan window by window as a content lead does, instead of importing it, and counts the human steps. */
  readonly byHand?: boolean;
  readonly print: (line: string) => void;
  /** Of a database that is empty and nobody else's; absent: one in memory. */
  readonly databaseUrl?: string;
  /** Breaks something on purpose between the product and the far side, to prove that the run can fail. */
  readonly wire?: SandboxWish['wire'];
  /** Loses what the script's people send, with the same purpose. */
  readonly web?: (web: Web) => Web;
}

export interface DemoResult {
  readonly report: Report;
  readonly differences: readonly string[];
  readonly evidence: Evidence;
  readonly steps: HumanSteps;
  readonly endState: EndState;
}

const PROGRESS_WIDTH = 24;
/** Real answers of a closed evaluation are read after this. */
const AFTERWARDS_DAYS = 9;

/** Lives the whole project of a file through the product's own entrances, on a clock that is moved. */
export async function runDemo(wish: DemoWish): Promise<DemoResult> {
  const script = wish.edges ? edgedScript(readScript(wish.file)) : readScript(wish.file);
  const evidence = openEvidence();
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-'));
  const running = await start(wish, script, folder, evidence);
  try {
    const opened = openWeb(running.url, evidence);
    const life = await openLife(wish, script, { web: wish.web ? wish.web(opened) : opened, evidence });
    await live(life, wish);
    const figures = await readReport(life);
    const steps = await life.lead.get<HumanSteps>(`${life.api}/steps`);
    const endState = await readEndState(life);
    await gatherOutput(life, wish.out);
    if (wish.out !== null) writeFileSync(join(wish.out, 'end-state.json'), `${JSON.stringify(endState, null, 2)}\n`);
    // Last, since everything that was read until now is evidence too.
    const injected =
      wish.faults === undefined ? {} : { injected: await life.web.sandbox<NonNullable<Report['injected']>>('fallen') };
    const report = {
      ...figures,
      ...injected,
      dietaryLeaks: leaksIn(life),
      ...(wish.edges ? { edges: life.ledger.edges } : {}),
    };
    return { report, differences: await differences(life, report), evidence, steps, endState };
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(wish: DemoWish, script: Script, folder: string, evidence: Evidence): Promise<RunningSandbox> {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: wish.databaseUrl ?? 'memory://',
    LOG_LEVEL: 'info',
    GRACE_SECONDS: '120',
  });
  return startSandbox({
    config: config as SandboxConfig, // nothing above asks for tenant mode
    world: worldFor(wish, script),
    organiserMailbox: organiserMailboxOf(wish.file),
    log: createLog('info', { write: (line) => keep(evidence, 'log', line) }),
    tabFolder: null,
    frozen: true,
    inMemory: true,
    ...(wish.faults === undefined ? {} : { rain: { rate: wish.faults, seed: wish.seed } }),
    ...(wish.wire === undefined ? {} : { wire: wish.wire }),
  });
}

/** The world of the file. A content lead signs in, so they have an account at least as a guest. */
function worldFor(wish: DemoWish, script: Script): World {
  const world = worldOf(wish.file, {
    startsAt: script.startsAt.toString(),
    seed: wish.seed,
    strictRooms: wish.edges,
  });
  const isLead = (person: Person): boolean => folded(person.mail) === folded(script.leadMail);
  const people = world.people.map((person): Person =>
    isLead(person) && person.kind !== 'member' && person.kind !== 'guest' ? { ...person, kind: 'guest' } : person,
  );
  return { ...world, people: people.map((person) => ({ ...person, temperament: temperamentOf(person, wish.seed) })) };
}

/** Some answer an invitation at once, some after lunch, some the day after: few moments, so that the clock has few stops. */
const ANSWER_MINUTES = [30, 240, 1440, 2640];

function temperamentOf({ mail }: Person, seed: number): Temperament {
  const delay = ANSWER_MINUTES[Math.floor(chance(seed, 'answers after', folded(mail)) * ANSWER_MINUTES.length)] ?? 30;
  return { ...usualTemperament, delayMinutes: [delay, delay] };
}

export async function openLife(
  wish: Pick<DemoWish, 'seed' | 'print'>,
  script: Script,
  { web, evidence }: { web: Web; evidence: Evidence },
): Promise<Life> {
  return {
    ...{ script, web, evidence, seed: wish.seed, print: wish.print },
    state: await web.sandbox<FarState>('state'),
    lead: web.as(worldOid(script.leadMail)),
    api: `/api/projects/${encodeURIComponent(script.projectId)}`,
    ledger: { refusals: [], extra: [], outcomes: new Map(), documents: new Map(), overridden: [], edges: [] },
  };
}

async function live(life: Life, wish: DemoWish): Promise<void> {
  const acts = storyOf(life, wish);
  const shown = new Set<string>();
  for (const [index, act] of acts.entries()) {
    await life.web.sandbox('clock', { to: act.at.toString() });
    const line = dayLine(life.script, act);
    if (!shown.has(line)) wish.print(`${progress(index, acts.length)} ${line}`);
    shown.add(line);
    await act.run(life);
  }
  const last = acts.at(-1)?.at ?? life.script.startsAt;
  await life.web.sandbox('clock', { to: last.add({ hours: 24 * AFTERWARDS_DAYS }).toString() });
  wish.print(`${progress(1, 1)} Klart`);
}

function storyOf(life: Life, wish: DemoWish): Act[] {
  const acts = [
    ...planningActs(life, wish.byHand === true),
    ...registrationActs(life),
    ...informActs(life),
    ...foodActs(life),
    ...life.script.sessions.flatMap((session) => sessionActs(life, session)),
    ...(wish.edges ? edgeActs(life.script, roomsBookedAt(life.script)) : []),
  ];
  return acts.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

function dayLine(script: Script, act: Act): string {
  return `${act.at.toZonedDateTimeISO(script.zone).toPlainDate().toString()}  ${act.title}`;
}

function progress(done: number, all: number): string {
  const filled = Math.round((done / Math.max(1, all)) * PROGRESS_WIDTH);
  return `[${'#'.repeat(filled)}${'·'.repeat(PROGRESS_WIDTH - filled)}]`;
}
