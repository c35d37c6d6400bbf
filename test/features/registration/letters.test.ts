import { describe, expect, test } from 'vitest';
import { lix } from '../../../src/features/notices/rules.ts';
import {
  announcementLetter,
  closedLetter,
  notClosingLetter,
} from '../../../src/features/registration/closing/letters/closing.ts';
import type { ProjectTelling } from '../../../src/features/registration/facts/types.ts';
import { guestLetter } from '../../../src/features/registration/letters/guests.ts';
import {
  cancelledLetter,
  confirmedLetter,
  declinedLetter,
  lateLetter,
  linkLetter,
  mergedLetter,
  placeLetter,
  waitingLetter,
  type Registered,
} from '../../../src/features/registration/letters/registered.ts';
import { wholeProjectText } from '../../../src/features/registration/rules.ts';

const session = {
  id: 's-1',
  number: 1,
  title: 'Träff 1',
  theme: 'Nuläge och behov',
  date: '2026-09-22',
  startTime: '08:30',
  endTime: '16:00',
  place: { name: 'Regionens hus, sal Siljan', city: 'Falun' },
  colleagueAllowed: false,
};

const project: ProjectTelling = {
  projectId: 'lp',
  title: 'Kompetens i hela Dalarna',
  subtitle: null,
  challenge: null,
  purpose: null,
  webPage: null,
  wholeProjectText: null,
  timeZone: 'Europe/Stockholm',
  registrationCloses: '2026-08-28T16:00:00+02:00',
  registrationOpens: null,
  dietaryTerms: { legalBasis: null, retentionDays: null, decisionReference: null },
  sessions: [session],
  lead: { name: 'Karin Tunsberg', givenName: 'Karin', email: 'karin@region.example', phone: '070-174 06 05' },
  organiserMailbox: 'dalalab@region.example',
  publicUrl: 'https://dalalab.example',
};

const person = (language: 'sv' | 'en'): Registered => ({
  givenName: 'Åsa',
  familyName: 'Lindh',
  title: 'Strateg',
  organisation: 'Falu kommun',
  phone: '070-174 06 12',
  ownPageUrl: 'https://dalalab.example/min/x',
  language,
});

const letters = (language: 'sv' | 'en') => ({
  confirmed: confirmedLetter(project, person(language)),
  waiting: waitingLetter(project, person(language), { position: 2, max: 3 }),
  late: lateLetter(project, person(language)),
  merged: mergedLetter(project, person(language)),
  place: placeLetter(project, person(language)),
  declined: declinedLetter(project, person(language)),
  cancelled: cancelledLetter(project, person(language)),
  link: linkLetter(project, person(language)),
  guest: guestLetter(project, { kind: 'substitute', givenName: 'Saga', host: 'Åsa Lindh', session, language }),
});

const toTheLead = {
  announced: announcementLetter(project, {
    confirmedBy: 'Karin',
    confirmedNow: 34,
    stopUrl: 'https://dalalab.example/s',
  }),
  closed: closedLetter(project, 34, 'Karin Tunsberg'),
  unconfirmed: notClosingLetter(project, 'tellUnconfirmed'),
  stopped: notClosingLetter(project, 'tellStopped'),
  changed: notClosingLetter(project, 'tellChanged'),
};

describe('letters', () => {
  test.each(Object.entries({ ...letters('sv'), ...toTheLead }))(
    '%s is plain Swedish: LIX 40 at most',
    (_name, { text }) => {
      expect(lix(text)).toBeLessThanOrEqual(40);
      expect(text).not.toMatch(/undefined|null|\{\w+\}/);
    },
  );

  test('X-08 every letter to a participant exists in English, with its own words', () => {
    const [swedish, english] = [letters('sv'), letters('en')];
    for (const [name, letter] of Object.entries(english)) {
      expect(letter.text, name).not.toMatch(/\b(och|anmäld|träff|kommer)\b/i);
      expect(letter.html).toContain('<html lang="en">');
      expect(letter.subject).not.toBe(swedish[name as keyof typeof swedish].subject);
    }
  });

  test('one session is spoken of as one, and one person as one', () => {
    expect(letters('sv').confirmed.text).toContain('får du en bokning. Den kommer från Dalalab');
    expect(letters('en').confirmed.text).toContain('you get one booking. It comes from Dalalab');
    const four = confirmedLetter({ ...project, sessions: [session, session, session, session] }, person('sv'));
    expect(four.text).toContain('får du 4 bokningar, en för varje träff. De kommer från Dalalab');
    expect(closedLetter(project, 1, 'Karin').text).toContain('1 bekräftad deltagare får nu');
    expect(waitingLetter(project, person('sv'), { position: 1, max: 1 }).text).toContain('har redan 1 anmäld,');
  });

  test('REG-02 the rule of the whole project stands in the same words wherever somebody gets a place', () => {
    for (const { text } of [letters('sv').confirmed, letters('sv').waiting, letters('sv').place])
      expect(text).toContain(wholeProjectText(null, 'sv'));
  });
});
