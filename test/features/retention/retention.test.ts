import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/people.ts';
import { isDisposedAddress } from '../../../src/domain/disposed.ts';
import { evaluationOf } from '../../../src/features/evaluations/queries.ts';
import { questionsFor } from '../../../src/features/evaluations/questions/rules.ts';
import { queueMail, recordConfirmation } from '../../../src/features/notices/actions.ts';
import { noticeLog } from '../../../src/features/notices/queries.ts';
import { exportProject } from '../../../src/features/planning/file/exporting/queries.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { auditOf, planOf } from '../../../src/features/planning/queries.ts';
import { participantsCsv, participantsXlsx } from '../../../src/features/registration/exports/queries.ts';
import { participantsOf } from '../../../src/features/registration/queries.ts';
import { dispose, setRule } from '../../../src/features/retention/actions.ts';
import { disposalRecord, previewDisposal, retentionOf } from '../../../src/features/retention/queries.ts';
import type { ClassView, DataClassId, RetentionRule } from '../../../src/features/retention/types.ts';
import { todayOf } from '../../../src/features/today/queries.ts';
import { pdfOf } from '../../../src/adapters/http/pdf.ts';
import { onEachEngine, quickest } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

const rule: RetentionRule = { way: 'dispose', days: 30, decision: 'RD-2026/77', decidedOn: '2026-05-04' };
const afterwards = '2027-04-01T08:00:00Z';
let desk: Desk;
afterEach(() => desk.close());

const lineOf = async (id: DataClassId): Promise<ClassView> => {
  const line = (await retentionOf(desk.tools, key))?.classes.find((one) => one.id === id);
  if (line === undefined) throw new Error(id);
  return line;
};
const decide = (id: DataClassId, changed: Partial<RetentionRule> = {}) =>
  setRule(desk.tools, lead, { id, rule: { ...rule, ...changed } });
const seenOf = async (id: DataClassId, actor: Actor = lead) => {
  const preview = await previewDisposal(desk.tools, actor, id);
  if (!preview.ok) throw new Error(preview.reason);
  const { textVersion, recipientCount } = preview.value;
  return { textVersion, recipientCount };
};
const go = async (id: DataClassId) => dispose(desk.tools, lead, { id, seen: await seenOf(id) });

async function mail(version: string, address = 'a@kommun-falun.example'): Promise<string> {
  return await desk.tools.tx(async (work) => {
    const preview = { textVersion: 'v', recipientCount: 1 };
    const confirmationId = await recordConfirmation(work, desk.tools, { ...key, act: 'info', preview, by: lead });
    return await queueMail(work, desk.tools, {
      ...{ ...key, kind: 'session.info', personId: 'p-01', version, grace: 'none', confirmationId },
      to: { address, name: 'Åsa Hjort' },
      letter: { subject: 'Inför träff 1', text: 'Hej Åsa, ta med laddare.', html: '<p>Hej Åsa</p>' },
    });
  });
}

/** Three have answered and been ticked off at the first session, whose meeting stands in the mirror and in one's own file. */
async function attended(): Promise<void> {
  const { db } = desk.tools;
  const project = { tenant_id: key.tenantId, project_id: key.projectId };
  const of = { ...project, session_id: 's-1' };
  const people = await db
    .selectFrom('person')
    .select(['id', 'email', 'email_key'])
    .where('kind', '=', 'participant')
    .orderBy('position', 'desc')
    .limit(3)
    .execute();
  for (const [index, { id }] of people.entries())
    await db
      .insertInto('session_participation')
      .values({ ...of, person_id: id, answer: 'accepted', own_answer: null, attended: index > 0 })
      .execute();
  const at = { updated_at: '2026-09-22T06:00:00Z' };
  await db
    .insertInto('meeting_mirror')
    .values({
      ...{ ...of, ...at, part: 'session', mailbox: 'm@x.example', transaction_id: 't', state: 'live' },
      written: JSON.stringify({ subject: 'Träff 1', attendees: people.map(({ email }) => ({ address: email })) }),
    })
    .execute();
  for (const { id, email_key } of people) {
    const told = JSON.stringify({ subject: 'Träff 1' });
    const file = { ...of, address: email_key, uid: id, sequence: 0, told, state: 'live', from_outlook: false } as const;
    await db.insertInto('hand_booking').values(file).execute();
    const until = { created_at: at.updated_at, expires_at: '2028-01-01T00:00:00Z' };
    const link = { ...project, ...until, hash: id, purpose: 'self', person_id: id, subject_id: null };
    await db.insertInto('personal_link').values(link).execute();
  }
}

