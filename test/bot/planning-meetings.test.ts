import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSeries } from '../../bot/understand/series.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { cardFaults } from './card-checker.ts';
import { openBotStage, people, planningChatId, type BotStage, type Face } from './stage.ts';

describe('how often somebody says that they meet', () => {
  const today = localDate('2026-10-20');
  test.each([
    [
      'planeringsmöten varannan tisdag 9-10 till 1 mars',
      { rhythm: 'fortnight', weekday: 2, startTime: '09:00', endTime: '10:00', until: '2027-03-01' },
    ],
    [
      'boka planeringsmöten varje torsdag kl. 13.30–15 från 5 november till 18 dec i Teams',
      {
        rhythm: 'week',
        weekday: 4,
        startTime: '13:30',
        endTime: '15:00',
        from: '2026-11-05',
        until: '2026-12-18',
        isTeams: true,
      },
    ],
    [
      'planeringsmöte första måndagen varje månad 1-2 t.o.m. 1 juni',
      { rhythm: 'month', weekday: 1, startTime: '13:00', until: '2027-06-01' },
    ],
    [
      'planeringsmöten onsdagar 8-9 till 2027-01-31',
      { rhythm: 'week', weekday: 3, startTime: '08:00', until: '2027-01-31' },
    ],
    [
      'planning meetings every other Tuesday 9-10 until 1 March',
      { rhythm: 'fortnight', weekday: 2, startTime: '09:00', endTime: '10:00', until: '2027-03-01' },
    ],
    [
      'planeringsmöten varannan tisdag halv tio till kvart i elva till 1 mars',
      { rhythm: 'fortnight', weekday: 2, startTime: '09:30', endTime: '10:45', until: '2027-03-01' },
    ],
    ['planeringsmöten varje fredag halv tio till 1 mars', { startTime: '09:30', until: '2027-03-01' }],
    ['planeringsmöten varje fredag kl 13 t.o.m. 1 juni', { startTime: '13:00', until: '2027-06-01' }],
    ['planning meetings every Friday half past nine until 1 March', { startTime: '09:30', until: '2027-03-01' }],
  ])('“%s”', (text, told) => {
    expect(readSeries(text, today)).toMatchObject(told);
  });

  test('what is not said is not guessed', () => {
    expect(readSeries('planeringsmöten', today)).toEqual({ isTeams: false });
    expect(readSeries('planeringsmöten på tisdag', today)).toEqual({ weekday: 2, isTeams: false });
  });
});

describe('the planning group’s own meetings in the chat', () => {
  let stage: BotStage;
  beforeAll(async () => {
    // Tuesday.
    stage = await openBotStage('2026-10-20T08:00:00Z');
    await stage.activate();
    await stage.running.chats.client.install(planningChatId, people.lead);
  });
  afterAll(() => stage.close());

  const say = async (text: string, oid = people.lead): Promise<Face> => {
    const face = await stage.say(oid, text, planningChatId);
    if (face.card !== undefined) expect(cardFaults(face.card)).toEqual([]);
    return face;
  };

  test('ROL-05 a series is shown with its free days, booked after a yes, and then has an agenda', async () => {
    expect((await say('planeringsmöten')).text).toContain('Inga planeringsmöten är bokade');
    expect((await say('planeringsmöten varannan tisdag 9-10')).text).toContain('hur länge serien ska gå');
    // Without an end an hour is proposed; nothing is booked before a yes.
    expect((await say('planeringsmöten varannan tisdag halv tio till 1 mars')).text).toContain('kl. 9.30–10.30');
    const wish = 'planeringsmöten varannan tisdag 9-10 till 1 mars';
    expect((await say(wish, people.guest)).text).toContain('Bara innehållsansvarig');
    const preview = await say(wish);
    expect(preview.text).toContain('Varannan tisdag kl. 9.00–10.00');
    expect(preview.text).toContain('22 december (jul- och nyårshelgerna)');
    const { shared } = await stage.press(people.lead, preview, 'Boka och bjud in');
    expect(shared.text).toContain('Inbjudan kommer från Outlook');
    await stage.running.sandbox.clock.settle();
    const organiser = stage.running.sandbox.calendar('dalalab@region-dalarna.example');
    expect(organiser.filter(({ recurrence }) => recurrence != null)).toHaveLength(1);
    await say('uppgift till Eva-Lotta: boka lunch senast fredag');
    const shown = await say('planeringsmöten');
    expect(shown.text).toContain('Nästa: tisdag 27 oktober 2026');
    const agenda = await stage.press(people.lead, shown, 'Visa dagordningen');
    expect(agenda.shared.text).toContain('Boka lunch – Eva-Lotta Norrby');
  });
});
