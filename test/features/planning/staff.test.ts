import { expect, test } from 'vitest';
import { peopleOf, projectOf } from '../../../src/features/planning/queries.ts';
import { onEachEngine, type Engine } from '../../engines.ts';
import { serve, type Caller } from './api.ts';
import { sample } from './project-file.ts';
import { openTools } from './tools.ts';

const karin: Caller = { oid: 'oid-karin' };
const lena: Caller = { oid: 'oid-lena' };
const lp = '/lp-2026-kompetens';
const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };

const bo = {
  givenName: 'Bo',
  familyName: 'Åkesson',
  title: 'Utvecklare',
  organisationId: null,
  email: 'bo.akesson@kommun-falun.example',
  phone: '0243-700 01',
};

async function begin(engine: Engine) {
  const tools = await openTools(engine, '2026-06-10T08:00:00Z');
  for (const [oid, displayName, mail] of [
    ['oid-karin', 'Karin Tunsberg', 'karin.tunsberg@region-dalarna.example'],
    ['oid-lena', 'Lena Grahnsjö', 'lena.grahnsjo@region-dalarna.example'],
  ] as const)
    tools.people.push({ oid, displayName, mail, isGuest: false });
  const call = await serve(tools);
  expect((await call(karin, 'POST', '/import', sample())).status).toBe(201);
  const personOf = async (id: string) => (await peopleOf(tools, key)).find((person) => person.id === id);
  const said = async (method: string, path: string, body?: unknown, language: 'sv' | 'en' = 'sv') => {
    const answer = await call({ ...karin, language }, method, lp + path, body);
    return [answer.status, answer.body['reason'] ?? null, answer.body['message'] ?? null];
  };
  const entryOf = async (id: string) => {
    const person = await personOf(id);
    if (person === undefined) throw new Error(`no ${id}`);
    const { givenName, familyName, title, organisationId, email, phone } = person;
    return { givenName, familyName, title, organisationId, email, phone };
  };
  /** Somebody who has just been added and holds no role any more. */
  const addBo = async () => {
    const roles = { contentLead: 'st-1', deputy: null, planningGroup: [], workingGroup: [], steeringGroup: [] };
    const added = await call(karin, 'PUT', `${lp}/roles`, { ...roles, people: [{ id: 'st-20', ...bo }] });
    expect(added.status).toBe(200);
  };
  return { tools, call, said, personOf, entryOf, addBo };
}

