import { describe, expect, test } from 'vitest';
import { intentsIn } from '../../bot/understand/intents.ts';
import { smallTalk } from '../../bot/understand/small-talk.ts';
import { spoken } from '../../bot/understand/tokens.ts';
import { understand } from '../../bot/understand/understand.ts';
import { buttons, commands } from '../../bot/registry.ts';
import type { Vocabulary } from '../../bot/understand/entities.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { corpus } from './corpus.ts';

const project: Vocabulary = {
  today: localDate('2026-10-01'),
  sessions: ['Falun', 'Ludvika', 'Borlänge', 'Mora'].map((city, index) => ({
    id: `s-${index + 1}`,
    number: index + 1,
    city,
  })),
  venues: ['Länsstyrelsen, konferens Runn', 'Regionens hus, sal Siljan', 'Kommunhuset i Ludvika, sal Väsman'].map(
    (name) => ({ id: name, name }),
  ),
  people: ['Maria Ek', 'Maria Lund', 'Per-Olov Kvarnström', 'Åsa Norén'].map((displayName) => ({
    id: displayName,
    displayName,
  })),
  towns: ['Mora', 'Leksand'],
  previousSessionId: 's-1',
  nextSessionId: 's-2',
  spokenOfId: 's-3',
};

/** What leads to a preview of something that goes out. */
const sends = [
  'registration.close',
  'evaluation.send',
  'documentation.share',
  'rooms.book',
  'sessionInfo.preview',
  'session.proposeDate',
  'correction.prepare',
];

const said = Object.entries(corpus).flatMap(([meant, texts]) =>
  texts.map((text) => {
    const found = understand(text, commands, project);
    return { text, meant, found: found.kind === 'command' ? found.id : found.kind };
  }),
);
const wrong = said.filter(({ meant, found }) => meant !== found);

describe('X-08 two hundred messages, as people write them', () => {
  test('at least nineteen of twenty are understood as they were meant', () => {
    expect(said.length).toBeGreaterThanOrEqual(150);
    expect(1 - wrong.length / said.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.95);
  });

  test('X-02 every one that was once taken for something else is understood', () => {
    const once = [
      'reminder.ask',
      'registration.cancelMine',
      'registration.missing',
      'session.cancel',
      'planningMeetings.set',
    ];
    const more = ['planning.where', 'invitation.where', 'roles.where', 'guideline.where', 'task.list', 'task.done'];
    const all = [...once, ...more, 'task.add', 'session.proposeDate', 'decision.add', 'seating.create', 'undo'];
    expect(wrong.filter(({ meant }) => all.includes(meant))).toEqual([]);
  });

  test('X-02 none that meant something else reaches what goes out', () => {
    expect(wrong.filter(({ found }) => sends.includes(found))).toEqual([]);
  });

  test('X-02 what can be reached by a yes in words only shows something', () => {
    const reachable = buttons.filter(({ shows }) => shows === true).map(({ verb }) => verb);
    expect(reachable.filter((verb) => /!(confirm|send|now|beforehand|stop|book)$/.test(verb))).toEqual([]);
  });
});

describe('small words', () => {
  test.each([
    [
      'yes',
      [
        'ja',
        'Ja!',
        'japp',
        'ja gör det',
        'ja tack',
        'ok',
        'okej',
        'kör',
        'gör så',
        'yes',
        'yes please',
        'do it',
        'go ahead',
      ],
    ],
    ['no', ['nej', 'nej tack', 'vänta', 'nej vänta', 'hov', 'oj', 'no', 'no wait', 'wait', 'hold on']],
    ['later', ['inte nu', 'senare', 'inte just nu tack', 'not now', 'later']],
    ['thanks', ['tack', 'Tack!', 'tack så mycket', 'toppen', 'thanks', 'thank you']],
    [undefined, ['ja men boka rum också', 'nej flytta träff 3', 'ok läget då', 'tack för infon inför träff 2']],
  ] as const)('%s', (meaning, texts) => {
    expect(texts.map((text) => smallTalk(spoken(text)))).toEqual(texts.map(() => meaning));
  });
});

describe('several wishes in one line', () => {
  const parts = (text: string) => intentsIn(text, commands, project);

  test.each([
    ['läget och boka lokaler', ['läget', 'boka lokaler']],
    ['hur många är anmälda? och vilka har inte svarat', ['hur många är anmälda', 'vilka har inte svarat']],
    ['agenda träff 2, och sen skicka infon inför träff 2', ['agenda träff 2', 'skicka infon inför träff 2']],
    ['how many have signed up and when is the next session?', ['how many have signed up', 'when is the next session']],
  ])('“%s” is taken apart', (text, wishes) => {
    expect(parts(text)).toEqual(wishes);
  });

  test.each([
    'lägg till att maria ska boka mick och kamera i runn',
    'önskemål: åka till Mora och boka lokal',
    'påminn Gagnef och Orsa',
    'flytta träff 3 till 20 januari och ring Leksand',
    'nej vänta. ångra',
    'agenda träff 2 och 3',
  ])('“%s” is one', (text) => {
    expect(parts(text)).toEqual([text]);
  });
});

describe('what is pointed at without a number', () => {
  const sessions = (text: string) => {
    const found = understand(text, commands, project);
    return 'entities' in found ? found.entities.sessionIds : found.kind;
  };

  test.each([
    ['visa agendan för den', ['s-3']],
    ['flytta den till 20 januari', ['s-3']],
    ['kan vi ta den 13e jan ist', ['s-3']],
    ['agendan för nästa träff', ['s-2']],
    ['hur var utvärderingen förra träffen', ['s-1']],
    ['skicka infon inför sista träffen', ['s-4']],
    ['visa agendan för 2:an', ['s-2']],
  ])('“%s” is about %j', (text, ids) => {
    expect(sessions(text)).toEqual(ids);
  });

  test.each([
    ['flytta träff 3 till v45', { kind: 'week', week: 45 }],
    ['flytta träff 3 till 13e jan', { kind: 'day' }],
    ['flytta träff 3 till på torsdag', { kind: 'day' }],
    ['flytta träff 3 till 5/11', { kind: 'day' }],
    ['flytta träff 3 till torsdag v45', { kind: 'day' }],
  ])('“%s” has its date', (text, date) => {
    const found = understand(text, commands, project);
    expect('entities' in found ? found.entities.dates : []).toMatchObject([date]);
  });
});
