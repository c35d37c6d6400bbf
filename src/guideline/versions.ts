import type { Rule, RuleSet } from './rule.ts';
import { guideline202601 } from './2026-01/rules.ts';

/** Every version that some project may have been started under. A new one is added here and nothing else changes. */
const versions: readonly RuleSet[] = [guideline202601];

/** The version that a new project gets and keeps. */
export const currentVersion: RuleSet = guideline202601;

export function ruleSetOf(version: string): RuleSet | undefined {
  return versions.find((set) => set.version === version);
}

export function ruleById(ruleSet: RuleSet, id: string): Rule | undefined {
  return ruleSet.rules.find((rule) => rule.id === id);
}