onEachEngine('those who plan', (engine) => {
  test('INV-10 the content lead’s telephone is set, and the account stays', async () => {
    const { call, tools, personOf, entryOf } = await begin(engine);
    await call(karin, 'GET', `${lp}/`);
    const before = await personOf('st-1');
    expect(before?.oid).toBe('oid-karin');
    const entry = { ...(await entryOf('st-1')), phone: '0243-700 00', title: 'Strateg' };
    tools.asked.length = 0;
    expect((await call(karin, 'PUT', `${lp}/people/st-1`, entry)).status).toBe(200);
    expect(await personOf('st-1')).toEqual({ ...before, phone: '0243-700 00', title: 'Strateg' });
    const log = (await call(karin, 'GET', `${lp}/audit`)).body as unknown as { act: string; subject: string }[];
    expect(log[0]).toMatchObject({ act: 'person.change', subject: 'st-1', details: { values: 2 } });
    const plan = (await call(karin, 'GET', `${lp}/`)).body['people'] as { id: string; phone: string | null }[];
    expect(plan.find(({ id }) => id === 'st-1')?.phone).toBe('0243-700 00');
    expect(plan.find(({ id }) => id === 'p-01')?.phone).toBeNull();
    const seen = (await call(lena, 'GET', `${lp}/`)).body['people'] as { phone: string | null }[];
    expect(seen.every(({ phone }) => phone === null)).toBe(true);
  });

  test('ROL-04 a new address is checked as a newcomer’s, and the account is found anew', async () => {
    const { call, tools, said, personOf, entryOf } = await begin(engine);
    await call(lena, 'GET', `${lp}/`);
    const lenas = (await peopleOf(tools, key)).find(({ oid }) => oid === 'oid-lena');
    const id = lenas?.id ?? '';
    const entry = await entryOf(id);
    const change = (email: string, language?: 'sv' | 'en') =>
      said('PUT', `/people/${id}`, { ...entry, email }, language);
    expect(await change('lena.grahnsjö@region-dalarna.example')).toEqual([
      409,
      'addressHasAccents',
      'E-postadresser kan inte ha å, ä eller ö. Menar du lena.grahnsjo@region-dalarna.example?',
    ]);
    expect(await change('Karin.Tunsberg@region-dalarna.example', 'en')).toEqual([
      409,
      'addressTaken',
      'The address Karin.Tunsberg@region-dalarna.example is in the project already.',
    ]);
    expect((await personOf(id))?.oid).toBe('oid-lena');
    expect((await change('LENA.grahnsjo@region-dalarna.example'))[0]).toBe(200);
    expect((await personOf(id))?.oid).toBe('oid-lena');
    expect((await change('lena.ny@region-dalarna.example'))[0]).toBe(200);
    expect(await personOf(id)).toMatchObject({
      oid: null,
      accountType: 'mailOnly',
      emailKey: 'lena.ny@region-dalarna.example',
      displayName: lenas?.displayName,
    });
    expect((await said('PUT', '/people/st-1', { ...(await entryOf('st-1')), email: 'annan@a.example' }))[1]).toBe(
      'ownAddress',
    );
    expect((await said('PUT', '/people/p-01', entry))[1]).toBe('noPerson');
    expect((await said('PUT', `/people/${id}`, { ...entry, organisationId: 'org-0' }))[1]).toBe('noOrganisation');
    expect((await call(lena, 'PUT', `${lp}/people/st-1`, entry)).status).not.toBe(200);
  });

  test('somebody added by mistake is taken away, and whoever the plan needs is not', async () => {
    const { call, tools, said, personOf, addBo } = await begin(engine);
    expect(await said('DELETE', '/people/st-1')).toEqual([
      409,
      'personHasRole',
      'Karin Tunsberg har en roll. Ta bort rollen under Ändra roller först.',
    ]);
    await addBo();
    const owned = { displayName: 'Docent Påhitt', mode: 'remote', ownerId: 'st-20' };
    expect((await call(karin, 'PUT', `${lp}/speakers/sp-20`, owned)).status).toBe(200);
    expect((await said('DELETE', '/people/st-20', undefined, 'en'))[1]).toBe('personIsNamed');
    await call(karin, 'PUT', `${lp}/speakers/sp-20`, { ...owned, ownerId: null });
    const item = { start: '09:00', end: '10:00', type: 'talk', title: 'Start', responsibleId: 'st-20' };
    await call(karin, 'PUT', `${lp}/sessions/s-1`, { agenda: [item] });
    expect((await said('DELETE', '/people/st-20'))[1]).toBe('personIsNamed');
    await call(karin, 'PUT', `${lp}/sessions/s-1`, { agenda: [] });
    const task = { ...key, id: 't-1', what: 'Ring', source: 'byHand' as const };
    await tools.db
      .insertInto('task')
      .values({
        tenant_id: task.tenantId,
        project_id: task.projectId,
        id: task.id,
        what: task.what,
        owner_id: 'st-20',
        due_on: null,
        source: 'tab',
        rule_id: null,
        created_by: 'Karin Tunsberg',
        created_at: new Date(0),
        due_set_at: new Date(0),
        soon_told_at: null,
        late_told_at: null,
        done_at: null,
        done_by: null,
      })
      .execute();
    expect((await said('DELETE', '/people/st-20'))[2]).toBe(
      'Bo Åkesson står på en uppgift. Ge den till någon annan först.',
    );
    await tools.db.deleteFrom('task').execute();
    expect((await said('DELETE', '/people/st-20'))[0]).toBe(200);
    expect(await personOf('st-20')).toBeUndefined();
    const log = (await call(karin, 'GET', `${lp}/audit`)).body as unknown as { act: string; subject: string }[];
    expect(log[0]).toMatchObject({ act: 'person.remove', subject: 'st-20' });
  });

  test('INV-11 an address without a domain is refused in words, in the invitation’s groups too', async () => {
    const { said, entryOf } = await begin(engine);
    const entry = { ...(await entryOf('st-1')), email: 'mal@dalarna' };
    const words =
      'E-postadressen ”mal@dalarna” stämmer inte. Skriv till exempel fornamn.efternamn@kommun-falun.example.';
    expect(await said('PUT', '/people/st-1', entry)).toEqual([400, 'invalidInput', words]);
    const roles = { contentLead: 'st-1', planningGroup: [], workingGroup: [], steeringGroup: [] };
    const people = [{ id: 'st-20', ...bo, email: 'mal@dalarna' }];
    expect((await said('PUT', '/roles', { ...roles, people }))[2]).toBe(words);
    const groups = (text: string) => ({ invitation: { targetGroupAddress: text } });
    expect((await said('PUT', '/project', groups('ena@kommun-falun.example, mal@dalarna')))[2]).toBe(words);
    expect(await said('PUT', '/project', groups('mal@dalarna'), 'en')).toEqual([
      400,
      'invalidInput',
      'The e-mail address “mal@dalarna” is not right. Write for example fornamn.efternamn@kommun-falun.example.',
    ]);
    const fine = 'Målgruppen <ena@kommun-falun.example>; andra@kommun-falun.example tredje@kommun-falun.example';
    expect((await said('PUT', '/project', groups(fine)))[0]).toBe(200);
    expect((await said('PUT', '/project', groups('')))[0]).toBe(200);
    // What has no words of its own still says where it stands.
    expect((await said('PUT', '/people/st-1', { ...entry, givenName: '' }))[2]).toContain('givenName');
  });

  test('ROL-04 content lead and deputy are two people, and letters name the new lead to turn to', async () => {
    const { call, tools, said } = await begin(engine);
    const roles = { contentLead: 'st-4', deputy: 'st-4', planningGroup: [], workingGroup: [], steeringGroup: [] };
    expect(await said('PUT', '/roles', roles)).toEqual([
      409,
      'leadIsDeputy',
      'Innehållsansvarig och ersättare ska vara två personer. Välj en annan ersättare, eller ingen.',
    ]);
    expect((await projectOf(tools, key))?.contactPersonId).toBe('st-1');
    expect((await call(karin, 'PUT', `${lp}/roles`, { ...roles, deputy: 'st-1' })).status).toBe(200);
    expect((await projectOf(tools, key))?.contactPersonId).toBe('st-4');
    const accents = { ...roles, deputy: 'st-1', people: [{ id: 'st-21', ...bo, email: 'bo.åkesson@a.example' }] };
    expect((await said('PUT', '/roles', accents))[1]).toBe('addressHasAccents');
  });
});
