import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTask } from '../../bot/understand/task.ts';
import { languageSpoken } from '../../bot/understand/language.ts';
import { spoken } from '../../bot/understand/tokens.ts';
import { wording } from '../../bot/wording.ts';
import { dayThatIsNone } from '../../src/domain/spoken-date.ts';
import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

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

const say = async (text: string, oid = people.lead) => {
  // Two lines of the log never share a moment.
  const { clock } = stage.running.sandbox;
  await clock.advanceTo(clock.now().add({ seconds: 1 }));
  return (await stage.say(oid, text, planningChatId)).text;
};

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
      expect(await say(text)).toContain('De här kommunerna har inte anmält någon');
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

  test.each(['flytta planeringsmötet till torsdag', 'ställ in planeringsmötet'])(
    '“%s” moves and calls off no session',
    async (text) => {
      expect(await say(text)).toBe('Inga planeringsmöten är bokade.');
    },
  );

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

  test('“flytta träff 4 till Mora” too, and one of them leads to that session alone', async () => {
    const which = await stage.say(people.lead, 'flytta träff 4 till Mora', planningChatId);
    const [title = ''] = /(?<=\[)[^\]]+/.exec(which.text) ?? [];
    const { shared } = await stage.press(people.lead, which, title);
    expect(shared.text).toContain('Träff 4');
    expect(shared.text).not.toMatch(/Träff [123]/);
  });

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
    for (const text of [
      'luftigt program för uppgifter',
      'vad blir det för väder',
      'vem vann matchen',
      'blå inte svarat',
    ])
      expect(await say(text)).not.toContain('?**?');
  });
});

describe('EVA-01 which evaluation is meant', () => {
  test('the advice of “nästa träff” works as it stands', async () => {
    const next = await say('nästa träff');
    expect(next).toContain('Skriv **skicka utvärdering för träff 2**.');
    expect(await say('skicka utvärdering för träff 2')).toContain('Skicka utvärdering av träff 2');
    await say('nej');
  });

  test('with none named it is the nearest that can open; while one is open that is said, and the next is shown', async () => {
    const other = await openBotStage('2026-09-21T08:00:00Z');
    try {
      await other.activate();
      await other.running.chats.client.install(planningChatId, people.lead);
      const first = await other.say(people.lead, 'skicka utvärdering', planningChatId);
      expect(first.text).toContain('Skicka utvärdering av träff 1');
      await other.press(people.lead, first, 'Bekräfta');
      await other.running.sandbox.clock.advanceTo(at('2026-09-23T08:00:00Z'));
      await other.running.product.worker.settle();
      const { text } = await other.say(people.lead, 'skicka utvärdering', planningChatId);
      expect(text).toContain('Utvärderingen av träff 1 är redan öppen. Det här är nästa.');
      expect(text).toContain('Skicka utvärdering av träff 2');
      expect((await other.say(people.lead, 'hur var utvärderingen?', planningChatId)).text).toContain('träff 1');
    } finally {
      await other.close();
    }
  });
});

describe('what is done with a task', () => {
  const owners = ['Tobias Hällgren-Vaara', 'Mattias Orre'].map((name) => ({ id: name, name }));

  test('two names are two owners, and neither stands in what is to be done', () => {
    const both = { kind: 'several', ids: owners.map(({ id }) => id) };
    for (const text of ['uppgift till Tobias och Mattias: städa', 'task for Tobias and Mattias Orre: städa'])
      expect(readTask(text, owners)).toMatchObject({ owner: both, rest: 'städa' });
    expect(readTask('uppgift till Tobias och Kalle: städa', owners)).toMatchObject({
      owner: { kind: 'unknown', name: 'Kalle' },
    });
    expect(readTask('uppgift till Tobias, boka lunch och buss', owners)).toMatchObject({
      owner: { kind: 'known' },
      rest: 'boka lunch och buss',
    });
  });

  test('which of them is asked, and a given name answers', async () => {
    expect(await say('uppgift till Tobias och Mattias: städa nästa vecka')).toContain('En uppgift har en ansvarig.');
    const saved = await say('Mattias');
    expect(saved).toContain('Uppgiften är sparad\nStäda\n');
    expect(saved).toContain('Mattias Orre');
    await say('ångra');
  });

  test('“uppgiften är klar” asks which, ticks the only one, and saves none', async () => {
    const { db } = stage.running.product.tools;
    expect(await say('uppgiften är klar')).toContain('Vilken uppgift är klar?');
    expect(await say('uppgiften boka buss är klar')).toContain('Klart: Boka buss.');
    expect(await say('uppgiften är klar')).toContain('Klart: Boka lunch.');
    expect(await say('uppgiften är inte klar')).not.toContain('Klart:');
    const rows = await db.selectFrom('task').select('what').execute();
    expect(rows.map(({ what }) => what).toSorted((one, other) => one.localeCompare(other, 'sv'))).toEqual([
      'Boka buss',
      'Boka lunch',
    ]);
  });
});

