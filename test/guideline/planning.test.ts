import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/local-date.ts';
import { blocking } from '../../src/guideline/evaluate.ts';
import { projectSpanDays } from '../../src/guideline/session-dates.ts';
import { currentVersion } from '../../src/guideline/versions.ts';
import { ask } from './ask.ts';
import {
  aProject,
  aSession,
  aSpeaker,
  aVenue,
  anItem,
  closedProject,
  moment,
  onDay,
  withRegistration,
  withSession,
} from './facts-builder.ts';

test('PLN-01 four full days in 154 days are within the recommendation', () => {
  expect(projectSpanDays(aProject())).toBe(154);
  expect(ask('PLN-01', aProject())).toMatchObject({
    state: 'met',
    words: { sv: '154 dagar: 5 månader, inom rekommendationen.' },
  });
});

test('PLN-01 three sessions or nine months are warned about', () => {
  const three = aProject({ sessions: aProject().sessions.slice(0, 3) });
  expect(ask('PLN-01', three).words.sv).toBe('Tre träffar är planerade. Rekommendationen är fyra.');
  expect(ask('PLN-01', withSession(aProject(), 4, { date: localDate('2027-06-22') })).severity).toBe('warning');
});

test('RG-07, PLN-01 the days of a session count as one, and need not be full days', () => {
  const project = aProject();
  const [first, second, third, fourth] = project.sessions;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('four sessions are planned');
  const days = [1, 2].map((number) => ({
    ...second,
    id: `s-2-${number}`,
    fullDay: false,
    day: { number, of: 2 },
  }));
  expect(ask('PLN-01', aProject({ sessions: [first, ...days, third, fourth] })).state).toBe('met');
});

test('PLN-02 a start on 22 September is early autumn, on 3 November it is not', () => {
  expect(ask('PLN-02', aProject()).state).toBe('met');
  expect(ask('PLN-02', aProject({ sessions: [aSession(1, '2026-11-03')] })).severity).toBe('warning');
});

test('PLN-03 the last session comes 21 days before Dalating', () => {
  expect(ask('PLN-03', aProject())).toMatchObject({
    state: 'met',
    words: { sv: '21 dagar mellan sista träffen och Dalating.' },
  });
});

test('PLN-03 a last session after Dalating is warned about', () => {
  expect(ask('PLN-03', withSession(aProject(), 4, { date: localDate('2027-03-20') })).severity).toBe('warning');
});

test('ROL-04 a project without a deputy gets a tip', () => {
  const { deputyId: _without, ...roles } = aProject().roles;
  const rule = ask('ROL-04', aProject({ roles }));
  expect(rule.state).toBe('met');
  expect(rule.remarks[0]?.sv).toContain('Ställföreträdare saknas');
});

test('ROL-02 the planning group has members from region and municipality', () => {
  expect(ask('ROL-02', aProject()).state).toBe('met');
});

test('ROL-05 the process facilitator belongs to the planning group', () => {
  const roles = { ...aProject().roles, processFacilitatorId: 'st-9' };
  expect(ask('ROL-05', aProject({ roles })).severity).toBe('warning');
});

test('CST-02 a cost split that is not a hundred per cent is warned about', () => {
  expect(ask('CST-02', aProject()).state).toBe('met');
  expect(ask('CST-02', aProject({ costSplit: { shares: [60, 30], guidanceFromSteeringGroup: true } })).severity).toBe(
    'warning',
  );
});

test('DEF-01 a theme without a municipal need cannot be decided', () => {
  const { municipalNeed: _without, ...project } = aProject().project;
  expect(blocking(aProject({ project }), currentVersion, 'decideTheme').map(({ ruleId }) => ruleId)).toEqual([
    'DEF-01',
  ]);
});

test('THM-01 a theme without consultation cannot be decided', () => {
  const theme = { proposals: 3, consultations: [] };
  expect(blocking(aProject({ theme }), currentVersion, 'decideTheme').map(({ ruleId }) => ruleId)).toEqual(['THM-01']);
});

test('THM-03 one proposal is not much to choose from: a tip, which stops nothing', () => {
  const project = aProject({ theme: { ...aProject().theme, proposals: 1 } });
  const { decision: _decided, ...open } = project.theme;
  const undecided = ask('THM-03', aProject({ theme: open }));
  expect(undecided).toMatchObject({ severity: 'tip', hinders: false, pastMending: false, action: 'theme.propose' });
  // Once decided there is nothing more to propose.
  expect(ask('THM-03', project)).toMatchObject({ severity: 'tip', pastMending: true });
  expect(blocking(project, currentVersion, 'decideTheme')).toEqual([]);
  expect(ask('THM-03', aProject()).state).toBe('met');
});