/** An evaluation of the first session that six have answered. */
async function evaluated(): Promise<void> {
  const of = { tenant_id: key.tenantId, project_id: key.projectId, session_id: 's-1' };
  const { db } = desk.tools;
  const questions = questionsFor(false);
  await db.deleteFrom('evaluation').where('session_id', '=', 's-1').execute();
  await db.deleteFrom('evaluation_answer').execute();
  await db.deleteFrom('evaluation_mark').execute();
  const times = { opens_at: '2026-09-22T13:40:00Z', closes_at: '2026-09-29T13:40:00Z' };
  await db
    .insertInto('evaluation')
    .values({
      ...{ ...of, ...times, questions: JSON.stringify(questions), card_activity_id: null },
      ...{ opened_at: times.opens_at, closed_at: times.closes_at },
    })
    .execute();
  for (const nr of [1, 2, 3, 4, 5, 6]) {
    const answers = Object.fromEntries(
      questions.map((question) => [
        question.id,
        question.kind === 'text' ? 'Hemlig fritext' : question.kind === 'one' ? question.choices[0]?.value : [],
      ]),
    );
    const stored = { ...of, id: `e-${nr}`, answers: JSON.stringify(answers), stored_on: '2026-09-23' };
    await db.insertInto('evaluation_answer').values(stored).execute();
    await db
      .insertInto('evaluation_mark')
      .values({ ...of, person_id: `p-0${nr}` })
      .execute();
  }
}

