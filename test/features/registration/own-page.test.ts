import ICAL from 'ical.js';
import { afterEach, expect, test } from 'vitest';
import { recordAnswers } from '../../../src/features/registration/actions.ts';
import { kitchenNeeds } from '../../../src/features/registration/dietary/queries.ts';
import { countsOf, eatersOf, participantsOf } from '../../../src/features/registration/queries.ts';
import { commitmentSentence, commitmentVersion } from '../../../src/features/registration/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { form, key, openDesk, ownPathIn, sample, type Desk, type Door } from './desk.ts';

const path = '/anmalan/lp-2026-kompetens';
const open = '2026-08-20T10:00:00Z';

async function registered(
  desk: Desk,
  changed: Readonly<Record<string, string>> = {},
): Promise<{ door: Door; own: string }> {
  const door = await desk.open();
  await door.post(path, form(changed));
  await desk.send();
  const address = changed['email'] ?? form()['email'];
  return { door, own: ownPathIn(desk.mails.find(({ to }) => to.address === address)) };
}

const needsAt = async (desk: Desk, sessionId: string) =>
  await kitchenNeeds(desk.tools, key, (await eatersOf(desk.tools, key, sessionId)).personIds);

onEachEngine('the personal page', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('X-05 "kan inte" to one session makes one portion less and leaves the person in the project', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk);
    expect(await eatersOf(desk.tools, key, 's-1')).toMatchObject({ portions: 1 });
    const answer = await door.post(`${own}/traff/s-1`, { answer: 'declined' });
    expect(answer).toMatchObject({ status: 303, location: `${own}?klart=svar` });
    expect((await door.get(own)).text).toContain('Du kan inte komma.');
    expect(await eatersOf(desk.tools, key, 's-1')).toMatchObject({ portions: 0 });
    expect(await eatersOf(desk.tools, key, 's-2')).toMatchObject({ portions: 1 });
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 1 });
  });

  test('REG-04 who came from a list without the box ticks it here, word for word, and the first time is kept', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk);
    expect((await door.get(own)).text).not.toContain(commitmentSentence);
    await desk.tools.db.updateTable('registration').set({ commitment_at: null, commitment_version: null }).execute();
    expect((await door.get(own)).text).toContain(commitmentSentence);
    expect((await door.get(`${own}?lang=en`)).text).toContain('In English: I am aware');
    const unticked = await door.post(`${own}/medveten`, {});
    expect(unticked.status).toBe(422);
    expect(unticked.text).toContain('Kryssa i rutan och bekräfta igen.');
    expect(await door.post(`${own}/medveten`, { commitment: 'ja' })).toMatchObject({
      location: `${own}?klart=medveten`,
    });
    expect((await door.get(own)).text).not.toContain(commitmentSentence);
    desk.at('2026-08-25T10:00:00Z');
    await door.post(`${own}/medveten`, { commitment: 'ja' });
    const row = await desk.tools.db
      .selectFrom('registration')
      .select(['commitment_at', 'commitment_version'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ commitment_at: new Date(open), commitment_version: commitmentVersion });
  });

  test('one’s own word on the page goes before Outlook’s answer', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk);
    await door.post(`${own}/traff/s-1`, { answer: 'accepted' });
    const said = [{ personId: 'p-01', answer: 'declined' as const, answeredAt: open }];
    await desk.tools.tx((work) => recordAnswers(work, { ...key, sessionId: 's-1' }, said));
    await desk.tools.tx((work) => recordAnswers(work, { ...key, sessionId: 's-2' }, said));
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants[0]?.sessions.slice(0, 2)).toMatchObject([
      { answer: 'accepted', answerFrom: 'own' },
      { answer: 'declined', answerFrom: 'outlook' },
    ]);
  });

  test('X-03 opening the link, or anything that can be opened, changes nothing', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk);
    const before = await participantsOf(desk.tools, key);
    for (const rest of ['', '/lamna', '/kalender.ics', '?klart=svar', '?lang=en']) await door.get(`${own}${rest}`);
    expect(await participantsOf(desk.tools, key)).toEqual(before);
    expect((await door.get('/min/' + 'A'.repeat(43))).status).toBe(404);
  });

  test('leaving gives the place to the first in line, erases the food and tells both', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk, { dietaryText: 'vegan' });
    for (const name of ['ett', 'tva', 'tre', 'fyra'])
      await door.post(path, form({ givenName: name, email: `${name}@kommun-falun.example` }));
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 3, waitingList: 2 });
    expect((await door.get(`${own}/lamna`)).text).toContain('Vill du lämna lärprojektet?');
    await door.post(`${own}/lamna`, {});
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 3, waitingList: 1, cancelled: 1 });
    expect(await needsAt(desk, 's-1')).toHaveLength(0);
    await desk.send();
    const told = desk.mails.map(({ to, subject }) => `${to.name.split(' ')[0]}: ${subject}`);
    expect(told).toContain('Åsa: Du är avanmäld från Kompetens i hela Dalarna');
    expect(told).toContain('tre: Du har fått en plats i Kompetens i hela Dalarna');
    expect(desk.jobs).toContain('meetings.reconcile');
    // Once more does nothing: the place was given once.
    await door.post(`${own}/lamna`, {});
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 3, waitingList: 1, cancelled: 1 });
  });

  test('somebody who left can register again and keeps the id', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk);
    await door.post(`${own}/lamna`, {});
    desk.at('2026-08-21T10:00:00Z');
    expect((await door.post(path, form())).location).toContain('svar=confirmed');
    expect((await participantsOf(desk.tools, key))?.participants).toMatchObject([{ id: 'p-01', state: 'confirmed' }]);
  });

  test('a substitute takes the seat, and a colleague comes only where the policy allows it', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk, { dietaryText: 'halal' });
    const saga = {
      givenName: 'Saga',
      familyName: 'Roos',
      email: 'saga.roos@kommun-rattvik.example',
      organisationId: 'org-2031',
    };
    await door.post(`${own}/traff/s-2/ersattare`, saga);
    expect(await eatersOf(desk.tools, key, 's-2')).toMatchObject({ portions: 1 });
    expect(await needsAt(desk, 's-2')).toHaveLength(0);
    const ali = { ...saga, givenName: 'Ali', familyName: 'Haddad', email: 'ali.haddad@kommun-ludvika.example' };
    expect((await door.post(`${own}/traff/s-1/kollega`, ali)).status).toBe(422);
    expect((await door.post(`${own}/traff/s-2/kollega`, ali)).status).toBe(303);
    expect(await eatersOf(desk.tools, key, 's-2')).toMatchObject({ portions: 2 });
    await desk.send();
    expect(desk.mails.map(({ to }) => to.address)).toEqual(
      expect.arrayContaining(['saga.roos@kommun-rattvik.example', 'ali.haddad@kommun-ludvika.example']),
    );
    expect(desk.mails.at(-1)?.text).not.toMatch(/\/min\//);
    const page = (await door.get(own)).text;
    const [id] = /(?<=\/gast\/)[0-9a-f-]+(?=\/bort)/.exec(page) ?? [];
    await door.post(`${own}/gast/${id}/bort`, {});
    expect((await participantsOf(desk.tools, key))?.participants[0]?.sessions[1]?.guests).toHaveLength(1);
  });

  test('one corrects one’s own details and food, and an empty box takes the food away', async () => {
    desk = await openDesk(engine, { now: open });
    const { door, own } = await registered(desk, { dietaryText: 'laktosfritt' });
    await door.post(`${own}/uppgifter`, {
      givenName: 'Åsa',
      familyName: 'Lindh',
      title: 'Chef',
      phone: '070-174 06 13',
    });
    await door.post(`${own}/kost`, { dietaryText: 'glutenfritt' });
    const page = (await door.get(own)).text;
    expect(page).toContain('value="Lindh"');
    expect(page).toContain('glutenfritt');
    await door.post(`${own}/kost`, { dietaryText: ' ' });
    expect(await needsAt(desk, 's-1')).toEqual([]);
    const refusal = await door.post(`${own}/uppgifter`, { givenName: '', familyName: 'x', title: 'x', phone: '1' });
    expect(refusal.text).toContain('Något saknas.');
  });

  test('X-03 whoever asks for a link gets the same answer, and only a registered address gets a mail', async () => {
    desk = await openDesk(engine, { now: open });
    const { door } = await registered(desk);
    const known = await door.post('/projekt/lp-2026-kompetens', { email: 'ASA.hjortsberg-lindh@kommun-falun.example' });
    const unknown = await door.post('/projekt/lp-2026-kompetens', { email: 'nobody@kommun-falun.example' });
    const again = await door.post('/projekt/lp-2026-kompetens', { email: 'asa.hjortsberg-lindh@kommun-falun.example' });
    expect(known).toEqual(unknown);
    expect(known).toEqual(again);
    await desk.send();
    expect(desk.mails.map(({ subject }) => subject)).toEqual([
      'Du är anmäld till Kompetens i hela Dalarna',
      'Din personliga länk till Kompetens i hela Dalarna',
    ]);
    expect((await door.get(ownPathIn(desk.mails[1]))).status).toBe(200);
    expect((await door.get('/projekt/lp-2026-kompetens')).text).not.toContain('/min/');
  });

  test.each(['UTC', 'Europe/Stockholm'])(
    'X-07 the calendar file says 8.30 in Falun for a reader in %s, to one attendee',
    async (zone) => {
      desk = await openDesk(engine, { now: open });
      const { door, own } = await registered(desk);
      const { text } = await door.get(`${own}/kalender.ics`);
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        const calendar = new ICAL.Component(ICAL.parse(text));
        for (const one of calendar.getAllSubcomponents('vtimezone'))
          ICAL.TimezoneService.register(new ICAL.Timezone(one));
        const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
        expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual(
          Object.values((sample()['expected'] as { utcStart: Record<string, string> }).utcStart).map((at) =>
            at.replace('Z', '.000Z'),
          ),
        );
        expect(events.map((event) => event.attendees.length)).toEqual([1, 1, 1, 1]);
        expect(events[0]?.attendees[0]?.getFirstValue()).toBe('mailto:asa.hjortsberg-lindh@kommun-falun.example');
        expect(events[0]?.summary).toBe('Dalalab träff 1 av 4 i Falun: Nuläge och behov');
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const again = (await door.get(`${own}/kalender.ics`)).text;
      expect(again.match(/UID:.*/g)).toEqual(text.match(/UID:.*/g));
    },
  );
});
