import { expect, test } from 'vitest';
import { themes } from '../../../src/database/migrations/0025-themes.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { themesView } from '../../../src/features/themes/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { sample, small } from '../planning/project-file.ts';
import { openTools } from '../planning/tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };

onEachEngine('a database from before the themes had tables', (engine) => {
  test('THM-01 THM-03 proposals, consultations and the decision move out of the project’s block, and the file stays the same', async () => {
    const tools = await openTools(engine);
    const file = sample();
    await importProject(tools, 'home', file, { actorName: 'test' });
    await importProject(tools, 'home', small(), { actorName: 'test' });
    const { dietary: _dietary, ...rest } = file;
    const governance = { $keys: Object.keys(file.governance ?? {}), ...file.governance };
    for (const name of ['steeringGroup', 'workingGroup', 'planningGroup', 'contentLead', 'processFacilitator'] as const)
      delete governance[name];
    const { blocks } = await tools.db
      .selectFrom('project')
      .select('blocks')
      .where('id', '=', key.projectId)
      .executeTakeFirstOrThrow();
    const before = JSON.stringify({ ...blocks, governance });
    await tools.db.updateTable('project').set({ blocks: before }).where('id', '=', key.projectId).execute();
    for (const table of ['theme_proposal', 'theme_consultation', 'theme_decision'])
      await tools.db.schema.dropTable(table).execute();

    await themes.up(tools.db);

    expect(fileText((await exportProject(tools, key)) ?? {})).toBe(fileText(rest));
    const view = await themesView(tools, { ...key, roles: ['contentLead'] });
    expect(view).toMatchObject({
      proposals: [{ support: 11, outcome: 'selected' }, { support: 8 }, { support: 6, outcome: 'deferred' }],
      consultations: [{ date: '2026-03-06' }],
      decision: { date: '2026-04-10', title: 'Kompetens i hela Dalarna', by: 'Styrgruppen för Dalalab' },
    });
    const other = await themesView(tools, { ...key, projectId: 'lp-liten', roles: ['contentLead'] });
    expect(other).toMatchObject({ proposals: [], consultations: [], decision: null });
  });
});
