import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetOldTalk } from '../../src/features/conversations/memory/actions.ts';
import { bookingsOf } from '../../src/features/rooms/queries.ts';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { at, openBotStage, people, planningChatId, type BotStage } from './stage.ts';

const { lead, planner, participant } = people;

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-08-20T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, lead);
});
afterAll(() => stage.close());

const say = (text: string, oid = lead) => stage.say(oid, text, planningChatId);
/** The bookings and mails behind the summary. */
const seeRooms = async () => (await stage.press(lead, await say('boka lokaler'), 'Se ')).shared;
const key = () => ({ tenantId: sandboxTenantId, projectId: stage.projectId });

interface Letter {
  readonly subject: string;
}

async function mailbox(address: string): Promise<readonly Letter[]> {
  const response = await fetch(`${stage.running.url}/sandbox/api/mailbox?address=${encodeURIComponent(address)}`);
  return (await response.json()) as Letter[]; // the sandbox's own answer
}

describe('small words', () => {
  test('with no question waiting a yes does nothing and says so, and a no changes nothing', async () => {
    for (const yes of ['ja', 'ok', 'ja gör det'])
      expect((await say(yes)).text).toContain('Jag väntar inte på något svar.');
    for (const no of ['nej', 'vänta', 'nej vänta', 'hov'])
      expect((await say(no)).text).toBe('Det finns inget som väntar på att gå ut. Inget är ändrat.');
    expect((await say('inte nu')).text).toBe('Okej. Jag gör inget.');
    expect((await stage.say(participant, 'nej')).text).toBe('Okej. Jag gör inget.');
  });

  test('X-02 a yes to a preview shows it once more with its button, and books and sends nothing', async () => {
    await say('boka lokaler');
    expect((await say('ja')).text).toContain('[Boka 1 lokal]');
    for (const yes of ['ja', 'Ja tack!', 'ok', 'skicka', 'ja gör det', 'kör på']) {
      const { text } = await say(yes);
      expect(text).toContain('Ett ja i text skickar inget. Läs igenom och tryck på **Boka 1 lokal**.');
      expect(text).toContain('[Boka 1 lokal]');
    }
    expect(await bookingsOf(stage.running.product.tools, key())).toEqual([]);
    // What is asked just now is what a no means, however it is said.
    for (const no of ['nej', 'nej vänta fel']) {
      await say('boka lokaler');
      expect((await say(no)).text).toBe('Okej. Jag gör inget.');
    }
    expect((await say('ja')).text).toContain('Jag väntar inte på något svar.');
  });

  test('X-02 a yes to a text that has changed since is none, and a day later the question is forgotten', async () => {
    const { tools, worker } = stage.running.product;
    await say('skicka utvärdering');
    await tools.db.updateTable('registration').set({ state: 'cancelled' }).where('person_id', '=', 'p-05').execute();
    expect((await say('ja')).text).toContain('så ditt ja gäller inte längre');
    await tools.db.updateTable('registration').set({ state: 'confirmed' }).where('person_id', '=', 'p-05').execute();
    const yesterday = at('2026-08-19T07:00:00Z').toString();
    await tools.db.updateTable('conversation_memory').set({ at: yesterday }).execute();
    expect((await say('ja')).text).toContain('Jag väntar inte på något svar.');
    await say('skicka utvärdering');
    await tools.db.updateTable('conversation_memory').set({ at: yesterday }).execute();
    await forgetOldTalk(tools);
    const kept = await tools.db.selectFrom('conversation_memory').select('question').execute();
    expect(kept.filter(({ question }) => question !== null)).toEqual([]);
    await worker.settle();
    expect(await tools.db.selectFrom('confirmation').selectAll().where('act', 'like', 'evaluation%').execute()).toEqual(
      [],
    );
  });

  test('X-02 no yes in words ever sends, books, closes or moves anything', async () => {
    for (const wish of [
      'stäng anmälan',
      'skicka infon inför träff 1',
      'skicka utvärdering',
      'flytta träff 4 till 2 mars',
    ])
      for (const text of [wish, 'ja', 'ja gör det']) await say(text);
    const { db } = stage.running.product.tools;
    const given = db.selectFrom('confirmation').select('act').where('act', '!=', 'project.activate');
    expect(await given.execute()).toEqual([]);
    expect(await db.selectFrom('notice').selectAll().where('kind', '!=', 'bot.leadAsked').execute()).toEqual([]);
    const [moved] = await db.selectFrom('session').select('date').where('id', '=', 's-4').execute();
    expect(moved?.date).toBe('2027-02-23');
  });

  test('everybody in a group has their own question', async () => {
    await say('boka lokaler');
    expect((await say('ja', planner)).text).toContain('Jag väntar inte på något svar.');
    expect((await say('ja')).text).toContain('[Boka 1 lokal]');
  });

  test('“2:an” and “13e jan” answer what was asked, and “den” is what was spoken of', async () => {
    expect((await say('flytta träffen')).text).toContain('Vilken träff menar du?');
    expect((await say('4:an')).text).toContain('Vilket datum ska träffen flytta till?');
    expect((await say('2 mars')).text).toContain('Till: tisdag 2 mars 2027');
    expect((await say('visa agendan för den')).text).toContain('Program för träff 4');
    expect((await say('agenda träff 2')).text).toContain('Program för träff 2');
    expect((await say('flytta den till 12 november')).text).toContain('Flytta träff 2');
    await say('nej');
  });

  test('several wishes in one line are answered one at a time', async () => {
    const before = stage.running.chats.book.posts(planningChatId).length;
    await stage.running.chats.client.say({
      conversationId: planningChatId,
      from: lead,
      text: 'läget och agenda träff 3?',
      mention: true,
    });
    const answers = stage.running.chats.book.posts(planningChatId).slice(before + 1);
    expect(answers.map(({ id }) => stage.face(id).text.split('\n')[0])).toEqual([
      'Läget i Kompetens i hela Dalarna',
      'Program för träff 3',
    ]);
  });

  test('thanks are answered in one word', async () => {
    expect((await say('Tack!')).text).toBe('Varsågod.');
  });
});

