import { describe, expect, test } from 'vitest';
import { commands } from '../../bot/registry.ts';
import type { CommandId } from '../../bot/command-ids.ts';
import type { Vocabulary } from '../../bot/understand/entities.ts';
import { editDistance } from '../../bot/understand/tokens.ts';
import { understand } from '../../bot/understand/understand.ts';
import { localDate } from '../../src/domain/local-date.ts';

const project: Vocabulary = {
  today: localDate('2026-08-20'),
  sessions: [
    { id: 's-1', number: 1, city: 'Falun' },
    { id: 's-2', number: 2, city: 'Ludvika' },
    { id: 's-3', number: 3, city: 'Borlänge' },
    { id: 's-4', number: 4, city: 'Mora' },
  ],
  venues: [
    { id: 'v-1', name: 'Siljan' },
    { id: 'v-3', name: 'Runn' },
  ],
  people: [
    { id: 'p-1', displayName: 'Maria Ek' },
    { id: 'p-2', displayName: 'Maria Lund' },
    { id: 'p-3', displayName: 'Per-Olov Kvarnström' },
    { id: 'p-4', displayName: 'Åsa Norén' },
  ],
};

const said: readonly (readonly [swedish: string, english: string, meant: CommandId])[] = [
  ['hur ligger vi till?', 'how are we doing?', 'status.show'],
  ['nästa träf när var de', 'when’s the next meeting', 'session.next'],
  ['hur många har anmält sej', 'how many have signed up', 'registration.count'],
  ['vilka komuner har inte svarat än', 'which municipalities haven’t answered yet', 'registration.missing'],
  ['ang specialkosten till lunchen ludvika', 'dietary needs for the Ludvika lunch', 'dietary.openInTab'],
  ['visa agendan för 2:an', 'show agenda for the second one', 'agenda.show'],
  ['är agendan tillräckligt luftig?', 'is the agenda airy enough?', 'agenda.check'],
  ['flytta fikat till kvart i tre', 'move coffee to quarter to three', 'agenda.edit'],
  ['skicka ut infon inför träff 3 nu', 'send the info for session 3 now', 'sessionInfo.preview'],
  ['kan vi ta den 13e jan ist', 'can we do 13 Jan instead', 'session.proposeDate'],
  ['lägg till att maria ska boka mick o kamera i runn', 'add: Maria books mic and camera in Runn', 'task.add'],
  ['visa temaförslagen', 'show the themes', 'theme.show'],
  ['besluta tema', 'decide the theme', 'theme.decide'],
  ['fråga styrgruppen', 'ask the steering group', 'theme.ask'],
  ['vem e bollplank nästa gång', 'who’s the sounding board next time', 'soundingBoard.show'],
  ['önskemål: åka t västerbotten på studiebesök!', 'wish: study visit to Västerbotten', 'wish.add'],
  ['paminn alla som inte gjort hemläxan', 'remind everyone who hasn’t done the homework', 'homework.remind'],
  ['hur va utvärderingen från falun', 'how was the evaluation from Falun', 'evaluation.results'],
  [
    'gör en bordsplacering, ingen från samma kommun',
    'make a seating plan, nobody from the same municipality',
    'seating.create',
  ],
  ['skriv ett utkast till träffrapport', 'draft the meeting report', 'report.draft'],
  ['vem är allergisk mot nötter?', 'who’s allergic to nuts?', 'dietary.openInTab'],
  ['ta bort per', 'remove Per', 'participant.remove'],
  ['nej vänta fel ångra', 'no wait, wrong, undo', 'undo'],
];

/** What leads to a preview of something that goes out. */
const sends: readonly CommandId[] = ['registration.close', 'evaluation.send', 'documentation.share', 'rooms.book'];

function meaningOf(text: string): string {
  const meant = understand(text, commands, project);
  return meant.kind === 'command' ? meant.id : meant.kind;
}