test('THM-04 only the steering group decides the theme', () => {
  const theme = { ...aProject().theme, decision: { date: localDate('2026-04-10'), byRole: 'other' } as const };
  expect(ask('THM-04', aProject({ theme })).words.sv).toContain('Det beslutar styrgruppen.');
});

test('THM-04 no reason gets anybody past the steering group, not even one that a file brings', () => {
  const { decision: _decision, ...theme } = aProject().theme;
  const override = { ruleId: 'THM-04', reason: 'Det är bråttom.', by: 'Karin', on: localDate('2026-04-11') };
  const rule = ask('THM-04', aProject({ theme, overrides: [override] }));
  expect(rule.override).toBeUndefined();
  expect(rule.state).not.toBe('overridden');
});

test('VEN-01 a venue of somebody who does not take part is warned about', () => {
  const inOrsa = withSession(closedProject(), 2, { venue: aVenue({ ownerOrganisationId: 'orsa' }) });
  expect(ask('VEN-01', inOrsa, 2).severity).toBe('warning');
  const inMora = withSession(closedProject(), 2, { venue: aVenue({ ownerOrganisationId: 'mora' }) });
  expect(ask('VEN-01', inMora, 2).state).toBe('met');
});

test('VEN-02 the room is to seat participants and on-site leaders together', () => {
  const small = withSession(closedProject(), 3, { venue: aVenue({ capacity: 36 }) });
  const rule = ask('VEN-02', small, 3);
  expect(rule.state).toBe('met');
  expect(rule.remarks.map(({ sv }) => sv)).toEqual(['Lokalen rymmer 36 men 34 anmälda + 4 ledare = 38.']);
  expect(ask('VEN-02', withSession(closedProject(), 3, { venue: aVenue({ capacity: 38 }) }), 3).remarks).toEqual([]);
});

test("VEN-02 before closing the project's maximum decides the size of the room", () => {
  const rule = ask('VEN-02', withSession(aProject(), 1, { venue: aVenue({ capacity: 40 }) }), 1);
  expect(rule.remarks.map(({ sv }) => sv)).toEqual(['Lokalen rymmer 40 men 40 platser + 4 ledare = 44.']);
});

test('VEN-03 an online session needs a reason', () => {
  expect(ask('VEN-03', withSession(aProject(), 2, { format: 'remote' }), 2).severity).toBe('warning');
  expect(ask('VEN-03', withSession(aProject(), 2, { format: 'remote', formatReason: 'Snöoväder' }), 2).state).toBe(
    'met',
  );
});

test('TEC-01 a remote speaker in a room without camera and microphone is warned about', () => {
  const agenda = [anItem('09:00', '09:30', 'presentation', [aSpeaker({ mode: 'remote' })])];
  const venue = aVenue({ equipment: ['projektor', 'högtalare'] });
  const facts = withSession(aProject(), 2, { agenda, venue });
  expect(ask('TEC-01', facts, 2).words.sv).toContain('saknar hybridkamera och mikrofon');
  const booked = withSession(facts, 2, { bookedEquipment: ['kamera', 'mikrofon'] });
  expect(ask('TEC-01', booked, 2).state).toBe('met');
});

test('TEC-02 a large group is glad of a microphone', () => {
  expect(ask('TEC-02', withSession(closedProject(), 2, { venue: aVenue({ equipment: [] }) }), 2).severity).toBe(
    'warning',
  );
});

test('CAL-01 the bookings wait for the closing of the registration', () => {
  expect(ask('CAL-01', aProject()).words.sv).toBe('Bokningarna går ut när anmälan stänger 28 augusti kl. 16.00.');
  expect(ask('CAL-01', aProject()).due).toEqual(localDate('2026-08-28'));
});

test('CAL-01 bookings sent a minute after closing are direct', () => {
  expect(ask('CAL-01', closedProject()).state).toBe('met');
});

test('CAL-01 bookings sent an hour after closing are late, and a day is enough for a project file', () => {
  const facts = closedProject();
  expect(ask('CAL-01', withRegistration(facts, { bookingsSentAt: moment('2026-08-28', '17:00') })).state).toBe('late');
  const { bookingsSentAt: _without, ...registration } = facts.registration;
  expect(
    ask('CAL-01', { ...facts, registration: { ...registration, bookingsSentOn: localDate('2026-08-28') } }).state,
  ).toBe('met');
});

