import { afterEach, expect, test } from 'vitest';
import { meetingFacts } from '../../../src/features/meetings/facts/queries.ts';
import { commitmentText } from '../../../src/guideline/2026-01/fixed-wording.ts';
import { countsOf, participantsOf } from '../../../src/features/registration/queries.ts';
import { commitmentSentence, wholeProjectText } from '../../../src/features/registration/rules.ts';
import { lix } from '../../../src/features/notices/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { form, key, lead, openDesk, ownPathIn, type Desk } from './desk.ts';

const path = '/anmalan/lp-2026-kompetens';
const open = '2026-08-20T10:00:00Z';

onEachEngine('the public form', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());
  const mailed = async (index: number) => {
    await desk.send();
    const found = desk.mails.filter(({ to }) => to.address.startsWith('asa.'))[index];
    if (found === undefined) throw new Error('no such mail');
    return found;
  };

  test('REG-03, REG-04 has exactly the six fields and the box in the guideline’s own words', async () => {
    desk = await openDesk(engine, { now: open });
    const { text } = await (await desk.open()).get(path);
    const names = [...text.matchAll(/<(?:input|select|textarea)[^>]*?\sname="(\w+)"/g)].map((match) => match[1]);
    const six = [
      'givenName',
      'familyName',
      'title',
      'organisationId',
      'organisationText',
      'email',
      'phone',
      'dietaryText',
    ];
    expect(names).toEqual([...six, 'commitment', 'webbplats']);
    expect(text).toContain(commitmentSentence);
    expect(commitmentSentence).toBe(commitmentText);
    expect(text).toContain(wholeProjectText(null, 'sv'));
    expect(text).not.toContain('<script');
    expect(text).not.toContain('Region Västerbotten');
  });

  test('REG-02 two sessions are both of them', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    expect((await door.get(path)).text).toContain('Anmälan gäller alla fyra träffar.');
    await desk.tools.db
      .updateTable('session')
      .set({ cancelled_at: new Date(0) })
      .where('number', '>', 2)
      .execute();
    expect((await door.get(path)).text).toContain('Anmälan gäller båda träffarna.');
    expect((await door.get(`${path}?lang=en`)).text).not.toContain('all two');
  });

  test('REG-01, REG-05 registers for all sessions and mails a confirmation at once', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    const posted = await door.post(path, form({ dietaryText: 'Nötallergi, cashew' }));
    expect(posted).toMatchObject({ status: 303, location: `${path}/klar?svar=confirmed` });
    expect((await door.get(posted.location ?? '')).text).toContain('Du är anmäld');
    await desk.send();
    const [mail] = desk.mails;
    expect(mail?.subject).toBe('Du är anmäld till Kompetens i hela Dalarna');
    expect(mail?.text).toContain('Träff 4: tisdag 23 februari 2027, kl. 9.00–15.45');
    expect(mail?.text).toContain(wholeProjectText(null, 'sv'));
    expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toMatch(/nötallergi|cashew/i);
    expect((await door.get(ownPathIn(mail))).text).toContain('Nötallergi, cashew');
    expect(lix(mail?.text ?? '')).toBeLessThanOrEqual(40);
  });

  test.each([null, 'Anmälan gäller för hela lärprojektet & alla fyra träffar.'])(
    'REG-02 invitation, form, confirmation and calendar booking say the same of the whole project: %s',
    async (own) => {
      desk = await openDesk(engine, { now: open });
      const blocks = JSON.stringify(own === null ? {} : { invitation: { wholeProjectText: own } });
      await desk.tools.db.updateTable('project').set({ blocks }).execute();
      const door = await desk.open();
      await door.post(path, form());
      await desk.send();
      const sentence = wholeProjectText(own, 'sv');
      expect(sentence).toContain('Anmälan gäller för hela lärprojektet');
      const inHtml = sentence.replaceAll('&', '&amp;');
      expect((await door.get('/projekt/lp-2026-kompetens')).text).toContain(inHtml);
      expect((await door.get(path)).text).toContain(inHtml);
      expect(desk.mails[0]?.text).toContain(sentence);
      const bookings = (await meetingFacts(desk.tools, key))?.sessions ?? [];
      expect(bookings).toHaveLength(4);
      for (const booking of bookings) expect(booking.html).toContain(inHtml);
    },
  );

  test('REG-04 a form without the box is not saved, tells why and keeps what was written', async () => {
    desk = await openDesk(engine, { now: open });
    const answer = await (await desk.open()).post(path, form({ commitment: '', givenName: 'Kent', title: '' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('2 uppgifter behöver rättas');
    expect(answer.text).toMatch(/<a href="#commitment">\s*Kryssa i rutan för att kunna anmäla dig\./);
    expect(answer.text).toMatch(/<a href="#title">\s*Skriv din befattning\./);
    expect(answer.text).toContain('value="Kent"');
    expect(answer.text).toContain('aria-invalid="true"');
    expect((await countsOf(desk.tools, key))?.confirmed).toBe(0);
  });

  test('INV-04 the fourth from a municipality waits, at place 2 when the fifth comes', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    for (const name of ['ett', 'två', 'tre', 'fyra', 'fem'])
      await door.post(path, form({ familyName: name, email: `${name.replace('å', 'a')}@kommun-falun.example` }));
    const counts = await countsOf(desk.tools, key);
    expect(counts).toMatchObject({ confirmed: 3, waitingList: 2 });
    expect(counts?.perOrganisation.find(({ organisationId }) => organisationId === 'org-2080')).toMatchObject({
      confirmed: 3,
      waiting: 2,
      max: 3,
    });
    await desk.send();
    const waiting = desk.mails.flatMap(({ text }) => /Falu kommun har redan 3 anmälda.*/.exec(text) ?? []).toSorted();
    expect(waiting).toEqual(
      [1, 2].map((place) => `Falu kommun har redan 3 anmälda, så du står på plats ${place} på väntelistan.`),
    );
    expect(counts?.silentMunicipalities).toHaveLength(14);
  });

  test('INV-04 when the limit is raised the place goes to who has waited longest, before a newcomer', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    for (const name of ['ett', 'tva', 'tre', 'fyra', 'fem'])
      await door.post(path, form({ familyName: name, email: `${name}@kommun-falun.example` }));
    await desk.tools.db
      .updateTable('project')
      .set({ max_per_organisation: JSON.stringify({ municipality: 4 }) })
      .execute();
    const newcomer = await door.post(path, form({ familyName: 'sex', email: 'sex@kommun-falun.example' }));
    expect(newcomer.location).toContain('svar=waitingList&plats=2');
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants.find(({ familyName }) => familyName === 'fyra')?.state).toBe('confirmed');
    await desk.send();
    const placed = desk.mails.filter(({ subject }) => subject.startsWith('Du har fått en plats'));
    expect(placed.map(({ to }) => to.address)).toEqual(['fyra@kommun-falun.example']);
  });

  test('the organisations to choose among stand in Swedish order', async () => {
    desk = await openDesk(engine, { now: open });
    const { text } = await (await desk.open()).get(path);
    const names = [...text.matchAll(/<option value="org-[^>]*>\s*([^<]*?)\s*</g)].map((match) => match[1] ?? '');
    expect(names.slice(0, 2)).toEqual(['Avesta kommun', 'Borlänge kommun']);
    expect(names.at(-1)).toBe('Älvdalens kommun');
    expect(names).toHaveLength(17);
  });

  test('REG-01 the same address once more is the same person: nothing stored changes, and the page does not tell', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    await door.post(path, form({ dietaryText: 'vegan' }));
    const stored = async () =>
      await desk.tools.db.selectFrom('person').selectAll().where('id', '=', 'p-01').executeTakeFirstOrThrow();
    const [before, { text: sealed }] = [await stored(), await door.get(ownPathIn(await mailed(0)))];
    desk.at('2026-08-27T07:00:00Z');
    const again = {
      givenName: 'Någon',
      familyName: 'Annan',
      title: 'Hittepå',
      phone: '070-174 06 99',
      organisationId: 'org-2029',
      dietaryText: 'allt',
      email: ' ASA.Hjortsberg-Lindh@kommun-falun.example ',
    };
    const known = await door.post(path, form(again));
    const unknown = await door.post(path, form({ ...again, email: 'helt.ny@kommun-leksand.example' }));
    expect(known.location).toBe(unknown.location);
    expect((await door.get(known.location ?? '')).text).toBe((await door.get(unknown.location ?? '')).text);
    expect(await stored()).toEqual(before);
    const list = await participantsOf(desk.tools, key, { phone: true });
    expect(list?.participants.filter(({ email }) => email.startsWith('asa.'))).toMatchObject([
      {
        id: 'p-01',
        displayName: 'Åsa Hjortsberg-Lindh',
        phone: '070-174 06 12',
        registeredAt: '2026-08-20T10:00:00.000Z',
        warnings: ['otherOrganisationGiven', 'otherNameGiven'],
      },
    ]);
    const letter = await mailed(1);
    expect(letter.to.address).toBe('asa.hjortsberg-lindh@kommun-falun.example');
    expect(letter.subject).toBe('En anmälan till med din adress: Kompetens i hela Dalarna');
    expect(letter.text).toContain('Den första gäller');
    expect(letter.text).not.toMatch(/Någon|Annan|Hittepå|06 99/);
    // Where the owner corrects things by hand: as it was, food and all.
    const own = (await door.get(ownPathIn(letter))).text;
    expect(own).toContain('vegan');
    expect(sealed).toContain('vegan');
    expect(own).not.toContain('Hittepå');
  });

  test('REG-01 what was left out the first time is filled in by the second, and the waiting list keeps the first place', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    for (const name of ['ett', 'tva', 'tre', 'fyra', 'fem'])
      await door.post(path, form({ givenName: name, email: `${name}@kommun-falun.example` }));
    await desk.tools.db.updateTable('person').set({ phone: null }).where('email_key', 'like', 'fyra@%').execute();
    desk.at('2026-08-27T07:00:00Z');
    const known = await door.post(path, form({ givenName: 'fyra', email: 'fyra@kommun-falun.example' }));
    expect(known.location).toContain('svar=waitingList&plats=3');
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 3, waitingList: 2 });
    const list = await participantsOf(desk.tools, key, { phone: true });
    expect(list?.participants.find(({ givenName }) => givenName === 'fyra')).toMatchObject({
      phone: '070-174 06 12',
      waitingPosition: 1,
      warnings: [],
    });
  });

  test('X-04 a form posted twice by a double click gives one registration and one mail', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    await Promise.all([door.post(path, form()), door.post(path, form())]);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
    expect((await countsOf(desk.tools, key))?.confirmed).toBe(1);
  });

  test('"Falun kommun" is taken for Falu kommun, and the receipt says so', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    const answer = await door.post(path, form({ organisationId: 'other', organisationText: 'Falun kommun' }));
    expect((await door.get(answer.location ?? '')).text).toContain('Vi tolkade din organisation som Falu kommun');
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants[0]).toMatchObject({ organisationId: 'org-2080', warnings: ['organisationMatched'] });
  });

  test('a name that could be several organisations is asked about, and "none of these" is accepted', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open();
    const other = { organisationId: 'other', organisationText: 'Leksans kommnu' };
    const asked = await door.post(path, form(other));
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Vilken organisation menar du?');
    expect(asked.text).toContain('value="org-2029"');
    const none = await door.post(path, form({ ...other, organisationChoice: 'none' }));
    expect(none.status).toBe(303);
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants[0]).toMatchObject({
      organisation: 'Leksans kommnu',
      warnings: ['unknownOrganisation'],
    });
  });

  test('å in an address is refused with the likely right one', async () => {
    desk = await openDesk(engine, { now: open });
    const answer = await (await desk.open()).post(path, form({ email: 'per.håll@kommun-borlänge.example' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Menar du per.hall@kommun-borlange.example?');
  });

  test('an address outside the organisation is accepted with a warning to the content lead', async () => {
    desk = await openDesk(engine, { now: open });
    await (await desk.open()).post(path, form({ organisationId: 'org-2026', email: 'wilma.sten@privat.example' }));
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants[0]).toMatchObject({ state: 'confirmed', warnings: ['addressOutsideOrganisation'] });
  });

  test('INV-08 the form is open to the last second, and at the closing minute it takes a request', async () => {
    desk = await openDesk(engine, { now: '2026-08-28T13:59:59Z' });
    const door = await desk.open();
    expect((await door.post(path, form())).location).toContain('svar=confirmed');
    desk.at('2026-08-28T14:00:00Z');
    const late = await door.post(path, form({ givenName: 'Aino', email: 'aino.salmi@kommun-smedjebacken.example' }));
    expect(late.location).toContain('svar=lateRequest');
    expect(await countsOf(desk.tools, key)).toMatchObject({ confirmed: 1, lateRequests: 1 });
    expect((await door.get(path)).text).toContain('Anmälan stängde fredag 28 augusti 2026 kl. 16.00');
  });

  test('before the opening day the page says when, and takes nothing', async () => {
    desk = await openDesk(engine, { now: '2026-06-04T21:59:59Z' });
    const door = await desk.open();
    expect((await door.get(path)).text).toContain('Anmälan öppnar fredag 5 juni 2026');
    expect((await door.post(path, form())).status).toBe(409);
    desk.at('2026-06-04T22:00:00Z');
    expect((await door.post(path, form())).status).toBe(303);
  });

  test('X-02 a dormant project takes no registration and sends nothing', async () => {
    desk = await openDesk(engine, { now: open, state: 'dormant' });
    const door = await desk.open();
    expect((await door.post(path, form())).status).toBe(409);
    await desk.send();
    expect(desk.mails).toEqual([]);
  });

  test('somebody who is in the project already keeps the id and the name that the planners gave', async () => {
    desk = await openDesk(engine, { now: open });
    const mail = {
      email: 'KARIN.tunsberg@region-dalarna.example',
      organisationId: 'org-r20',
      givenName: 'K',
      familyName: 'T',
    };
    await (await desk.open()).post(path, form(mail));
    const list = await participantsOf(desk.tools, key);
    expect(list?.participants).toMatchObject([{ id: 'st-1', displayName: 'Karin Tunsberg', state: 'confirmed' }]);
  });

  test('a machine that fills in the trap gets a receipt and no registration', async () => {
    desk = await openDesk(engine, { now: open });
    expect((await (await desk.open()).post(path, form({ webbplats: 'http://x.example' }))).status).toBe(303);
    expect((await countsOf(desk.tools, key))?.confirmed).toBe(0);
  });

  test('X-07 a name that looks like a formula is text in the file', async () => {
    desk = await openDesk(engine, { now: open });
    const door = await desk.open(lead);
    await door.post(path, form({ givenName: '=HYPERLINK("http://x.example")', familyName: 'Test' }));
    const { body } = await door.api('GET', '/participants.csv');
    expect(body).toContain('"\'=HYPERLINK(""http://x.example"")"');
    expect(body).toMatch(/^\uFEFF?"Efternamn";"Förnamn"/);
  });
});
