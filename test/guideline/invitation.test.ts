import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/local-date.ts';
import { blocking } from '../../src/guideline/evaluate.ts';
import type { ProjectFacts } from '../../src/guideline/facts.ts';
import { currentVersion } from '../../src/guideline/versions.ts';
import { ask } from './ask.ts';
import { aProject, aSession, moment, onDay, withRegistration, withSession } from './facts-builder.ts';

function withProject(change: Partial<ProjectFacts['project']>): ProjectFacts {
  const facts = aProject();
  return { ...facts, project: { ...facts.project, ...change } };
}

function withInvitation(change: Partial<ProjectFacts['invitation']>): ProjectFacts {
  const facts = aProject();
  return { ...facts, invitation: { ...facts.invitation, ...change } };
}

function hindrances(facts: ProjectFacts): readonly string[] {
  return blocking(facts, currentVersion, 'sendInvitation').map(({ ruleId }) => ruleId);
}

test('INV-01 the deadline is two calendar months before the first session, and wisely before midsummer', () => {
  const rule = ask('INV-01', aProject());
  expect(rule.due).toEqual(localDate('2026-07-22'));
  expect(rule.wiseDue).toEqual(localDate('2026-06-12'));
  expect(rule.wiseBecause?.sv).toContain('midsommar');
});

test('INV-01 a start on 30 April is invited to by 28 February', () => {
  const facts = aProject({ sessions: [aSession(1, '2026-04-30')] });
  expect(ask('INV-01', facts).due).toEqual(localDate('2026-02-28'));
});

test('INV-01 an invitation sent on 5 June has 47 days of margin', () => {
  const rule = ask('INV-01', withInvitation({ sentOn: localDate('2026-06-05') }));
  expect(rule.state).toBe('met');
  expect(rule.words.sv).toBe('Inbjudan skickades med 47 dagars marginal.');
});

test('INV-01 an invitation sent one day late can be explained but not mended', () => {
  const rule = ask('INV-01', withInvitation({ sentOn: localDate('2026-07-23') }));
  expect(rule).toMatchObject({ state: 'late', pastMending: true, words: { sv: 'Inbjudan skickades 1 dag för sent.' } });
});

test('INV-01 after the deadline an unsent invitation needs a reason', () => {
  const late = onDay(aProject(), '2026-07-23');
  expect(hindrances(late)).toEqual(['INV-01']);
  const reason = { ruleId: 'INV-01', reason: 'Temat beslutades sent', by: 'st-1', on: localDate('2026-07-23') };
  expect(hindrances({ ...late, overrides: [reason] })).toEqual([]);
});

test('INV-01 before the deadline a complete invitation may go', () => {
  expect(hindrances(aProject())).toEqual([]);
});

test('INV-02 an invitation without the challenge cannot be sent', () => {
  expect(hindrances(withProject({ challenge: '  ' }))).toEqual(['INV-02']);
});

test('INV-03 an invitation without a purpose cannot be sent', () => {
  expect(hindrances(withProject({ purpose: '' }))).toEqual(['INV-03']);
});

test('INV-04 every invited type of organisation needs a maximum', () => {
  expect(hindrances(withProject({ maxPerOrganisation: { region: 3 } }))).toEqual(['INV-04']);
  expect(hindrances(withProject({ targetGroups: [] }))).toEqual(['INV-04']);
  // Each lack leads to where it is mended.
  expect(ask('INV-04', withProject({ targetGroups: [] })).action).toBe('project.edit');
  expect(ask('INV-04', withProject({ maxPerOrganisation: { region: 3 } })).action).toBe('registration.edit');
});

test('INV-05 one missing date stops the invitation and names the session', () => {
  const facts = aProject({ sessions: [aSession(1, '2026-09-22'), aSession(2, undefined)] });
  expect(hindrances(facts)).toContain('INV-05');
  expect(ask('INV-05', facts).words.sv).toBe('Datum eller tid saknas för träff 2.');
});

test('INV-06 the text about the whole project may be edited but not removed', () => {
  expect(hindrances(withInvitation({ wholeProjectText: 'Anmälan gäller alla träffar, tillsammans.' }))).toEqual([]);
  expect(hindrances(withInvitation({ wholeProjectText: '' }))).toEqual(['INV-06']);
});

