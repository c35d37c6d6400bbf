import { afterEach, expect, test } from 'vitest';
import { prepareByHand } from '../../../src/features/meetings/by-hand/actions.ts';
import { meetingFacts } from '../../../src/features/meetings/facts/queries.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { changeSession } from '../../../src/features/planning/actions.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

const line = 'Ersätter den tidigare kallelsen från Maja Ström. Den kan du ta bort.';

onEachEngine('a project that began before the tool', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  const open = async () => {
    desk = await openDesk(engine, { now: '2026-08-30T08:00:00Z', file: sample() });
  };
  const mark = (earlierInvitation: { by: string; cancelledOn?: string } | null) =>
    changeSession(desk.tools, lead, { sessionId: 's-2', earlierInvitation });
  const bodies = async () => (await meetingFacts(desk.tools, key))?.sessions.filter(({ html }) => html.includes(line));
  const earlier = async () =>
    (await meetingsOf(desk.tools, key)).sessions.find(({ sessionId }) => sessionId === 's-2')?.earlier;

  test('the new booking says what it replaces, and its owner gets the steps and the words to cancel the old one', async () => {
    await open();
    expect(await earlier()).toBeNull();
    expect((await mark({ by: 'Maja Ström' })).ok).toBe(true);
    expect((await bodies())?.map(({ id }) => id)).toEqual(['s-2']);
    const told = await earlier();
    expect(told).toMatchObject({ by: 'Maja Ström', cancelledOn: null });
    expect(told?.steps).toContain('Öppna ditt möte för träff 2, torsdag 5 november 2026.');
    expect(told?.text).toContain(
      'Det här är min gamla kallelse till träff 2 i lärprojektet Kompetens i hela Dalarna, ',
    );
    const files = await desk.tools.db
      .selectFrom('audit')
      .select('details')
      .where('act', '=', 'session.change')
      .execute();
    expect(JSON.stringify(files)).not.toContain('Maja');
  });

  test('that the old one is cancelled is remembered and undone, and the line stays', async () => {
    await open();
    await mark({ by: 'Maja Ström', cancelledOn: '2026-08-30' });
    expect(await earlier()).toMatchObject({ cancelledOn: '2026-08-30' });
    expect(await bodies()).toHaveLength(1);
    await mark({ by: 'Maja Ström' });
    expect(await earlier()).toMatchObject({ cancelledOn: null });
    await mark(null);
    expect(await earlier()).toBeNull();
    expect(await bodies()).toEqual([]);
  });

  test('X-09 the calendar files that are sent by hand say it too', async () => {
    await open();
    await desk.tools.db.updateTable('project').set({ delivery: 'manual' }).execute();
    await desk.tools.db
      .insertInto('milestone')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        name: 'registrationClosed',
        at: '2026-08-28T14:00:00Z',
        source: 'tool',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await mark({ by: 'Maja Ström' });
    await prepareByHand(desk.tools, key);
    const files = await desk.tools.db
      .selectFrom('notice')
      .select(['session_id', 'content'])
      .where('kind', '=', 'meeting.byHand')
      .execute();
    const saying = files.filter(({ content }) => String(content['text']).includes(line));
    expect(saying.length).toBeGreaterThan(0);
    expect(new Set(saying.map(({ session_id }) => session_id))).toEqual(new Set(['s-2']));
  });

  test('the project file carries it there and back, and a file without it stays as it was', async () => {
    await open();
    const before = fileText((await exportProject(desk.tools, key)) ?? {});
    await mark({ by: 'Maja Ström', cancelledOn: '2026-08-30' });
    const first = fileText((await exportProject(desk.tools, key)) ?? {});
    expect(first).toContain('"earlierInvitation": {');
    await importProject(desk.tools, 'tenant-b', JSON.parse(first.replaceAll(key.projectId, 'lp-igen')), {
      actorName: 'Karin Tunsberg',
    });
    const there = { tenantId: 'tenant-b', projectId: 'lp-igen' };
    const again = await exportProject(desk.tools, there);
    expect(fileText(again ?? {}).replaceAll('lp-igen', key.projectId)).toBe(first);
    await mark(null);
    expect(fileText((await exportProject(desk.tools, key)) ?? {})).toBe(before);
  });
});
