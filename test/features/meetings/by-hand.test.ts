import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { setDelivery } from '../../../src/features/meetings/delivery/actions.ts';
import { deliveryOf } from '../../../src/features/meetings/delivery/queries.ts';
import type { Delivery } from '../../../src/features/meetings/delivery/types.ts';
import { tickSent } from '../../../src/features/notices/by-hand/actions.ts';
import { handFile, handList } from '../../../src/features/notices/by-hand/queries.ts';
import type { HandItem } from '../../../src/features/notices/by-hand/types.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { answerByHand } from '../../../src/features/rooms/actions.ts';
import { temporaryFolder } from '../../temporary.ts';
import { key, lead, moveSession, openStage, organiser, siljan, type Stage } from './stage.ts';

async function deliver(stage: Stage, to: Delivery): Promise<void> {
  const view = await deliveryOf(stage.tools, key);
  if (view === null) throw new Error('there is no project');
  const set = await setDelivery(stage.tools, lead, { to, shown: view.change });
  if (!set.ok) throw new Error(set.reason);
  await stage.pass({ minutes: 5 });
}

const waiting = async (stage: Stage): Promise<readonly HandItem[]> => (await handList(stage.tools, key)).waiting;
const filesTo = async (stage: Stage, address: string) =>
  (await waiting(stage)).filter(
    ({ file, recipients }) => file !== null && recipients[0]?.address.toLowerCase() === address,
  );

async function read(stage: Stage, item: HandItem | undefined) {
  const file = await handFile(stage.tools, key, item?.ids[0] ?? '');
  if (file === null) throw new Error('no file');
  const calendar = new ICAL.Component(ICAL.parse(file.text));
  const [event] = calendar.getAllSubcomponents('vevent');
  return {
    method: calendar.getFirstPropertyValue('method'),
    zone: calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'),
    uid: event?.getFirstPropertyValue('uid'),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    status: event?.getFirstPropertyValue('status'),
    attendees: event?.getAllProperties('attendee').map((one) => String(one.getFirstValue())),
    text: file.text,
  };
}

async function tickAll(stage: Stage): Promise<void> {
  const ids = (await waiting(stage)).flatMap((item) => item.ids);
  const ticked = await tickSent(stage.tools, lead, { ids, isSent: true });
  if (!ticked.ok) throw new Error(ticked.reason);
  await stage.settle();
}

/** Calls of Microsoft 365's mail and calendar, whole `$batch`es among them. */
const mailAndCalendar = (stage: Stage) =>
  stage.sandbox
    .requestLog()
    .filter(({ path }) =>
      /\/(events|calendar|calendarView|messages|sendMail|getSchedule|subscriptions|\$batch)/.test(path),
    );

const kim = 'asa.hjortsberg-lindh@kommun-falun.example';

test('X-09, CAL-01, REG-03 by hand: rooms, mails and bookings are prepared for a person, and no mail or calendar is called', async () => {
  const stage = await openStage();
  await deliver(stage, 'manual');
  const before = mailAndCalendar(stage).length;
  await stage.book();
  await stage.pass({ minutes: 5 });
  const asked = await waiting(stage);
  expect(asked.filter(({ kind }) => kind === 'venue.request').length).toBeGreaterThan(2);
  expect(asked.find(({ kind }) => kind === 'venue.request')).toMatchObject({ isPersonal: true, file: null });
  for (const number of [1, 2, 3, 4]) await answerByHand(stage.tools, lead, `s-${number}`, { answer: 'confirmed' });
  await stage.closeRegistration();
  await stage.pass({ hours: 8 });
  const mine = await filesTo(stage, kim);
  expect(mine.map(({ sessionId }) => sessionId)).toEqual(['s-1', 's-2', 's-3', 's-4']);
  const first = await read(stage, mine[0]);
  expect(first).toMatchObject({
    method: 'REQUEST',
    zone: 'Europe/Stockholm',
    status: 'CONFIRMED',
    attendees: [`mailto:${kim}`],
  });
  expect(mine[0]?.mailto).toContain(`mailto:${kim}?subject=Dalalab`);

  // Nobody has sent it when the session moves: one newer file in its place.
  await moveSession(stage, 's-2', { date: '2026-11-06' });
  const moved = (await filesTo(stage, kim)).filter(({ sessionId }) => sessionId === 's-2');
  expect(moved).toHaveLength(1);
  await tickAll(stage);
  expect(await waiting(stage)).toEqual([]);
  expect(
    await stage.tools.db.selectFrom('milestone').select('source').where('name', '=', 'calendarBookingsSent').execute(),
  ).toEqual([{ source: 'tool' }]);

  // It has been sent when the session moves again: the same event with a higher number; called off: its CANCEL.
  await moveSession(stage, 's-2', { date: '2026-11-09' });
  const again = await read(stage, (await filesTo(stage, kim))[0]);
  expect(again.sequence).toBeGreaterThan(first.sequence);
  await tickAll(stage);
  await moveSession(stage, 's-2', { cancelled_at: '2026-10-01T00:00:00Z' });
  const off = await read(stage, (await filesTo(stage, kim))[0]);
  expect(off).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: again.uid });
  expect(off.sequence).toBeGreaterThan(again.sequence);
  const count = (await waiting(stage)).length;
  await stage.reconcile();
  expect(await waiting(stage)).toHaveLength(count);

  expect(mailAndCalendar(stage)).toHaveLength(before);
  const folder = temporaryFolder('by-hand');
  const path = join(folder, 'traff.ics');
  writeFileSync(path, first.text);
  for (const zone of ['UTC', 'Europe/Stockholm'])
    expect(
      JSON.parse(
        execFileSync(process.execPath, ['test/commands/read-calendar.ts', path], {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        }),
      ),
    ).toEqual([
      { start: '2026-09-22T06:30:00.000Z', end: expect.stringContaining('2026-09-22'), attendees: [`mailto:${kim}`] },
    ]);
});

