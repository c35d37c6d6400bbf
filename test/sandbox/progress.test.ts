import { expect, test } from 'vitest';
import type { Guide } from '../../src/sandbox/pages/guide.ts';
import { progressOf, type Standing } from '../../src/sandbox/pages/progress.ts';

const guide: Guide = {
  projectId: 'lp',
  title: 'Kompetens',
  tabPage: 'planering',
  formPath: '/anmalan/lp',
  closingMark: 'lp closing',
  closesAt: '2026-08-28T14:00:00Z',
  isClosed: false,
  silentMunicipality: 'Gagnefs kommun',
  newcomer: null,
  leadOid: 'lead',
  outsider: { name: 'Fatuma', address: 'fatuma@falun.example' },
  kitchen: { sessionNumber: 1, portions: 34, declinedBy: null },
};
const nothing: Standing = { guide, hasLooked: false, isInvited: false, talks: [] };
const done = (more: Partial<Standing>): string[] =>
  Object.entries(progressOf({ ...nothing, ...more }))
    .filter(([, isDone]) => isDone)
    .map(([step]) => step);

test('a newcomer who has done nothing has done no step, nor has anybody where there is no project', () => {
  expect(done({})).toEqual([]);
  expect(done({ guide: null })).toEqual([]);
});

test('the closing counts when bookings have come, not when the hour has passed', () => {
  expect(done({ guide: { ...guide, isClosed: true } })).toEqual([]);
  expect(done({ guide: { ...guide, isClosed: true }, isInvited: true })).toEqual(['closing']);
});

test('a registration and a no count as the product tells of them', () => {
  const newcomer = { name: 'Saga', address: 'saga@gagnef.example', municipality: 'Gagnefs kommun' };
  expect(done({ guide: { ...guide, newcomer } })).toEqual(['register']);
  const kitchen = { sessionNumber: 1, portions: 33, declinedBy: 'Fatuma' };
  expect(done({ guide: { ...guide, kitchen } })).toEqual(['decline']);
});

test('asking how things stand counts when the bot has answered', () => {
  const asked = { from: 'karin', text: '<at>Lärprojekt</at> läget' };
  const answered = { from: 'bot', text: '' };
  expect(done({ talks: [[asked]] })).toEqual([]);
  expect(done({ talks: [[answered, asked]] })).toEqual([]);
  expect(done({ talks: [[{ from: 'karin', text: 'Lägenheten är såld' }, answered]] })).toEqual([]);
  expect(done({ talks: [[], [asked, answered]] })).toEqual(['ask']);
});