describe('a day that will not do', () => {
  test.each([
    ['flytta träff 2 till 14 februari', 'Menar du måndag 15 februari?'],
    ['flytta träff 2 till 6 juni', 'Menar du måndag 7 juni?'],
    ['flytta träff 2 till lördag 17 april', 'Menar du fredag 16 april?'],
  ])('“%s”', async (text, answer) => {
    expect(await say(text)).toContain(answer);
    expect(await say('ja')).toContain('[Flytta till');
    await say('nej');
  });

  test('a day that does not exist is said not to, and the answer completes what was asked', async () => {
    expect(await say('flytta träff 2 till 31 februari')).toContain('31 februari finns inte i kalendern.');
    expect(await say('24 februari')).toContain('[Flytta till 24 februari]');
    await say('nej');
    expect(['30/2', '29 februari 2027', '31 april'].map(dayThatIsNone)).toEqual([
      '30/2',
      '29 februari 2027',
      '31 april',
    ]);
    expect(['28/2', '29 februari', 'träff 2', '31 mars'].map(dayThatIsNone)).toEqual(Array(4).fill(undefined));
  });
});

describe('what a cancel means', () => {
  beforeAll(async () => {
    const info = await stage.say(people.lead, 'skicka infon inför träff 2', planningChatId);
    await stage.press(people.lead, info, 'Skicka');
    const { clock } = stage.running.sandbox;
    await clock.advanceTo(clock.now().add({ minutes: 5 }));
    await stage.running.product.worker.settle();
  });

  test.each(['avbryt', 'cancel', 'stoppa'])('“%s” calls off the preview just shown', async (text) => {
    expect(await say('skicka utvärdering')).toContain('[Bekräfta utvärderingen]');
    expect(await say(text)).toMatch(/^(Avbrutet\.|Cancelled\.|Okej\.)/);
  });

  test('with nothing shown it is about what went out last, and leaving that alone claims nothing', async () => {
    const gone = await stage.say(people.lead, 'avbryt', planningChatId);
    expect(gone.text).toContain('kan inte tas tillbaka');
    expect((await stage.press(people.lead, gone, 'Låt det vara')).shared.text).toBe('Då gör jag ingenting.');
  });
});

test('one is one, and several take notes', () => {
  expect(wording.sv.documents.done(1, 'kl. 9.00')).toBe('1 fil delad kl. 9.00.');
  expect(wording.en.documents.done(1, 'at 9:00')).toBe('1 file shared at 9:00.');
  expect(wording.en.soundingBoard.notes.are(2, 'Eva-Lotta Norrby and Mattias Orre', 2)).toMatch(/ take notes\.$/);
  expect(wording.en.soundingBoard.notes.are(2, 'Mattias Orre', 1)).toMatch(/ takes notes\.$/);
});

describe('the language of the answer', () => {
  test.each([
    'registered',
    'speakers',
    'find dates',
    'reminders off',
    'prepare a correction',
    'planning meetings every other Tuesday 9-10 until 1 March',
    'remind the municipalities',
  ])('“%s” is English', (text) => {
    expect(languageSpoken(spoken(text))).toBe('en');
  });

  test('a word of both languages is answered in the one that was spoken last', async () => {
    await say('läget');
    expect(await say('status')).toContain('Läget i');
    await say('show the agenda for session 2');
    expect(await say('status')).toContain('Status of');
    expect(await say('budget')).toContain('Budget');
    expect(await say('läget')).toContain('Läget i');
  });
});
