import { expect, test } from 'vitest';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { issueLink } from '../../../src/features/links/actions.ts';
import { resolveLink } from '../../../src/features/links/queries.ts';
import { factsOf } from '../../../src/features/planning/queries.ts';
import { confirmedPeople, eatersOf } from '../../../src/features/registration/queries.ts';
import { answerOwn, nameGuest, removeGuest } from '../../../src/features/registration/self/actions.ts';
import { participantsOf } from '../../../src/features/registration/queries.ts';
import { Temporal } from 'temporal-polyfill';
import { onEachEngine, type Engine } from '../../engines.ts';
import { key, openStage, type Stage } from './stage.ts';

const saga = {
  givenName: 'Saga',
  familyName: 'Roos',
  email: 'saga.roos@kommun-rattvik.example',
  organisationId: 'org-2031',
};

const addresses = (stage: Stage, number: number) => stage.event(number).attendees.map(({ address }) => address);
const letters = (stage: Stage, address: string) =>
  stage.sandbox
    .mailbox(address)
    .filter(({ folder, kind }) => folder === 'inbox' && kind.startsWith('meeting'))
    .map(({ kind }) => kind);

/** Everybody is invited, and one participant without an account holds the link to their own page. */
async function seated(engine: Engine) {
  const stage = await openStage({ engine });
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  const host = (await confirmedPeople(stage.tools, key)).find(({ accountType }) => accountType === 'mailOnly');
  if (host === undefined) throw new Error('nobody is registered by mail');
  const secret = await stage.tools.tx((work) =>
    issueLink(work, stage.tools, {
      ...key,
      purpose: 'self',
      personId: host.personId,
      subjectId: null,
      expiresAt: Temporal.Instant.from('2027-06-01T00:00:00Z'),
    }),
  );
  const link = await resolveLink(stage.tools, secret, 'self');
  if (link === undefined) throw new Error('the link does not open');
  stage.writes();
  return { stage, host, link };
}

onEachEngine('a seat at one session', (engine) => {
  test('X-05 a substitute takes the host’s place on that one event, by one change of attendees that mails the two', async () => {
    const { stage, host, link } = await seated(engine);
    const others = (await confirmedPeople(stage.tools, key)).filter(({ personId }) => personId !== host.personId);
    const before = others.map(({ email }) => letters(stage, email).length);
    const named = await nameGuest(stage.tools, link, { sessionId: 's-2', kind: 'substitute', guest: saga }, 'sv');
    expect(named.ok).toBe(true);
    await stage.settle();
    const patches = stage.writes();
    expect(patches.map(({ method, body }) => `${method} ${Object.keys(body as object).join()}`)).toEqual([
      'PATCH attendees',
    ]);
    expect(addresses(stage, 2)).toContain(saga.email);
    expect(addresses(stage, 2)).not.toContain(host.email);
    for (const number of [1, 3, 4]) {
      expect(addresses(stage, number)).toContain(host.email);
      expect(addresses(stage, number)).not.toContain(saga.email);
    }
    expect(letters(stage, saga.email)).toEqual(['meetingRequest']);
    expect(letters(stage, host.email).filter((kind) => kind === 'meetingCancelled')).toHaveLength(1);
    expect(others.map(({ email }) => letters(stage, email).length)).toEqual(before);
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions.map(({ invited }) => invited)).toEqual([34, 34, 34, 34]);
    expect((await factsOf(stage.tools, key))?.sessions[1]).toMatchObject({ invited: 34, notInvited: 0 });
    expect(await eatersOf(stage.tools, key, 's-2')).toMatchObject({ portions: 34 });
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('X-05 the host comes back to the event when the substitute is taken away', async () => {
    const { stage, host, link } = await seated(engine);
    await nameGuest(stage.tools, link, { sessionId: 's-2', kind: 'substitute', guest: saga }, 'sv');
    await stage.settle();
    const own = (await participantsOf(stage.tools, key))?.participants.find(({ id }) => id === host.personId);
    await removeGuest(stage.tools, link, own?.sessions[1]?.guests[0]?.id ?? '');
    await stage.settle();
    expect(addresses(stage, 2)).toContain(host.email);
    expect(addresses(stage, 2)).not.toContain(saga.email);
  });

  test('X-05 "kan inte" on one’s own page keeps the invitation, and counts and food follow', async () => {
    const { stage, host, link } = await seated(engine);
    await answerOwn(stage.tools, link, { sessionId: 's-2', answer: 'declined' });
    await stage.settle();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
    expect(addresses(stage, 2)).toContain(host.email);
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions[1]).toMatchObject({ invited: 34, declined: 1, none: 33 });
    expect(await eatersOf(stage.tools, key, 's-2')).toMatchObject({ portions: 33 });
    expect(await eatersOf(stage.tools, key, 's-3')).toMatchObject({ portions: 34 });
    expect(await confirmedPeople(stage.tools, key)).toHaveLength(34);
  });
});
