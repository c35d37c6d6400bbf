import { expect, test } from 'vitest';
import { copyProject } from '../../../src/features/planning/copying/actions.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { planOf } from '../../../src/features/planning/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { sample, small } from './project-file.ts';
import { openTools } from './tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
const lead = { ...key, personId: 'st-1', name: 'Karin Tunsberg', roles: ['contentLead'], language: 'sv' } as const;

onEachEngine('a project as a template for the next', (engine) => {
  test('keeps texts, programmes, venues and roles, and nothing of one time only', async () => {
    const tools = await openTools(engine);
    const tasks = [{ id: 't-1', what: 'Boka lunch', ownerId: 'st-1', due: '2026-09-15' }];
    const decisions = [{ id: 'b-1', text: 'Vi kör Falun', date: '2026-06-05' }];
    // One who plans answers for the first item, one who only took part for the second.
    const responsible = ['st-1', 'p-34'];
    const sessions = sample().sessions?.map((session) => ({
      ...session,
      agenda: (session.agenda ?? []).map((item, place) => {
        const responsibleId = responsible[place];
        return responsibleId === undefined ? item : { ...item, responsibleId };
      }),
    }));
    await importProject(tools, 'home', { ...sample(), sessions, tasks, decisions }, { actorName: 'test' });
    const before = fileText((await exportProject(tools, key)) ?? {});
    const copied = await copyProject(tools, lead, { title: 'Ett nytt tema' });
    if (!copied.ok) throw new Error(copied.reason);
    const copy = { ...lead, projectId: copied.value.projectId };
    const plan = await planOf(tools, copy);
    expect(plan?.project).toMatchObject({
      title: 'Ett nytt tema',
      state: 'dormant',
      purpose: sample().project.purpose,
      registrationOpens: null,
      registrationCloses: null,
      diaryNumber: null,
      keyDates: {},
    });
    expect(plan?.sessions.flatMap(({ date, start }) => [date, start])).toEqual(Array(8).fill(null));
    expect(plan?.sessions.map(({ title }) => title)).toEqual(sample().sessions?.map(({ title }) => title));
    expect(plan?.sessions[0]?.agenda).toHaveLength(sample().sessions?.[0]?.agenda?.length ?? 0);
    expect(plan?.sessions[0]?.agenda.map(({ responsibleId }) => responsibleId).slice(0, 2)).toEqual([
      'st-1',
      undefined,
    ]);
    expect(plan?.roles.filter(({ role }) => role === 'planningGroup')).toHaveLength(
      sample().governance?.planningGroup?.length ?? 0,
    );
    expect(new Set(plan?.speakers.map(({ status }) => status))).toEqual(new Set(['idea']));
    const rows = await Promise.all(
      (
        ['registration', 'session_participation', 'milestone', 'notice', 'dietary_vault', 'task', 'decision'] as const
      ).map((table) =>
        tools.db
          .selectFrom(table as 'registration')
          .select('project_id')
          .where('project_id', '=', copy.projectId)
          .execute(),
      ),
    );
    expect(rows.flat()).toEqual([]);
    const file = fileText((await exportProject(tools, copy)) ?? {});
    expect(file).not.toMatch(/2026-(0[1-9]|1[0-2])-\d\d|registeredAt|dietaryTerms|slidesConsent/);
    expect(file).toContain('"copiedFrom": "Kompetens i hela Dalarna"');
    expect(fileText((await exportProject(tools, key)) ?? {})).toBe(before);
  });

  test('a name that is taken is refused, and a small project can be copied too', async () => {
    const tools = await openTools(engine);
    await importProject(tools, 'home', sample(), { actorName: 'test' });
    expect(await copyProject(tools, lead, { title: 'Ett nytt tema' })).toMatchObject({ ok: true });
    expect(await copyProject(tools, lead, { title: 'Ett nytt tema' })).toMatchObject({ ok: false, reason: 'idTaken' });
    const file = small();
    await importProject(tools, 'home', file, { actorName: 'test' });
    const actor = { ...lead, projectId: file.project.id };
    expect(await copyProject(tools, actor, { title: 'En till' })).toMatchObject({ ok: true });
  });
});
