import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkConversation } from '../../src/features/conversations/actions.ts';
import { linksOf, openFollowUps } from '../../src/features/conversations/queries.ts';
import { peopleOf } from '../../src/features/planning/queries.ts';
import { answerByHand } from '../../src/features/rooms/actions.ts';
import { bookingsOf } from '../../src/features/rooms/queries.ts';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

const { participant, stranger } = people;

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-08-20T08:00:00Z');
});
afterAll(() => stage.close());

const key = () => ({ tenantId: sandboxTenantId, projectId: stage.projectId });
const chat = (id: string) => stage.running.chats.book.posts(id);

describe('ROL-01 installing the bot', () => {
  test('greets once in the planning chat, names who brought it, links the one project and sends nothing', async () => {
    await stage.running.chats.client.install(planningChatId, people.lead);
    const greetings = chat(planningChatId).filter(({ from }) => from === 'bot');
    expect(greetings).toHaveLength(1);
    const greeting = stage.latest(planningChatId);
    expect(greeting.text).toContain('Karin Tunsberg lade till mig');
    expect(greeting.text).toContain('kopplad till Kompetens i hela Dalarna som planeringschatt');
    expect(greeting.text).toContain('skickar ingenting');
    expect(await stage.running.product.tools.db.selectFrom('notice').selectAll().execute()).toEqual([]);
  });

  test('X-04 greets once, also when the directory is away for a moment or Teams refuses the first time', async () => {
    const { chats, sandbox } = stage.running;
    const said = (id: string) => chat(id).filter(({ from }) => from === 'bot').length;
    const personal = stage.personal(people.planner);
    sandbox.failNext({ match: /GET \/users\//, status: 503, times: 2 });
    await chats.client.install(personal, people.planner);
    expect(said(personal)).toBe(1);
    await chats.client.install(participantsChannelId, people.planner);
    expect(said(participantsChannelId)).toBe(1);
    await chats.client.uninstall(participantsChannelId, people.planner);

    const before = said(planningChatId);
    await chats.client.uninstall(planningChatId, people.lead);
    chats.failNext({ status: 403, code: 'Forbidden', message: '', method: 'POST', times: 1 });
    await chats.client.install(planningChatId, people.lead);
    expect(said(planningChatId)).toBe(before + 1);
    const back = stage.latest(planningChatId).text;
    expect(back).toContain('Karin Tunsberg lade till mig');
    expect(back).toContain('kopplad till Kompetens i hela Dalarna som planeringschatt');
  });

  test('X-04 greets once, also when it is told twice of one installation', async () => {
    const { client } = stage.running.chats;
    const personal = stage.personal(people.participant);
    await client.install(personal, people.participant);
    await client.install(personal, people.participant);
    expect(chat(personal).filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  test('asks before it makes a channel the participants’ place', async () => {
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    const question = stage.latest(participantsChannelId);
    expect(question.text).toContain('[Kompetens i hela Dalarna: deltagarkanal]');
    const { shared } = await stage.press(people.lead, question, 'Kompetens i hela Dalarna');
    expect(shared.text).toContain('som deltagarkanal');
    const links = await linksOf(stage.running.product.tools, key());
    expect(Object.fromEntries(links.map((link) => [link.audience, link.conversationId]))).toEqual({
      participants: participantsChannelId,
      planning: planningChatId,
    });
  });

  test('one conversation is never both places', async () => {
    const { tools } = stage.running.product;
    const outcome = await linkConversation(tools, await stage.actor(people.lead), {
      conversationId: planningChatId,
      audience: 'participants',
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'otherAudience' });
  });
});

describe('ROL-04 who is answered what', () => {
  test('somebody without a part in any project gets help and nothing else', async () => {
    for (const text of ['läget', 'anmälda', 'boka lokaler', 'nästa träff']) {
      const answer = await stage.say(stranger, text);
      expect(answer.text).toContain('Jag hittar dig inte i något lärprojekt');
      expect(answer.text).not.toContain('Kompetens');
    }
  });

  test('a participant hears of the next session and of their own registration, never of the plan', async () => {
    const next = await stage.say(participant, 'nästa träff');
    expect(next.text).toContain('tisdag 22 september 2026 (v. 39), kl. 8.30–16.00');
    expect(next.text).not.toContain('Det som saknas');
    expect((await stage.say(participant, 'min anmälan')).text).toContain('Du är anmäld till Kompetens i hela Dalarna');
    expect((await stage.say(participant, 'läget')).text).toContain('Det svarar jag bara dem som planerar på.');
  });

  test('one’s own registration is told in private only', async () => {
    const answer = await stage.say(participant, 'min anmälan', participantsChannelId);
    expect(answer.text).toBe('Det svarar jag på i en privat chatt med dig.');
  });

  test('what planners ask stays out of the participants’ channel, also for the content lead', async () => {
    const answer = await stage.say(people.lead, 'läget', participantsChannelId);
    expect(answer.text).toContain('planeringschatten');
    expect(answer.text).not.toMatch(/\d+ anmälda/);
  });

  test('in a group nothing is heard that does not mention the bot', async () => {
    const before = chat(planningChatId).length;
    await stage.running.chats.client.say({
      conversationId: planningChatId,
      from: people.lead,
      text: 'läget',
      mention: false,
    });
    expect(
      chat(planningChatId)
        .slice(before)
        .filter(({ from }) => from === 'bot'),
    ).toEqual([]);
  });

  test('somebody who may not is told so in friendly words, and nothing has been asked yet', async () => {
    const card = await stage.say(people.planner, 'boka lokaler', planningChatId);
    expect(card.text).toContain('Vill du att jag frågar?');
    expect(card.text).toContain('[Fråga innehållsansvarig]');
    expect(await bookingsOf(stage.running.product.tools, key())).toEqual([]);
  });
});

describe('what the bot says in a shared thread', () => {
  test('läget tells figures, the silent municipalities and the next step', async () => {
    await stage.activate();
    const { text } = await stage.say(people.lead, 'hur ligger vi till?', planningChatId);
    expect(text).toContain('34 anmälda, 4 kommuner tysta. Anmälan stänger fredag 28 augusti 2026 kl. 16.00.');
    expect(text).toContain('**Gör nu:** påminn Gagnef, Orsa, Smedjebacken och Vansbro.');
  });

  test('X-08 the same question in English is answered in English', async () => {
    const { text } = await stage.say(people.lead, 'how are we doing?', planningChatId);
    expect(text).toContain('34 registered, 4 municipalities silent.');
  });

  test('X-08 a word of both languages is answered in that of the reader’s Teams, or in the one they just wrote in', async () => {
    const unheard = await stage.say(people.guest, 'status', planningChatId);
    expect(unheard.text).toContain('34 anmälda, 4 kommuner tysta.');
    const { text } = await stage.say(people.lead, 'status', planningChatId);
    expect(text).toContain('34 registered, 4 municipalities silent.');
  });

  test('no name of a participant stands in any card of the planning chat', async () => {
    for (const text of ['anmälda', 'vilka har inte svarat', 'ta bort per', 'nästa träff', 'stäng anmälan'])
      await stage.say(people.lead, text, planningChatId);
    const said = JSON.stringify(chat(planningChatId).filter(({ from }) => from === 'bot'));
    const participants = (await peopleOf(stage.running.product.tools, key())).filter(
      ({ kind }) => kind === 'participant',
    );
    expect(participants.length).toBeGreaterThan(30);
    expect(participants.filter(({ displayName }) => said.includes(displayName))).toEqual([]);
  });

  test('who eats what is neither shown nor kept', async () => {
    expect((await stage.say(people.lead, 'vem är allergisk mot nötter?', planningChatId)).text).toContain(
      'Det visar jag inte i chatten.',
    );
    const told = await stage.say(participant, 'jag är allergisk mot paranötter');
    expect(told.text).toContain('Jag har inte sparat det.');
    const { db } = stage.running.product.tools;
    for (const table of [
      'handled_activity',
      'conversation',
      'audit',
      'notice',
      'bot_follow_up',
      'conversation_memory',
    ] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain('paranöt');
  });

  test('what is not understood gets two suggestions and the way to help', async () => {
    const { text } = await stage.say(people.lead, 'bananpaj', planningChatId);
    expect(text).toMatch(/^Det förstod jag inte\. Menar du \*\*.+\*\* eller \*\*.+\*\*\? Skriv \*\*hjälp\*\*/);
  });

  test('what the bot cannot do yet is understood and answered with where it is done', async () => {
    const { text } = await stage.say(people.lead, 'flytta fikat till kvart i tre', planningChatId);
    expect(text).toContain('Jag har inte ändrat något.');
    expect(text).toContain('[Öppna i fliken]');
  });
});

test('the sounding board is told by its organisations', async () => {
  const { text } = await stage.say(people.lead, 'vem e bollplank nästa gång', planningChatId);
  expect(text).toMatch(/^Träff 1: bollplank är .+ och .+\.$/);
});

test('ROL-01 “medverkande” tells who has not said yes, what is left to do, and until when', async () => {
  const { text } = await stage.say(people.lead, 'vilka medverkande har inte svarat?', planningChatId);
  expect(text).toContain('7 av 8 har sagt ja.');
  expect(text).toContain('Dr Tuomas Hietaniemi');
  expect(text).toMatch(/träff 3 den 13 januari: Preliminär, inget ja än\. Behöver ett ja senast 23 december\./);
  expect(text).not.toContain('Siiri Koskela');
});

describe('dates in the chat', () => {
  test('a red day is refused with a better proposal, and nothing moves before the yes', async () => {
    const question = await stage.say(people.lead, 'flytta träff 3 till 6 jan', planningChatId);
    expect(question.text).toContain('Den 6 januari är trettondedag jul.');
    const { shared } = await stage.press(people.lead, question, 'Förhandsgranska 20 januari');
    expect(shared.text).toContain('Till: onsdag 20 januari 2027, kl. 9.00–16.00');
    const kept = await stage.press(people.lead, shared, 'Behåll 13 januari');
    expect(kept.shared.text).toContain('Träffen ligger kvar.');
  });

  test('a number that no session has is not rounded', async () => {
    const { text } = await stage.say(people.lead, 'agenda träff 9', planningChatId);
    expect(text).toBe('Det finns ingen träff 9. Projektet har 4 träffar.');
  });
});

describe('X-02 preview, confirm, result', () => {
  test('rooms: the proposal shows head count and warnings, the yes books, the card changes when the room has answered', async () => {
    const summary = await stage.say(people.lead, 'boka lokaler', planningChatId);
    const proposal = (await stage.press(people.lead, summary, 'Se bokning')).shared;
    expect(proposal.text).toContain('44 personer');
    expect(proposal.text).toContain('rymmer 36');
    const { shared } = await stage.press(people.lead, proposal, 'Boka 1 lokal');
    expect(shared.text).toContain('Kortet uppdateras');
    expect(shared.text).not.toContain('[Boka');
    await stage.running.product.worker.settle();
    await stage.running.sandbox.clock.advanceTo(at('2026-08-20T08:10:00Z'));
    await stage.running.product.worker.settle();
    expect(stage.face(proposal.id).text).toContain('Träff 1, Regionens hus, sal Siljan: rummet har tackat ja');
  });

  test('VEN-02 rooms: the same card changes once for each host who answers, and holds nothing else up', async () => {
    const { worker, tools } = stage.running.product;
    const summary = await stage.say(people.lead, 'boka lokaler', planningChatId);
    let card = (await stage.press(people.lead, summary, 'Se mejl till värdar')).shared;
    const why = { 'reason:s-2': 'går ändå', 'reason:s-3': 'går ändå', 'reason:s-4': 'går ändå' };
    card = (await stage.press(people.lead, card, 'Ta med lokaler med skäl', why)).shared;
    expect(card.text).toContain('[Boka 3 lokaler]');
    await stage.press(people.lead, card, 'Boka 3 lokaler');
    await worker.settle();
    expect(stage.face(card.id).text).toContain(
      'Träff 2, Kommunhuset i Ludvika, sal Väsman: frågad i mejl, inget svar än',
    );
    const before = chat(planningChatId).length;

    const actor = await stage.actor(people.lead);
    await answerByHand(tools, actor, 's-2', { answer: 'confirmed' });
    await worker.settle();
    const first = stage.face(card.id).text;
    expect(first).toContain('Träff 2, Kommunhuset i Ludvika, sal Väsman: bekräftad av värden');
    expect(first).toContain('Träff 3, Länsstyrelsen, konferens Runn: frågad i mejl, inget svar än');
    expect(chat(planningChatId)).toHaveLength(before);

    // The same answer again is no news: the moment on the card stays.
    await stage.running.sandbox.clock.advanceTo(at('2026-08-21T08:10:00Z'));
    await answerByHand(tools, actor, 's-2', { answer: 'confirmed' });
    await worker.settle();
    expect(stage.face(card.id).text).toBe(first);

    await answerByHand(tools, actor, 's-3', { answer: 'confirmed' });
    await answerByHand(tools, actor, 's-4', { answer: 'confirmed' });
    await worker.settle();
    expect(stage.face(card.id).text).toContain('Så här står det fredag 21 augusti 2026 kl. 10.10');
    expect(stage.face(card.id).text).not.toContain('inget svar än');
    expect(await openFollowUps(tools)).toEqual([]);
  });

  test('evaluation: somebody who may not presses in vain, the lead’s yes stands until the minute', async () => {
    const card = await stage.say(people.lead, 'skicka utvärdering', planningChatId);
    expect(card.text).toContain('Den går till 34 deltagare');
    const refused = await stage.press(people.planner, card, 'Bekräfta');
    expect(refused.own.toast).toContain('får bara innehållsansvarig göra');
    expect(refused.shared.text).toBe(card.text);
    const { shared } = await stage.press(people.lead, card, 'Bekräfta');
    expect(shared.text).toContain('Utvärderingen öppnar tisdag 22 september 2026 kl. 15.40 för 34 deltagare.');
  });

  test('undo stops what was promised, with a button each', async () => {
    const question = await stage.say(people.lead, 'nej vänta fel ångra', planningChatId);
    const { shared } = await stage.press(people.lead, question, 'Stoppa: Skicka utvärdering');
    expect(shared.text).toContain('Stoppat. Inget har gått ut.');
  });

  test('closing: what changed since the preview comes back as a new preview and nothing is sent', async () => {
    const card = await stage.say(people.lead, 'stäng anmälan', planningChatId);
    expect(card.text).toContain('Det här går till 34 personer');
    const { db } = stage.running.product.tools;
    await db.updateTable('registration').set({ state: 'cancelled' }).where('person_id', '=', 'p-05').execute();
    const { shared } = await stage.press(people.lead, card, 'Skicka och stäng');
    expect(shared.text).toContain('Inget har skickats');
    expect(shared.text).toContain('Det här går till 33 personer');
    expect(await db.selectFrom('milestone').selectAll().where('name', '=', 'registrationClosed').execute()).toEqual([]);
  });

  test('CAL-01 closing: after the yes the card says to how many and when, once Outlook has everybody', async () => {
    const card = await stage.say(people.lead, 'stäng anmälan', planningChatId);
    const { shared } = await stage.press(people.lead, card, 'Skicka och stäng');
    expect(shared.text).toContain('33 personer får sina kalenderbokningar nu.');
    await stage.running.product.worker.settle();
    expect(stage.face(card.id).text).toMatch(/Skickat till 33 personer kl\. 10\.\d\d\./);
    const holiday = await stage.say(people.lead, 'flytta träff 1 till 6 jan', planningChatId);
    expect(holiday.text).toMatch(/Menar du onsdag 13 januari\? Det ger 3\d uppdaterade bokningar\./);
    const pressedAgain = await stage.say(people.lead, 'stäng anmälan', planningChatId);
    expect(pressedAgain.text).toContain('Anmälan är redan stängd');
  });

  test('cancel leaves everything as it was and takes the buttons away', async () => {
    const card = await stage.say(people.lead, 'skicka utvärdering', planningChatId);
    const { shared } = await stage.press(people.lead, card, 'Avbryt');
    expect(shared.text).toBe('Avbrutet. Inget har skickats och inget har ändrats.');
  });
});
