import { textDate } from '../domain/swedish-text.ts';
import { doneKey, type ProjectFacts, type SessionFacts } from './facts.ts';
import { met } from './findings.ts';
import type { Finding } from './rule.ts';

/** Nothing falls due: it is worth doing, and nobody is late with it. */
export const noDay = (): undefined => undefined;

/** Somebody has said that it is done, outside the tool. */
export function saidDone({ doneByHand }: ProjectFacts, ruleId: string, session?: SessionFacts): Finding | undefined {
  const on = doneByHand.get(doneKey(ruleId, session?.id));
  return on === undefined ? undefined : met({ sv: `Gjort ${textDate(on, 'sv')}.`, en: `Done ${textDate(on, 'en')}.` });
}
