import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerEvaluation, closeEvaluation, confirmEvaluation } from '../../../src/features/evaluations/actions.ts';
import { evaluationOf, previewEvaluation, turnout } from '../../../src/features/evaluations/queries.ts';
import { nextDueAt } from '../../../src/features/evaluations/jobs.ts';
import { openLink } from '../../../src/features/links/queries.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { confirmationsOf } from '../../../src/features/notices/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { addParticipant, aProject, key, lead, linkChannel, newStage, secretIn, type Stage } from '../session-stage.ts';

const session = { ...key, sessionId: 's-1' };
const answers = { useful: '4', likelihood: '3', talkTime: 'right' };

onEachEngine('evaluations', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine);
  });
  afterEach(() => stage.database.close());

  async function confirm(): Promise<void> {
    const preview = await previewEvaluation(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    expect(await confirmEvaluation(stage.tools, lead, 's-1', preview.value)).toMatchObject({ ok: true });
  }
  const answer = (personId: string | null, given: Readonly<Record<string, unknown>> = answers) =>
    answerEvaluation(stage.tools, { ...session, personId, answers: given });
  const results = async () => {
    const view = await evaluationOf(stage.tools, session);
    if (view === undefined) throw new Error('no such session');
    return view;
  };
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      stage.tools.db,
    );
    return rows[0]?.n ?? -1;
  };

  test('EVA-01 opens at the agenda item, with one card in the channel and one personal route each', async () => {
    await aProject(stage, 6);
    await addParticipant(stage, 7, 'oid-7');
    await addParticipant(stage, 8, 'oid-8');
    await linkChannel(stage);
    stage.far.bots.add('oid-7');
    await confirm();
    await stage.at('2026-09-22T15:39');
    expect(stage.far.posts).toEqual([]);
    await stage.at('2026-09-22T15:40');
    expect(stage.far.posts.map(({ to }) => to).toSorted()).toEqual(['19:deltagare@thread.tacv2', 'chat-oid-7']);
    expect(stage.far.mails.map(({ to }) => to.address).toSorted()).toEqual(
      ['p-01', 'p-02', 'p-03', 'p-04', 'p-05', 'p-06', 'p-08'].map((id) => `${id}@kommun.example`),
    );
    expect(await results()).toMatchObject({ state: 'open', invited: 8, answered: 0, confirmedBy: 'Karin Lund' });
    await stage.at('2026-09-22T15:41');
    expect(stage.far.mails).toHaveLength(7);
  });

  test('X-03 a personal link opens this evaluation only, and the shared card carries none', async () => {
    await aProject(stage, 5);
    await linkChannel(stage);
    await confirm();
    await stage.at('2026-09-22T15:40');
    const secret = secretIn(stage.far.mails[0], 'utvardering');
    expect(await openLink(stage.tools, secret)).toMatchObject({ purpose: 'evaluation:s-1' });
    expect(JSON.stringify(stage.far.posts)).not.toContain('/utvardering/');
    const { rows } = await sql<{ hash: string }>`select hash from personal_link`.execute(stage.tools.db);
    expect(rows.map(({ hash }) => hash)).not.toContain(secret);
  });

  test('nothing opens that nobody has confirmed, or that somebody has stopped, or in a dormant project', async () => {
    await aProject(stage, 5);
    await stage.at('2026-09-22T15:45');
    expect((await results()).state).toBe('unconfirmed');
    await stage.at('2026-09-22T15:30');
    await confirm();
    const [standing] = await confirmationsOf(stage.tools, key, 'evaluation:s-1');
    await stopConfirmation(stage.tools, { ...key, by: lead }, standing?.id ?? '');
    await stage.at('2026-09-22T15:50');
    expect((await results()).state).toBe('unconfirmed');
    await stage.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await previewEvaluation(stage.tools, session)).toMatchObject({ ok: false, reason: 'dormant' });
    expect(stage.far.mails).toEqual([]);
  });

  test('a yes to something else than what stands now is refused', async () => {
    await aProject(stage, 5);
    const preview = await previewEvaluation(stage.tools, session);
    if (!preview.ok) throw new Error(preview.reason);
    await addParticipant(stage, 6);
    expect(await confirmEvaluation(stage.tools, lead, 's-1', preview.value)).toMatchObject({
      reason: 'previewChanged',
    });
  });

  test('a session that is moved takes its evaluation along, and the planners are told the day before', async () => {
    await aProject(stage, 5);
    await linkChannel(stage, 'planning');
    await confirm();
    await stage.tools.db.updateTable('session').set({ date: '2026-09-29' }).where('id', '=', 's-1').execute();
    await stage.at('2026-09-22T15:40');
    expect(stage.far.mails).toEqual([]);
    expect(String(await nextDueAt(stage.tools))).toBe('2026-09-28T13:40:00Z');
    await stage.at('2026-09-28T15:40');
    expect(stage.far.posts.map(({ to, post }) => [to, 'text' in post && post.text])).toEqual([
      ['19:planering@thread.v2', expect.stringContaining('går till 5 personer. Karin Lund har bekräftat')],
    ]);
    await stage.at('2026-09-29T15:40');
    expect(stage.far.mails).toHaveLength(5);
  });

  test('every refusal stores nothing', async () => {
    await aProject(stage, 5);
    await confirm();
    expect(await answer('p-01')).toMatchObject({ reason: 'notOpen' });
    await stage.at('2026-09-22T15:40');
    expect(await answer('st-1')).toMatchObject({ reason: 'notParticipant' });
    expect(await answer(null)).toMatchObject({ reason: 'notParticipant' });
    expect(await answer('p-01', { useful: '4' })).toMatchObject({ reason: 'invalidAnswers', details: { count: 2 } });
    await stage.tools.db
      .insertInto('session_participation')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        session_id: 's-1',
        person_id: 'p-02',
        answer: 'none',
        attended: false,
      })
      .execute();
    expect(await answer('p-02')).toMatchObject({ reason: 'markedAbsent' });
    expect([await count('evaluation_mark'), await count('evaluation_urn')]).toEqual([0, 0]);
  });

  test('all routes share one mark: the second answer of the same person is refused', async () => {
    await aProject(stage, 5);
    await confirm();
    await stage.at('2026-09-22T15:40');
    expect(await answer('p-01')).toMatchObject({ ok: true });
    expect(await turnout(stage.tools, session)).toEqual({ answered: 1, invited: 5 });
    const twice = await Promise.all([answer('p-02'), answer('p-02'), answer('p-01')]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await count('evaluation_mark'), await count('evaluation_urn')]).toEqual([2, 2]);
  });

  test('a substitute gets the link of the seat they sit in, and the seat has one answer', async () => {
    await aProject(stage, 5);
    await stage.tools.db
      .insertInto('session_guest')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        session_id: 's-1',
        id: 'g-1',
        kind: 'substitute',
        host_person_id: 'p-03',
        given_name: 'Saga',
        family_name: 'Roos',
        email: 'saga.roos@kommun.example',
        created_at: new Date('2026-09-20T08:00:00Z'),
      })
      .execute();
    await confirm();
    await stage.at('2026-09-22T15:40');
    const addresses = stage.far.mails.map(({ to }) => to.address);
    expect(addresses).toContain('saga.roos@kommun.example');
    expect(addresses).not.toContain('p-03@kommun.example');
    expect(await answer('p-03')).toMatchObject({ ok: true });
    expect(await answer('p-03')).toMatchObject({ reason: 'alreadyAnswered' });
  });

  test('EVA-01 mark and answer share no key, and the order of the answers tells nothing', async () => {
    const people = 20;
    await aProject(stage, people);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (let number = 1; number <= people; number += 1)
      await answer(`p-${String(number).padStart(2, '0')}`, { ...answers, plan: `Plan ${number}` });
    await stage.at('2026-09-22T15:50');
    const marks = await sql<Record<string, unknown>>`
      select *, xmin::text as version from evaluation_mark order by ctid`.execute(stage.tools.db);
    const stored = await sql<{ answers: { plan: string } }>`
      select *, xmin::text as version from evaluation_answer order by ctid`.execute(stage.tools.db);
    expect(stored.rows).toHaveLength(people);
    // Every value of a mark, the system's transaction number among them, against every value of an answer.
    const shared = ['tenant_id', 'project_id', 'session_id'];
    const values = (rows: readonly object[]) =>
      new Map(
        rows.flatMap((row) =>
          Object.entries(row)
            .filter(([name]) => !shared.includes(name))
            .map(([name, value]) => [String(value), name]),
        ),
      );
    const common = [...values(marks.rows).keys()].filter((value) => values(stored.rows).has(value));
    // One move writes all answers and all marks anew, so its own number is the only thing in common, and joins all to all.
    expect(common.length).toBeLessThanOrEqual(1);
    expect(
      new Set(stored.rows.map((row) => JSON.stringify(row)).map((text) => /"version":"(\d+)"/.exec(text)?.[1])).size,
    ).toBe(1);
    expect(Object.keys(marks.rows[0] ?? {})).toEqual(['tenant_id', 'project_id', 'session_id', 'person_id', 'version']);
    expect(Object.keys(stored.rows[0] ?? {})).toEqual([
      'tenant_id',
      'project_id',
      'session_id',
      'id',
      'answers',
      'stored_on',
      'version',
    ]);
    expect(new Set(stored.rows.map((row) => String(Reflect.get(row, 'stored_on'))))).toEqual(new Set(['2026-09-22']));
    const order = stored.rows.map((row) => Number(row.answers.plan.slice(5)));
    expect(order).not.toEqual(order.toSorted((one, other) => one - other));
    const inPlace = marks.rows.map((row) => String(row['person_id']));
    expect(inPlace).toEqual(inPlace.toSorted());
    expect(await count('evaluation_urn')).toBe(0);
  });

  test('slips that wait in the urn all carry the number of the latest transaction', async () => {
    await aProject(stage, 5);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (const person of ['p-01', 'p-02', 'p-03']) await answer(person);
    const { rows } = await sql<{ version: string }>`select distinct xmin::text as version from evaluation_urn`.execute(
      stage.tools.db,
    );
    expect(rows).toHaveLength(1);
  });

  test('EVA-01 results come in steps of five, and the rest when it closes after seven days', async () => {
    await aProject(stage, 8);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (const number of [1, 2, 3, 4]) await answer(`p-0${number}`);
    await stage.at('2026-09-22T15:50');
    expect(await results()).toMatchObject({ answered: 4, shown: 0 });
    for (const number of [5, 6, 7]) await answer(`p-0${number}`);
    await stage.at('2026-09-22T15:55');
    expect(await results()).toMatchObject({ answered: 7, shown: 5 });
    await stage.at('2026-09-29T15:40');
    expect(await results()).toMatchObject({ state: 'closed', answered: 7, shown: 7 });
    expect((await results()).results.find(({ id }) => id === 'useful')?.counts.at(-1)?.count).toBe(7);
    expect(await answer('p-08')).toMatchObject({ reason: 'closed' });
  });

  test('slips that a failed job has left in the urn are moved by the next tick', async () => {
    await aProject(stage, 6);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (const number of [1, 2, 3, 4, 5, 6]) await answer(`p-0${number}`);
    await stage.tools.db.updateTable('evaluation').set({ closed_at: new Date() }).execute();
    await stage.at('2026-09-22T15:45');
    expect(await results()).toMatchObject({ state: 'closed', answered: 6, shown: 6 });
  });

  test('fewer than five answers are never broken down, even when it has closed', async () => {
    await aProject(stage, 8);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (const number of [1, 2, 3]) await answer(`p-0${number}`, { ...answers, plan: 'Jag i Älvdalen' });
    expect(await closeEvaluation(stage.tools, lead, 's-1')).toMatchObject({ ok: true });
    await stage.at('2026-09-22T16:00');
    const view = await results();
    expect(view).toMatchObject({ state: 'closed', answered: 3, shown: 0 });
    expect(JSON.stringify(view)).not.toContain('Älvdalen');
  });

  test('one reminder after two days, to those who have not answered', async () => {
    await aProject(stage, 5);
    await confirm();
    await stage.at('2026-09-22T15:40');
    for (const number of [1, 2]) await answer(`p-0${number}`);
    stage.far.mails.length = 0;
    await stage.at('2026-09-24T15:40');
    await stage.at('2026-09-25T09:00');
    expect(stage.far.mails.map(({ to }) => to.address).toSorted()).toEqual(
      ['p-03', 'p-04', 'p-05'].map((id) => `${id}@kommun.example`),
    );
    expect(stage.far.mails[0]?.subject).toBe('Vad tyckte du om träff 1?');
  });
});
