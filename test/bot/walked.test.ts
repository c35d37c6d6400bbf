import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

/** What somebody wrote who walked the bot, and what must come of it. */
let stage: BotStage;
beforeAll(async () => {
  // Two days after the first session.
  stage = await openBotStage('2026-10-01T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
  await stage.running.chats.client.install(participantsChannelId, people.lead);
});
afterAll(() => stage.close());

const say = async (text: string, oid = people.lead) => (await stage.say(oid, text, planningChatId)).text;

describe('one’s own tasks', () => {
  test('“mina uppgifter” shows them and nobody else’s, in the group too', async () => {
    await say('uppgift till mig: boka lunch');
    await say('uppgift till Eva-Lotta: boka buss');
    for (const text of ['mina uppgifter', 'my tasks', 'vad ska jag göra?']) {
      expect(await say(text)).toContain('Boka lunch');
      expect(await say(text)).not.toContain('Boka buss');
    }
    expect((await stage.say(people.lead, 'mina uppgifter')).text).toContain('Du har 1 öppen uppgift');
    expect(await say('mina uppgifter', people.planner)).toContain('Du har inga öppna uppgifter.');
  });
});

describe('X-02 who is reminded', () => {
  test.each([
    ['påminn Tobias om lunchen', '**uppgift till Tobias: lunchen**'],
    ['påminn mig på torsdag om att ringa Ludvika', '**uppgift till mig: ringa Ludvika senast torsdag**'],
    ['påminn Eva-Lotta', '**uppgift till Eva-Lotta: det som ska göras senast fredag**'],
    ['påminn om uppgifterna', '**uppgifter**'],
    ['påminn deltagarna om träff 2', '**skicka infon inför träff 2**'],
    ['påminn om solen', 'Det kan jag inte påminna om.'],
    ['remind Tobias about lunch', '**task for Tobias: lunch**'],
  ])('“%s” mails no municipality, and says how it is done', async (text, answer) => {
    const said = await say(text);
    expect(said).toContain(answer);
    expect(said).toMatch(/Inget har skickats|Nothing was sent/);
    expect(said).not.toContain('[Skicka]');
  });

  test.each(['påminn', 'påminn kommunerna', 'påminn de tysta', 'påminn Gagnef'])(
    '“%s” is about the silent municipalities',
    async (text) => {
      expect(await say(text)).toMatch(/Har inte svarat än|Alla kommuner har anmält/);
    },
  );
});

describe('the planning group’s own', () => {
  test.each(['när är planeringsmötet?', 'nästa planeringsmöte', 'planeringsmöten'])('“%s”', async (text) => {
    expect(await say(text)).toContain('Inga planeringsmöten är bokade');
  });

  test('in English', async () => {
    expect(await say('when is the next planning meeting?')).toContain('No planning meetings are booked');
  });

  test('other words of planning never become a seating plan', async () => {
    for (const text of ['planeringen', 'planeringsgruppen', 'hur går planeringen?'])
      expect(await say(text)).not.toContain('placering');
  });
});

describe('what one does oneself, and where', () => {
  test.each(['avboka mig', 'jag vill avboka mig', 'jag kan inte komma på träff 1', 'avboka träff 1'])(
    'a participant who writes “%s” hears of their own page and the calendar',
    async (text) => {
      const { text: said } = await stage.say(people.participant, text);
      expect(said).toContain('på din egen sida');
      expect(said).toContain('Tacka nej i kalenderbokningen');
      expect(said).not.toContain('innehållsansvarig');
    },
  );

  test.each(['ställ in träff 2', 'cancel session 2'])('“%s” says where a session is called off', async (text) => {
    expect(await say(text)).toMatch(/Ta bort träffen|Remove the session/);
  });

  test.each(['kan vi byta lokal till träff 4', 'fixa lokal till träff 4', 'vi tar träff 4 i Mora istället'])(
    '“%s” shows the venues of that session',
    async (text) => {
      expect(await say(text)).toContain('träff 4');
      expect(await say(text)).toContain('Inget är bokat');
    },
  );

  test('“träff 2 börjar kl 10” is a new time', async () => {
    expect(await say('träff 2 börjar kl 10')).toContain('kl. 10.00');
    await say('nej');
  });

  test.each([
    ['vad säger riktlinjerna om inbjudan?', 'Planering, Tidslinje'],
    ['skicka inbjudan', 'under Utskick'],
    ['vem gör vad?', 'Texter och roller'],
    ['vad har vi bestämt?', 'Beslut'],
  ])('“%s”', async (text, answer) => {
    expect(await say(text)).toContain(answer);
  });

  test('what is suggested ends in one question mark', async () => {
    for (const text of ['vad blir det för väder', 'vem vann matchen', 'blå inte svarat'])
      expect(await say(text)).not.toContain('?**?');
  });
});