describe('X-08 what people write is understood', () => {
  test.each(said)('“%s” and “%s” mean %s', (swedish, english, meant) => {
    expect([meaningOf(swedish), meaningOf(english)]).toEqual([meant, meant]);
  });

  test('no other command than the one meant leads to something that goes out', () => {
    const wrong = said.flatMap(([swedish, english, meant]) =>
      [swedish, english].filter((text) => {
        const found = meaningOf(text);
        return found !== meant && sends.some((id) => id === found);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(commands.flatMap(({ id, utterances }) => [...utterances.sv, ...utterances.en].map((text) => [text, id])))(
    'help’s own example “%s” means %s',
    (text, id) => {
      expect(meaningOf(text)).toBe(id);
    },
  );

  test.each([
    ['läget', 'status.show'],
    ['LÄGET!!', 'status.show'],
    ['hur liger vi till', 'status.show'],
    ['laget', 'status.show'],
    ['nasta traff', 'session.next'],
    ['anmälda', 'registration.count'],
    ['boka lokalr', 'rooms.book'],
    ['kan du boka rum till träffarna', 'rooms.book'],
    ['stäng anmälan', 'registration.close'],
    ['stäng anmälningen nu tack', 'registration.close'],
    ['skicka utvärderingen', 'evaluation.send'],
    ['skicka utvärdring', 'evaluation.send'],
    ['dela dokumentationen', 'documentation.share'],
    ['dela filerna från ettan', 'documentation.share'],
    ['vilka har inte svarat', 'registration.missing'],
    ['flytta träff 3 till 6 jan', 'session.proposeDate'],
    ['stoppa', 'undo'],
    ['ångra', 'undo'],
    ['nej vänta', 'undo'],
    ['book the rooms', 'rooms.book'],
    ['close the registration please', 'registration.close'],
    ['send the evaluation', 'evaluation.send'],
    ['share the files', 'documentation.share'],
    ['hjälp', 'help'],
    ['HELP', 'help'],
    ['Hej', 'help'],
    ['min anmälan', 'registration.mine'],
  ] as const)('“%s” means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });

  test('what has nothing to do with a learning project is not guessed at', () => {
    for (const text of ['vad blir det för väder', 'kul!', '42', '', 'tack så mycket'])
      expect(meaningOf(text)).toBe('notUnderstood');
  });
});

describe('what a message points at', () => {
  const entitiesOf = (text: string) => {
    const meant = understand(text, commands, project);
    return 'entities' in meant ? meant.entities : undefined;
  };

  test.each([
    ['visa agendan för 2:an', ['s-2']],
    ['visa agendan för tvåan', ['s-2']],
    ['show agenda for the second one', ['s-2']],
    ['agenda träff 3', ['s-3']],
    ['hur va utvärderingen från falun', ['s-1']],
    ['agendan i Borlange', ['s-3']],
    ['flytta träff 3 till 6 jan', ['s-3']],
  ])('“%s” is about %j', (text, sessions) => {
    expect(entitiesOf(text)?.sessionIds).toEqual(sessions);
  });

  test('a session that does not exist is not rounded to one that does', () => {
    expect(entitiesOf('agenda träff 7')).toMatchObject({ sessionIds: [], missingSession: 7 });
  });

  test('a date is read apart from the number of the session', () => {
    expect(
      entitiesOf('flytta träff 3 till 6 jan')?.dates.map((one) => one.kind === 'day' && one.date.toString()),
    ).toEqual(['2027-01-06']);
  });

  test('a name fits everybody who bears it, and a surname tells them apart', () => {
    expect(entitiesOf('ta bort maria')?.personIds).toEqual(['p-1', 'p-2']);
    expect(entitiesOf('ta bort maria lund')?.personIds).toEqual(['p-2']);
    expect(entitiesOf('ta bort per')?.personIds).toEqual(['p-3']);
  });

  test('the venue and the clock time are found', () => {
    expect(entitiesOf('lägg till att maria ska boka mick o kamera i runn')?.venueIds).toEqual(['v-3']);
    expect(entitiesOf('flytta fikat till kvart i tre')?.times[0]).toBe('14:45');
  });
});

describe('what somebody eats', () => {
  test.each([
    'jag är allergisk mot nötter',
    'Anna äter glutenfritt',
    'I am vegan',
    'obs: per-olov är laktosintolerant!',
    'specialkost: vegan',
  ])('“%s” is told, so it is stopped before anything else', (text) => {
    expect(meaningOf(text)).toBe('dietaryTold');
  });

  test.each(['vem är allergisk mot nötter?', 'specialkosten till lunchen', 'hur många veganer har vi?'])(
    '“%s” is asked, so the way to the tab is shown',
    (text) => {
      expect(meaningOf(text)).toBe('dietary.openInTab');
    },
  );
});

test('a typing error is a letter changed, added, left out or swapped', () => {
  expect(editDistance('traff', 'traf', 2)).toBe(1);
  expect(editDistance('lokalr', 'lokaler', 2)).toBe(1);
  expect(editDistance('komnuer', 'kommuer', 2)).toBe(1);
  expect(editDistance('nasta', 'nsata', 2)).toBe(1);
  expect(editDistance('stang', 'boka', 2)).toBeGreaterThan(2);
});
