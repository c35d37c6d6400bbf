import type { Words } from '../../domain/words.ts';
import { noDay, saidDone } from '../by-hand.ts';
import type { ProjectFacts, SessionFacts } from '../facts.ts';
import { notApplicable, open } from '../findings.ts';
import type { Finding, ProjectRule, SessionRule } from '../rule.ts';

const ofReglab = { basis: 'network', level: 'nice', byHand: true } as const;

interface Hint {
  readonly id: string;
  readonly quote: string;
  readonly owner: ProjectRule['owner'];
  readonly title: Words;
  readonly explanation: Words;
  /** What to do. */
  readonly todo: Words;
}

/** A habit of another network for the whole project, seen to outside the tool unless the project shows that it is kept. */
export function projectHint(
  { todo, ...rest }: Hint,
  look: (facts: ProjectFacts) => Finding | undefined = noDay,
): ProjectRule {
  const check = (facts: ProjectFacts): Finding => look(facts) ?? saidDone(facts, rest.id) ?? open(todo);
  return { ...ofReglab, ...rest, scope: 'project', actors: [rest.owner], due: noDay, check };
}

/** As above for each session, or for those that it is about. */
export function sessionHint(
  { todo, ...rest }: Hint,
  look: (facts: ProjectFacts, session: SessionFacts) => Finding | undefined = noDay,
): SessionRule {
  const check = (facts: ProjectFacts, session: SessionFacts): Finding =>
    look(facts, session) ?? saidDone(facts, rest.id, session) ?? open(todo);
  return { ...ofReglab, ...rest, scope: 'session', actors: [rest.owner], due: noDay, check };
}

export const elsewhere = (words: Words) => notApplicable(words);
