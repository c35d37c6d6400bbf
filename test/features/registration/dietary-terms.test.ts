import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { isDecided, missingTerms, undecided, type DietaryTerms } from '../../../src/domain/dietary-terms.ts';
import { activate, changeProject, previewActivation } from '../../../src/features/planning/actions.ts';
import { auditOf, projectOf } from '../../../src/features/planning/queries.ts';
import { confirmClosing } from '../../../src/features/registration/closing/actions.ts';
import { closingView } from '../../../src/features/registration/closing/queries.ts';
import { nextDueAt, runDue } from '../../../src/features/registration/dietary/jobs.ts';
import { disposalMoment } from '../../../src/features/registration/dietary/rules.ts';
import { phaseOf, type PhaseFacts } from '../../../src/features/registration/rules.ts';
import { quickest } from '../../engines.ts';
import { form, key, lead, openDesk, ownPathIn, sample, withoutParticipants, type Desk } from './desk.ts';

const decided: DietaryTerms = { legalBasis: 'explicitConsent', retentionDays: 14, decisionReference: 'RD-1' };
const now = '2026-08-20T10:00:00Z';
const path = '/anmalan/lp-2026-kompetens';

describe('what is decided about dietary needs', () => {
  test('is complete only with legal basis, retention and the reference of a decision', () => {
    expect(isDecided(decided)).toBe(true);
    expect(isDecided({ ...decided, retentionDays: 0 })).toBe(true);
    expect(missingTerms(undecided).map(({ sv }) => sv)).toEqual([
      'rättslig grund',
      'gallring i dagar',
      'beteckning på beslutet',
    ]);
    expect(missingTerms({ ...decided, decisionReference: '' }).map(({ en }) => en)).toEqual([
      'reference of the decision',
    ]);
  });

  test.each(['open', 'closed', 'notOpen'] as const)('shuts a registration that would be %s', (phase) => {
    const facts: PhaseFacts = {
      state: 'active',
      registrationOpens: phase === 'notOpen' ? '2026-08-25' : '2026-06-05',
      registrationCloses: '2026-08-28T16:00:00+02:00',
      timeZone: 'Europe/Stockholm',
      closedAt: phase === 'closed' ? now : null,
      openedByHand: false,
      isShut: false,
    };
    expect(phaseOf(facts, Temporal.Instant.from(now))).toBe(phase);
    expect(phaseOf({ ...facts, isShut: true }, Temporal.Instant.from(now))).toBe('undecided');
  });

  test('disposes of nothing without a decision reference, nor before the last day is known', () => {
    const sessions = [
      { date: '2026-09-22', cancelled: false },
      { date: '2027-02-23', cancelled: false },
      { date: '2027-03-30', cancelled: true },
    ];
    const at = (terms: DietaryTerms, held: readonly { date: string | null; cancelled: boolean }[] = sessions) =>
      disposalMoment(terms, held, 'Europe/Stockholm')?.toString() ?? null;
    expect(at(decided)).toBe('2027-03-09T23:00:00Z');
    expect(at({ ...decided, decisionReference: null })).toBeNull();
    expect(at({ ...decided, legalBasis: null })).toBeNull();
    expect(at(decided, [...sessions, { date: null, cancelled: false }])).toBeNull();
  });
});

const plan = withoutParticipants(sample()) as { project: Record<string, unknown> };
const { dietaryTerms: _terms, ...project } = plan.project;
const undecidedPlan = { ...plan, project };

