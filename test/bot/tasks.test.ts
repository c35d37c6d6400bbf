import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { tasksOf } from '../../src/features/tasks/queries.ts';
import { readTask } from '../../bot/understand/task.ts';
import { cardFaults } from './card-checker.ts';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage, type Face } from './stage.ts';

const owners = ['Karin Tunsberg', 'Eva-Lotta Norrby', 'Tobias Hällgren-Vaara', 'Maria Ek', 'Maria Lund'].map(
  (name) => ({
    id: name,
    name,
  }),
);

describe('whose task it is', () => {
  test.each([
    ['uppgift till Karin: boka lunch', ['Karin Tunsberg'], 'boka lunch'],
    ['uppgift till karin tunsberg boka buss v45', ['Karin Tunsberg'], 'boka buss v45'],
    ['Uppgift till Eva-Lotta: ring', ['Eva-Lotta Norrby'], 'ring'],
    ['uppgift åt eva ring hotellet', ['Eva-Lotta Norrby'], 'ring hotellet'],
    ['uppgift till Hällgren: boka', ['Tobias Hällgren-Vaara'], 'boka'],
    ['uppgift till Maria: boka', ['Maria Ek', 'Maria Lund'], 'boka'],
    ['uppgift till Maria Lund: boka', ['Maria Lund'], 'boka'],
    ['lägg till att maria lund ska boka mick', ['Maria Lund'], 'boka mick'],
    ['task for Karin: book lunch by Friday', ['Karin Tunsberg'], 'book lunch by Friday'],
    ['add: Karin books the mic', ['Karin Tunsberg'], 'books the mic'],
    ['add a task for Karin to book lunch', ['Karin Tunsberg'], 'book lunch'],
  ])('“%s”', (text, ids, rest) => {
    expect(readTask(text, owners)).toMatchObject({ owner: { kind: 'known', ids }, rest });
  });

  test.each([
    ['uppgift: boka lunch', { kind: 'nobody' }, 'boka lunch'],
    ['ny uppgift: boka lunch till Karin', { kind: 'nobody' }, 'boka lunch till Karin'],
    ['uppgift till mig: boka lunch', { kind: 'me' }, 'boka lunch'],
    ['task for me: book lunch', { kind: 'me' }, 'book lunch'],
    ['uppgift till Bertil Ek: boka lunch', { kind: 'unknown', name: 'Bertil Ek' }, 'boka lunch'],
    ['uppgift till bertil boka lunch', { kind: 'unknown', name: 'bertil' }, 'boka lunch'],
  ])('“%s” names no planner', (text, owner, rest) => {
    expect(readTask(text, owners)).toMatchObject({ owner, rest });
  });
});