test('CAL-01 somebody confirmed without a booking is red', () => {
  const facts = withSession(closedProject(), 2, { notInvited: 1 });
  expect(ask('CAL-01', facts)).toMatchObject({
    state: 'late',
    severity: 'red',
    words: { sv: '1 bokning saknas. Skicka nu.' },
  });
});

test('CAL-02 sessions that are not in the shared calendar are a tip after closing', () => {
  expect(ask('CAL-02', closedProject()).severity).toBe('tip');
  const written = closedProject().sessions.map((session) => ({ ...session, inSharedCalendar: true }));
  expect(ask('CAL-02', { ...closedProject(), sessions: written }).state).toBe('met');
});

test('REG-03 the form asks for exactly six things, and others need a reason', () => {
  expect(ask('REG-03', aProject()).state).toBe('met');
  const five = withRegistration(aProject(), { fields: ['name', 'title', 'organisation', 'email', 'dietary'] });
  expect(ask('REG-03', five).words.sv).toContain('telefon');
  const seven = withRegistration(aProject(), { extraFields: [{ label: 'Skostorlek' }] });
  expect(ask('REG-03', seven).words.sv).toContain('Skostorlek');
});

test('REG-04 DOC-03 THM-04 no reason gets past them, and people brought in without the tick keep nobody from registering', () => {
  const given = ['REG-04', 'DOC-03', 'THM-04'].map((ruleId) => ({
    ruleId,
    reason: 'det går bra ändå',
    by: 'Karin',
    on: localDate('2026-05-11'),
  }));
  const facts = aProject();
  const reworded = withRegistration({ ...facts, overrides: given }, { commitmentText: 'Jag kommer om jag kan.' });
  expect(blocking(reworded, currentVersion, 'openRegistration').map(({ ruleId }) => ruleId)).toEqual(['REG-04']);
  const finals = currentVersion.rules.filter(({ isFinal }) => isFinal === true).map(({ id }) => id);
  expect(finals.toSorted()).toEqual(['DOC-03', 'REG-04', 'THM-04']);
  const broughtIn = withRegistration(facts, { confirmed: 34, withoutCommitment: 3 });
  expect(blocking(broughtIn, currentVersion, 'openRegistration')).toEqual([]);
  expect(ask('REG-04', broughtIn).words.sv).toBe('3 anmälda har inte kryssat i rutan. Fråga dem.');
});

test('REG-04 the commitment text stands word for word', () => {
  expect(ask('REG-04', aProject()).state).toBe('met');
  const reworded = withRegistration(aProject(), { commitmentText: 'Jag lovar att komma.' });
  expect(blocking(reworded, currentVersion, 'openRegistration').map(({ ruleId }) => ruleId)).toEqual(['REG-04']);
  const quoted = withRegistration(aProject(), { commitmentText: `”${aProject().registration.commitmentText}”.` });
  expect(ask('REG-04', quoted).state).toBe('met');
});

test('REG-05 the confirmation goes automatically', () => {
  expect(ask('REG-05', aProject()).state).toBe('met');
  expect(ask('REG-05', withRegistration(aProject(), { automaticConfirmation: false })).severity).toBe('warning');
  expect(ask('REG-05', withRegistration(aProject(), { bouncedConfirmations: 2 })).words.sv).toContain('2 bekräftelser');
});

test('REG-01 somebody absent twice is a tip that names nobody', () => {
  const facts = onDay(withRegistration(closedProject(), { absentTwice: 1 }), '2026-11-06');
  expect(ask('REG-01', facts)).toMatchObject({
    severity: 'tip',
    words: { sv: '1 har missat två träffar eller fler. Fråga om ersättare?' },
  });
});

test('GOV-01 a step leads to where it is done: the day, the session, the address', () => {
  expect(ask('INV-01', { ...aProject(), sessions: [aSession(1, undefined)] }).action).toBe('dates.edit');
  expect(ask('INV-01', aProject()).action).toBe('invitation.send');
  expect(ask('ROO-01', aProject(), 1).action).toBe('session.edit');
  expect(ask('ROO-02', aProject(), 1).action).toBe('session.edit');
  expect(ask('CAL-02', { ...closedProject(), sharedCalendarMailbox: '' }).action).toBe('registration.edit');
  expect(ask('CAL-02', closedProject()).action).toBe('sharedCalendar.write');
});
