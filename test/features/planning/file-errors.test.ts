import { expect, test } from 'vitest';
import { readProjectFile } from '../../../src/features/planning/file/actions.ts';
import { problemLine } from '../../../src/features/planning/file/problems/rules.ts';
import type { ProjectFile } from '../../../src/features/planning/file/types.ts';
import { generated, sample, sampleText, small } from './project-file.ts';

/** A copy of the sample after a change, as data from outside. */
function changed(change: (file: ReturnType<typeof loose>) => void): unknown {
  const file = loose();
  change(file);
  return file;
}

interface Entry {
  [name: string]: string & number & Entry & Entry[];
}
function loose(): Entry {
  return sample() as unknown as Entry; // a test breaks the file in ways that its type forbids
}

function problems(input: unknown): readonly string[] {
  const read = readProjectFile(input);
  return read.ok ? [] : read.problems.map((problem) => problemLine(problem, 'sv'));
}

function set(path: string, value: unknown): (file: unknown) => void {
  return (file) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const place = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), file);
    if (value === undefined) Reflect.deleteProperty(Object(place), last);
    else Reflect.set(Object(place), last, value);
  };
}

test.each([
  ['schemaVersion', 2, 'schemaVersion = 2: Programmet läser version 1'],
  ['project.title', undefined, 'project.title: Uppgiften saknas. Lägg till text'],
  ['project.id', 'Å ä', 'project.id = "Å ä": Projektets id står i webbadressen'],
  ['timeZone', 'Europe/Falun', 'timeZone = "Europe/Falun": Tidszonen finns inte'],
  ['participants.3.email', 'inte en adress', 'participants[3].email = "inte en adress": Det är ingen e-postadress'],
  ['participants.3.email', 'pär.öst@kommun-falun.example', 'Menar du par.ost@kommun-falun.example?'],
  ['participants.3.email', 'KARIN.tunsberg@region-dalarna.example ', 'Samma adress står redan i staff[0].email'],
  [
    'participants.3.organisationId',
    'org-x',
    'participants[3].organisationId = "org-x": Det id:t finns inte i organisations',
  ],
  ['participants.3.status', 'kanske', 'participants[3].status = "kanske": Välj ett av "confirmed", "waitingList"'],
  [
    'participants.3.registeredAt',
    '2026-06-31T10:00:00+02:00',
    'participants[3].registeredAt = "2026-06-31T10:00:00+02:00": Det är ingen tidpunkt',
  ],
  ['wishes.2.id', 'w-1', 'wishes[2].id = "w-1": Samma värde står redan i wishes[0].id'],
  ['organisations.0.type', 'kommun', 'organisations[0].type = "kommun": Välj ett av "municipality"'],
  ['sessions.0.date', '2026-02-30', 'sessions[0].date = "2026-02-30": Det är inget datum'],
  ['sessions.0.date', '2026-09-23', 'sessions[0].date = "2026-09-23": Träffen börjar 2026-09-22 kl. 08:30'],
  [
    'sessions.0.end',
    '2026-09-22T08:00:00+02:00',
    'sessions[0].end = "2026-09-22T08:00:00+02:00": Träffen slutar innan den börjar',
  ],
  ['sessions.0.end', '2026-09-23T08:00:00+02:00', 'Träffen går över midnatt'],
  ['sessions.0.end', undefined, 'sessions[0].end: Träffen behöver både start och slut'],
  ['sessions.1.start', '2026-11-05T09:00:00+02:00', 'Skriv 2026-11-05T09:00:00+01:00'],
  ['sessions.0.venueId', 'v-9', 'sessions[0].venueId = "v-9": Det id:t finns inte i venues'],
  ['sessions.0.agenda.3.speakerIds.0', 'sp-9', 'sessions[0].agenda[3].speakerIds[0] = "sp-9"'],
  ['sessions.0.agenda.3.end', '9.10', 'sessions[0].agenda[3].end = "9.10": Punkten slutar innan den börjar'],
  ['sessions.0.agenda.3.end', 'sent', 'sessions[0].agenda[3].end = "sent": Det är inget klockslag'],
  ['sessions.2.number', 1, 'sessions[2].number = 1: Samma värde står redan i sessions[0].number'],
  ['sessions', {}, 'sessions = {}: Här ska det stå en lista'],
  ['venues.0.capacity', -1, 'venues[0].capacity = -1: Talet får inte vara mindre än 0'],
  ['venues.0.capacity', 'många', 'venues[0].capacity = "många": Här ska det stå ett tal'],
  ['speakers.0.techTest', 'i morgon', 'speakers[0].techTest = "i morgon": Det är inget datum'],
  ['project.webPage', 'dalalab.example', 'project.webPage = "dalalab.example": Det är ingen webbadress. Skriv hela'],
  ['project.registrationUrl', 'javascript:alert(1)', 'Det är ingen webbadress'],
  ['speakers.0.links', [{ url: 'fil.pdf' }], 'speakers[0].links[0].url = "fil.pdf": Det är ingen webbadress'],
  ['project.keyDates.dalating', '2027-13-01', 'project.keyDates.dalating = "2027-13-01": Det är inget datum'],
  ['project.keyDates.registrationCloses', '2026-05-01T16:00:00+02:00', 'Anmälan stänger innan den öppnar (2026-06-05)'],
  ['governance.contentLead', 'st-9', 'governance.contentLead = "st-9": Det id:t finns inte i staff eller participants'],
  [
    'project.keyDates.registrationOpens',
    '0000-01-01',
    'project.keyDates.registrationOpens = "0000-01-01": Det är inget',
  ],
  ['project.keyDates.registrationOpens', '2026-11-05T09:00:00+01:00', 'Anmälan stänger innan den öppnar (2026-11-05)'],
  ['project.maxParticipantsTotal', 3e9, 'project.maxParticipantsTotal = 3000000000: Talet får inte vara större än'],
  ['venues.0.capacity', 3e9, 'venues[0].capacity = 3000000000: Talet får inte vara större än'],
  [
    'sessions.0.theme',
    'a\u0000b',
    'sessions[0].theme = "a\\u0000b": Texten innehåller ett tecken som inte går att läsa',
  ],
  ['wishes.0.text', '\ud800', 'wishes[0].text = "\\ud800": Texten innehåller ett tecken'],
  ['homework.0.dueDate', '29 oktober', 'homework[0].dueDate = "29 oktober": Det är inget datum'],
  ['focusGroups.0.memberIds.0', 'p-99', 'focusGroups[0].memberIds[0] = "p-99"'],
])('%s = %j is refused with path, value and remedy', (path, value, expected) => {
  const found = problems(changed(set(path, value)));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

test('every fault is told in English too, and all of them at once', () => {
  const read = readProjectFile(
    changed((file) => {
      set('sessions.0.venueId', 'v-9')(file);
      set('participants.0.email', 'x')(file);
    }),
  );
  const lines = read.ok ? [] : read.problems.map((problem) => problemLine(problem, 'en'));
  expect(lines).toEqual([
    'sessions[0].venueId = "v-9": There is no such id in venues. Correct it or add the entry. It has for example v-1, v-2, v-3.',
    'participants[0].email = "x": This is not an e-mail address. Write for example given.family@kommun-falun.example.',
  ]);
});

test('a dietary text is not repeated in an error', () => {
  const found = problems(changed(set('dietary.0.text', ['jordnötter'])));
  expect(found).toEqual(['dietary[0].text: Här ska det stå text inom citattecken.']);
});

test('a text that is no JSON is refused, and one with a byte order mark is read', () => {
  expect(problems(sampleText.slice(0, 200))[0]).toContain('Filen är inte giltig JSON');
  expect(problems(`\uFEFF${sampleText}`)).toEqual([]);
  expect(problems([])).toHaveLength(1);
  expect(problems(null)).toHaveLength(1);
});

const optional = [
  '$comment',
  'governance',
  'costs',
  'dietary',
  'homework',
  'documentationRota',
  'focusGroups',
  'wishes',
  'seating',
  'evaluations',
  'edgeCases',
  'expected',
];

test.each(optional)('a file without %s is accepted', (name) => {
  expect(problems(changed(set(name, undefined)))).toEqual([]);
});

test('a file without any optional block, and the smallest one, are accepted', () => {
  const bare = changed((file) => optional.forEach((name) => set(name, undefined)(file)));
  expect(problems(bare)).toEqual([]);
  expect(problems(small())).toEqual([]);
});

test('other organisations, sizes, numbers of sessions and years are accepted', () => {
  const files: ProjectFile[] = [2024, 2027, 2035].flatMap((year) =>
    [1, 3, 9].map((sessions) =>
      generated({ year, organisations: sessions * 2, participants: sessions * 30, sessions }),
    ),
  );
  expect(files.flatMap(problems)).toEqual([]);
});

test('a breach of the guideline is no fault of the file', () => {
  const late = changed((file) => {
    set('project.keyDates.invitationSent', '2026-09-20')(file);
    set('project.challenge', null)(file);
    set('sessions.0.venueId', null)(file);
    set('project.maxParticipantsPerOrganisation.municipality', 0)(file);
  });
  expect(problems(late)).toEqual([]);
});

test('our sample is clearly fictional: every address ends in .example', () => {
  const addresses = sampleText.match(/[\p{L}\w.+-]+@[\p{L}\w.-]+/gu) ?? [];
  expect(addresses.length).toBeGreaterThan(80);
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
});
