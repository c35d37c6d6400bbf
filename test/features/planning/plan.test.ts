import { expect, test } from 'vitest';
import { readProjectFile } from '../../../src/features/planning/file/actions.ts';
import { sessionsOf } from '../../../src/features/planning/queries.ts';
import { onEachEngine, type Engine } from '../../engines.ts';
import { serve, type Caller } from './api.ts';
import { sample } from './project-file.ts';
import { openTools } from './tools.ts';

const karin: Caller = { oid: 'oid-karin' };
const tobias: Caller = { oid: 'oid-tobias' };
const lena: Caller = { oid: 'oid-lena' };
const mattias: Caller = { oid: 'oid-mattias' };
const participant: Caller = { oid: 'oid-goran' };
const stranger: Caller = { oid: 'oid-nobody' };
const lp = '/lp-2026-kompetens';

const directory = [
  ['oid-karin', 'Karin Tunsberg', 'karin.tunsberg@region-dalarna.example'],
  ['oid-tobias', 'Tobias Hällgren-Vaara', 'Tobias.Hallgren-Vaara@region-dalarna.example'],
  ['oid-lena', 'Lena Grahnsjö', 'lena.grahnsjo@region-dalarna.example'],
  ['oid-mattias', 'Mattias Orre', 'mattias.orre@region-dalarna.example'],
  ['oid-goran', 'Göran Ek', 'goran.ek@kommun-borlange.example'],
  ['oid-nobody', 'Någon Annan', 'nagon@annan.example'],
] as const;

async function begin(engine: Engine, now = '2026-06-10T08:00:00Z') {
  const tools = await openTools(engine, now);
  for (const [oid, displayName, mail] of directory) tools.people.push({ oid, displayName, mail, isGuest: false });
  const call = await serve(tools);
  expect((await call(karin, 'POST', '/import', sample())).status).toBe(201);
  return { tools, call };
}

async function begun(engine: Engine, now?: string) {
  const { tools, call } = await begin(engine, now);
  const preview = await call(karin, 'GET', `${lp}/activation`);
  const { textVersion, recipientCount } = preview.body;
  expect((await call(karin, 'POST', `${lp}/activation`, { textVersion, recipientCount })).status).toBe(200);
  tools.asked.length = 0;
  return { tools, call };
}

const reconcile = { name: 'meetings.reconcile', payload: { tenantId: 'home', projectId: 'lp-2026-kompetens' } };

