import { Temporal } from 'temporal-polyfill';
import { openClock } from './clock.ts';
import type { ClockHooks, SandboxClock } from './clock.ts';
import { openDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import type { FarSide } from './far-side.ts';
import { openFaults } from './faults.ts';
import type { FaultWish } from './faults.ts';
import { openGraph } from './graph/graph.ts';
import { uploadHost } from './graph/upload-host.ts';
import { answerUpload } from './graph/uploads.ts';
import { openHappenings } from './happenings.ts';
import { openKeys, signBotToken, signUserToken } from './keys.ts';
import type { SandboxKeys, UserTokenWish } from './keys.ts';
import { answerBotLogin, answerLogin } from './login.ts';
import { openNotifier } from './notifier.ts';
import type { Deliver } from './notifier.ts';
import { brokenConnection, openRain, requestKind } from './rain.ts';
import type { RainWish } from './rain.ts';
import { runHappening } from './outlook/happening.ts';
import { openState } from './state.ts';
import type { State } from './state.ts';
import { openSwitches } from './switches.ts';
import type { Switches } from './switches.ts';
import { openTables } from './tables.ts';
import { answerWeb } from './web.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** Its own file in the data folder; null keeps everything in memory. */
  readonly file: string | null;
  /** Fills a new sandbox; a reopened one only gets what it lacks. */
  readonly world: World;
  /** True stands still until moved; absent keeps what the file says, and a new one runs at real speed. */
  readonly frozen?: boolean;
  readonly hooks?: ClockHooks;
  /** How notifications reach the product; a real request unless said. */
  readonly deliver?: Deliver;
  /** What goes wrong by itself; fair weather unless said. */
  readonly rain?: RainWish;
}

/** Answers requests to one host name. */
export type HostHandler = (request: Request) => Promise<Response> | Response;

/** The far side of the wire: everything of Microsoft's that the product talks to. */
export interface Sandbox extends Switches {
  /** Stands in for the network, for `https://` addresses of Graph, sign-in and uploads. */
  fetch(request: Request): Promise<Response>;
  readonly clock: SandboxClock;
  readonly state: State;
  readonly keys: SandboxKeys;
  readonly directory: Directory;
  /** For the sandbox's own chat and pages. */
  readonly far: FarSide;
  issueUserToken(wish: UserTokenWish): Promise<string>;
  issueBotToken(wish: { appId: string; serviceUrl: string; seconds?: number }): Promise<string>;
  /** What the product does when the clock moves; set when the product has been composed. */
  setHooks(hooks: ClockHooks): void;
  /** Lets another part of the sandbox answer for a host name. */
  serveHost(host: string, handler: HostHandler): void;
  /** Called for the agenda's `chat` entries. */
  onChatHappening(run: (what: string, ref: string) => Promise<void> | void): void;
  failNext(wish: FaultWish): void;
  clearFaults(): void;
  /** What has gone wrong by itself so far, by kind. */
  fallen(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** The longest the real-speed clock sleeps before it looks at its agenda again. */
const longestSleepMs = 60_000;

export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const state = openState(options.file);
  const tables = openTables(state);
  const keys = await openKeys(state, options.file === null);
  const directory = openDirectory(state, options.world);
  const rain = openRain(state, options.rain ?? { rate: 0, seed: 0 });
  const faults = openFaults(rain);
  let hooks = options.hooks;
  let runChat: (what: string, ref: string) => Promise<void> | void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const happenings = openHappenings(
    () => far,
    (what) => (what.kind === 'chat' ? runChat(what.what, what.ref) : runHappening(far, what)),
  );
  const clock = openClock({
    state,
    startsAt: Temporal.Instant.from(directory.facts.startsAt),
    frozen: options.frozen,
    happenings,
    hooks: () => hooks,
  });
  const notifier = openNotifier({
    deliver: options.deliver ?? fetch,
    tables,
    state,
    tenantId: () => directory.facts.tenantId,
    nowMs: clock.nowMs,
    rain,
  });
  const far: FarSide = { state, tables, directory, keys, clock, notifier, rain };
  const graph = openGraph(far, faults);
  const hosts = new Map<string, HostHandler>([
    ['graph.microsoft.com', graph.answer],
    ['login.microsoftonline.com', (request) => answerLogin(far, request)],
    ['login.botframework.com', (request) => answerBotLogin(far, request)],
    [uploadHost, (request) => answerUpload(far, request)],
    ...(options.world.webHosts ?? []).map((host): [string, HostHandler] => [host, answerWeb]),
  ]);

  /** A running clock wakes by itself for what is next on the agenda. */
  function arm(): void {
    clearTimeout(timer);
    const at = happenings.nextAt();
    if (isClosed || clock.isFrozen() || at === null) return;
    const sleep = Math.min(Math.max(at - clock.nowMs(), 0), longestSleepMs);
    timer = setTimeout(() => void clock.settle().then(arm, arm), sleep);
    timer.unref();
  }
  arm();

  async function answer(request: Request): Promise<Response> {
    const { hostname } = new URL(request.url);
    const handler = hosts.get(hostname);
    // What the network says of a name nobody has; the product must not get past the sandbox by mistake.
    if (handler === undefined) {
      const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
      throw new TypeError(`fetch failed: the sandbox has no host ${hostname}`, { cause });
    }
    const line = `${hostname} ${requestKind(request.method, new URL(request.url).pathname)}`;
    const broken = rain.draw(line, ['reset', 'lostAnswer']);
    if (broken === 'reset') throw brokenConnection();
    const response = await handler(request);
    state.flush();
    arm();
    if (broken === 'lostAnswer') throw brokenConnection();
    const onward = response.status === 302 ? response.headers.get('location') : null;
    if (onward === null || request.redirect === 'manual') return response;
    // What a real fetch does: it follows, and takes no token along to another host.
    return answer(new Request(onward));
  }

  return {
    ...openSwitches(far),
    clock,
    state,
    keys,
    directory,
    far,
    fetch: answer,
    issueUserToken: (wish) => signUserToken(keys, wish),
    issueBotToken: (wish) => signBotToken(keys, wish),
    setHooks: (given) => void (hooks = given),
    serveHost: (host, handler) => void hosts.set(host, handler),
    onChatHappening: (run) => void (runChat = run),
    failNext: faults.failNext,
    clearFaults: faults.clear,
    fallen: rain.fallen,
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(timer);
      await notifier.settled();
      state.close();
    },
  };
}
