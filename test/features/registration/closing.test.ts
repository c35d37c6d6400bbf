import { afterEach, expect, test } from 'vitest';
import { nextDueAt, runDue } from '../../../src/features/registration/closing/jobs.ts';
import { closingView } from '../../../src/features/registration/closing/queries.ts';
import { countsOf, registrationStateOf } from '../../../src/features/registration/queries.ts';
import type { ClosingView } from '../../../src/features/registration/closing/types.ts';
import type { NoticeLog } from '../../../src/features/notices/types.ts';
import { changeProject } from '../../../src/features/planning/actions.ts';
import { onEachEngine } from '../../engines.ts';
import { form, key, lead, openDesk, sample, type Desk, type Door } from './desk.ts';

const path = '/anmalan/lp-2026-kompetens';
const shown = ({ textVersion, recipientCount }: ClosingView['now']) => ({ textVersion, recipientCount });

async function viewAt(door: Door): Promise<ClosingView> {
  return (await door.api('GET', '/closing')).body as ClosingView;
}

onEachEngine('closing the registration', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('CAL-01, X-02 confirmed beforehand it is announced with Stoppa three days before and happens at the minute', async () => {
    desk = await openDesk(engine, { now: '2026-06-05T08:00:00Z' });
    const door = await desk.open();
    const view = await viewAt(door);
    expect(view.beforehand).toMatchObject({ recipientCount: 40, atMost: 40, confirmedNow: 0 });
    expect(view.beforehand.bookings).toHaveLength(4);
    expect(view.announcesAt).toBe('2026-08-25T14:00:00Z');
    expect(await door.api('POST', '/closing/confirm', shown(view.beforehand))).toMatchObject({ status: 200 });
    await door.post(path, form());
    expect((await nextDueAt(desk.tools))?.toString()).toBe('2026-08-25T14:00:00Z');

    desk.at('2026-08-25T14:00:00Z');
    await runDue(desk.tools);
    await runDue(desk.tools);
    await desk.send();
    const announced = desk.mails.filter(({ to }) => to.name === 'Karin Tunsberg');
    expect(announced.map(({ subject }) => subject)).toEqual(['Snart stänger anmälan till Kompetens i hela Dalarna']);
    expect(announced[0]?.text).toContain('/stoppa/');
    // There is no planning chat, and the mail says it all: nobody is asked to put anything right.
    const failed = desk.tools.db.selectFrom('notice').select('kind').where('state', '=', 'failed');
    expect(await failed.execute()).toEqual([]);
    expect((await viewAt(door)).announcesAt).toBeNull();
    expect(await registrationStateOf(desk.tools, key)).toEqual({ closed: false, closedAt: null });

    desk.at('2026-08-28T14:00:00Z');
    await runDue(desk.tools);
    await runDue(desk.tools);
    expect(await registrationStateOf(desk.tools, key)).toEqual({ closed: true, closedAt: '2026-08-28T14:00:00.000Z' });
    expect(desk.jobs).toContain('meetings.reconcile');
    const { acts } = await audit(desk);
    expect(acts.filter(({ act }) => act === 'registration.closed')).toMatchObject([
      { actor_name: 'Karin Tunsberg', details: { confirmed: 1, source: 'tool' } },
    ]);
    expect(await nextDueAt(desk.tools)).toBeUndefined();
  });

  test('X-02 stopped from the mail it does not happen, and those who lead are told', async () => {
    desk = await openDesk(engine, { now: '2026-08-24T08:00:00Z' });
    const door = await desk.open();
    await door.api('POST', '/closing/confirm', shown((await viewAt(door)).beforehand));
    desk.at('2026-08-25T14:00:00Z');
    await runDue(desk.tools);
    await desk.send();
    const [stop = ''] = /\/stoppa\/[\w-]+/.exec(desk.mails[0]?.text ?? '') ?? [];
    expect((await door.get(stop)).text).toContain('Stoppa stängningen?');
    expect((await viewAt(door)).standing).toMatchObject({ holds: true, stoppedAt: null });
    expect((await door.get(`${stop}?lang=en`)).text).toContain('Stop the closing?');
    expect((await door.post(stop, {})).text).toContain('Inget går ut.');
    desk.at('2026-08-28T14:05:00Z');
    await runDue(desk.tools);
    await runDue(desk.tools);
    expect((await registrationStateOf(desk.tools, key)).closed).toBe(false);
    await desk.send();
    expect(desk.mails.at(-1)?.subject).toBe('Stängningen är stoppad: Kompetens i hela Dalarna');
    expect(desk.mails).toHaveLength(2);
  });

  test('X-02 a moved session after the yes means a new yes, and nothing goes out by itself', async () => {
    desk = await openDesk(engine, { now: '2026-08-20T08:00:00Z' });
    const door = await desk.open();
    const { beforehand } = await viewAt(door);
    await door.api('POST', '/closing/confirm', shown(beforehand));
    await desk.tools.db.updateTable('session').set({ date: '2027-01-20' }).where('id', '=', 's-3').execute();
    expect((await viewAt(door)).standing?.holds).toBe(false);
    expect(await door.api('POST', '/closing/confirm', shown(beforehand))).toMatchObject({
      status: 409,
      body: { reason: 'previewChanged' },
    });
    desk.at('2026-08-28T14:00:00Z');
    await runDue(desk.tools);
    await desk.send();
    expect((await registrationStateOf(desk.tools, key)).closed).toBe(false);
    expect(desk.mails.map(({ subject }) => subject)).toEqual([
      'Stängningen behöver bekräftas igen: Kompetens i hela Dalarna',
    ]);
  });

  test('X-02 by hand it goes to exactly those who were shown; one more registration asks again', async () => {
    desk = await openDesk(engine, { now: '2026-08-20T08:00:00Z' });
    const door = await desk.open();
    await door.post(path, form());
    const { now } = await viewAt(door);
    expect(now.recipientCount).toBe(1);
    await door.post(path, form({ email: 'annan@kommun-falun.example' }));
    expect(await door.api('POST', '/closing/now', shown(now))).toMatchObject({ status: 409 });
    expect((await registrationStateOf(desk.tools, key)).closed).toBe(false);
    expect(await door.api('POST', '/closing/now', shown((await viewAt(door)).now))).toMatchObject({
      status: 200,
      body: { confirmed: 2 },
    });
    expect(await door.api('POST', '/closing/now', shown((await viewAt(door)).now))).toMatchObject({
      status: 409,
      body: { reason: 'closedAlready' },
    });
    expect((await viewAt(door)).phase).toBe('closed');
  });

  test('ROL-04 a participant may not see the list, close or decide', async () => {
    desk = await openDesk(engine, { now: '2026-08-20T08:00:00Z', file: sample() });
    const door = await desk.open({ ...lead, personId: 'p-02', name: 'Fatuma', roles: ['participant'] });
    for (const [method, route, body] of [
      ['GET', '/participants'],
      ['GET', '/participants.csv'],
      ['GET', '/sessions/s-1/kitchen'],
      ['POST', '/kitchen'],
      ['GET', '/closing'],
      ['POST', '/closing/now', { textVersion: 'x', recipientCount: 1 }],
      ['POST', '/participants/p-01/cancel', { textVersion: 'x', recipientCount: 1 }],
      ['PUT', '/attendance', []],
      ['GET', '/notices'],
    ] as const)
      expect(await door.api(method, route, body)).toMatchObject({ status: 403 });
  });

  test('X-09 what the imported file says was closed is history: the tool has closed nothing', async () => {
    desk = await openDesk(engine, { now: '2026-09-01T08:00:00Z', file: sample() });
    expect((await registrationStateOf(desk.tools, key)).closed).toBe(false);
    expect((await closingView(desk.tools, key))?.now.recipientCount).toBe(34);
  });
});

