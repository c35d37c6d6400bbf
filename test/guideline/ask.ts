import { currentVersion } from '../../src/guideline/versions.ts';
import { evaluate } from '../../src/guideline/evaluate.ts';
import type { Evaluation } from '../../src/guideline/evaluate.ts';
import type { ProjectFacts } from '../../src/guideline/facts.ts';

/** What one rule says about the project, or about one of its sessions. */
export function ask(ruleId: string, facts: ProjectFacts, session?: number): Evaluation {
  const found = evaluate(facts, currentVersion).find(
    (entry) =>
      entry.ruleId === ruleId &&
      (session === undefined || (entry.scope.kind === 'session' && entry.scope.number === session)),
  );
  if (found === undefined) throw new Error(`${ruleId} says nothing about this project`);
  return found;
}

export function applies(ruleId: string, facts: ProjectFacts, session?: number): boolean {
  return evaluate(facts, currentVersion).some(
    (entry) =>
      entry.ruleId === ruleId &&
      (session === undefined || (entry.scope.kind === 'session' && entry.scope.number === session)),
  );
}
