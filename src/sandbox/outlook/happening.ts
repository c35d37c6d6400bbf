import type { FarSide } from '../far-side.ts';
import type { Happening } from '../rows.ts';
import { linkArrives } from './meetings.ts';
import { answerAsPlanned } from './people.ts';
import { delegateAnswers, roomAnswers } from './rooms.ts';

/** Does one thing of the far side's agenda, at its time. */
export function runHappening(far: FarSide, what: Exclude<Happening, { kind: 'chat' }>): void {
  switch (what.kind) {
    case 'roomAnswers':
      return roomAnswers(far, what);
    case 'delegateAnswers':
      return delegateAnswers(far, what);
    case 'personAnswers':
      return answerAsPlanned(far, what);
    case 'linkArrives':
      return linkArrives(far, what);
    case 'notifyAgain':
      return far.notifier.resend(what.url, what.body, what.attempt);
  }
}
