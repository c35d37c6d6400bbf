import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { dalarnaPeriods } from '../../../src/domain/region-periods.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { chartFor } from '../../../src/features/planning/guidance/chart/queries.ts';
import { awayBetween } from '../../../src/features/planning/guidance/chart/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { sample } from './project-file.ts';
import { openTools } from './tools.ts';

test('PLN-02 the times when many are away are whole spans: summer, Christmas and the school breaks', () => {
  const spans = awayBetween(localDate('2026-06-01'), localDate('2027-03-31'), dalarnaPeriods);
  expect(spans.map(({ from, words }) => `${words.sv} ${from.slice(0, 7)}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Sommar 2026-0[67]/),
      expect.stringMatching(/^Jul och nyår 2026-12/),
    ]),
  );
  const autumn = spans.find(({ from, to }) => from <= '2026-10-28' && to >= '2026-10-28');
  expect(autumn?.words.sv).toMatch(/lov/i);
  for (const [index, { from, to }] of spans.entries()) {
    expect(from <= to).toBe(true);
    expect(index === 0 || (spans[index - 1]?.to ?? '') < from).toBe(true);
  }
});

onEachEngine('the chart of parallel projects', (engine) => {
  test('ROL-06 shows every project whose plan one may see, with sessions and what is due, and no other', async () => {
    const tools = await openTools(engine, '2026-08-10T08:00:00Z');
    const file = sample();
    await importProject(tools, 'home', file, { actorName: 'test' });
    const other = { ...file, project: { ...file.project, id: 'lp-2', title: 'Vatten' } };
    await importProject(tools, 'home', other, { actorName: 'test' });
    const hidden = { ...file, project: { ...file.project, id: 'lp-3', title: 'Dolt' }, governance: {} };
    await importProject(tools, 'home', hidden, { actorName: 'test' });
    for (const projectId of ['lp-2026-kompetens', 'lp-2', 'lp-3'])
      await tools.db
        .updateTable('person')
        .set({ oid: 'oid-karin' })
        .where('project_id', '=', projectId)
        .where('id', '=', 'st-1')
        .execute();
    const identity = { tenantId: 'home', oid: 'oid-karin', name: 'Karin', email: null } as never;
    const chart = await chartFor(tools, identity);
    expect(chart.projects.map(({ projectId }) => projectId).toSorted()).toEqual(['lp-2', 'lp-2026-kompetens']);
    const [one] = chart.projects;
    expect(one?.days.filter(({ kind }) => kind === 'session').map(({ date }) => date)).toEqual([
      '2026-09-22',
      '2026-11-05',
      '2027-01-13',
      '2027-02-23',
    ]);
    expect(one?.dues.find(({ ruleId, sessionId }) => ruleId === 'INF-01' && sessionId === 's-2')).toBeUndefined();
    expect(one?.dues.some(({ ruleId }) => ruleId === 'END-02')).toBe(true);
    const inside = [...(one?.days ?? []), ...(one?.dues ?? [])].every(
      ({ date }) => date > chart.from && date < chart.to,
    );
    expect([inside, chart.today]).toEqual([true, '2026-08-10']);
  });
});
