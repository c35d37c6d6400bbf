import type { ProjectKey } from '../../domain/ids.ts';
import type { Words } from '../../domain/words.ts';
import { costSums, expectedOf, needsAgreement, portionsOf } from '../../guideline/costs.ts';
import { evaluate } from '../../guideline/evaluate.ts';
import type { CostLineFacts, ProjectFacts } from '../../guideline/facts.ts';
import { currentVersion, ruleSetOf } from '../../guideline/versions.ts';
import type { Tools } from '../../tools.ts';
import { auditOf, factsOf, organisationsOf, projectOf } from '../planning/queries.ts';
import { readCosts } from './block/rules.ts';
import { tellChanges } from './history/rules.ts';
import { lineFacts, shareOut } from './rules.ts';
import type { Costs, CostsView, LineView, SessionCosts } from './types.ts';

const changesShown = 20;
/** The log is read this far back for what concerns the costs. */
const logRead = 500;

/** The split, the budget and how both stand. Sums are computed here alone, so that page and chat say the same. */
export async function costsOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<CostsView | null> {
  const [project, facts] = [await projectOf(tools, key), await factsOf(tools, key)];
  if (project === null || facts === null) return null;
  const costs = readCosts(project.blocks);
  const organisations = (await organisationsOf(tools, key)).map(({ id, name }) => ({ id, name }));
  const known = lineFacts(costs);
  const sums = costSums(facts, { lines: known });
  return {
    today: facts.today.toString(),
    split: costs.split,
    shares: sharesOf(costs, sums, organisations),
    lines: costs.lines.flatMap((line, index): readonly LineView[] => {
      const seen = known[index];
      if (seen === undefined) return [];
      const expected = expectedOf(facts, seen);
      return [
        {
          ...line,
          expected,
          portions: line.perPortion === null || line.outcome !== null ? null : portionsOf(facts, seen),
          isOver: expected > line.budget,
          needsAgreement: needsAgreement(seen),
        },
      ];
    }),
    total: { ...sums, spent: costs.lines.reduce((sum, { outcome }) => sum + (outcome ?? 0), 0) },
    sessions: sessionsOf(facts, known),
    countedFrom: facts.registration.closedAt === undefined ? 'maximum' : 'confirmed',
    organisations,
    warnings: warningsOf(facts),
    history: tellChanges(await auditOf(tools, key, logRead), costs.lines).slice(0, changesShown),
  };
}

function sharesOf(
  { split }: Costs,
  sums: { readonly budget: number; readonly expected: number },
  organisations: CostsView['organisations'],
): CostsView['shares'] {
  const percents = split.parties.map(({ sharePercent }) => sharePercent);
  const [budget, expected] = [shareOut(sums.budget, percents), shareOut(sums.expected, percents)];
  return split.parties.map((party, index) => ({
    ...party,
    name: organisations.find(({ id }) => id === party.organisationId)?.name ?? party.organisationId,
    budget: budget[index] ?? 0,
    expected: expected[index] ?? 0,
  }));
}

/** What each session comes to: its own lines, and its part of the food that is bought for all of them. */
function sessionsOf(facts: ProjectFacts, lines: readonly CostLineFacts[]): readonly SessionCosts[] {
  return facts.sessions
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ id, number }) => {
      const own = lines.filter(({ sessionId }) => sessionId === id);
      const shared = lines.filter(
        ({ sessionId, perPortion, outcome }) =>
          sessionId === undefined && perPortion !== undefined && outcome === undefined,
      );
      const portions = facts.costs?.portions[id] ?? 0;
      const food = shared.reduce((sum, { perPortion = 0 }) => sum + perPortion * portions, 0);
      const expected = own.reduce((sum, line) => sum + expectedOf(facts, line), 0) + food;
      const budget = own.reduce((sum, line) => sum + line.budget, 0);
      return own.length + shared.length === 0 ? [] : [{ sessionId: id, number, portions, budget, expected }];
    });
}

const rules: ReadonlySet<string> = new Set(['CST-01', 'CST-02', 'CST-03']);

function warningsOf(facts: ProjectFacts): readonly Words[] {
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  const own = ruleSet.rules.filter(({ id }) => rules.has(id));
  return evaluate(facts, { ...ruleSet, rules: own }).flatMap(({ severity, words }) =>
    severity === 'warning' || severity === 'red' ? [words] : [],
  );
}
