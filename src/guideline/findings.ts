import type { Words } from '../domain/words.ts';
import type { Finding, GuidelineAction, Severity } from './rule.ts';

const quiet = { severity: 'none', remarks: [], hinders: false, pastMending: false } as const;

/** The rule is met; `remarks` tell what is worth knowing all the same. */
export function met(words: Words, remarks: readonly Words[] = []): Finding {
  return { ...quiet, state: 'met', words, remarks, severity: remarks.length > 0 ? 'tip' : 'none' };
}

/** Its time has not come, and nothing is in the way. */
export function open(words: Words, remarks: readonly Words[] = []): Finding {
  return { ...quiet, state: 'notYet', words, remarks };
}

/** Something still has to be done, and until then what the rule guards must wait; `action` when not on the rule's own screen. */
export function missing(words: Words, action?: GuidelineAction): Finding {
  const lack = { ...quiet, state: 'notYet', severity: 'warning', words, hinders: true } as const;
  return action === undefined ? lack : { ...lack, action };
}

/** It would be better so; the guideline does not say that it has to be. */
export function advised(words: Words): Finding {
  return { ...quiet, state: 'notYet', severity: 'tip', words };
}

/** The rule is broken as things are now. */
export function broken(severity: Severity, words: Words): Finding {
  return { ...quiet, state: 'notMet', severity, words, hinders: true };
}

/** It was done, but after the rule's last day: it can be explained, not mended. */
export function tooLate(words: Words): Finding {
  return { ...quiet, state: 'notMet', severity: 'warning', words, pastMending: true };
}

export function notApplicable(words: Words): Finding {
  return { ...quiet, state: 'notApplicable', words };
}
