import { expect, test } from 'vitest';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import type { ProjectFile } from '../../../src/features/planning/file/types.ts';
import { projectOf, sessionsOf } from '../../../src/features/planning/queries.ts';
import { onEachEngine, type Engine } from '../../engines.ts';
import { generated, sample, sampleText, small } from './project-file.ts';
import { openTools, type TestTools } from './tools.ts';

const karin = { actorName: 'Karin Tunsberg' };

async function bring(tools: TestTools, input: unknown, tenantId = 'home'): Promise<string> {
  const outcome = await importProject(tools, tenantId, input, karin);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const file = await exportProject(tools, { tenantId, projectId: outcome.value.projectId });
  if (file === null) throw new Error('nothing was imported');
  return fileText(file);
}

/** Brought into one database, and what comes out of it into another. */
async function there(engine: Engine, file: ProjectFile): Promise<[first: string, second: string]> {
  const first = await bring(await openTools(engine), file);
  return [first, await bring(await openTools(engine), first)];
}

onEachEngine('the project file', (engine) => {
  test('the sample comes out as it went in, but for the dietary entries', async () => {
    const tools = await openTools(engine);
    const { dietary: _dietary, ...rest } = sample();
    const exported = await bring(tools, sampleText);
    expect(exported).toBe(fileText(rest));
  });

  test.each<[string, () => ProjectFile]>([
    ['the sample', sample],
    ['a small one', small],
    ['nobody yet', () => generated({ year: 2025, organisations: 1, participants: 0, sessions: 1 })],
    ['two sessions', () => generated({ year: 2028, organisations: 3, participants: 9, sessions: 2 })],
    ['a large one', () => generated({ year: 2031, organisations: 40, participants: 600, sessions: 12 })],
  ])('an export that is imported gives the same export, byte for byte: %s', async (_name, file) => {
    const [first, second] = await there(engine, file());
    expect(second).toBe(first);
  });

  test('one of the staff who takes part as well keeps the registration', async () => {
    const file = sample();
    const registration = { registeredAt: '2026-06-10T09:00:00+02:00', commitmentAccepted: true };
    file.staff = (file.staff ?? []).map((person, index) => (index === 0 ? { ...person, registration } : person));
    const tools = await openTools(engine);
    const first = await bring(tools, file);
    const row = await tools.db
      .selectFrom('registration')
      .select(['state', 'source'])
      .where('person_id', '=', 'st-1')
      .executeTakeFirst();
    expect(row).toEqual({ state: 'confirmed', source: 'import' });
    expect(await bring(await openTools(engine), first)).toBe(first);
    expect(first).toContain('"registeredAt": "2026-06-10T09:00:00+02:00"');
  });

  test('an opening written as a moment is read as its local day', async () => {
    const file = sample();
    file.project.keyDates = { ...file.project.keyDates, registrationOpens: '2026-06-04T22:30:00Z' };
    const [first, second] = await there(engine, file);
    expect(second).toBe(first);
    expect(first).toContain('"registrationOpens": "2026-06-05"');
  });

  test('what the tool itself has done since is carried along as history', async () => {
    const tools = await openTools(engine);
    await bring(tools, sampleText);
    const key = { tenant_id: 'home', project_id: 'lp-2026-kompetens' };
    const at = new Date('2026-06-05T09:12:13.456Z');
    await tools.db
      .insertInto('milestone')
      .values([
        { ...key, name: 'invitationSent', at, source: 'tool' },
        { ...key, name: 'sessionInfoSent:s-1', at, source: 'hand' },
        // In one second, in the order that the file would turn round.
        { ...key, name: 'registrationOpened', at: new Date('2026-06-05T10:00:00.100Z'), source: 'tool' },
        { ...key, name: 'calendarBookingsSent', at: new Date('2026-06-05T10:00:00.200Z'), source: 'tool' },
      ])
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'project_id', 'name']).doUpdateSet({ at, source: 'tool' }),
      )
      .execute();
    await tools.db
      .insertInto('session_participation')
      .values({ ...key, session_id: 's-1', person_id: 'p-06', answer: 'declined', attended: false })
      .execute();
    await tools.db
      .insertInto('session_guest')
      .values({
        ...key,
        id: 'g-1',
        session_id: 's-2',
        kind: 'substitute',
        host_person_id: 'p-19',
        given_name: 'Saga',
        family_name: 'Roos',
        organisation_id: 'org-2031',
        email: 'saga.roos@kommun-rattvik.example',
        created_at: at,
        cancelled_at: null,
      })
      .execute();
    await tools.db
      .insertInto('guideline_override')
      .values({
        ...key,
        rule_id: 'VEN-02',
        scope: 's-3',
        reason: 'fyra står',
        person_id: 'st-1',
        person_name: 'Karin',
        at,
      })
      .execute();
    const work = { ...key, created_by: 'Karin', created_at: at, due_set_at: at, source: 'chat' as const };
    await tools.db
      .insertInto('task')
      .values([
        { ...work, id: 't-2', what: 'Boka lunch', owner_id: 'p-01', due_on: '2026-09-15' },
        { ...work, id: 't-1', what: 'Ring', owner_id: null, due_on: null, done_at: at, done_by: 'Åsa' },
      ])
      .execute();
    await tools.db
      .insertInto('decision')
      .values({
        ...key,
        id: 'b-1',
        text: 'Vi kör Falun',
        decided_on: '2026-06-05',
        written_by: 'Karin',
        created_at: at,
      })
      .execute();
    await tools.db.updateTable('session').set({ cancelled_at: at }).where('id', '=', 's-4').execute();
    const first = fileText((await exportProject(tools, { tenantId: 'home', projectId: key.project_id })) ?? {});
    const other = await openTools(engine);
    const second = await bring(other, first);
    expect(second).toBe(first);
    expect(JSON.parse(second)).toMatchObject({
      tasks: [
        { what: 'Ring', doneBy: 'Åsa' },
        { what: 'Boka lunch', ownerId: 'p-01', due: '2026-09-15', source: 'chat' },
      ],
      decisions: [{ text: 'Vi kör Falun', date: '2026-06-05', by: 'Karin' }],
    });
    const milestones = await other.db.selectFrom('milestone').select(['name', 'source']).orderBy('name').execute();
    expect(milestones).toContainEqual({ name: 'sessionInfoSent:s-1', source: 'history' });
    expect((await sessionsOf(other, { tenantId: 'home', projectId: key.project_id })).map((s) => s.cancelled)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('X-02 an import sends nothing: the project is dormant, no work is asked for and no letter waits', async () => {
    const tools = await openTools(engine, '2026-09-01T08:00:00Z');
    await bring(tools, sampleText);
    const project = await projectOf(tools, { tenantId: 'home', projectId: 'lp-2026-kompetens' });
    const letters = await tools.db.selectFrom('notice').select('id').execute();
    const rooms = await tools.db.selectFrom('room_booking').select('session_id').execute();
    expect({ state: project?.state, asked: tools.asked, letters, rooms }).toEqual({
      state: 'dormant',
      asked: [],
      letters: [],
      rooms: [],
    });
    const claims = await tools.db.selectFrom('milestone').select(['name', 'source']).orderBy('name').execute();
    expect(claims).toEqual(
      ['calendarBookingsSent', 'datesAndRoomsSet', 'invitationSent'].map((name) => ({ name, source: 'history' })),
    );
  });

  test('what the file plans for later is no history yet', async () => {
    const tools = await openTools(engine, '2026-06-10T08:00:00Z');
    await bring(tools, sampleText);
    const claims = await tools.db.selectFrom('milestone').select('name').orderBy('name').execute();
    expect(claims.map(({ name }) => name)).toEqual(['datesAndRoomsSet', 'invitationSent']);
  });

  test('dietary texts go into the vault, unreadable, and nowhere else', async () => {
    const tools = await openTools(engine);
    const exported = await bring(tools, sampleText);
    const entries = sample().dietary ?? [];
    expect(entries).toHaveLength(12);
    const rows = await tools.db.selectFrom('dietary_vault').selectAll().orderBy('person_id').execute();
    expect(rows.map((row) => (JSON.parse(tools.seal.open(row.sealed)) as { text: string }).text)).toEqual(
      entries.map(({ text }) => text),
    );
    const tables = await tools.db.introspection.getTables();
    for (const { name } of tables.filter((table) => table.schema === 'public' && !table.name.startsWith('kysely'))) {
      const all = await tools.db
        .selectFrom(name as 'project')
        .selectAll()
        .execute();
      const text = JSON.stringify(all).normalize('NFC').toLowerCase();
      for (const entry of entries.filter((one) => one.text !== 'Vegetarian'))
        expect(text).not.toContain(JSON.stringify(entry.text).slice(1, -1).toLowerCase());
    }
    expect(exported).not.toContain('"dietary"');
  });
});