onEachEngine('the plan', (engine) => {
  test('the content lead sees the whole plan and may change it', async () => {
    const { call } = await begin(engine);
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['me']).toMatchObject({
      name: 'Karin Tunsberg',
      roles: ['contentLead', 'planningGroup', 'workingGroup'],
    });
    expect(body['may']).toContain('plan.edit');
    expect(body['sessions']).toHaveLength(4);
    expect(body['organisations']).toHaveLength(20);
    expect(body).toMatchObject({ project: { registrationCloses: '2026-08-28T16:00:00+02:00', state: 'dormant' } });
  });

  test('ROL-04 who may not is refused in every act that changes the plan', async () => {
    const { call, tools } = await begin(engine);
    const acts: [method: string, path: string, body?: unknown][] = [
      ['PUT', '/project', { title: 'Annat' }],
      ['PUT', '/roles', { contentLead: 'st-2', planningGroup: [], workingGroup: [], steeringGroup: [] }],
      ['PUT', '/venues/v-9', { name: 'Salen' }],
      ['PUT', '/organisations/org-9', { name: 'Ny', shortName: 'Ny', type: 'other' }],
      ['POST', '/sessions', { title: 'Extra' }],
      ['PUT', '/sessions/s-1', { title: 'Annat' }],
      ['POST', '/sessions/s-1/move/preview', { date: '2026-09-24', startTime: '09:00', endTime: '16:00' }],
      ['GET', '/sessions/s-1/cancel'],
      ['POST', '/milestones', { name: 'participantListShared', isDone: true }],
      ['POST', '/rules/INV-01/override', { reason: 'ingen vet' }],
      ['GET', '/activation'],
      ['GET', '/export'],
    ];
    // ROL-01: those who plan may note whom they think of; the others may not.
    for (const caller of [lena, mattias, participant])
      expect((await call(caller, 'PUT', `${lp}/speakers/sp-9`, { displayName: 'Någon' })).status).toBe(403);
    for (const caller of [tobias, lena, mattias, participant])
      for (const [method, path, body] of acts)
        expect([caller.oid, path, (await call(caller, method, lp + path, body)).status]).toEqual([
          caller.oid,
          path,
          403,
        ]);
    const project = await tools.db.selectFrom('project').select(['title', 'revision']).executeTakeFirstOrThrow();
    expect(project).toEqual({ title: 'Kompetens i hela Dalarna', revision: 1 });
  });

  test('ROL-06 the steering group and the working group see the timeline, a participant does not', async () => {
    const { call } = await begin(engine);
    const statuses = await Promise.all(
      [karin, tobias, lena, mattias, participant, stranger].map(
        async (caller) => (await call(caller, 'GET', `${lp}/timeline`)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 403, 404]);
  });

  test('a participant sees days and programme, and neither people nor bookings', async () => {
    const { call } = await begin(engine);
    const { body, text } = await call(participant, 'GET', `${lp}/`);
    expect(body['me']).toMatchObject({ roles: ['participant'] });
    expect(body['sessions']).toHaveLength(4);
    expect(body).toMatchObject({ people: [], roles: [], organisations: [] });
    expect(text).not.toContain('lokalbokning@');
    expect(text).not.toContain('sal-siljan@');
  });

  test('the same person in another tenant sees nothing and changes nothing', async () => {
    const { call } = await begin(engine);
    const away = { ...karin, tenantId: 'away' };
    expect((await call(away, 'GET', '/')).body).toEqual([]);
    for (const path of ['/', '/timeline', '/status', '/audit', '/export', '/activation'])
      expect([path, (await call(away, 'GET', lp + path)).status]).toEqual([path, 404]);
    const other = await call(away, 'POST', '/import?replace=true', sample());
    expect(other.body).toMatchObject({ reason: 'idTaken' });
    expect(other.body['message']).toContain('upptaget');
  });

  test('people are joined to a sign-in through the directory, once', async () => {
    const { call, tools } = await begin(engine);
    await call(karin, 'GET', `${lp}/`);
    await call(karin, 'GET', `${lp}/`);
    await call(karin, 'GET', '/');
    expect(tools.lookUps.filter((oid) => oid === 'oid-karin')).toHaveLength(1);
    const list = await call(karin, 'GET', '/');
    expect(list.body).toMatchObject([
      { projectId: 'lp-2026-kompetens', firstDate: '2026-09-22', lastDate: '2027-02-23' },
    ]);
    expect((await call(stranger, 'GET', '/')).body).toEqual([]);
  });

  test('X-01 the directory’s word for member or guest goes before what a form or a file took somebody for', async () => {
    const { call, tools } = await begin(engine);
    const goran = tools.people.findIndex(({ oid }) => oid === 'oid-goran');
    const [known] = tools.people.splice(goran, 1);
    if (known !== undefined) tools.people.push({ ...known, isGuest: true });
    await tools.db.updateTable('person').set({ account_type: 'mailOnly', oid: null }).execute();
    for (const caller of [karin, participant]) await call(caller, 'GET', `${lp}/`);
    const joined = await tools.db
      .selectFrom('person')
      .select(['display_name', 'account_type'])
      .where('oid', 'is not', null)
      .orderBy('display_name')
      .execute();
    expect(joined).toEqual([
      { display_name: 'Göran Ek', account_type: 'guest' },
      { display_name: 'Karin Tunsberg', account_type: 'member' },
    ]);
  });

  test('a file is refused with every fault, in the language of the caller', async () => {
    const { call } = await begin(engine);
    const file = { ...sample(), timeZone: 'Mars/Olympus' };
    const answer = await call({ ...karin, language: 'en' }, 'POST', '/import', file);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      reason: 'invalidFile',
      details: [
        {
          path: 'timeZone',
          value: '"Mars/Olympus"',
          message: 'There is no such time zone. Write for example "Europe/Stockholm".',
        },
      ],
    });
  });

  test('the same project again is refused, unless its content lead replaces it while it is dormant', async () => {
    const { call, tools } = await begin(engine);
    await call(karin, 'GET', `${lp}/`);
    expect((await call(karin, 'POST', '/import', sample())).body).toMatchObject({ reason: 'alreadyHere' });
    expect((await call(tobias, 'POST', '/import?replace=true', sample())).status).toBe(403);
    const { dietary: _dietary, ...file } = sample();
    file.participants = (file.participants ?? []).slice(0, 10);
    for (const block of ['documentationRota', 'focusGroups', 'homework', 'wishes', 'seating', 'evaluations'])
      Reflect.deleteProperty(file, block);
    file.speakers = [];
    for (const session of file.sessions ?? []) session.agenda = [];
    expect((await call(karin, 'POST', '/import?replace=true', file)).body).toMatchObject({ participants: 10 });
    const vault = await tools.db.selectFrom('dietary_vault').select('person_id').orderBy('person_id').execute();
    expect(vault.map(({ person_id }) => person_id)).toEqual(['p-03', 'p-05', 'p-08', 'p-10']);
    expect((await call(karin, 'GET', `${lp}/`)).status).toBe(200);
    const { textVersion, recipientCount } = (await call(karin, 'GET', `${lp}/activation`)).body;
    await call(karin, 'POST', `${lp}/activation`, { textVersion, recipientCount });
    expect((await call(karin, 'POST', '/import?replace=true', sample())).body).toMatchObject({ reason: 'notDormant' });
  });

  test('an exported file is a file', async () => {
    const { call } = await begin(engine);
    const { text } = await call(karin, 'GET', `${lp}/export`);
    expect(readProjectFile(text)).toMatchObject({ ok: true });
    expect(text).toHaveLength(text.trimEnd().length + 1);
    expect(text).not.toContain('EpiPen');
  });

  test('X-02 a dormant project wakes when its preview is confirmed, and not when something changed since', async () => {
    const { call, tools } = await begin(engine);
    const preview = await call(karin, 'GET', `${lp}/activation`);
    expect(preview.body).toMatchObject({ state: 'dormant', recipientCount: 0 });
    expect(JSON.stringify(preview.body['lines'])).toContain('34 personer är anmälda');
    const { textVersion, recipientCount } = preview.body;
    await call(karin, 'PUT', `${lp}/project`, { title: 'Kompetens' });
    const late = await call(karin, 'POST', `${lp}/activation`, { textVersion, recipientCount });
    expect(late.body).toMatchObject({ reason: 'previewChanged' });
    expect(tools.asked).toEqual([]);
    const again = (await call(karin, 'GET', `${lp}/activation`)).body;
    const { textVersion: version, recipientCount: count } = again;
    expect(
      (await call(karin, 'POST', `${lp}/activation`, { textVersion: version, recipientCount: count })).status,
    ).toBe(200);
    expect(tools.asked).toEqual([reconcile]);
    const confirmations = await tools.db.selectFrom('confirmation').select(['act', 'confirmed_by_name']).execute();
    expect(confirmations).toEqual([{ act: 'project.activate', confirmed_by_name: 'Karin Tunsberg' }]);
    const twice = await call(karin, 'POST', `${lp}/activation`, { textVersion: version, recipientCount: count });
    expect(twice.body).toMatchObject({ reason: 'notDormant' });
  });

  test('a moved session warns about the day, keeps its clock time and asks Outlook to follow', async () => {
    const { call, tools } = await begun(engine);
    const move = { date: '2027-01-06', startTime: '09:00', endTime: '16:00' };
    const preview = await call(karin, 'POST', `${lp}/sessions/s-3/move/preview`, move);
    expect(preview.body).toMatchObject({
      recipientCount: 0,
      from: { date: '2027-01-13', startTime: '09:00', endTime: '16:00' },
      warnings: [{ severity: 'red' }, {}],
      sessionInfo: { lastDay: '2026-12-23', wiseDay: '2026-12-18' },
    });
    const { textVersion, recipientCount } = preview.body;
    const other = { ...move, date: '2027-01-20' };
    const wrong = await call(karin, 'POST', `${lp}/sessions/s-3/move`, {
      ...other,
      confirm: { textVersion, recipientCount },
    });
    expect(wrong.body).toMatchObject({ reason: 'previewChanged' });
    const right = (await call(karin, 'POST', `${lp}/sessions/s-3/move/preview`, other)).body;
    const confirm = { textVersion: right['textVersion'], recipientCount: right['recipientCount'] };
    expect((await call(karin, 'POST', `${lp}/sessions/s-3/move`, { ...other, confirm })).status).toBe(200);
    expect(tools.asked).toEqual([reconcile]);
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['sessions']).toMatchObject([{}, {}, { start: '2027-01-20T09:00:00+01:00', isoWeek: 3 }, {}]);
  });

  test('AGD-01 the programme moves with its session to another hour, and back when the move is undone', async () => {
    const { call, tools } = await begun(engine);
    const programme = async () => {
      const sessions = await sessionsOf(tools, { tenantId: 'home', projectId: 'lp-2026-kompetens' });
      return sessions[2]?.agenda.map(({ start, end }) => `${start}–${end}`);
    };
    const before = await programme();
    expect(before?.[0]).toMatch(/^09:00/);
    const move = { date: '2027-01-13', startTime: '09:30', endTime: '16:00' };
    const { body } = await call(karin, 'POST', `${lp}/sessions/s-3/move/preview`, move);
    const told = 'Programmet följer med och börjar kl. 9.30. Se efter att slutet stämmer.';
    expect(body['lines']).toContainEqual(expect.objectContaining({ sv: told }));
    const confirm = { textVersion: body['textVersion'], recipientCount: body['recipientCount'] };
    expect((await call(karin, 'POST', `${lp}/sessions/s-3/move`, { ...move, confirm })).status).toBe(200);
    expect((await programme())?.[0]).toMatch(/^09:30/);
    expect((await call(karin, 'POST', `${lp}/sessions/s-3/move/undo`, {})).status).toBe(200);
    expect(await programme()).toEqual(before);
  });

  test('who has a booking is counted before a move, the room left out', async () => {
    const { call, tools } = await begun(engine);
    await tools.db
      .insertInto('meeting_mirror')
      .values({
        tenant_id: 'home',
        project_id: 'lp-2026-kompetens',
        session_id: 's-1',
        part: 'session',
        mailbox: 'dalalab@region-dalarna.example',
        transaction_id: 't',
        event_id: 'e',
        ical_uid: 'i',
        etag: 'w',
        written: JSON.stringify({
          attendees: [
            { address: 'sal-siljan@region-dalarna.example', type: 'resource' },
            { address: 'goran.ek@kommun-borlange.example', type: 'required' },
          ],
        }),
        join_url: null,
        state: 'live',
        updated_at: new Date('2026-06-10T08:00:00Z'),
      })
      .execute();
    const preview = await call(karin, 'POST', `${lp}/sessions/s-1/move/preview`, {
      date: '2026-09-24',
      startTime: '08:30',
      endTime: '16:00',
    });
    expect(preview.body).toMatchObject({ recipientCount: 1 });
    expect(preview.text).toContain('1 person får en uppdatering av sin bokning i Outlook.');
  });

  test.each([
    [{ date: '2026-02-30', startTime: '09:00', endTime: '16:00' }, 'badDate'],
    [{ date: '2026-09-24', startTime: '16:00', endTime: '09:00' }, 'endsBeforeStart'],
    [{ date: '2026-06-01', startTime: '09:00', endTime: '16:00' }, 'inThePast'],
  ])('a move to %j is refused as %s', async (move, reason) => {
    const { call } = await begun(engine);
    const answer = await call(karin, 'POST', `${lp}/sessions/s-1/move/preview`, move);
    expect(answer.body).toMatchObject({ reason });
  });

  test('a day that has been is said in words', async () => {
    const { call } = await begun(engine);
    const past = { date: '2026-06-01', startTime: '09:00', endTime: '16:00' };
    const move = (language: 'sv' | 'en') =>
      call({ ...karin, language }, 'POST', `${lp}/sessions/s-1/move/preview`, past);
    expect((await move('sv')).body['message']).toBe('Måndag 1 juni 2026 har varit. Välj en dag framåt.');
    expect((await move('en')).body['message']).toMatch(/^Monday 1 June 2026 has passed\./);
  });

  test('a slip to a day that has been is warned of, and can be put right while nothing has come of it', async () => {
    const { call, tools } = await begin(engine);
    const { projectId } = (await call(tobias, 'POST', '/', { title: 'Trygg välfärd' })).body;
    const path = `/${String(projectId)}`;
    const preview = (to: string) =>
      call(tobias, 'POST', `${path}/sessions/s-1/move/preview`, { date: to, startTime: '09:00', endTime: '16:00' });
    const move = async (to: string) => {
      const { textVersion, recipientCount } = (await preview(to)).body;
      const body = { date: to, startTime: '09:00', endTime: '16:00', confirm: { textVersion, recipientCount } };
      return (await call(tobias, 'POST', `${path}/sessions/s-1/move`, body)).status;
    };
    expect((await preview('2026-04-14')).body['warnings']).toMatchObject([
      { severity: 'warning', words: { sv: 'Dagen har redan varit.', en: 'The day has been already.' } },
    ]);
    expect(await move('2026-04-14')).toBe(200);
    expect((await call(tobias, 'GET', `${path}/`)).body['neverHeld']).toContain('s-1');
    expect(await move('2026-09-22')).toBe(200);
    expect(await move('2026-04-14')).toBe(200);

    const ids = { tenant_id: 'home', project_id: String(projectId), session_id: 's-1' };
    const asked = { status: 'asked' as const, asked_at: null, answered_at: null, answer_note: null };
    const booking = { head_count: 0, head_count_source: 'maximum', override_reason: null, asked_for: null };
    await tools.db
      .insertInto('room_booking')
      .values({ ...ids, venue_id: 'v-1', ...asked, ...booking })
      .execute();
    expect((await call(tobias, 'GET', `${path}/`)).body['neverHeld']).not.toContain('s-1');
    expect((await preview('2026-09-22')).body).toMatchObject({ reason: 'alreadyHeld' });
    // With registrations every session counts as held once its day has been.
    expect((await call(karin, 'GET', `${lp}/`)).body['neverHeld']).toEqual([]);
  });

  test('a cancelled session stays, so that Outlook can be told, and leaves the plan', async () => {
    const { call, tools } = await begun(engine);
    const preview = await call(karin, 'GET', `${lp}/sessions/s-4/cancel`);
    const { textVersion, recipientCount } = preview.body;
    expect((await call(karin, 'POST', `${lp}/sessions/s-4/cancel`, { textVersion, recipientCount })).status).toBe(200);
    expect(tools.asked).toEqual([reconcile]);
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['sessions']).toMatchObject([{}, {}, {}, { id: 's-4', cancelled: true }]);
    expect((await call(karin, 'GET', `${lp}/sessions/s-4/cancel`)).body).toMatchObject({ reason: 'cancelled' });
  });

  test('a session that is added gets the next number, and its texts can be changed', async () => {
    const { call, tools } = await begun(engine);
    const added = await call(karin, 'POST', `${lp}/sessions`, { title: 'Träff 5: Uppföljning' });
    expect(added.body).toEqual({ sessionId: 's-5' });
    const change = {
      preparation: 'Inget',
      agenda: [{ start: '09:00', end: '09:20', type: 'opening', title: 'Välkommen' }],
    };
    expect((await call(karin, 'PUT', `${lp}/sessions/s-5`, change)).status).toBe(200);
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['sessions']).toMatchObject([{}, {}, {}, {}, { number: 5, date: null, ...change }]);
    expect(tools.asked).toEqual([reconcile, reconcile]);
  });

  test('X-02 after closing a session is added, or gets its first day, only when who is invited has been seen', async () => {
    const { call, tools } = await begun(engine);
    await tools.db
      .insertInto('milestone')
      .values({
        tenant_id: 'home',
        project_id: 'lp-2026-kompetens',
        name: 'registrationClosed',
        at: '2026-06-10T07:00:00Z',
        source: 'tool',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const session = { title: 'Träff 5', date: '2027-03-10', startTime: '09:00', endTime: '16:00' };
    const blind = await call(karin, 'POST', `${lp}/sessions`, session);
    expect(blind.body).toMatchObject({ reason: 'previewChanged' });
    const { body } = await call(karin, 'POST', `${lp}/sessions/preview`, session);
    // 34 participants, and the three of the planning group who are not among them.
    expect(body).toMatchObject({ recipientCount: 37 });
    expect(body['lines']).toMatchObject([
      { sv: 'Träff 5: onsdag 10 mars 2027, kl. 9.00–16.00.' },
      { sv: '37 personer får en bokning i Outlook.' },
    ]);
    const confirm = { textVersion: body['textVersion'], recipientCount: body['recipientCount'] };
    const other = { ...session, date: '2027-03-11', confirm };
    expect((await call(karin, 'POST', `${lp}/sessions`, other)).body).toMatchObject({ reason: 'previewChanged' });
    expect((await call(tobias, 'POST', `${lp}/sessions/preview`, session)).status).toBe(403);
    expect((await call(karin, 'POST', `${lp}/sessions`, { ...session, confirm })).body).toEqual({ sessionId: 's-5' });

    // Without a day nobody is invited; the day is what invites them.
    expect((await call(karin, 'POST', `${lp}/sessions`, { title: 'Träff 6' })).body).toEqual({ sessionId: 's-6' });
    const move = { date: '2027-03-17', startTime: '09:00', endTime: '16:00' };
    const moved = await call(karin, 'POST', `${lp}/sessions/s-6/move/preview`, move);
    expect(moved.body).toMatchObject({ recipientCount: 37, canUndo: false });
    expect(moved.text).toContain('37 personer får en bokning i Outlook.');
  });

  test('GOV-01 every rule on the timeline shows its words, its source and its day', async () => {
    const { call } = await begin(engine);
    const { body } = await call(karin, 'GET', `${lp}/timeline`);
    const entries = body['entries'] as {
      ruleId: string;
      basis: string;
      quote: string;
      source: { sv: string };
      due: string | null;
    }[];
    expect(entries.length).toBeGreaterThan(40);
    for (const entry of entries) {
      expect(entry.quote.length).toBeGreaterThan(5);
      if (entry.basis === 'guideline') expect(entry.source.sv).toMatch(new RegExp(`^Regel ${entry.ruleId}, .*20?26`));
      else expect(['Från Reglab', 'Verktygets råd']).toContain(entry.source.sv);
    }
    expect(new Set(entries.map(({ basis }) => basis)).size).toBeGreaterThan(1);
    expect(entries.find(({ ruleId }) => ruleId === 'INV-01')).toMatchObject({ due: '2026-07-22', state: 'met' });
    const days = body['days'] as { kind: string }[];
    expect(days.map(({ kind }) => kind)).toEqual([
      'decision',
      'datesSet',
      'invitation',
      'opens',
      'closes',
      'session',
      'session',
      'session',
      'session',
      'dalating',
    ]);
  });

  test('GOV-01 what people do outside the tool is ticked on the timeline and taken back; nothing else is', async () => {
    const { call } = await begin(engine);
    const entry = async (id: string) => {
      const entries = (await call(karin, 'GET', `${lp}/timeline`)).body['entries'] as readonly {
        ruleId: string;
        sessionId: string | null;
        state: string;
        byHand?: string;
      }[];
      return entries.find(({ ruleId, sessionId }) => ruleId === id && (sessionId === null || sessionId === 's-1'));
    };
    const tick = async (name: string, isDone: boolean) =>
      (await call(karin, 'POST', `${lp}/milestones`, { name, isDone })).status;
    for (const id of ['RG-08', 'RG-11']) {
      const { byHand = '', state } = (await entry(id)) ?? {};
      expect([id, state]).toEqual([id, 'upcoming']);
      expect(await tick(byHand, true)).toBe(200);
      expect([id, (await entry(id))?.state]).toEqual([id, 'met']);
      expect(await tick(byHand, false)).toBe(200);
      expect([id, (await entry(id))?.state]).toEqual([id, 'upcoming']);
    }
    for (const name of [
      'done:INV-01',
      'done:RG-08',
      'done:RG-11:s-1',
      'done:RG-08:s-9',
      'done:',
      'done:XX-01',
      'publishedWeb',
    ])
      expect([name, (await tick(name, true)) >= 400]).toEqual([name, true]);
  });

  test('a rule is overridden with a reason, which the timeline shows', async () => {
    const { call } = await begin(engine);
    expect((await call(karin, 'POST', `${lp}/rules/INV-11/override`, { reason: ' ' })).body).toMatchObject({
      reason: 'noReason',
    });
    expect((await call(karin, 'POST', `${lp}/rules/XXX-1/override`, { reason: 'därför' })).body).toMatchObject({
      reason: 'noRule',
    });
    await call(karin, 'POST', `${lp}/rules/INV-11/override`, { reason: 'enligt projektfilen' });
    const { body } = await call(karin, 'GET', `${lp}/timeline`);
    const entries = body['entries'] as { ruleId: string }[];
    expect(entries.find(({ ruleId }) => ruleId === 'INV-11')).toMatchObject({
      state: 'overridden',
      override: { reason: 'enligt projektfilen', by: 'Karin Tunsberg', on: '2026-06-10' },
    });
  });

  test('an invitation that breaks a blocking rule is not ticked off until there is a reason', async () => {
    const { call, tools } = await begin(engine);
    const tick = { name: 'invitationSent', isDone: true, on: '2026-06-09' };
    const blocked = await call(karin, 'POST', `${lp}/milestones`, tick);
    expect(blocked.body).toMatchObject({ reason: 'blocked' });
    const rules = (blocked.body['details'] as { rules: string }).rules.split(', ');
    for (const rule of rules)
      await call(karin, 'POST', `${lp}/rules/${rule}/override`, { reason: 'enligt projektfilen' });
    expect((await call(karin, 'POST', `${lp}/milestones`, tick)).status).toBe(200);
    const row = await tools.db
      .selectFrom('milestone')
      .select(['source', 'at'])
      .where('name', '=', 'invitationSent')
      .executeTakeFirst();
    expect(row).toEqual({ source: 'hand', at: new Date('2026-06-08T22:00:00Z') });
    expect(
      (await call(karin, 'POST', `${lp}/milestones`, { name: 'registrationClosed', isDone: true })).body,
    ).toMatchObject({
      reason: 'notByHand',
    });
  });

  test('läget counts people, names silent municipalities and the next steps', async () => {
    const { call } = await begin(engine);
    const { body, text } = await call(tobias, 'GET', `${lp}/status`);
    expect(body).toMatchObject({
      confirmed: 34,
      waiting: 0,
      maxTotal: 40,
      silentMunicipalities: ['Gagnef', 'Orsa', 'Smedjebacken', 'Vansbro'],
      nextSession: { id: 's-1', date: '2026-09-22', startTime: '08:30' },
      isRegistrationClosed: false,
    });
    expect((body['nextSteps'] as unknown[]).length).toBe(3);
    for (const person of sample().participants ?? []) expect(text).not.toContain(person.familyName);
  });

  test('ROL-05 a new process facilitator is in the planning group at once', async () => {
    const { call } = await begin(engine);
    const roles = {
      contentLead: 'st-1',
      deputy: 'st-4',
      processFacilitator: 'st-8',
      planningGroup: ['st-1', 'p-01'],
      workingGroup: ['st-1'],
      steeringGroup: ['st-5'],
      people: [
        {
          id: 'st-8',
          givenName: 'Ylva',
          familyName: 'Påhitt',
          title: 'Processledare',
          organisationId: 'org-w',
          email: 'ylva.pahitt@lansstyrelsen-dalarna.example',
        },
      ],
    };
    expect((await call(karin, 'PUT', `${lp}/roles`, roles)).status).toBe(200);
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['roles']).toContainEqual({ personId: 'st-8', role: 'planningGroup' });
    expect((await call(mattias, 'GET', `${lp}/activation`)).status).toBe(200);
    expect((await call(tobias, 'GET', `${lp}/timeline`)).status).toBe(403);
  });

  test.each([
    [{ contentLead: 'st-99' }, 'noPerson'],
    [
      {
        people: [
          {
            id: 'x',
            givenName: 'K',
            familyName: 'T',
            title: '',
            organisationId: null,
            email: 'KARIN.tunsberg@region-dalarna.example',
          },
        ],
      },
      'addressTaken',
    ],
    [
      {
        people: [
          { id: 'x', givenName: 'K', familyName: 'T', title: '', organisationId: 'org-0', email: 'k@t.example' },
        ],
      },
      'noOrganisation',
    ],
  ])('roles with %j are refused as %s and nothing is written', async (wrong, reason) => {
    const { call, tools } = await begin(engine);
    const roles = { contentLead: 'st-1', planningGroup: [], workingGroup: [], steeringGroup: [], ...wrong };
    expect((await call(karin, 'PUT', `${lp}/roles`, roles)).body).toMatchObject({ reason });
    const { count } = await tools.db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(41);
  });

  test('whoever creates a project is its content lead, with the directory’s address', async () => {
    const { call, tools } = await begin(engine);
    const created = await call(tobias, 'POST', '/', { title: 'Trygg digital välfärd på landsbygden' });
    expect(created.body).toEqual({ projectId: 'lp-2026-trygg-digital-valfard-pa-landsbygden' });
    const path = '/lp-2026-trygg-digital-valfard-pa-landsbygden';
    const { body } = await call(tobias, 'GET', `${path}/`);
    expect(body['me']).toMatchObject({ name: 'Tobias Hällgren-Vaara', roles: ['contentLead', 'planningGroup'] });
    expect(body['sessions']).toHaveLength(4);
    expect((await call(karin, 'GET', `${path}/`)).status).toBe(404);
    expect((await call(tobias, 'POST', '/', { title: 'Trygg digital välfärd på landsbygden' })).body).toMatchObject({
      reason: 'idTaken',
    });
    await call(tobias, 'PUT', `${path}/organisations/org-1`, {
      type: 'municipality',
      name: 'Orsa kommun',
      shortName: 'Orsa',
    });
    await call(tobias, 'PUT', `${path}/venues/v-1`, { name: 'Salen', ownerOrganisationId: 'org-1', capacity: 30 });
    await call(tobias, 'PUT', `${path}/venues/v-1`, {
      name: 'Stora salen',
      ownerOrganisationId: 'org-1',
      capacity: 60,
    });
    await call(tobias, 'PUT', `${path}/speakers/sp-1`, { displayName: 'Docent Påhitt', mode: 'remote' });
    const plan = (await call(tobias, 'GET', `${path}/`)).body;
    expect(plan['venues']).toMatchObject([{ name: 'Stora salen', capacity: 60 }]);
    expect(plan['speakers']).toMatchObject([{ mode: 'remote', slidesConsent: null }]);
    expect(tools.asked).toEqual([]);
  });

  test('the project’s texts and dates are changed, wrong ones refused with words', async () => {
    const { call } = await begin(engine);
    const patch = { registrationCloses: '2026-08-31T12:00', maxTotal: 50, keyDates: { dalating: '2027-03-17' } };
    expect((await call(karin, 'PUT', `${lp}/project`, patch)).body).toEqual({ revision: 2 });
    const { body } = await call(karin, 'GET', `${lp}/`);
    expect(body['project']).toMatchObject({
      registrationCloses: '2026-08-31T12:00:00+02:00',
      maxTotal: 50,
      keyDates: { dalating: '2027-03-17', steeringDecision: '2026-04-10' },
    });
    const closes = await call(karin, 'PUT', `${lp}/project`, { registrationCloses: '2026-05-31T12:00' });
    expect(closes.body).toMatchObject({ reason: 'closesBeforeOpening' });
    const bad = await call(karin, 'PUT', `${lp}/project`, { keyDates: { dalating: 'i mars' } });
    expect(bad.body['message']).toBe('"i mars" är inget datum. Skriv år-månad-dag, till exempel 2026-09-22.');
    expect((await call(karin, 'PUT', `${lp}/project`, { colour: 'blue' })).status).toBe(400);
    expect((await call(karin, 'PUT', `${lp}/project`, { maxTotal: 3e9 })).status).toBe(400);
    const noDay = { displayName: 'Ny', techTest: '2026-02-30' };
    expect((await call(karin, 'PUT', `${lp}/speakers/sp-9`, noDay)).body).toMatchObject({ reason: 'badDate' });
  });

  test('ROO-01 when the room is furnished from is set on the session, and keeps who comes early', async () => {
    const { call, tools } = await begin(engine);
    const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
    const setup = async () => (await sessionsOf(tools, key)).find(({ id }) => id === 's-2')?.extra['setupMeeting'];
    const set = (setupStart: string | null) => call(karin, 'PUT', `${lp}/sessions/s-2`, { setupStart });
    expect((await set('07:15')).status).toBe(200);
    expect(await setup()).toEqual({ start: '2026-11-05T07:15:00+01:00', who: ['st-1', 'st-3', 'st-4'] });
    const late = await set('12:00');
    expect(late.body).toMatchObject({ reason: 'setupAfterStart' });
    expect(late.body['message']).toBe('Möbleringen börjar före träffen. Skriv en tid före träffens start.');
    expect((await set(null)).status).toBe(200);
    expect(await setup()).toEqual({ who: ['st-1', 'st-3', 'st-4'] });
  });

  test('every change stands in the log with who made it', async () => {
    const { call } = await begun(engine);
    await call(karin, 'PUT', `${lp}/project`, { title: 'Kompetens' });
    const { text, body } = await call(tobias, 'GET', `${lp}/audit`);
    const lines = body as unknown as { act: string; actor: string }[];
    expect(lines.map(({ act, actor }) => [act, actor])).toEqual([
      ['project.change', 'Karin Tunsberg'],
      ['project.activate', 'Karin Tunsberg'],
      ['project.import', 'oid-karin'],
    ]);
    expect(text).not.toContain('@');
  });
});
