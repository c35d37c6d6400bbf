import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeAgenda } from '../../../src/features/sessions/actions.ts';
import { lookAtDraft } from '../../../src/features/sessions/draft/queries.ts';
import { nextSession, sessionBoard } from '../../../src/features/sessions/queries.ts';
import type { AgendaItem } from '../../../src/features/sessions/types.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, key, lead, newStage, type Stage } from '../session-stage.ts';

onEachEngine('sessions', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine);
    await aProject(stage, 6);
  });
  afterEach(() => stage.database.close());

  const set = (change: { date?: string }) =>
    stage.tools.db.updateTable('session').set(change).where('id', '=', 's-1').execute();
  const first = async () => {
    const state = (await sessionBoard(stage.tools, key))?.sessions[0];
    if (state === undefined) throw new Error('no session');
    return state;
  };

  test('the board tells each session in one look, and which one is next', async () => {
    const board = await sessionBoard(stage.tools, key);
    expect(board?.nextSessionId).toBe('s-1');
    expect(board?.sessions.map(({ number, when }) => [number, when])).toEqual([
      [1, 'future'],
      [2, 'future'],
    ]);
    expect(await first()).toMatchObject({
      week: 39,
      venue: { name: 'Siljan', city: 'Falun' },
      roomStatus: { code: 'none' },
      counts: { confirmed: 6, accepted: 0, present: null },
      evaluation: { state: 'unconfirmed', opensAt: '2026-09-22T13:40:00Z', invited: 6 },
      documentation: { files: 0 },
      sessionInfo: { lastDay: '2026-09-08', wiseDay: '2026-09-08', sentAt: null },
      programmeUrl: 'https://dalalab.example/program/lp-1/s-1',
    });
    expect((await first()).missing.map(({ ruleId }) => ruleId)).toContain('INF-02');
    // What several rules lack is one thing to do.
    const lacks = (await first()).missing.map(({ words }) => words.sv);
    expect(lacks).toHaveLength(new Set(lacks).size);
    await stage.at('2026-09-23T09:00');
    expect((await nextSession(stage.tools, key))?.id).toBe('s-2');
  });

  test('INF-01 two weeks before a January session lie between the years, so a day before Christmas is proposed', async () => {
    await set({ date: '2027-01-13' });
    expect((await first()).sessionInfo).toMatchObject({ lastDay: '2026-12-30', wiseDay: '2026-12-18' });
  });

  test('AGD-04 a changed programme comes back with its warnings and moves the evaluation', async () => {
    const changed = await changeAgenda(stage.tools, lead, 's-1', {
      agenda: [
        { start: '09:00', end: '12:00', type: 'presentation', title: 'Föreläsning' },
        { start: '15:00', end: '15:15', type: 'evaluation', title: 'Utvärdering' },
      ],
    });
    expect(changed).toMatchObject({ ok: true });
    expect(changed.ok && changed.value.warnings.length).toBeGreaterThan(1);
    expect((await first()).evaluation.opensAt).toBe('2026-09-22T13:00:00Z');
    expect(
      await changeAgenda(stage.tools, lead, 's-1', {
        agenda: [{ start: '09:00', end: '10:00', type: 'presentation', title: 'A', speakerIds: ['sp-99'] }],
      }),
    ).toMatchObject({ reason: 'unknownSpeaker', details: { row: 1 } });
    expect(await changeAgenda(stage.tools, lead, 's-9', { agenda: [] })).toMatchObject({ reason: 'sessionUnknown' });
  });

  test('AGD-01 AGD-02 AGD-03 ROL-01 SPK-02 a draft is weighed with its speakers, item by item, and nothing is saved', async () => {
    const draft = [
      { start: '09:00', end: '09:30', type: 'opening', title: 'Välkommen' },
      { start: '09:30', end: '10:00', type: 'presentation', title: 'Forskning', speakerIds: ['sp-1'] },
      { start: '10:00', end: '10:15', type: 'evaluation', title: '' },
    ] as const;
    const look = async (agenda: readonly AgendaItem[]) => {
      const found = await lookAtDraft(stage.tools, { ...key, sessionId: 's-1' }, agenda);
      return found.ok ? found.value : expect.fail(found.reason);
    };
    const rowsBy = async (agenda: readonly AgendaItem[]) =>
      (await look(agenda)).findings.map(({ ruleId, rows }) => [ruleId, rows]);
    await stage.tools.db.updateTable('speaker').set({ status: 'asked' }).execute();
    expect(await rowsBy(draft)).toEqual(
      expect.arrayContaining([
        ['AGD-01', []],
        ['AGD-02', []],
        ['AGD-03', []],
        ['ROL-01', [1]],
        ['SPK-02', [1]],
      ]),
    );
    const ready = { status: 'confirmed', tech_test: '2026-09-18', kind: 'localExample' };
    await stage.tools.db.updateTable('speaker').set(ready).execute();
    const better = [...draft, { start: '10:15', end: '17:00', type: 'dialogue', title: 'Samtal' } as const];
    expect(await rowsBy(better)).toEqual([
      ['AGD-04', [0, 1, 2, 3]],
      ['EVA-01', [2]],
      ['AGD-02', []],
    ]);
    expect((await look(better)).fault).toMatchObject({
      row: 3,
      words: { sv: expect.stringContaining('slutar 17.00') },
    });
    expect((await first()).agenda.map(({ type }) => type)).toContain('lunch');
  });

  test('whoever answers for an item has a role in the project', async () => {
    const item = { start: '09:00', end: '09:30', type: 'opening', title: 'Välkommen' } as const;
    const change = (responsibleId: string) =>
      changeAgenda(stage.tools, lead, 's-1', { agenda: [{ ...item, responsibleId }] });
    expect(await change('p-01')).toMatchObject({ reason: 'unknownPerson', details: { row: 1 } });
    await stage.tools.db
      .insertInto('project_role')
      .values({ tenant_id: 'tenant-1', project_id: 'lp-1', role: 'contentLead', person_id: 'st-1', position: 0 })
      .execute();
    expect(await change('st-1')).toMatchObject({ ok: true });
    expect((await first()).agenda[0]).toMatchObject({ responsibleId: 'st-1' });
  });
});