test('INV-07 a registration link on a foreign host or without an answer stops the invitation', () => {
  expect(hindrances(withProject({ registrationUrl: 'https://formular.example/x' }))).toEqual(['INV-07']);
  expect(hindrances(withProject({ registrationUrl: 'javascript:alert(1)' }))).toEqual(['INV-07']);
  const dead = withInvitation({ linkCheck: { reachable: false, status: 404 } });
  expect(ask('INV-07', dead).words.sv).toContain('404');
});

test("INV-07 the product's own public address is trusted", () => {
  const facts = withInvitation({ trustedHosts: ['anmalan.example'] });
  expect(
    hindrances({ ...facts, project: { ...facts.project, registrationUrl: 'https://anmalan.example/vatten' } }),
  ).toEqual([]);
});

test('INV-08 registration closes three weeks before the first session at the latest', () => {
  const closing = (day: string) => withRegistration(aProject(), { closesAt: moment(day, '16:00') });
  expect(ask('INV-08', closing('2026-08-28')).state).toBe('met');
  expect(ask('INV-08', closing('2026-09-01')).state).toBe('met');
  expect(hindrances(closing('2026-09-14'))).toEqual(['INV-08']);
  expect(ask('INV-08', closing('2026-09-14')).words.sv).toContain('tisdag 1 september 2026');
});

test('INV-08 the invitation says that dietary needs are to be told', () => {
  expect(hindrances(withInvitation({ closingText: 'Sista dag är 28 augusti.' }))).toEqual(['INV-08']);
});

test('INV-09 the text about Dalalab names both who run it', () => {
  expect(hindrances(withInvitation({ aboutText: 'Dalalab drivs av Region Dalarna.' }))).toEqual(['INV-09']);
});

test('INV-10 the contact details need a telephone number', () => {
  const facts = aProject();
  const contentLead = { id: 'st-1', name: 'Stina Påhitt', email: 'stina@region.example' };
  const rule = ask('INV-10', { ...facts, roles: { ...facts.roles, contentLead } });
  expect(rule).toMatchObject({ hinders: true, words: { sv: 'Innehållsansvarigs telefon saknas.' } });
});

test('INV-11 a municipality without an address is named and stops the invitation', () => {
  const facts = aProject();
  const organisations = facts.organisations.map(({ functionMailbox, ...rest }) =>
    rest.id === 'orsa' || functionMailbox === undefined ? rest : { ...rest, functionMailbox },
  );
  const recipients = facts.invitation.recipients.filter(({ organisationId }) => organisationId !== 'orsa');
  const without = { ...facts, organisations, invitation: { ...facts.invitation, recipients } };
  expect(hindrances(without)).toEqual(['INV-11']);
  expect(ask('INV-11', without).words.sv).toBe('Orsa kommun saknar adress. Lägg till kommunens allmänna e-post.');
});

test('INV-11 everything that the recipients lack is told at once', () => {
  expect(ask('INV-11', withInvitation({ recipients: [] })).words.sv).toBe(
    'Adress till kommundirektörsgruppen saknas. Adresser till målgrupperna saknas.',
  );
});

test('INV-11 is met when all three groups have had the invitation', () => {
  const sentOn = localDate('2026-06-05');
  const { recipients } = aProject().invitation;
  expect(
    ask('INV-11', withInvitation({ sentOn, recipients: recipients.map((one) => ({ ...one, sentOn })) })).state,
  ).toBe('met');
  expect(ask('INV-11', withInvitation({ sentOn })).words.sv).toContain('4 adresser');
});

test('VEN-02 a date without a booked room stops the invitation', () => {
  expect(hindrances(withSession(aProject(), 3, { roomStatus: 'none' }))).toEqual(['VEN-02']);
  expect(hindrances(withSession(aProject(), 3, { roomStatus: 'askedByMail' }))).toEqual(['VEN-02']);
});

test('COM-01 the web page and the newsletter are ticked off with the invitation', () => {
  expect(ask('COM-01', aProject()).words.sv).toContain('på webbsidan och i nyhetsbrevet');
  const on = localDate('2026-06-05');
  expect(ask('COM-01', aProject({ publications: { web: { on }, newsletter: { on } } })).state).toBe('met');
});

test('COM-02 the web page comes no later than the invitation', () => {
  const sent = withInvitation({ sentOn: localDate('2026-06-05') });
  expect(ask('COM-02', onDay(sent, '2026-06-08')).state).toBe('late');
  const published = { ...sent, publications: { web: { on: localDate('2026-06-05') } } };
  expect(ask('COM-02', published).state).toBe('met');
});
