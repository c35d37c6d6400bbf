import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/local-date.ts';
import { agendaFigures } from '../../src/guideline/agenda-figures.ts';
import type { DocumentFacts } from '../../src/guideline/facts.ts';
import { rightsMissing } from '../../src/guideline/share-rights.ts';
import { applies, ask } from './ask.ts';
import { aProject, aSpeaker, airyDay, anItem, closedProject, onDay, withSession } from './facts-builder.ts';

test.each([
  [1, '2026-09-08', '2026-09-08'],
  [2, '2026-10-22', '2026-10-22'],
  [3, '2026-12-30', '2026-12-18'],
  [4, '2027-02-09', '2027-02-09'],
])('INF-01 the information for session %i is due %s, wisely %s', (session, lastDay, wiseDay) => {
  const rule = ask('INF-01', aProject(), session);
  expect([rule.due, rule.wiseDue]).toEqual([localDate(lastDay), localDate(wiseDay)]);
});

test('INF-01 a session moved to 20 January is informed about by 5 January, for the 6th is Epiphany', () => {
  const moved = withSession(aProject(), 3, { date: localDate('2027-01-20') });
  expect(ask('INF-01', moved, 3).due).toEqual(localDate('2027-01-05'));
});

test('INF-01 the information turns red the day after its last day', () => {
  expect(ask('INF-01', onDay(closedProject(), '2026-09-08'), 1).state).not.toBe('late');
  expect(ask('INF-01', onDay(closedProject(), '2026-09-09'), 1)).toMatchObject({ state: 'late', severity: 'red' });
});

test('INF-02 nothing to prepare is an answer, a blank is not', () => {
  expect(ask('INF-02', aProject(), 1).state).toBe('met');
  expect(ask('INF-02', withSession(aProject(), 1, { preparation: ' ' }), 1).severity).toBe('warning');
});

const tight = [
  anItem('09:00', '10:00', 'presentation'),
  anItem('10:00', '11:00', 'presentation'),
  anItem('11:00', '12:00', 'presentation'),
  anItem('12:00', '12:30', 'lunch'),
  anItem('12:30', '13:45', 'presentation'),
  anItem('13:45', '14:00', 'dialogue'),
  anItem('14:00', '14:10', 'closing'),
];

test('AGD-04 a tight agenda is told what is tight', () => {
  expect(ask('AGD-04', withSession(aProject(), 1, { agenda: tight }), 1).words.sv).toBe(
    'Programmet är inte luftigt: samtal är bara 15 av 270 innehållsminuter, 180 minuter utan paus och lunch kortare än 45 minuter.',
  );
});

test('AGD-04 ninety-five minutes without a break are a tip, not a breach', () => {
  const agenda = [
    ...airyDay.slice(0, -3),
    anItem('14:40', '15:50', 'dialogue'),
    anItem('15:50', '16:05', 'evaluation'),
    anItem('16:05', '16:15', 'closing'),
  ];
  const rule = ask('AGD-04', withSession(aProject(), 1, { agenda }), 1);
  expect(rule).toMatchObject({ state: 'met', severity: 'tip', remarks: [{ sv: '95 minuter utan paus' }] });
});

test('AGD-01 the mix is told in minutes', () => {
  expect(ask('AGD-01', aProject(), 1)).toMatchObject({
    state: 'met',
    words: { sv: '30 min presentation, 215 min samtal.' },
  });
  expect(agendaFigures(airyDay)).toMatchObject({
    totalMinutes: 420,
    conversationMinutes: 215,
    presentationMinutes: 30,
  });
});

test('AGD-02 one researcher or agency in the project is enough', () => {
  expect(ask('AGD-02', aProject()).state).not.toBe('met');
  const agenda = [anItem('09:00', '09:30', 'presentation', [aSpeaker({ kind: 'research' })])];
  expect(ask('AGD-02', withSession(aProject(), 4, { agenda })).state).toBe('met');
});

test('AGD-03 a session without a local example is warned about', () => {
  expect(ask('AGD-03', aProject(), 1).state).toBe('met');
  expect(ask('AGD-03', withSession(aProject(), 1, { agenda: tight }), 1).severity).toBe('warning');
});

test('AGD-05 the agenda has a page that is open all day', () => {
  expect(ask('AGD-05', aProject(), 1).state).toBe('met');
});