describe('registration while dietary needs are undecided', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('stays shut in a tenant, says so in words, and opens when the three things are filled in', async () => {
    desk = await openDesk(quickest, { now, file: undecidedPlan, isTenant: true });
    const door = await desk.open();
    expect((await door.get(path)).text).toContain('Anmälan frågar om specialkost');
    expect((await door.get(`${path}?lang=en`)).text).toContain('Registration asks about dietary needs');
    expect(await door.post(path, form())).toMatchObject({ status: 409 });
    expect(desk.mails).toHaveLength(0);
    const view = await closingView(desk.tools, key);
    const shown = view?.beforehand ?? { textVersion: '', recipientCount: 0 };
    expect(await confirmClosing(desk.tools, lead, shown)).toMatchObject({ ok: false, reason: 'dietaryUndecided' });
    const opens = await changeProject(desk.tools, lead, { registrationOpens: '2026-08-01' });
    expect(opens).toMatchObject({ ok: false, reason: 'dietaryUndecided' });
    expect(await changeProject(desk.tools, lead, { registrationOpens: '2026-08-21' })).toMatchObject({ ok: true });
    const decide = { dietaryTerms: decided, registrationOpens: '2026-08-01' };
    expect(await changeProject(desk.tools, lead, decide)).toMatchObject({ ok: true });
    expect(await confirmClosing(desk.tools, lead, shown)).toMatchObject({ ok: true });
    expect(await door.post(path, form())).toMatchObject({ status: 303 });
  });

  test('is told to the content lead before the project wakes in a tenant', async () => {
    desk = await openDesk(quickest, { now, file: undecidedPlan, isTenant: true, state: 'dormant' });
    const shown = await previewActivation(desk.tools, lead);
    if (!shown.ok) throw new Error(shown.reason);
    expect(shown.value.lines.map(({ sv }) => sv).join(' ')).toContain('öppnar inte förrän det är bestämt');
    expect(await activate(desk.tools, lead, shown.value)).toMatchObject({ ok: true });
  });

  test('is open in the sandbox, where nobody’s real needs are asked for', async () => {
    desk = await openDesk(quickest, { now, file: undecidedPlan });
    const door = await desk.open();
    expect(await door.post(path, form())).toMatchObject({ status: 303 });
    expect((await door.get('/personuppgifter/lp-2026-kompetens')).text).toContain('bestäms för varje lärprojekt');
  });

  test('a person already in may take away what is known, and add nothing', async () => {
    desk = await openDesk(quickest, { now, isTenant: true });
    const door = await desk.open();
    await door.post(path, form({ dietaryText: 'glutenfritt' }));
    await desk.send();
    const own = ownPathIn(desk.mails[0]);
    await changeProject(desk.tools, lead, { dietaryTerms: undecided });
    const added = await door.post(`${own}/kost`, { dietaryText: 'laktosfritt' });
    expect(added).toMatchObject({ status: 422 });
    expect(added.text).toContain('Det är inte bestämt än hur uppgifter om specialkost ska hanteras.');
    expect(await door.post(`${own}/kost`, { dietaryText: '' })).toMatchObject({ status: 303 });
  });
});

describe('the vault and the decision', () => {
  // What the kitchen was told is made of the vault, so it goes with it.
  const frozen = { frozen_at: new Date('2026-09-17T10:00:00Z'), frozen_sealed: Buffer.from('sealed numbers') };
  let desk: Desk;
  afterEach(() => desk.close());
  const kept = async () => (await desk.tools.db.selectFrom('dietary_vault').select('person_id').execute()).length;

  test('the privacy page tells basis, time and decision, and the vault is emptied when they say so', async () => {
    desk = await openDesk(quickest, { now });
    const door = await desk.open();
    await door.post(path, form({ dietaryText: 'glutenfritt' }));
    const page = (await door.get('/personuppgifter/lp-2026-kompetens')).text;
    expect(page).toContain('uttryckligt samtycke');
    expect(page).toContain('14 dagar efter sista träffen, enligt beslut RD-2026/01299 (fiktivt)');
    await desk.tools.db
      .insertInto('kitchen')
      .values({ tenant_id: key.tenantId, project_id: key.projectId, session_id: 's-1', ...frozen })
      .execute();
    const due = await nextDueAt(desk.tools);
    desk.at(due?.subtract({ minutes: 1 }).toString() ?? now);
    await runDue(desk.tools);
    expect(await kept()).toBe(1);
    desk.at(due?.toString() ?? now);
    await runDue(desk.tools);
    await runDue(desk.tools);
    expect(await kept()).toBe(0);
    const told = await desk.tools.db.selectFrom('kitchen').select(['frozen_at', 'frozen_sealed']).execute();
    expect(told).toMatchObject([{ frozen_at: frozen.frozen_at, frozen_sealed: null }]);
    expect(await nextDueAt(desk.tools)).toBeUndefined();
    const acts = (await auditOf(desk.tools, key)).filter(({ act }) => act === 'dietary.disposed');
    expect(acts).toMatchObject([{ actor: 'Gallringsbeslut RD-2026/01299 (fiktivt)' }]);
  });

  test('nothing is disposed of by itself without a decision, however long ago', async () => {
    desk = await openDesk(quickest, { now, file: undecidedPlan });
    const door = await desk.open();
    await door.post(path, form({ dietaryText: 'glutenfritt' }));
    desk.at('2031-01-01T00:00:00Z');
    await runDue(desk.tools);
    expect(await kept()).toBe(1);
    expect((await projectOf(desk.tools, key))?.dietaryTerms).toEqual(undecided);
  });
});
