import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { needsOf } from '../../../src/features/sessions/needs/rules.ts';
import type { ProjectFacts } from '../../../src/guideline/facts.ts';
import { aProject, aSpeaker, airyDay, anItem, aVenue, withSession } from '../../guideline/facts-builder.ts';

const needs = (facts: ProjectFacts) => {
  const session = facts.sessions.find(({ number }) => number === 1);
  return session === undefined ? [] : needsOf(facts, session);
};
const remote = aSpeaker({ mode: 'remote', name: 'Docent Falkåsen' });
const byLink = [...airyDay.slice(0, 2), anItem('09:50', '10:20', 'presentation', [remote]), ...airyDay.slice(3)];

test('TEC-01 a speaker by link needs camera, microphone and loudspeaker, and is told where each stands', () => {
  const venue = aVenue({ name: 'Runn', equipment: ['mikrofon'] });
  const found = needs(withSession(aProject(), 1, { agenda: byLink, venue, bookedEquipment: ['högtalare'] }));
  expect(found.slice(0, 3).map(({ what, state, stands }) => [what.sv, state, stands.sv])).toEqual([
    ['Hybridkamera', 'missing', 'Saknas i Runn. Boka eller ta med'],
    ['Mikrofon', 'done', 'Finns i Runn'],
    ['Högtalare', 'done', 'Bokad'],
  ]);
  expect(found[0]?.why.sv).toBe('Docent Falkåsen är med via länk.');
  const declined = [anItem('09:50', '10:20', 'presentation', [{ ...remote, status: 'declined' }])];
  expect(needs(withSession(aProject(), 1, { agenda: declined, venue })).map(({ id }) => id)).toEqual(['microphone']);
});

test('TEC-02 more than 25 people want a microphone, 25 do not', () => {
  const sized = (maxTotal: number): ProjectFacts => {
    const facts = withSession(aProject(), 1, { onSiteLeaders: 0, venue: aVenue({ equipment: [] }) });
    return { ...facts, project: { ...facts.project, maxTotal } };
  };
  expect(needs(sized(26))[0]).toMatchObject({ id: 'microphone', why: { sv: 'Ni kan bli 26, fler än 25.' } });
  expect(needs(sized(25)).map(({ id }) => id)).toEqual(['meals']);
});

test('CAT-01 coffee, lunch and breaks follow the programme, until they are ordered; a digital session has none', () => {
  const meals = (part: Parameters<typeof withSession>[2]) =>
    needs(withSession(aProject(), 1, part)).find(({ id }) => id === 'meals');
  expect(meals({})).toMatchObject({
    what: { sv: 'Kaffe kl. 9.00, fika kl. 10.20, lunch kl. 12.00 och fika kl. 14.20' },
    state: 'open',
  });
  expect(meals({ foodOrderedOn: localDate('2026-09-10') })?.state).toBe('done');
  expect(needs(withSession(aProject(), 1, { format: 'remote', agenda: byLink }))).toEqual([]);
});