test('OPN-01 the agenda opens with purpose and attitudes', () => {
  expect(ask('OPN-01', aProject(), 1).state).toBe('met');
  expect(ask('OPN-01', withSession(aProject(), 1, { agenda: tight }), 1).severity).toBe('warning');
});

test('SPK-02 a remote speaker without a technical test is asked for one', () => {
  const agenda = [anItem('09:00', '09:30', 'presentation', [aSpeaker({ mode: 'remote' })])];
  expect(ask('SPK-02', withSession(aProject(), 3, { agenda }), 3).severity).toBe('warning');
  expect(applies('SPK-02', aProject(), 1)).toBe(false);
});

test('RG-13 an agenda that runs over the time of the session is warned about', () => {
  expect(ask('RG-13', aProject(), 1)).toMatchObject({ state: 'met', basis: 'network' });
  const late = withSession(aProject(), 1, { agenda: [...airyDay, anItem('16:00', '16:20', 'dialogue')] });
  expect(ask('RG-13', late, 1)).toMatchObject({ severity: 'warning', words: { sv: expect.stringContaining('16.20') } });
  expect(ask('RG-13', withSession(aProject(), 1, { start: '09:30' }), 1).severity).toBe('warning');
});

test('END-01 the last agenda has an exercise for keeping in touch', () => {
  expect(applies('END-01', aProject(), 1)).toBe(false);
  expect(ask('END-01', aProject(), 4).state).toBe('met');
});

test('ROO-01 furnishing begins an hour before', () => {
  expect(ask('ROO-01', aProject(), 1).state).toBe('met');
  expect(ask('ROO-01', withSession(aProject(), 1, { setupStart: '08:30' }), 1).severity).toBe('tip');
});

test('ROO-02 rows make conversation hard', () => {
  expect(ask('ROO-02', aProject(), 1).state).toBe('met');
  expect(ask('ROO-02', withSession(aProject(), 1, { layout: 'biosittning' }), 1).severity).toBe('warning');
});

test('DOC-01 a session without note-takers is named', () => {
  expect(ask('DOC-01', withSession(aProject(), 3, { noteTakers: 0 }), 3).words.sv).toContain(
    'Träff 3 saknar antecknare',
  );
});

test('EVA-01 the evaluation stands last in the agenda and is open once the session is over', () => {
  expect(ask('EVA-01', aProject(), 1).words.sv).toContain('öppnar av sig själv');
  expect(ask('EVA-01', withSession(aProject(), 1, { agenda: tight }), 1).words.sv).toContain('ingen utvärdering');
  const after = onDay(closedProject(), '2026-09-22', '16:00');
  expect(ask('EVA-01', after, 1).severity).toBe('warning');
  const evaluation = { openedOn: localDate('2026-09-22'), answers: 27 };
  expect(ask('EVA-01', withSession(after, 1, { evaluation }), 1)).toMatchObject({
    state: 'met',
    words: { sv: '27 har svarat.' },
  });
});

test('DOC-02 the documentation is shared within ten working days', () => {
  expect(ask('DOC-02', aProject(), 1).due).toEqual(localDate('2026-10-06'));
  const after = onDay(closedProject(), '2026-10-07');
  expect(ask('DOC-02', onDay(closedProject(), '2026-10-06'), 1).words.sv).toMatch(/^Dela dokumentationen senast /);
  expect(ask('DOC-02', after, 1)).toMatchObject({ state: 'late', severity: 'red' });
  expect(ask('DOC-02', after, 1).words.sv).toMatch(
    /^Dokumentationen skulle ha delats senast .*6 oktober\. Dela den i dag\.$/,
  );
  expect(ask('DOC-02', withSession(after, 1, { documentationSharedOn: localDate('2026-10-06') }), 1).state).toBe('met');
  expect(ask('DOC-02', withSession(after, 1, { documentationSharedOn: localDate('2026-10-07') }), 1).pastMending).toBe(
    true,
  );
});

const file: DocumentFacts = { id: 'd-1', title: 'Bild från dagen', kind: 'photo', rightsAssured: false, shared: false };

test('DOC-03 a photo needs photographer, assurance and alt text, slides need a yes', () => {
  expect(rightsMissing(file)).toEqual(['photographer', 'rightsAssured', 'altText']);
  expect(
    rightsMissing({ ...file, photographer: 'Ylva Påhitt', rightsAssured: true, altText: 'Deltagare runt ett bord' }),
  ).toEqual([]);
  expect(rightsMissing({ ...file, kind: 'slides' })).toEqual(['speakerConsent']);
  expect(rightsMissing({ ...file, kind: 'slides', speakerConsent: false })).toEqual(['speakerConsent']);
  expect(rightsMissing({ ...file, kind: 'slides', speakerConsent: true })).toEqual([]);
});

