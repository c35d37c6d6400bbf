import { expect, test } from 'vitest';
import { addressOf, linkIntoTeams, readSubPage } from '../../tab/deep-link.ts';

const base = '/tab';
const into = (address: string) => new URL(linkIntoTeams(new URL(address), base));

test('a link from the web opens the same page and section inside Teams', () => {
  const link = into('https://larprojekt.example/tab/traffar/s-2?projekt=lp-2026#program');
  expect(link.pathname).toMatch(/^\/l\/entity\/[0-9a-f-]{36}\/idag$/);
  const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '') as { subEntityId: string };
  expect(subEntityId).toBe('lp-2026/traffar/s-2#program');
  expect(addressOf(readSubPage(subEntityId), base)).toBe('/tab/traffar/s-2?projekt=lp-2026#program');
});

test('a project alone, or nothing, opens the first page', () => {
  expect(readSubPage('lp-2026')).toEqual({ projectId: 'lp-2026', page: '' });
  expect(addressOf(readSubPage('lp-2026'), base)).toBeUndefined();
  expect(addressOf(readSubPage(''), base)).toBeUndefined();
  expect(into('https://larprojekt.example/tab/idag').searchParams.get('context')).toBe('{}');
});