describe('ROL-04 who may not', () => {
  test('“ta bort per” from a planner: fact first, then an offer to ask, and nobody has been asked', async () => {
    const { text } = await say('ta bort per', planner);
    expect(text).toBe(
      [
        'Avboka en deltagare',
        'Jag hittar en person med det namnet. Bara innehållsansvarig kan avboka deltagare.',
        '[Fråga innehållsansvarig]',
        '[Avbryt]',
      ].join('\n'),
    );
  });

  test('in private a planner hears whom the name fits, and a yes asks the lead, by mail or in their chat', async () => {
    expect((await stage.say(planner, 'ta bort per')).text).toContain('Jag hittar Per-Olov ”Pelle” Kvarnström.');
    expect((await stage.say(planner, 'ja')).text).toContain('Nu har jag frågat Karin');
    await stage.running.product.worker.settle();
    const [letter] = await mailbox('karin.tunsberg@region-dalarna.example');
    expect(letter?.subject).toBe('Mattias Orre frågar: Avboka en deltagare');

    const leadChat = stage.personal(lead);
    await stage.say(lead, 'hej');
    await stage.running.sandbox.clock.advanceTo(at('2026-08-20T08:01:00Z'));
    await stage.say(planner, 'ta bort per');
    expect((await stage.say(planner, 'ja')).text).toContain('Nu har jag frågat Karin');
    await stage.running.product.worker.settle();
    expect(stage.latest(leadChat).text).toContain('Avboka en deltagare (Per-Olov ”Pelle” Kvarnström)');
    const { shared } = await stage.press(lead, stage.latest(leadChat), 'Avboka');
    expect(shared.text).toContain('Avbokning gör du i fliken under Deltagare.');
  });
});

test('X-02 “påminn” shows the reminder to the silent municipalities, and has sent nothing', async () => {
  for (const asked of ['påminn', 'påminn kommunerna', 'paminn dem som inte svarat']) {
    const { text } = await say(asked);
    expect(text).toContain('Gagnef, Orsa, Smedjebacken och Vansbro.');
    expect(text).toContain('Går till 4');
    expect(text).toContain('[Skicka]');
  }
  expect((await say('påminn alla som inte gjort hemläxan')).text).toContain('Inget har skickats.');
});

test('what belongs to the time after the session is not called missing before it', async () => {
  const { text } = await say('nästa träff');
  expect(text).toContain('Skicka informationen senast tisdagen den 8 september.');
  expect(text).toContain('Utvärderingen är inte bekräftad.');
  expect(text).not.toContain('Dokumentationen delas efter träffen.');
});