onEachEngine('the content lead', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('INV-04 a place past the limit says so first', async () => {
    desk = await openDesk(engine, { now: '2026-08-28T14:01:00Z' });
    const door = await desk.open();
    await door.post(path, form({ email: 'aino.salmi@kommun-smedjebacken.example', organisationId: 'org-2061' }));
    const remark = async () => (await door.api('GET', '/participants/p-01/preview/approve')).body;
    expect(await remark()).toMatchObject({ remark: null });
    await changeProject(desk.tools, lead, { maxPerOrganisation: { municipality: 0 } });
    expect(await remark()).toMatchObject({
      remark: { sv: '0 av 0 platser är tagna. Med den här personen blir det 1.' },
    });
  });

  test('approves a late request under the shown mail, which can be stopped for a while', async () => {
    desk = await openDesk(engine, { now: '2026-08-28T14:01:00Z' });
    const door = await desk.open();
    await door.post(path, form({ email: 'aino.salmi@kommun-smedjebacken.example', organisationId: 'org-2061' }));
    const preview = (await door.api('GET', '/participants/p-01/preview/approve')).body as ClosingView['now'];
    expect(preview).toMatchObject({ recipientCount: 1, to: 'aino.salmi@kommun-smedjebacken.example' });
    const wrong = { ...shown(preview), textVersion: 'another' };
    expect(await door.api('POST', '/participants/p-01/approve', wrong)).toMatchObject({ status: 409 });
    expect(await door.api('POST', '/participants/p-01/approve', shown(preview))).toMatchObject({ status: 200 });
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 1, lateRequests: 0 });
    await desk.send();
    expect(desk.mails.map(({ subject }) => subject)).toEqual(['Vi har fått din anmälan till Kompetens i hela Dalarna']);
    const log = (await door.api('GET', '/notices')).body as NoticeLog;
    expect(log.notices.find(({ kind }) => kind === 'registration.place')).toMatchObject({
      state: 'waiting',
      confirmedBy: 'Karin Tunsberg',
    });
    desk.at('2026-08-28T14:03:01Z');
    await desk.send();
    expect(desk.mails.at(-1)?.subject).toBe('Du har fått en plats i Kompetens i hela Dalarna');
  });

  test('somebody who comes in late is told of the sessions that remain, not of those that were held', async () => {
    desk = await openDesk(engine, { now: '2026-10-01T08:00:00Z' });
    const door = await desk.open();
    await door.post(path, form());
    const preview = (await door.api('GET', '/participants/p-01/preview/approve')).body;
    await door.api('POST', '/participants/p-01/approve', shown(preview as ClosingView['now']));
    desk.at('2026-10-01T08:03:00Z');
    await desk.send();
    const told = desk.mails.find(({ subject }) => subject.startsWith('Du har fått en plats'))?.text ?? '';
    expect(told.match(/Träff \d/g)).toEqual(['Träff 2', 'Träff 3', 'Träff 4']);
  });

  test('declines another, cancels a third and corrects an address', async () => {
    desk = await openDesk(engine, { now: '2026-08-28T14:01:00Z' });
    const door = await desk.open();
    await door.post(path, form());
    await door.post(path, form({ email: 'b@kommun-falun.example' }));
    const decide = async (id: string, decision: string) => {
      const preview = (await door.api('GET', `/participants/${id}/preview/${decision}`)).body as ClosingView['now'];
      return (await door.api('POST', `/participants/${id}/${decision}`, shown(preview))).status;
    };
    expect(await decide('p-01', 'decline')).toBe(200);
    expect(await decide('p-02', 'cancel')).toBe(200);
    expect(await countsOf(desk.tools, key)).toMatchObject({ declined: 1, cancelled: 1, lateRequests: 0 });
    expect(await door.api('PUT', '/participants/p-01', { email: 'B@kommun-falun.example' })).toMatchObject({
      status: 409,
      body: { reason: 'addressTaken' },
    });
    expect(
      await door.api('PUT', '/participants/p-01', { email: 'ny@kommun-falun.example', title: 'Chef' }),
    ).toMatchObject({
      status: 200,
    });
  });

  test('ticks who was there, and takes a tick away', async () => {
    desk = await openDesk(engine, { now: '2026-09-22T14:00:00Z', file: sample() });
    const door = await desk.open();
    const ticks = ['p-01', 'p-02'].map((personId) => ({ personId, sessionId: 's-1', attended: true }));
    await door.api('PUT', '/attendance', ticks);
    await door.api('PUT', '/attendance', { personId: 'p-02', sessionId: 's-1', attended: null });
    const list = (await door.api('GET', '/participants')).body as {
      participants: { id: string; sessions: { attended: boolean | null }[] }[];
    };
    const attended = Object.fromEntries(list.participants.map((one) => [one.id, one.sessions[0]?.attended]));
    expect(attended).toMatchObject({ 'p-01': true, 'p-02': null, 'p-03': null });
  });

  test('a tick for nobody, for no session and a correction to no organisation are refused with words', async () => {
    desk = await openDesk(engine, { now: '2026-09-22T14:01:00Z' });
    const door = await desk.open();
    await door.post(path, form());
    const refusals = [
      await door.api('PUT', '/attendance', { personId: 'p-99', sessionId: 's-1', attended: true }),
      await door.api('PUT', '/attendance', { personId: 'p-01', sessionId: 's-9', attended: true }),
      await door.api('PUT', '/participants/p-01', { organisationId: 'org-9' }),
    ];
    expect(refusals).toMatchObject(
      ['notFound', 'noSession', 'noOrganisation'].map((reason) => ({ status: 409, body: { reason } })),
    );
    for (const { body } of refusals) expect((body as { message: string }).message).toMatch(/^[A-ZÅÄÖ].*\.$/);
  });

  test('LST-01 the sample’s list is in Swedish order, without food, and with telephone for the lead only', async () => {
    desk = await openDesk(engine, { now: '2026-09-22T14:00:00Z', file: sample() });
    const door = await desk.open();
    const own = String((await door.api('GET', '/participants.csv')).body);
    const theirs = String((await door.api('GET', '/participants.csv?list=participants')).body);
    const names = theirs
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) =>
        line
          .split(';')
          .slice(0, 2)
          .map((cell) => cell.replaceAll('"', ''))
          .join(', '),
      );
    const expected = sample()['expected'] as { sortedByFamilyName: readonly string[] };
    expect(names).toEqual(expected.sortedByFamilyName);
    expect(own).toContain('070-174 06 12');
    expect(theirs).not.toContain('070-174');
    for (const { text } of sample().dietary as readonly { text: string }[]) expect(own).not.toContain(text);
    const workbook = await door.api('GET', '/participants.xlsx');
    expect(workbook.status).toBe(200);
    const planners = await desk.open({ ...lead, roles: ['planningGroup'] });
    const list = (await planners.api('GET', '/participants')).body as { participants: { phone: string | null }[] };
    expect(list.participants.every(({ phone }) => phone === null)).toBe(true);
  });
});

async function audit(desk: Desk) {
  const acts = await desk.tools.db.selectFrom('audit').select(['act', 'actor_name', 'details']).execute();
  return { acts };
}
