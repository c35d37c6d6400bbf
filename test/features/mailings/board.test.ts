import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { boardDraft } from '../../../src/features/mailings/letters/board.ts';

test('ROL-03 the question to a sounding board names the day as it is said', () => {
  const facts = { title: 'Vatten', municipality: 'Orsa kommun', number: 2, theme: null, own: '' } as const;
  const sender = { name: 'Karin', email: 'karin@region.example' };
  const said = (language: 'sv' | 'en', date: string | null) =>
    JSON.stringify(
      boardDraft({ ...facts, date: date === null ? null : localDate(date), sender, language }).parts,
    ).replaceAll('\u00A0', ' ');
  expect(said('sv', '2027-02-02')).toContain('Vi planerar träff 2 i lärprojektet Vatten, tisdag 2 februari 2027.');
  expect(said('en', '2027-02-02')).toContain('learning project Vatten on Tuesday 2 February 2027.');
  expect(said('sv', null)).toContain('i lärprojektet Vatten.');
});
