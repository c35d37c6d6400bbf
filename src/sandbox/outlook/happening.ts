import type { FarSide } from '../far-side.ts';
import type { Happening } from '../rows.ts';

/** Does one thing of the far side's agenda, at its time. */
export function runHappening(far: FarSide, what: Exclude<Happening, { kind: 'chat' }>): void {
  if (what.kind === 'notifyAgain') far.notifier.resend(what.url, what.body, what.attempt);
}