test('X-09 a tick is logged with who and when, and can be taken back for a while', async () => {
  const stage = await openStage();
  await deliver(stage, 'manual');
  await stage.book();
  await stage.pass({ minutes: 5 });
  const [item] = await waiting(stage);
  const ids = item?.ids ?? [];
  await tickSent(stage.tools, lead, { ids, isSent: true });
  expect((await handList(stage.tools, key)).sent[0]).toMatchObject({
    sentBy: lead.name,
    mayUndo: true,
    text: item?.text,
  });
  expect(await tickSent(stage.tools, lead, { ids, isSent: true })).toMatchObject({ ok: false, reason: 'notWaiting' });
  await tickSent(stage.tools, lead, { ids, isSent: false });
  expect((await waiting(stage)).flatMap((one) => one.ids)).toEqual(expect.arrayContaining([...ids]));
  await tickSent(stage.tools, lead, { ids, isSent: true });
  await stage.pass({ hours: 2 });
  const [late] = (await handList(stage.tools, key)).sent;
  expect(late?.mayUndo).toBe(false);
  expect(late?.text).not.toMatch(/[A-Za-z0-9_-]{43}/);
  expect(await tickSent(stage.tools, lead, { ids, isSent: false })).toMatchObject({
    ok: false,
    reason: 'tooLateToUndo',
  });
  const acts = await stage.tools.db
    .selectFrom('audit')
    .select(['act', 'actor_name'])
    .where('act', 'like', 'notices.sentByHand%')
    .execute();
  expect(acts).toHaveLength(3);
});

test('X-09 when Outlook takes over, who got a file gets its CANCEL and the invitation, nobody has both, and going back doubles nothing', async () => {
  const stage = await openStage();
  await deliver(stage, 'manual');
  await stage.book();
  for (const number of [1, 2, 3, 4]) await answerByHand(stage.tools, lead, `s-${number}`, { answer: 'confirmed' });
  await stage.closeRegistration();
  await stage.pass({ minutes: 5 });
  const [first, second] = await filesTo(stage, kim);
  await tickSent(stage.tools, lead, { ids: first?.ids ?? [], isSent: true });

  await deliver(stage, 'graph');
  await stage.pass({ hours: 8 });
  expect(stage.event(1).attendees.map(({ address }) => address)).toContain(kim);
  expect(stage.event(2).attendees.map(({ address }) => address)).toContain(kim);
  const cancels = stage.sandbox.mailbox(organiser).filter(({ subject }) => subject.startsWith('Ny bokning:'));
  expect(cancels).toHaveLength(1);
  expect(await waiting(stage)).toEqual([]);
  expect(second).toBeDefined();
  const events = stage.sandbox.calendar(organiser).length;

  await deliver(stage, 'graph');
  expect(stage.sandbox.calendar(organiser)).toHaveLength(events);

  await deliver(stage, 'manual');
  await stage.reconcile();
  expect(await filesTo(stage, kim)).toEqual([]);
  await moveSession(stage, 's-4', { date: '2027-02-24' });
  const moved = await read(stage, (await filesTo(stage, kim))[0]);
  expect(moved.uid).toBe(stage.event(4).iCalUId);
  await deliver(stage, 'graph');
  await stage.pass({ hours: 8 });
  expect(new Date(stage.event(4).startMs).toISOString()).toContain('2027-02-24');
  expect(stage.sandbox.mailbox(organiser).filter(({ subject }) => subject.startsWith('Ny bokning:'))).toHaveLength(1);
});

test('X-09, VEN-02 a room that has said no to another time takes nobody’s booking back, by hand as in Outlook', async () => {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  stage.sandbox.setRoomPolicy(siljan, { bookingType: 'reserved' });
  await moveSession(stage, 's-1', { date: '2026-09-24' });
  await stage.pass({ minutes: 16 });
  await deliver(stage, 'manual');
  expect(await filesTo(stage, kim)).toEqual([]);

  // Whoever has left gets their file all the same; a yes moves the others.
  const row = stage.tools.db.updateTable('registration').set({ state: 'cancelled' });
  const [gone] = (await confirmedPeople(stage.tools, key)).filter(({ email }) => email !== kim);
  await row.where('person_id', '=', gone?.personId ?? '').execute();
  await stage.reconcile();
  expect(await filesTo(stage, gone?.email ?? '')).toHaveLength(4);
  expect(await filesTo(stage, kim)).toEqual([]);
  await answerByHand(stage.tools, lead, 's-1', { answer: 'confirmed' });
  await stage.pass({ minutes: 5 });
  const [moved] = await filesTo(stage, kim);
  expect((await read(stage, moved)).text).toContain('20260924T');
});
