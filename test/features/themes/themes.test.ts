import { expect, test } from 'vitest';
import { overrideRule } from '../../../src/features/planning/actions.ts';
import { copyProject } from '../../../src/features/planning/copying/actions.ts';
import { importProject, readProjectFile } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { factsOf, projectOf } from '../../../src/features/planning/queries.ts';
import {
  addConsultation,
  addProposal,
  changeProposal,
  decideTheme,
  openWithTheme,
  setConsultationRemoved,
  setProposalRemoved,
  takeBackDecision,
} from '../../../src/features/themes/actions.ts';
import { themesView } from '../../../src/features/themes/queries.ts';
import type { ConsultationTexts, ProposalTexts, ThemesView } from '../../../src/features/themes/types.ts';
import type { Actor, Role } from '../../../src/domain/people.ts';
import { onEachEngine } from '../../engines.ts';
import { sample } from '../planning/project-file.ts';
import { openTools, type TestTools } from '../planning/tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
const by = (role: Role, name: string): Actor => ({ ...key, personId: name, name, roles: [role], language: 'sv' });
const lead = by('contentLead', 'Karin Tunsberg');
const steering = by('steeringGroup', 'Lena Grahnsjö');

const proposal = (title: string, change: Partial<ProposalTexts> = {}): ProposalTexts => ({
  title,
  why: '',
  proposedBy: 'arbetsgruppen',
  statedSupport: null,
  supporters: [],
  ...change,
});
const talk = (change: Partial<ConsultationTexts> = {}): ConsultationTexts => ({
  forum: 'LGRS',
  date: '2026-03-06',
  summary: 'Alla vill ha vatten.',
  heard: [],
  ...change,
});

/** The sample before anybody has proposed, talked or decided. */
async function openSpring(tools: TestTools): Promise<void> {
  const file = sample();
  const { themeProposals: _p, consultations: _c, decision: _d, ...governance } = file.governance ?? {};
  const brought = await importProject(tools, 'home', { ...file, governance }, { actorName: 'test' });
  if (!brought.ok) throw new Error(JSON.stringify(brought));
}

async function seen(tools: TestTools, who: Actor = lead): Promise<ThemesView> {
  const view = await themesView(tools, who);
  if (view === null) throw new Error('there is no project');
  return view;
}

async function propose(tools: TestTools, title: string, change: Partial<ProposalTexts> = {}): Promise<string> {
  const added = await addProposal(tools, lead, proposal(title, change));
  if (!added.ok) throw new Error(added.reason);
  return added.value.id;
}