describe('tasks and decisions in the chat', () => {
  let stage: BotStage;
  beforeAll(async () => {
    // Tuesday.
    stage = await openBotStage('2026-10-20T08:00:00Z', ({ participants }) => {
      // A second Karin among those who plan.
      Object.assign(participants[0] ?? {}, { givenName: 'Karin', familyName: 'Lind', displayName: 'Karin Lind' });
    });
    await stage.activate();
    await stage.running.chats.client.install(planningChatId, people.lead);
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    const { db } = stage.running.product.tools;
    for (const table of ['task', 'decision', 'audit'] as const) await db.deleteFrom(table).execute();
  });

  const say = async (text: string, oid = people.lead): Promise<Face> => {
    // Two lines of the log never share a moment.
    const { clock } = stage.running.sandbox;
    await clock.advanceTo(clock.now().add({ seconds: 1 }));
    const face = await stage.say(oid, text, planningChatId);
    if (face.card !== undefined) expect(cardFaults(face.card)).toEqual([]);
    return face;
  };
  const rows = async () => {
    const all = await tasksOf(stage.running.product.tools, { tenantId: sandboxTenantId, projectId: stage.projectId });
    return all.map(({ what, ownerId, dueOn, source, doneBy }) => ({ what, ownerId, dueOn, source, doneBy }));
  };

  test('a task is saved with its owner and its last day, and listed with a button that ticks it', async () => {
    const saved = await say('uppgift till Eva-Lotta: boka lunch senast fredag');
    expect(saved.text).toContain('Eva-Lotta Norrby');
    expect(saved.text).toContain('fredag 23 oktober');
    await say('task for Tobias: book the bus by week 45', people.planner);
    expect(await rows()).toEqual([
      { what: 'Boka lunch', ownerId: 'st-3', dueOn: '2026-10-23', source: 'chat', doneBy: null },
      { what: 'Book the bus', ownerId: 'st-2', dueOn: '2026-11-06', source: 'chat', doneBy: null },
    ]);
    const list = await say('uppgifter');
    expect(list.text).toContain('2 öppna uppgifter');
    expect(list.text).toContain('Boka lunch – Eva-Lotta Norrby, senast 23 oktober');
    const { shared } = await stage.press(people.guest, list, 'Klar: Boka lunch');
    expect(shared.text).toContain('Klart: Boka lunch.');
    expect(shared.text).toContain('1 öppen uppgift');
    expect(await rows()).toMatchObject([{ doneBy: 'Eva-Lotta Norrby' }, { doneBy: null }]);
    const back = await stage.press(people.guest, shared, 'Ångra');
    expect(back.shared.text).toContain('2 öppna uppgifter');
    expect(await rows()).toMatchObject([{ doneBy: null }, { doneBy: null }]);
  });

  test('a name that fits several is asked about, in words or with a button, and an unknown one is told who there is', async () => {
    const asked = await say('uppgift till Karin: boka buss v45');
    expect(asked.text).toContain('Det finns flera som heter Karin. Vem menar du?');
    const { shared } = await stage.press(people.lead, asked, 'Karin Lind');
    expect(shared.text).toContain('fredag 6 november (v. 45)');
    await say('uppgift till karin: ring hotellet');
    await say('Karin Tunsberg');
    expect(await rows()).toMatchObject([
      { what: 'Boka buss', ownerId: 'p-01', dueOn: '2026-11-06' },
      { what: 'Ring hotellet', ownerId: 'st-1', dueOn: null },
    ]);
    const unknown = await say('uppgift till Bertil: boka buss');
    expect(unknown.text).toContain('Jag hittar ingen som heter Bertil');
    expect(unknown.text).toContain('Tobias Hällgren-Vaara');
    expect(await rows()).toHaveLength(2);
  });

  test('a red day, a day that may be two and a day that is none are asked about, and one that has been is refused', async () => {
    const red = await say('uppgift: köp frukt senast 25 december');
    expect(red.text).toContain('Fredag 25 december är juldagen.');
    await stage.press(people.lead, red, 'Senast onsdag 23 december');
    const which = await say('uppgift till mig: betala den 13');
    await stage.press(people.lead, which, 'Senast fredag 13 november');
    expect(await rows()).toMatchObject([
      { what: 'Köp frukt', ownerId: null, dueOn: '2026-12-23' },
      { what: 'Betala', ownerId: 'st-1', dueOn: '2026-11-13' },
    ]);
    expect((await say('uppgift: ring senast 2026-10-01')).text).toContain('Torsdag 1 oktober 2026 har redan varit.');
    expect((await say('uppgift: ring senast 31 november')).text).toContain('Jag förstår inte dagen');
    expect((await say('uppgift: ring senast torsdag 13 november')).text).toContain('fredag 13 november 2026');
    expect(await rows()).toHaveLength(2);
  });

  test('“klart: lunch” ticks the one that is meant, asks when several are, and “ångra” opens it again', async () => {
    await say('uppgift: boka lunch');
    await say('uppgift: boka lunch till träff 3');
    const which = await say('klart: lunch');
    expect(which.text).toContain('Vilken uppgift är klar?');
    expect((await say('klart boka lunch')).text).toContain('Klart: Boka lunch.');
    expect(await rows()).toMatchObject([{ doneBy: 'Karin Tunsberg' }, { doneBy: null }]);
    expect((await say('ångra')).text).toContain('Öppen igen: Boka lunch.');
    expect(await rows()).toMatchObject([{ doneBy: null }, { doneBy: null }]);
    expect((await say('klart: boka hotell')).text).toContain('Jag hittar ingen öppen uppgift som heter ”boka hotell”.');
  });

  test('“ångra” takes back one’s own task and nobody else’s', async () => {
    await say('uppgift: boka lunch', people.planner);
    expect((await say('ångra')).text).not.toContain('Borttagen');
    expect(await rows()).toHaveLength(1);
    expect((await say('ångra', people.planner)).text).toContain('Borttagen: Boka lunch.');
    expect(await rows()).toEqual([]);
    // What is left to take back goes out, and that is the content lead's.
    expect((await say('ångra', people.planner)).text).not.toContain('Borttagen');
  });

  test('a decision is written down with its day, shown, and taken back', async () => {
    const { text } = await say('beslut: vi kör Borlänge', people.planner);
    expect(text).toContain('Vi kör Borlänge');
    expect(text).toContain('20 oktober, nedskrivet av Mattias Orre');
    expect((await say('visa beslut')).text).toContain('Vi kör Borlänge');
    expect((await say('decision: coffee at two')).text).toContain('Coffee at two');
    await say('undo');
    const shown = await say('beslut');
    expect(shown.text).toContain('Vi kör Borlänge');
    expect(shown.text).not.toContain('Coffee');
  });

  test('what somebody eats is kept in no task and no decision', async () => {
    for (const text of ['uppgift till Eva-Lotta: säg att Anna är allergisk mot nötter', 'beslut: Anna äter vegan'])
      expect((await say(text)).text).toMatch(/specialkost/i);
    expect(await rows()).toEqual([]);
    expect((await say('beslut')).text).toContain('Inga beslut är nedskrivna än.');
  });

  test('neither stands in the participants’ channel, nor is a participant’s to write', async () => {
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    await say('uppgift: boka lunch');
    const there = await stage.say(people.lead, 'uppgifter', participantsChannelId);
    expect(there.text).not.toContain('Boka lunch');
    await stage.say(people.participant, 'uppgift: boka buss');
    await stage.say(people.participant, 'beslut: vi åker hem');
    expect(await rows()).toHaveLength(1);
    expect((await say('beslut')).text).not.toContain('åker hem');
  });

  test('the owner is reminded in the planning chat on the day before, with a button that ticks it', async () => {
    await say('uppgift till Eva-Lotta: boka lunch senast fredag');
    await stage.running.sandbox.clock.advanceTo(Temporal.Instant.from('2026-10-22T06:00:30Z'));
    const told = stage.latest(planningChatId);
    expect(told.text).toContain('Eva-Lotta Norrby: ”Boka lunch” ska vara klar senast i morgon, fredag 23 oktober.');
    expect(cardFaults(told.card ?? {})).toEqual([]);
    await stage.press(people.guest, told, 'Klar: Boka lunch');
    expect(await rows()).toMatchObject([{ doneBy: 'Eva-Lotta Norrby' }]);
  });
});
