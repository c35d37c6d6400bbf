import { expect, test } from 'vitest';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { factsOf } from '../../../src/features/planning/queries.ts';
import { evaluate, summary } from '../../../src/guideline/evaluate.ts';
import { headCount } from '../../../src/guideline/head-count.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import { engines } from '../../engines.ts';
import { sampleText } from './project-file.ts';
import { openTools } from './tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
const [engine] = engines;
if (engine === undefined) throw new Error('there is always the embedded engine');

test('the sample seen by the guideline in September', async () => {
  const tools = await openTools(engine, '2026-09-10T08:00:00Z');
  await importProject(tools, 'home', sampleText, { actorName: 'Karin' });
  const facts = await factsOf(tools, key);
  if (facts === null) throw new Error('no facts');
  const evaluations = evaluate(facts, currentVersion);
  for (const e of evaluations) console.log(e.ruleId, JSON.stringify(e.scope), e.state, String(e.due), e.words.sv, e.remarks.map((r) => r.sv).join('|'));
  console.log(summary(evaluations), facts.sessions.map((s) => headCount(facts, s)));
  expect(facts.registration.confirmed).toBe(34);
});