describe('when Graph is slow or down', () => {
  test('“boka lokaler” answers without the rooms’ calendars and says that it is blind', async () => {
    const { sandbox } = stage.running;
    sandbox.failNext({ match: /getSchedule/, status: 503, times: 3, delayMs: 3000 });
    const { text } = await say('boka lokaler');
    expect(text).toContain('Jag ser inte rummens kalendrar just nu.');
    expect(text).toContain('[Se bokning och mejl]');
    sandbox.clearFaults();
    expect((await say('boka lokaler')).text).not.toContain('Jag ser inte rummens kalendrar');
  });

  test('those who are known are answered while the directory is away', async () => {
    const { sandbox, product } = stage.running;
    await product.tools.db.deleteFrom('identity').execute();
    sandbox.failNext({ match: /GET \/users\//, status: 503, times: 5 });
    expect((await say('läget')).text).toContain('34 anmälda');
    expect((await stage.say(people.stranger, 'läget')).text).toContain('Något gick fel hos mig.');
    sandbox.clearFaults();
    expect((await stage.say(people.stranger, 'läget')).text).toContain('Jag hittar dig inte i något lärprojekt');
  });
});

describe('VEN-02 a venue that something speaks against', () => {
  test('is booked from the card with a reason, after a preview that shows it, and the host is asked by mail', async () => {
    const card = await seeRooms();
    expect(card.text).toContain('Träff 3: varför duger lokalen ändå?');
    const silent = await stage.press(lead, card, 'Ta med lokaler med skäl', { 'reason:s-3': '  ' });
    expect(silent.own.toast).toBe('Skriv ett skäl först. Inget är bokat.');

    const typed = await stage.press(lead, card, 'Boka 1 lokal', { 'reason:s-2': 'Kameran lånas' });
    expect(typed.shared.text).toContain('Inget är bokat än.');
    expect(typed.shared.text).toContain('[Boka 2 lokaler]');

    const again = await stage.press(lead, card, 'Ta med lokaler med skäl', { 'reason:s-3': 'Fyra står längs väggen' });
    expect(again.shared.text).toContain('Skäl: Fyra står längs väggen');
    expect(again.shared.text).toContain('Det här ger 1 rumsbokning och 1 mejl till värdar.');
    expect(again.shared.text).toContain('Dalalab vill boka Länsstyrelsen, konferens Runn till träff 3');
    expect(await bookingsOf(stage.running.product.tools, key())).toEqual([]);

    const booked = await stage.press(lead, again.shared, 'Boka 2 lokaler');
    expect(booked.shared.text).toContain('Lokalerna frågas nu.');
    const bookings = await bookingsOf(stage.running.product.tools, key());
    expect(bookings.map(({ sessionId, status, overrideReason }) => [sessionId, status, overrideReason])).toEqual([
      ['s-1', 'asked', null],
      ['s-3', 'askedByMail', 'Fyra står längs väggen'],
    ]);
  });

  test('undo in time keeps the mail to the host from leaving, and the venue stands as not asked', async () => {
    expect((await say('nej vänta fel')).text).toContain('Stoppat. 1 mejl till värdar går inte ut.');
    await stage.running.sandbox.clock.advanceTo(at('2026-08-20T08:05:00Z'));
    await stage.running.product.worker.settle();
    expect(await mailbox('reception@lansstyrelsen-dalarna.example')).toEqual([]);
    const bookings = await bookingsOf(stage.running.product.tools, key());
    expect(bookings.map(({ sessionId, status }) => [sessionId, status])).toEqual([
      ['s-1', 'accepted'],
      ['s-3', 'none'],
    ]);
    expect((await seeRooms()).text).toContain('Träff 3: varför duger lokalen ändå?');
  });
});

describe('undo of what Outlook has been told', () => {
  test('a move that nobody has been told of is taken back at once; later the old day is offered, with a preview', async () => {
    const preview = await say('flytta träff 4 till 2 mars');
    await stage.press(lead, preview, 'Flytta till 2 mars');
    const { text } = await say('ångra');
    expect(text).toBe('Träff 4 är tillbaka den 23 februari. Ingen har fått något.');
    const again = await say('flytta träff 4 till 2 mars');
    await stage.press(lead, again, 'Flytta till 2 mars');
    const { clock } = stage.running.sandbox;
    await clock.advanceTo(clock.now().add({ minutes: 2 }));
    const question = await say('ångra');
    expect(question.text).toContain('Träff 4 är flyttad till 2 mars. Vill du flytta tillbaka den?');
    const { shared } = await stage.press(lead, question, 'Flytta tillbaka till 23 februari');
    expect(shared.text).toContain('Till: tisdag 23 februari 2027');
    await stage.press(lead, shared, 'Flytta till 23 februari');
  });

  test('CAL-01 after the closing it is too late, and the promise for its minute is gone with it', async () => {
    await stage.running.sandbox.clock.advanceTo(at('2026-08-20T10:05:00Z'));
    const promise = await say('stäng anmälan');
    await stage.press(lead, promise, 'Stäng av sig själv');
    const card = await say('stäng anmälan');
    await stage.press(lead, card, 'Skicka och stäng');
    const { text } = await say('ångra');
    expect(text).toBe(
      'Det gick ut till 34 kl. 12.05 och kan inte tas tillbaka. Skriv en rättelse i kanalen eller i ett mejl.',
    );
  });
});
