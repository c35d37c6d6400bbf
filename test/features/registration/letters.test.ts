import { describe, expect, test } from 'vitest';
import { documentationLetter } from '../../../src/features/documentation/letters/letters.ts';
import {
  askLetter,
  linkLetter as evaluationLink,
  remindLetter,
} from '../../../src/features/evaluations/letters/letters.ts';
import { invitationBody, movedLine, newPlaceLine } from '../../../src/features/meetings/letters/invitation-body.ts';
import { speakersLinkBody } from '../../../src/features/meetings/letters/speakers-link.ts';
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
import { venueRelease, venueRequest } from '../../../src/features/rooms/letters/venue-mail.ts';
import { letter } from '../../../src/features/notices/letters/letter.ts';
import { infoDraft } from '../../../src/features/sessions/letters/info.ts';
import { wholeProjectText } from '../../../src/features/registration/rules.ts';

const session = {
  id: 's-1',
  number: 1,
  day: null,
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

describe('what an outsider has to trust', () => {
  const url = 'https://dalalab.example/x/secret';
  const lead = { name: 'Karin Tunsberg', phone: '070-174 06 05', email: 'karin@region.example' };
  const body = (language: 'sv' | 'en', isOnline = false) =>
    invitationBody(
      {
        projectTitle: project.title,
        wholeProjectText: wholeProjectText(null, language),
        isOnline,
        venueName: 'Regionens hus, sal Siljan',
        street: 'Vasagatan 27',
        city: 'Falun',
        arrival: '08:30',
        end: '16:00',
        infoDeadline: '2026-09-08',
        projectPageUrl: 'https://dalalab.example/projekt/lp',
        lead,
      },
      language,
    );
  const moved = movedLine(
    {
      fromStart: '2027-01-13T09:00:00',
      fromEnd: '2027-01-13T16:00:00',
      toStart: '2027-01-20T09:00:00',
      toEnd: '2027-01-20T16:00:00',
      isSamePlace: true,
    },
    'sv',
  );
  const everything = (language: 'sv' | 'en'): Readonly<Record<string, string>> => {
    const offer = {
      projectId: 'lp',
      projectTitle: project.title,
      sessionId: 's-1',
      sessionNumber: 1,
      sessionTitle: 'Träff 1',
      questions: [],
      closes: 'tisdag 29 september',
      language,
    };
    const ask = { offer, givenName: 'Åsa', url, sender: 'Karin' };
    const documents = documentationLetter(
      {
        sessionNumber: 1,
        city: 'Falun',
        files: ['bilder.pdf'],
        opinion: null,
        homework: [],
        next: null,
        photographers: [],
        sender: 'Karin',
        own: '',
        language,
      },
      { givenName: 'Åsa', url },
    );
    const { subject, parts } = infoDraft(
      {
        sessionNumber: '1',
        theme: null,
        day: 'tisdagen den 22 september',
        shortDay: '22 september',
        weekday: 'tisdag',
        times: 'kl. 8.30–16.00',
        arrival: 'kl. 8.30',
        place: 'Siljan, Falun',
        city: 'Falun',
        preparation: 'Du behöver inte förbereda något.',
        programme: ['9.00 Välkommen'],
        programmeUrl: url,
        sender: 'Karin',
        language,
      },
      { givenName: 'Åsa', own: '' },
    );
    const info = letter(subject, parts, language);
    const venue = {
      language,
      projectTitle: project.title,
      number: '1',
      venueName: 'Siljan',
      when: 'tisdag 22 september',
      heads: 34,
      equipment: [],
      layout: null,
      setupFrom: null,
      lead,
    };
    const written = {
      ...letters(language),
      ...toTheLead,
      ask: askLetter(ask),
      remind: remindLetter(ask),
      evaluationLink: evaluationLink(ask),
      documents,
      info,
      venueRequest: venueRequest(venue, url),
      venueRelease: venueRelease(venue),
    };
    return {
      ...Object.fromEntries(Object.entries(written).map(([name, { html, text }]) => [name, `${html} ${text}`])),
      body: body(language),
      online: body(language, true),
      moved,
      speakersLink: speakersLinkBody(
        { projectTitle: project.title, lead, number: 1, date: '2026-09-22', items: [] },
        language,
      ),
    };
  };

  test.each(Object.entries({ ...everything('sv'), ...prefixed(everything('en')) }))(
    'X-03 every address in %s is on the one host that is ours, and nothing is fetched, tracked or attached',
    (_name, content) => {
      const addresses = [...content.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([found]) => new URL(found));
      for (const found of addresses) {
        expect(found.origin).toBe(project.publicUrl);
        expect(found.search).toBe('');
      }
      expect(content).not.toMatch(/<img|<script|<link|<iframe|background=|cid:/i);
      // "Du behöver inte logga in" is a promise, not a request.
      expect(content).not.toMatch(/(?<!inte )logga in|(?<!not )(sign|log) in/i);
    },
  );

  test('CAL-01 the booking says first why it came, then where and when, and never asks for a password', () => {
    const plain = body('sv')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    expect(plain).toMatch(/^Du får bokningen för att du är anmäld till eller medverkar i lärprojektet Kompetens/);
    expect(plain).toContain('Plats: Regionens hus, sal Siljan, Vasagatan 27, Falun. Kaffe kl. 8.30, slut kl. 16.00.');
    expect(plain).toContain('Vi ber aldrig om lösenord.');
    expect(plain).not.toContain('/min/');
    expect(lix(plain)).toBeLessThanOrEqual(40);
  });

  test('a moved session says first what changed, and what did not; a new place likewise', () => {
    const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');
    expect(plain(moved)).toBe('Ändrat: från onsdag 13 januari 2027 till onsdag 20 januari 2027. Samma plats och tid.');
    expect(plain(newPlaceLine('Kulturhuset, Mora', 'sv'))).toBe('Ändrat: ny plats, Kulturhuset, Mora. Samma tid.');
  });

  test('REG-05 the confirmation tells when bookings come, how many, from whom, and what to do if they do not', () => {
    const { text } = confirmedLetter({ ...project, sessions: [session, session] }, person('sv'));
    expect(text).toContain('När anmälan stänger fredagen den 28 augusti');
    expect(text).toContain('2 bokningar, en för varje träff');
    expect(text).toContain('kommer från Dalalab, dalalab@region.example');
    expect(text).toContain('Har de inte kommit dagen efter? Titta i skräpposten eller ring mig.');
    expect(text).toContain('070-174 06 05');
    const noPhone = confirmedLetter({ ...project, lead: { ...lead, givenName: 'Karin', phone: null } }, person('sv'));
    expect(noPhone.text).toContain('eller svara på det här mejlet.');
  });
});

function prefixed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`the English ${name}`, text]));
}