onEachEngine('X-06 disposal', (engine) => {
  beforeEach(async () => {
    desk = await openDesk(engine, { now: '2026-10-12T10:00:00Z', file: sample() });
  });

  test('X-06 nothing goes without a decision, before its day, or when what was seen has changed; then it goes once', async () => {
    await mail('1');
    await mail('2');
    await desk.send();
    expect(await previewDisposal(desk.tools, lead, 'messages')).toMatchObject({ reason: 'noDecision' });
    expect(await decide('messages', { decision: null })).toMatchObject({ reason: 'noDecision' });
    expect(await decide('messages')).toEqual({ ok: true, value: null });
    expect(await lineOf('messages')).toMatchObject({ state: 'waits', items: 2, dueOn: '2027-03-26' });
    expect(await previewDisposal(desk.tools, lead, 'messages')).toMatchObject({ reason: 'notYet' });
    desk.at(afterwards);
    const seen = await seenOf('messages');
    await mail('3');
    await desk.send();
    expect(await dispose(desk.tools, lead, { id: 'messages', seen })).toMatchObject({ reason: 'previewChanged' });
    const before = await seenOf('messages');
    await decide('messages', { days: 20 });
    expect(await dispose(desk.tools, lead, { id: 'messages', seen: before })).toMatchObject({
      reason: 'previewChanged',
    });
    await mail('4');
    expect(await lineOf('messages')).toMatchObject({ items: 3, staying: 1 });
    const stale = await seenOf('messages');
    expect(await go('messages')).toMatchObject({ ok: true, value: { items: 3 } });
    const again = await dispose(desk.tools, lead, { id: 'messages', seen: stale });
    expect(again).toMatchObject({ reason: 'nothingThere' });
    const rows = await desk.tools.db.selectFrom('notice').selectAll().orderBy('key').execute();
    const text = JSON.stringify(rows.filter(({ state }) => state === 'sent'));
    expect(text).not.toMatch(/Åsa|laddare|kommun-falun/);
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'waiting']);
    // The log still tells what kind and when, and saying the same again says nothing.
    expect((await noticeLog(desk.tools, key, 'sv')).notices).toHaveLength(4);
    expect(await mail('1')).toBe('saidAlready');
    await desk.send();
    expect(desk.mails).toHaveLength(4);
  });

  test('X-06 each class goes alone, leaves its numbers and a record, and the product goes on working', async () => {
    await evaluated();
    await attended();
    desk.at(afterwards);
    const people = (await participantsOf(desk.tools, key, { phone: true }))?.participants ?? [];
    const classes = (await retentionOf(desk.tools, key))?.classes ?? [];
    for (const { id, effect } of classes) if (effect !== null && id !== 'dietary') await decide(id);
    expect(await previewDisposal(desk.tools, lead, 'participantList')).toMatchObject({ reason: 'needsOther' });
    const evaluation = { ...key, sessionId: 's-1' };
    const counted = await evaluationOf(desk.tools, evaluation);

    expect(await go('evaluationAnswers')).toMatchObject({ ok: true, value: { items: 6 } });
    const left = await evaluationOf(desk.tools, evaluation);
    expect(left).toMatchObject({ answered: 6, shown: 6, isDisposed: true, invited: counted?.invited });
    expect(left?.results.map(({ counts }) => counts)).toEqual(counted?.results.map(({ counts }) => counts));
    expect(JSON.stringify(await desk.tools.db.selectFrom('evaluation').selectAll().execute())).not.toContain('Hemlig');
    for (const table of ['evaluation_answer', 'evaluation_mark'] as const)
      expect(await desk.tools.db.selectFrom(table).selectAll().execute()).toEqual([]);

    const attendance = await lineOf('attendance');
    expect(attendance).toMatchObject({ items: 3, state: 'due' });
    expect(attendance.people).toHaveLength(3);
    expect(await go('attendance')).toMatchObject({ ok: true, value: { items: attendance.items } });
    expect(await go('contacts')).toMatchObject({ ok: true });
    expect(await go('participantList')).toMatchObject({ ok: true });
    const list = (await participantsOf(desk.tools, key, { phone: true }))?.participants ?? [];
    expect(list.map(({ organisation, state }) => `${organisation} ${state}`).toSorted()).toEqual(
      people.map(({ organisation, state }) => `${organisation} ${state}`).toSorted(),
    );
    // Whoever also plans is still known and reached.
    const plan = await planOf(desk.tools, lead);
    const holders = new Set(plan?.roles.map(({ personId }) => personId));
    const gone = people.filter(({ id }) => !holders.has(id));
    expect(gone.length).toBeGreaterThan(20);
    const kept = [
      (await participantsCsv(desk.tools, key, 'lead')) ?? '',
      JSON.stringify(await exportProject(desk.tools, key)),
      JSON.stringify(await desk.tools.db.selectFrom('meeting_mirror').selectAll().execute()),
    ].join('\n');
    for (const table of ['hand_booking', 'personal_link', 'session_participation'] as const)
      expect(await desk.tools.db.selectFrom(table).selectAll().execute()).toEqual([]);
    // Who spoke stands in the programme, which is preserved.
    const spoke = new Set(plan?.speakers.map(({ displayName }) => displayName));
    for (const { email, displayName } of gone) {
      expect(kept.includes(email), email).toBe(false);
      if (!spoke.has(displayName)) expect(kept.includes(displayName), displayName).toBe(false);
    }
    expect(kept).toContain('Deltagare 1 (gallrad)');
    expect(list.filter(({ id }) => holders.has(id)).some(({ email }) => isDisposedAddress(email))).toBe(false);
    expect((await participantsXlsx(desk.tools, key, 'lead'))?.length).toBeGreaterThan(1000);
    expect(await mail('9', list.find(({ id }) => !holders.has(id))?.email)).toBe('disposed');

    const notes = plan?.disposed.map(({ dataClass }) => dataClass).toSorted();
    expect(notes).toEqual(['attendance', 'contacts', 'evaluationAnswers', 'participantList']);
    const view = await retentionOf(desk.tools, key);
    expect(view?.disposals).toHaveLength(4);
    const record = view?.disposals.find(({ dataClass }) => dataClass === 'attendance');
    expect(record).toMatchObject({ by: 'Karin Tunsberg', decision: 'RD-2026/77', items: attendance.items });
    expect(record?.kept.map(({ words, count }) => `${words.sv}: ${count}`)).toEqual([
      'Träff 1, tackade ja: 3',
      'Träff 1, var där: 2',
      'Träff 1, uteblev: 1',
    ]);
    const stored = JSON.stringify(await desk.tools.db.selectFrom('disposal').selectAll().execute());
    for (const { email, familyName } of gone) {
      expect(stored).not.toContain(email);
      expect(stored).not.toContain(familyName);
    }
    const acts = (await auditOf(desk.tools, key)).map(({ act }) => act).filter((act) => act.endsWith('.disposed'));
    expect(acts.toSorted()).toEqual(notes?.map((one) => `${one}.disposed`));
  });

  test('X-06 dietary needs go under the project’s own terms, by hand or by the clock, with the same record', async () => {
    const held = await desk.tools.db.selectFrom('dietary_vault').select('person_id').execute();
    expect(await decide('dietary')).toMatchObject({ reason: 'dietaryTerms' });
    expect(await lineOf('dietary')).toMatchObject({
      ...{ state: 'waits', items: held.length, people: [], dueOn: '2027-03-10' },
      rule: { days: 14, decision: 'RD-2026/01299 (fiktivt)' },
    });
    desk.at(afterwards);
    expect(await go('dietary')).toMatchObject({ ok: true, value: { items: held.length } });
    expect(await desk.tools.db.selectFrom('dietary_vault').select('person_id').execute()).toEqual([]);
    expect((await retentionOf(desk.tools, key))?.disposals).toMatchObject([
      { dataClass: 'dietary', items: held.length, decision: 'RD-2026/01299 (fiktivt)', kept: [] },
    ]);
  });
});

