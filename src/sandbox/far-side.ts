import { createHash } from 'node:crypto';
import type { SandboxClock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { SandboxKeys } from './keys.ts';
import type { Notifier } from './notifier.ts';
import { usualAnswers, type OpenAnswers } from './open-questions.ts';
import type { Rain } from './rain.ts';
import type { Happening } from './rows.ts';
import type { State } from './state.ts';
import type { Tables } from './tables.ts';

/** What every part of the sandbox works with. */
export interface FarSide {
  readonly state: State;
  readonly tables: Tables;
  readonly directory: Directory;
  readonly keys: SandboxKeys;
  readonly clock: SandboxClock;
  readonly notifier: Notifier;
  readonly rain: Rain;
}

/** How this far side answers a question that no document does. */
export function answerTo<Question extends keyof OpenAnswers>(far: FarSide, question: Question): OpenAnswers[Question] {
  return { ...usualAnswers, ...far.directory.facts.answers }[question];
}

/** An opaque id in Exchange's manner. The same seed and order of events give the same ids. */
export function newId(far: FarSide, prefix: string): string {
  return prefix + digest(far).toString('base64url').slice(0, 42) + '=';
}

export function newGuid(far: FarSide): string {
  const hex = digest(far).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function digest(far: FarSide): Buffer {
  return createHash('sha256').update(`${far.directory.facts.seed} ${far.state.nextChange()}`).digest();
}

/** Puts something on the far side's own agenda, `afterMs` of sandbox time from now. */
export function schedule(far: FarSide, afterMs: number, what: Happening): void {
  const id = `h${far.state.nextChange()}`;
  far.tables.happenings.put({ id, at: far.clock.nowMs() + afterMs, what });
}
