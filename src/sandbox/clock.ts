import { Temporal } from 'temporal-polyfill';
import type { Row, State } from './state.ts';

/** What the product does when the clock moves: `nextDue` is its own next instant of work, `settle` does what is due. */
export interface ClockHooks {
  nextDue?(): Promise<Temporal.Instant | null> | Temporal.Instant | null;
  settle?(): Promise<void>;
}

/** The sandbox's own events in time, run when the clock reaches them. */
export interface Happenings {
  nextAt(): number | null;
  runDue(nowMs: number): Promise<void>;
}

export interface SandboxClock {
  now(): Temporal.Instant;
  nowMs(): number;
  isFrozen(): boolean;
  /** Stops the clock where it stands, or lets it run at real speed from there. */
  freeze(frozen: boolean): void;
  /** Lives through everything up to `instant`, one event at a time. Never backwards: an earlier instant changes nothing. */
  advanceTo(instant: Temporal.Instant, hooks?: ClockHooks, onStep?: (now: Temporal.Instant) => void): Promise<void>;
  /** The next instant at which something happens by itself, of the sandbox or the product. */
  nextEvent(hooks?: ClockHooks): Promise<Temporal.Instant | null>;
  /** Runs what is due now; the real-speed clock does it by itself. */
  settle(hooks?: ClockHooks): Promise<void>;
}

interface ClockRow extends Row {
  /** Sandbox time minus real time, or null when frozen. */
  readonly offsetMs: number | null;
  readonly frozenAtMs: number | null;
}

/** How often something due at the very same instant may lead to more that is due at once, before it counts as a loop. */
const roundsPerInstant = 100;

/** @param realNow milliseconds of the machine's own time, injected so that a test can stand still. */
export function openClock(options: {
  state: State;
  startsAt: Temporal.Instant;
  frozen: boolean | undefined;
  happenings: Happenings;
  /** Used when a move brings no hooks of its own. */
  hooks?: () => ClockHooks | undefined;
  realNow?: () => number;
}): SandboxClock {
  const { state, happenings } = options;
  const realNow = options.realNow ?? Date.now;
  const usualHooks = (): ClockHooks | undefined => options.hooks?.();
  const table = state.table<ClockRow>('clock');
  let row = table.get('clock') ?? startRow(options.startsAt.epochMilliseconds, options.frozen ?? false, realNow());
  let turn: Promise<void> = Promise.resolve();

  const nowMs = (): number => row.frozenAtMs ?? realNow() + (row.offsetMs ?? 0);

  function setTo(ms: number, frozen: boolean): void {
    row = startRow(ms, frozen, realNow());
    table.put(row);
  }
  const isFrozen = (): boolean => row.frozenAtMs !== null;
  setTo(nowMs(), options.frozen ?? isFrozen());

  async function settleHere(hooks: ClockHooks | undefined): Promise<void> {
    for (let round = 0; round < roundsPerInstant; round += 1) {
      await happenings.runDue(nowMs());
      await hooks?.settle?.();
      const next = happenings.nextAt();
      if (next === null || next > nowMs()) return;
    }
  }

  async function nextAfterNow(hooks: ClockHooks | undefined): Promise<number | null> {
    const product = await hooks?.nextDue?.();
    // Work that was due and is still there after settling would hold the clock still; it waits for the next step instead.
    const due = [happenings.nextAt(), product?.epochMilliseconds ?? null].filter((at) => at !== null && at > nowMs());
    return due.length === 0 ? null : Math.min(...due.map(Number));
  }

  async function advance(
    targetMs: number,
    hooks?: ClockHooks,
    onStep?: (now: Temporal.Instant) => void,
  ): Promise<void> {
    await settleHere(hooks);
    while (nowMs() < targetMs) {
      const next = Math.min(targetMs, (await nextAfterNow(hooks)) ?? targetMs);
      setTo(Math.max(next, nowMs()), isFrozen());
      // Before anything is done at that moment: a process that dies must not find an earlier time than its database has.
      state.flush();
      onStep?.(Temporal.Instant.fromEpochMilliseconds(nowMs()));
      await settleHere(hooks);
    }
    state.flush();
  }

  /** One mover at a time: two would run the same happenings twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs()),
    nowMs,
    isFrozen,
    freeze(frozen) {
      setTo(nowMs(), frozen);
      state.flush();
    },
    advanceTo: (instant, hooks = usualHooks(), onStep) =>
      inTurn(() => advance(instant.epochMilliseconds, hooks, onStep)),
    async nextEvent(hooks = usualHooks()) {
      const at = await nextAfterNow(hooks);
      return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
    },
    settle: (hooks = usualHooks()) => inTurn(() => settleHere(hooks)),
  };
}

function startRow(ms: number, frozen: boolean, realMs: number): ClockRow {
  return frozen
    ? { id: 'clock', offsetMs: null, frozenAtMs: ms }
    : { id: 'clock', offsetMs: ms - realMs, frozenAtMs: null };
}