test('X-06 the record is a paper without names, and another tenant finds neither it nor the project', async () => {
  desk = await openDesk(quickest, { now: afterwards, file: sample() });
  await decide('contacts');
  const gone = await go('contacts');
  if (!gone.ok) throw new Error(gone.reason);
  const record = await disposalRecord(desk.tools, lead, gone.value.id);
  if (!record.ok) throw new Error(record.reason);
  const told = JSON.stringify(record.value.paper);
  expect(record.value.name).toBe('gallringsprotokoll-contacts-2027-04-01.pdf');
  expect(told).toContain('RD-2026/77, 4 maj 2026');
  expect(told).toContain('Karin Tunsberg');
  expect(told).toContain('torsdag 1 april 2027 kl. 10.00');
  for (const { display_name } of await desk.tools.db
    .selectFrom('person')
    .select('display_name')
    .where('kind', '=', 'participant')
    .execute())
    expect(told).not.toContain(display_name);
  expect((await pdfOf(record.value.paper)).subarray(0, 5).toString()).toBe('%PDF-');
  const stranger: Actor = { ...lead, tenantId: 'tenant-b' };
  expect(await disposalRecord(desk.tools, stranger, gone.value.id)).toMatchObject({ reason: 'noProject' });
  expect(await retentionOf(desk.tools, stranger)).toBeNull();
  expect(await setRule(desk.tools, stranger, { id: 'messages', rule })).toMatchObject({ reason: 'noProject' });
  const seen = { textVersion: '', recipientCount: 0 };
  expect(await dispose(desk.tools, stranger, { id: 'contacts', seen })).toMatchObject({ reason: 'noProject' });
});

test('X-06 the day’s page tips whoever leads when something may go, and the privacy page tells what is decided', async () => {
  desk = await openDesk(quickest, { now: '2027-03-01T08:00:00Z', file: sample() });
  await decide('contacts');
  const planner: Actor = { ...lead, personId: 'p-01', roles: ['planningGroup'] };
  const tipped = async (actor: Actor) => {
    const today = await todayOf(desk.tools, actor);
    return today?.tips.some(({ id }) => id === 'ADV-DISPOSAL');
  };
  expect(await tipped(lead)).toBe(false);
  desk.at(afterwards);
  expect(await tipped(lead)).toBe(true);
  expect(await tipped(planner)).toBe(false);
  const door = await desk.open(planner);
  expect((await door.get('/personuppgifter/lp-2026-kompetens')).text).toContain(
    'Kontaktuppgifter: får raderas 30 dagar efter sista träffen, enligt beslut RD-2026/77.',
  );
  // Nobody else comes near it through the API, nor writes into it what somebody eats.
  const seen = { textVersion: '', recipientCount: 0 };
  expect((await door.api('GET', '/retention')).status).toBe(403);
  expect((await door.api('PUT', '/retention/contacts/rule', rule)).status).toBe(403);
  expect((await door.api('POST', '/retention/contacts/disposal', seen)).status).toBe(403);
  expect((await door.api('POST', '/disclosure')).status).toBe(403);
  const own = await desk.open(lead);
  const told = { ...rule, decision: 'Anna är allergisk mot jordnötter' };
  expect(await own.api('PUT', '/retention/contacts/rule', told)).toMatchObject({ body: { reason: 'dietNotKept' } });
  await go('contacts');
  expect(await tipped(lead)).toBe(false);
  const news = (await todayOf(desk.tools, { ...lead, personId: 'st-2', roles: ['deputy'] }))?.happened.events ?? [];
  expect(news.map(({ words }) => words.sv)).toContain('Karin Tunsberg gallrade kontaktuppgifter.');
});

test('X-06 the project file carries what is decided, and a decision to dispose without a reference is a fault of the file', async () => {
  const retention = [
    { dataClass: 'contacts', ...rule },
    { dataClass: 'participantList', way: 'keep' },
  ];
  desk = await openDesk(quickest, { now: '2026-10-12T10:00:00Z', file: { ...sample(), retention } });
  expect(await lineOf('contacts')).toMatchObject({ state: 'waits', rule });
  expect(await lineOf('participantList')).toMatchObject({ state: 'kept', rule: { way: 'keep', decision: null } });
  await decide('messages');
  const file = await exportProject(desk.tools, key);
  expect(file).toMatchObject({
    retention: [
      { dataClass: 'contacts', ...rule },
      { dataClass: 'messages', ...rule },
      { dataClass: 'participantList', way: 'keep' },
    ],
  });
  const bare = { ...file, retention: [{ dataClass: 'contacts', way: 'dispose', days: 30 }] };
  const read = await importProject(desk.tools, 'tenant-c', bare, { actorName: 'Test' });
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read)).toContain('retention');
});