onEachEngine('the theme of the year', (engine) => {
  test('THM-01 THM-02 THM-03 the facts of the sample come through the import: 11, 8, 6, one consultation, a decision', async () => {
    const tools = await openTools(engine);
    await importProject(tools, 'home', sample(), { actorName: 'test' });
    const view = await seen(tools);
    expect(view.proposals.map(({ support, rank, outcome }) => [rank, support, outcome])).toEqual([
      [1, 11, 'selected'],
      [2, 8, 'notSelected'],
      [3, 6, 'deferred'],
    ]);
    expect(view.consultations).toMatchObject([{ date: '2026-03-06', heard: [] }]);
    expect(view.decision).toMatchObject({ date: '2026-04-10', title: 'Kompetens i hela Dalarna', way: 'history' });
    expect(view.unheard).toHaveLength(15);
    expect((await factsOf(tools, key))?.theme).toMatchObject({
      proposals: 3,
      consultations: [{ forum: 'LGRS – Ledningsgrupp för regional samverkan' }],
      decision: { byRole: 'steeringGroup' },
    });
  });

  test('THM-03 a proposal is written, changed, taken away and put back as it was', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    const id = await propose(tools, 'Vatten i landskapet', { supporters: ['org-2034', 'org-2062', 'org-r20'] });
    await changeProposal(tools, lead, id, proposal('Vatten', { statedSupport: 7, supporters: ['org-2062'] }));
    const [changed] = (await seen(tools)).proposals;
    expect(changed).toMatchObject({ title: 'Vatten', support: 7, supporters: [{ name: 'Mora' }] });
    expect(await setProposalRemoved(tools, lead, id, true)).toMatchObject({ ok: true });
    expect((await seen(tools)).proposals).toEqual([]);
    expect((await factsOf(tools, key))?.theme.proposals).toBe(0);
    expect(await changeProposal(tools, lead, id, proposal('Vatten'))).toMatchObject({ reason: 'noProposal' });
    await setProposalRemoved(tools, lead, id, false);
    expect((await seen(tools)).proposals).toEqual([changed]);
  });

  test('THM-02 those who were heard in some consultation are not among the unheard, until it is taken away', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    const all = (await seen(tools)).unheard.map(({ id }) => id);
    expect(all).toHaveLength(15);
    const silent = new Set(['org-2034', 'org-2021']);
    const added = await addConsultation(tools, lead, talk({ heard: all.filter((id) => !silent.has(id)) }));
    if (!added.ok) throw new Error(added.reason);
    expect((await seen(tools)).unheard.map(({ name }) => name)).toEqual(['Orsa', 'Vansbro']);
    await setConsultationRemoved(tools, lead, added.value.id, true);
    expect((await seen(tools)).unheard).toHaveLength(15);
    await setConsultationRemoved(tools, lead, added.value.id, false);
    expect((await seen(tools)).unheard).toHaveLength(2);
    expect(await addConsultation(tools, lead, talk({ date: '2026-05-05' }))).toMatchObject({
      reason: 'consultationAhead',
    });
  });

  test('THM-01 a decision waits for a consultation, unless somebody says why it may do without; the log has the reason’s place', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    const order = { proposalId: await propose(tools, 'Vatten'), date: '2026-04-10', paragraph: '14' };
    expect(await decideTheme(tools, lead, order)).toMatchObject({
      reason: 'blocked',
      details: { rules: 'Samråd före beslut (THM-01)' },
    });
    expect((await seen(tools)).hindrances.map(({ ruleId }) => ruleId)).toEqual(['THM-01']);
    expect((await seen(tools)).decision).toBeNull();
    await overrideRule(tools, lead, { ruleId: 'THM-01', reason: 'LGRS ställdes in i mars.' });
    expect((await seen(tools)).hindrances).toEqual([]);
    expect(await decideTheme(tools, lead, order)).toMatchObject({ ok: true });
    const log = await tools.db.selectFrom('audit').select(['act', 'subject']).orderBy('id').execute();
    expect(log.slice(-2)).toEqual([
      { act: 'plan.override', subject: 'THM-01' },
      { act: 'theme.decided', subject: order.proposalId },
    ]);
  });

  test('THM-04 the content lead writes in the protocol’s day and paragraph, or is told that the steering group decides', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    await addConsultation(tools, lead, talk());
    const [water, bus, wood] = [
      await propose(tools, 'Vatten'),
      await propose(tools, 'Buss'),
      await propose(tools, 'Skog'),
    ];
    const order = { proposalId: water, date: '2026-04-10', paragraph: '§ 14', deferred: [wood] };
    for (const without of [{ date: null }, { paragraph: '' }, { paragraph: 'muntligt' }])
      expect(await decideTheme(tools, lead, { ...order, ...without })).toMatchObject({ reason: 'noReference' });
    expect(await decideTheme(tools, lead, { ...order, date: '2026-05-05' })).toMatchObject({ reason: 'dateAhead' });
    // No reason gets past it.
    expect(await overrideRule(tools, lead, { ruleId: 'THM-04', reason: 'Det är bråttom.' })).toMatchObject({
      reason: 'neverOverridden',
    });
    expect(await decideTheme(tools, lead, { proposalId: water })).toMatchObject({ reason: 'noReference' });
    expect((await seen(tools)).decision).toBeNull();

    expect(await decideTheme(tools, lead, order)).toMatchObject({ ok: true });
    const view = await seen(tools);
    expect(view.decision).toMatchObject({ date: '2026-04-10', paragraph: '§ 14', by: 'Styrgruppen', way: 'protocol' });
    expect(Object.fromEntries(view.proposals.map(({ title, outcome }) => [title, outcome]))).toEqual({
      Vatten: 'selected',
      Buss: 'notSelected',
      Skog: 'deferred',
    });
    expect((await factsOf(tools, key))?.theme.decision).toMatchObject({ byRole: 'steeringGroup' });
    expect(await setProposalRemoved(tools, lead, water, true)).toMatchObject({ reason: 'isDecided' });
    expect(await decideTheme(tools, lead, { ...order, proposalId: bus })).toMatchObject({ reason: 'isDecided' });
  });

  test('THM-04 somebody of the steering group answers today; who is neither may not, and the lead does not take that back', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    await addConsultation(tools, lead, talk());
    const order = { proposalId: await propose(tools, 'Vatten') };
    for (const role of ['planningGroup', 'workingGroup', 'processFacilitator', 'participant'] as const)
      expect(
        await decideTheme(tools, by(role, 'Någon'), { ...order, date: '2026-04-10', paragraph: '14' }),
      ).toMatchObject({
        reason: 'steeringDecides',
      });
    expect(await decideTheme(tools, steering, { proposalId: 'none' })).toMatchObject({ reason: 'noProposal' });
    expect(await decideTheme(tools, steering, order)).toMatchObject({
      value: { date: '2026-05-04', by: 'Styrgruppen (Lena Grahnsjö)', way: 'answer' },
    });
    expect(await takeBackDecision(tools, lead)).toMatchObject({ reason: 'steeringDecides' });
    expect(await takeBackDecision(tools, steering)).toMatchObject({ ok: true });
    expect(await seen(tools)).toMatchObject({ decision: null, proposals: [{ outcome: 'open' }] });
    expect(await takeBackDecision(tools, steering)).toMatchObject({ reason: 'notDecided' });
  });

  test('THM-04 the decided theme opens the project: its name, and its challenge when nobody has written one', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    await addConsultation(tools, lead, talk());
    expect(await openWithTheme(tools, lead)).toMatchObject({ reason: 'notDecided' });
    const proposalId = await propose(tools, 'Vatten', { why: 'Torra somrar.' });
    await decideTheme(tools, lead, { proposalId, date: '2026-04-10', paragraph: '14' });
    expect((await seen(tools)).canOpen).toBe(true);
    expect(await openWithTheme(tools, lead)).toMatchObject({ value: { title: 'Kompetens i hela Dalarna' } });
    const project = await projectOf(tools, key);
    expect(project?.title).toBe('Vatten');
    expect(project?.challenge).toBe(sample().project.challenge);
    expect((await seen(tools)).canOpen).toBe(false);
  });

  test('THM-01 THM-04 what is written here is in the file and comes back from it; a copy of the project leaves it out', async () => {
    const tools = await openTools(engine);
    await openSpring(tools);
    await addConsultation(tools, lead, talk({ heard: ['org-2034'] }));
    const gone = await propose(tools, 'Borttaget');
    await setProposalRemoved(tools, lead, gone, true);
    const water = await propose(tools, 'Vatten', { why: 'Torra somrar.', supporters: ['org-2034'] });
    await propose(tools, 'Buss', { statedSupport: 4 });
    await decideTheme(tools, lead, { proposalId: water, date: '2026-04-10', paragraph: '14', note: 'Enhälligt.' });
    const exported = fileText((await exportProject(tools, key)) ?? {});
    expect(exported).not.toContain('Borttaget');
    const other = await openTools(engine);
    await importProject(other, 'home', exported, { actorName: 'test' });
    expect(fileText((await exportProject(other, key)) ?? {})).toBe(exported);
    const [here, there] = [await seen(tools), await seen(other)];
    expect(there.proposals).toEqual(here.proposals);
    expect(there.unheard).toEqual(here.unheard);
    expect(there.decision).toMatchObject({ paragraph: '§ 14', note: 'Enhälligt.', title: 'Vatten', way: 'history' });
    expect((await factsOf(other, key))?.theme.decision?.byRole).toBe('steeringGroup');

    const copied = await copyProject(tools, lead, { title: 'Ett nytt år' });
    if (!copied.ok) throw new Error(copied.reason);
    const copy = await themesView(tools, { ...lead, projectId: copied.value.projectId });
    expect(copy).toMatchObject({ proposals: [], consultations: [], decision: null });
  });

  test('THM-02 THM-03 a file that names a supporter or somebody heard who is no organisation of it is told where', () => {
    const file = sample();
    const governance = {
      ...file.governance,
      themeProposals: [{ id: 'tp-1', title: 'Vatten', supporters: ['org-2034', 'org-nowhere'] }],
      consultations: [{ forum: 'LGRS', date: '2026-03-06', heard: ['org-2034', 'org-gone'] }],
    };
    const read = readProjectFile({ ...file, governance });
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
      'governance.themeProposals[0].supporters[1]',
      'governance.consultations[0].heard[1]',
    ]);
  });

  test('another tenant sees nothing of it', async () => {
    const tools = await openTools(engine);
    await importProject(tools, 'home', sample(), { actorName: 'test' });
    const stranger = { ...lead, tenantId: 'elsewhere' };
    expect(await themesView(tools, stranger)).toBeNull();
    expect(await setProposalRemoved(tools, stranger, 'tp-1', true)).toMatchObject({ reason: 'noProject' });
    expect((await seen(tools)).proposals).toHaveLength(3);
  });
});
