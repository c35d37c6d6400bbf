import { expect, test } from 'vitest';
import {
  announcement,
  askLetter,
  linkLetter,
  remindLetter,
} from '../../../src/features/evaluations/letters/letters.ts';
import { lix } from '../../../src/features/notices/rules.ts';

const offer = {
  projectId: 'lp-1',
  projectTitle: 'Hitta, utveckla, behålla',
  sessionId: 's-1',
  sessionNumber: 1,
  theme: '',
  questions: [],
  closes: 'tisdag 29 september 2026 kl. 15.40',
  language: 'sv',
} as const;
const to = { givenName: 'Åsa', url: 'https://dalalab.example/utvardering/x', sender: 'Karin Lund' };

test('EVA-01 every letter is plain, promises anonymity where it asks, and ends with a name', () => {
  for (const write of [askLetter, remindLetter, linkLetter]) {
    const swedish = write({ offer, ...to });
    expect(lix(swedish.text), swedish.subject).toBeLessThanOrEqual(40);
    expect(swedish.text).toContain(to.url);
    expect(swedish.text.trim().endsWith('Karin Lund')).toBe(true);
    expect(write({ offer: { ...offer, language: 'en' }, ...to }).text).toContain('Hello Åsa!');
  }
  expect(askLetter({ offer, ...to }).text).toContain('Svaren sparas utan ditt namn.');
});

test('the planners read who has confirmed, when it opens and for how many', () => {
  const facts = { sessionNumber: 2, opens: 'torsdag 5 november 2026 kl. 15.35', people: 34, confirmedBy: 'Karin Lund' };
  expect(announcement({ ...facts, language: 'sv' })).toBe(
    'Utvärderingen av träff 2 öppnar torsdag 5 november 2026 kl. 15.35 och går till 34 personer. Karin Lund har bekräftat den. Den går att stoppa i fliken, under Utvärdering.',
  );
  expect(announcement({ ...facts, language: 'en' })).toContain('goes to 34 people, as Karin Lund has confirmed');
});
