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
import { outcomeOf } from './evaluations.ts';
import { planningActs, roomsBookedAt } from './planning-days.ts';
import type { Progress, ProgressBook } from './progress.ts';
import { registrationActs } from './registering.ts';
import { leaksIn, readReport, type Report } from './report.ts';
import { readScript, ScriptProblem, type Script } from './script.ts';
import { sessionActs, sharedNames } from './session-day.ts';
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
  /** Lives in a folder, so that a run that is killed can be gone on with. */
  readonly data?: { readonly folder: string; readonly name: string; readonly book: ProgressBook };
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
  const folder = wish.data?.folder ?? mkdtempSync(join(tmpdir(), 'larprojekt-'));
  const evidence = openEvidence(wish.data === undefined ? undefined : join(folder, 'evidence.jsonl'));
  const earlier = wish.data?.book.read() ?? null;
  const running = await start(wish, script, { folder, evidence, port: earlier?.port ?? firstPort(wish, folder) });
  try {
    const opened = openWeb(running.url, evidence);
    const life = await openLife(wish, script, { web: wish.web ? wish.web(opened) : opened, evidence });
    const track = openTrack(wish, life, { port: running.port, earlier });
    await live(life, wish, track);
    const figures = await readReport(life);
    const injected =
      wish.faults === undefined ? {} : { injected: await life.web.sandbox<NonNullable<Report['injected']>>('fallen') };
    const steps = await life.lead.get<HumanSteps>(`${life.api}/steps`);
    const endState = await readEndState(life);
    await gatherOutput(life, wish.out);
    if (wish.out !== null) writeFileSync(join(wish.out, 'end-state.json'), `${JSON.stringify(endState, null, 2)}\n`);
    // Last, since everything that was read until now is evidence too.
    const edges = wish.edges ? { edges: life.ledger.edges } : {};
    const report = { ...figures, ...injected, dietaryLeaks: leaksIn(life), ...edges };
    return { report, differences: await differences(life, report), evidence, steps, endState };
  } finally {
    await running.close();
    if (wish.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly evidence: Evidence;
  readonly port: number;
}

async function start(wish: DemoWish, script: Script, { folder, evidence, port }: Place): Promise<RunningSandbox> {
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: folder,
    ...(wish.data === undefined ? { DATABASE_URL: wish.databaseUrl ?? 'memory://' } : {}),
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
    inMemory: wish.data === undefined,
    ...(wish.faults === undefined ? {} : { rain: { rate: wish.faults, seed: wish.seed } }),
    ...(wish.wire === undefined ? {} : { wire: wish.wire }),
  });
}

const LOWEST_PORT = 20_000;
const PORTS = 10_000;

/** A life that others go on with keeps its address: below the ports that systems lend out. */
function firstPort({ data }: DemoWish, folder: string): number {
  return data === undefined ? 0 : LOWEST_PORT + Math.floor(chance(0, folder) * PORTS);
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
    ...{ script, web, evidence, seed: wish.seed, print: wish.print, isAgain: false },
    state: await web.sandbox<FarState>('state'),
    lead: web.as(worldOid(script.leadMail)),
    api: `/api/projects/${encodeURIComponent(script.projectId)}`,
    ledger: { refusals: [], extra: [], outcomes: new Map(), documents: new Map(), overridden: [], edges: [] },
  };
}

interface Track {
  /** Acts that earlier runs have carried out. */
  readonly from: number;
  readonly isResumed: boolean;
  /** This many have been carried out now. */
  done(count: number): void;
}

/** Notes how far the life has come, after what an earlier run has noted. */
function openTrack(wish: DemoWish, life: Life, start: { port: number; earlier: Progress | null }): Track {
  const { earlier, port } = start;
  if (wish.data === undefined) return { from: 0, isResumed: false, done: () => undefined };
  const { book } = wish.data;
  if (earlier !== null && earlier.port !== port)
    throw new ScriptProblem(
      `Port ${earlier.port} är upptagen, och adressen står i det som har skickats. Vänta och försök igen.\nPort ${earlier.port} is taken, and its address stands in what has been sent. Wait and try again.`,
    );
  recall(life, earlier);
  const note = (done: number): void => {
    const { refusals, overridden } = life.ledger;
    book.write({ wish: wish.data?.name ?? '', port, done, refusals, overridden, ended: null });
  };
  if (earlier === null) note(0);
  return { from: earlier?.done ?? 0, isResumed: earlier !== null, done: note };
}

/** What the script knows of itself; how sessions turn out follows from the file and the seed. */
function recall({ ledger, script, seed }: Life, earlier: Progress | null): void {
  ledger.refusals.push(...(earlier?.refusals ?? []));
  ledger.overridden.push(...(earlier?.overridden ?? []));
  for (const session of script.sessions) {
    ledger.outcomes.set(session.id, outcomeOf(script, session.id, seed));
    ledger.documents.set(session.id, sharedNames(session));
  }
}

async function live(life: Life, wish: DemoWish, track: Track): Promise<void> {
  const acts = storyOf(life, wish);
  const shown = new Set<string>();
  const next = acts[track.from];
  if (track.isResumed) wish.print(`fortsätter från ${next === undefined ? 'slutet' : dayLine(life.script, next)}`);
  for (const [index, act] of acts.entries()) {
    if (index < track.from) continue;
    await life.web.sandbox('clock', { to: act.at.toString() });
    const line = dayLine(life.script, act);
    if (!shown.has(line)) wish.print(`${progress(index, acts.length)} ${line}`);
    shown.add(line);
    await act.run({ ...life, isAgain: track.isResumed && index === track.from });
    track.done(index + 1);
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
