import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeAgenda, sendInfo } from '../../../src/features/sessions/actions.ts';
import { previewInfo } from '../../../src/features/sessions/info/queries.ts';
import { nextSession, sessionBoard } from '../../../src/features/sessions/queries.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { confirmationsOf } from '../../../src/features/notices/queries.ts';
import { lix } from '../../../src/features/notices/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, key, lead, newStage, type Stage } from '../session-stage.ts';

onEachEngine('sessions', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine);
    await aProject(stage, 6);
  });
  afterEach(() => stage.database.close());

  const set = (change: { preparation?: string; date?: string }) =>
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

  test('INF-02 the information cannot go out before somebody has written how to prepare', async () => {
    expect(await previewInfo(stage.tools, key, 's-1')).toMatchObject({ reason: 'noPreparation' });
    expect(await previewInfo(stage.tools, key, 's-2')).toMatchObject({ reason: 'noAgenda' });
    await set({ preparation: 'Du behöver inte förbereda något.' });
    expect(await previewInfo(stage.tools, key, 's-1')).toMatchObject({ ok: true, value: { recipientCount: 6 } });
  });

  test('INF-01 the information goes to every confirmed participant, once, as it was previewed', async () => {
    await set({ preparation: 'Ta med ett exempel på en rekrytering som gick bra.' });
    const preview = await previewInfo(stage.tools, key, 's-1');
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.value.subject).toBe('Inför träff 1 den 22 september: program och förberedelser');
    expect(preview.value.text).toContain('• 9.20 Forskning, Docent Falkåsen');
    expect(lix(preview.value.text)).toBeLessThanOrEqual(40);
    await set({ preparation: 'Inget.' });
    expect(await sendInfo(stage.tools, lead, 's-1', preview.value)).toMatchObject({ reason: 'previewChanged' });
    const again = await previewInfo(stage.tools, key, 's-1');
    if (!again.ok) throw new Error(again.reason);
    expect(await sendInfo(stage.tools, lead, 's-1', again.value)).toMatchObject({ ok: true });
    await stage.at('2026-09-01T09:01');
    expect(stage.far.mails).toEqual([]);
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails.map(({ to }) => to.address)).toHaveLength(6);
    expect(await sendInfo(stage.tools, lead, 's-1', again.value)).toMatchObject({ reason: 'allTold' });
    await stage.at('2026-09-01T09:10');
    expect(stage.far.mails).toHaveLength(6);
    expect((await first()).sessionInfo.sentAt).toBe('2026-09-01T07:00:00.000Z');
  });

  const shown = async () => {
    const preview = await previewInfo(stage.tools, key, 's-1');
    if (!preview.ok) throw new Error(preview.reason);
    return preview.value;
  };

  test('X-02 two yeses at once are one, and stopped in time the information has not been sent and can be', async () => {
    await set({ preparation: 'Du behöver inte förbereda något.' });
    const seen = await shown();
    const both = await Promise.all([1, 2].map(() => sendInfo(stage.tools, lead, 's-1', seen)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [yes, ...more] = await confirmationsOf(stage.tools, key, 'sessionInfo:s-1');
    expect(more).toEqual([]);
    expect(await stopConfirmation(stage.tools, { ...key, by: lead }, yes?.id ?? '')).toMatchObject({
      value: { stopped: 6, goneOut: 0 },
    });
    expect((await first()).sessionInfo.sentAt).toBeNull();
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails).toEqual([]);
    expect(await sendInfo(stage.tools, lead, 's-1', await shown())).toMatchObject({ ok: true });
    await stage.at('2026-09-01T09:06');
    expect(stage.far.mails).toHaveLength(6);
  });

  test('INF-01 somebody who comes in later gets the information alone; the others are not told twice', async () => {
    await set({ preparation: 'Du behöver inte förbereda något.' });
    await stage.tools.db
      .updateTable('registration')
      .set({ state: 'lateRequest' })
      .where('person_id', '=', 'p-06')
      .execute();
    await sendInfo(stage.tools, lead, 's-1', await shown());
    await stage.at('2026-09-01T09:03');
    expect(stage.far.mails).toHaveLength(5);
    await stage.tools.db
      .updateTable('registration')
      .set({ state: 'confirmed' })
      .where('person_id', '=', 'p-06')
      .execute();
    expect(await shown()).toMatchObject({ recipientCount: 1 });
    await sendInfo(stage.tools, lead, 's-1', await shown());
    await stage.at('2026-09-01T09:06');
    expect(stage.far.mails).toHaveLength(6);
  });
});