test('DOC-03 a file without rights is held back, and shared all the same it is red', () => {
  expect(ask('DOC-03', withSession(aProject(), 1, { documents: [file] }), 1)).toMatchObject({
    state: 'met',
    severity: 'tip',
  });
  expect(ask('DOC-03', withSession(aProject(), 1, { documents: [{ ...file, shared: true }] }), 1).severity).toBe('red');
});

test('LST-01 the participant list is there for the first session', () => {
  expect(ask('LST-01', closedProject()).due).toEqual(localDate('2026-09-22'));
  expect(ask('LST-01', { ...closedProject(), participantListOn: localDate('2026-09-21') }).state).toBe('met');
  expect(ask('LST-01', onDay(closedProject(), '2026-09-23')).state).toBe('late');
});

test('COM-03 the post belongs to the week of the first session', () => {
  expect(ask('COM-03', aProject()).due).toEqual(localDate('2026-09-25'));
});

test('END-02 the final summary is out before Dalating', () => {
  expect(ask('END-02', aProject()).due).toEqual(localDate('2027-03-15'));
  const publications = { summaryWeb: { on: localDate('2027-03-12') } };
  expect(ask('END-02', onDay(aProject({ publications }), '2027-03-15')).state).toBe('met');
});

test('COM-04 the summary is spread in the newsletter too', () => {
  expect(ask('COM-04', onDay(aProject(), '2027-03-16')).state).toBe('late');
});

test('ROL-01 a speaker who has not said yes is a warning from six weeks before, and one who has said no at once', () => {
  const asked = (status: 'idea' | 'tentative' | 'confirmed' | 'declined') => [
    anItem('09:00', '09:30', 'presentation', [aSpeaker({ status })]),
  ];
  const on = (today: string, status: 'idea' | 'tentative' | 'confirmed' | 'declined') =>
    ask('ROL-01', withSession({ ...aProject(), today: localDate(today) }, 3, { agenda: asked(status) }), 3);
  expect(on('2026-10-01', 'tentative')).toMatchObject({ state: 'upcoming', severity: 'none' });
  expect(on('2026-12-23', 'tentative')).toMatchObject({ severity: 'warning' });
  expect(on('2026-12-23', 'tentative').words.sv).toBe('1 medverkande har inte sagt ja än. Hör av er igen.');
  expect(on('2026-12-23', 'idea').words.sv).toContain('Fråga dem.');
  expect(on('2026-10-01', 'declined').severity).toBe('warning');
  expect(on('2026-12-23', 'confirmed').state).toBe('met');
  expect(on('2026-12-23', 'confirmed').due?.toString()).toBe('2026-12-23');
  expect(applies('ROL-01', withSession(aProject(), 3, { agenda: [anItem('09:00', '09:30', 'dialogue')] }), 3)).toBe(
    false,
  );
});

test('ROL-03 a sounding board is chosen, asked eight weeks before, and takes turns', () => {
  const project = aProject();
  const municipalities = project.organisations.filter(({ type, invited }) => type === 'municipality' && invited);
  const [first, second] = municipalities;
  if (first === undefined || second === undefined) throw new Error('two municipalities can take part');
  expect(ask('ROL-03', project, 2)).toMatchObject({ severity: 'tip' });
  expect(ask('ROL-03', project, 2).words.sv).toContain('inget bollplank');
  const chosen = withSession(project, 2, { soundingBoard: [first.id, second.id] });
  expect(ask('ROL-03', chosen, 2).words.sv).toBe('Bollplanket för träff 2 är valt men inte frågat.');
  const asked = withSession(chosen, 2, { soundingBoardAskedOn: localDate('2026-09-04') });
  expect(ask('ROL-03', asked, 2)).toMatchObject({ state: 'met' });
  // Two of them twice, while another has not been asked once.
  const again = withSession(asked, 3, { soundingBoard: [first.id, second.id] });
  const orsa = { ...first, id: 'org-x', name: 'Orsa', confirmedParticipants: 1 };
  const others = { ...again, organisations: [...again.organisations, orsa] };
  expect(ask('ROL-03', others, 3).words.sv).toContain('är bollplank flera gånger');
});
