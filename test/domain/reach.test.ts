import { expect, test } from 'vitest';
import type { AccountType } from '../../src/domain/people.ts';
import { access, canReach, isOutside, reachOf, type Way } from '../../src/domain/reach.ts';

const types: readonly AccountType[] = ['member', 'guest', 'external', 'mailOnly'];

test('X-01 whoever has nothing but an address gets everything by invitation, mail and web, and nothing else', () => {
  const open = (Object.keys(access) as Way[]).filter((way) => canReach('mailOnly', way));
  expect(open).toEqual(['outlookInvitation', 'mail', 'personalLink']);
  expect(access.outlookInvitation.mailOnly).toBe('calendarFile');
});

test('X-01 nothing is built on what another organisation or an administrator would have to allow first', () => {
  expect(access.groupChat.external).toBe('bothTenants');
  expect(canReach('external', 'groupChat')).toBe(false);
  expect(canReach('external', 'tab')).toBe(false);
  expect(canReach('member', 'outlookCard')).toBe(false);
  expect(types.filter(isOutside)).toEqual(['external', 'mailOnly']);
});

test.each(types)('X-01 a %s is told of as reachable for every purpose, in words', (type) => {
  const lines = reachOf(type);
  expect(lines.map(({ purpose }) => purpose)).toEqual(['invitation', 'evaluation', 'documents', 'reminders']);
  for (const { how } of lines) expect(how.sv.length * how.en.length).toBeGreaterThan(0);
});

test('X-01 what does not work for somebody outside is said, with the reason', () => {
  const told = (type: AccountType) => reachOf(type).flatMap(({ not }) => (not === null ? [] : [not.sv]));
  expect(told('member')).toEqual([]);
  expect(told('mailOnly')).toEqual([
    'Kort i Teams går inte: personen har inget konto hos er.',
    'Kanalens filer går inte: personen har inget konto hos er.',
  ]);
  expect(reachOf('mailOnly')[0]?.how.sv).toContain('Kalenderbokning i mejlet');
  expect(reachOf('external')[0]?.how.sv).toContain('med svar i kalendern');
});
