import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/words.ts';
import { movedLine, newPlaceLine } from '../../../src/features/meetings/letters/invitation-body.ts';
import { movedText } from '../../../src/features/meetings/letters/planning-chat.ts';
import type { NoticeKind } from '../../../src/features/notices/types.ts';
import { closedLetter, closedText } from '../../../src/features/registration/closing/letters/closing.ts';
import { confirmedLetter, waitingLetter } from '../../../src/features/registration/letters/registered.ts';
import { wholeProjectText } from '../../../src/features/registration/rules.ts';
import { bookingsIn, lead, person, project, samplesIn, session } from '../../letters/samples.ts';

/** Letters that a participant gets from the registration. */
const toParticipants: readonly NoticeKind[] = [
  'registration.confirmed',
  'registration.waiting',
  'registration.late',
  'registration.merged',
  'registration.place',
  'registration.declined',
  'registration.cancelled',
  'personalLink',
  'guest.substitute',
];

const first = (kind: NoticeKind, language: Language) => {
  const [sample] = samplesIn(language)[kind];
  if (sample === undefined) throw new Error(`no sample of ${kind}`);
  return sample;
};

describe('letters', () => {
  test('X-08 every letter to a participant exists in English, with its own words', () => {
    for (const kind of toParticipants) {
      const english = first(kind, 'en');
      expect(english.text, kind).not.toMatch(/\b(och|anmäld|träff|kommer)\b/i);
      expect(english.html).toContain('<html lang="en">');
      expect(english.subject).not.toBe(first(kind, 'sv').subject);
    }
  });

  test('one session is spoken of as one, and one person as one', () => {
    expect(first('registration.confirmed', 'sv').text).toContain('får du en bokning. Den kommer från Dalalab');
    expect(first('registration.confirmed', 'en').text).toContain('you get one booking. It comes from Dalalab');
    const four = confirmedLetter({ ...project, sessions: [session, session, session, session] }, person('sv'));
    expect(four.text).toContain('får du 4 bokningar, en för varje träff. De kommer från Dalalab');
    expect(closedLetter(project, 1, 'Karin').text).toContain('en bokning för varje träff till 1 person.');
    expect(waitingLetter(project, person('sv'), { position: 1, max: 1 }).text).toContain('har redan 1 anmäld,');
  });

  test('REG-02 the rule of the whole project stands in the same words wherever somebody gets a place', () => {
    for (const kind of ['registration.confirmed', 'registration.waiting', 'registration.place'] as const)
      expect(first(kind, 'sv').text).toContain(wholeProjectText(null, 'sv'));
  });
});

describe('what the planning chat is told', () => {
  test('VEN-02 another place at the same time is not called a move', () => {
    const told = movedText({ number: 3, start: null, venueName: 'Siljan', people: 37 }, 'sv');
    expect(told).toBe(
      'Träff 3 har fått en ny plats. Dag och tid är de samma. Siljan har tackat ja, och 37 personer har fått bokningen som den är nu.',
    );
    expect(movedText({ number: 3, start: '2027-01-20T09:00:00', venueName: 'Siljan', people: 37 }, 'sv')).toContain(
      'Träff 3 är flyttad till onsdag 20 januari 2027 kl. 9.00.',
    );
  });

  test('X-09 a closing that a person sends says that nothing has gone out', () => {
    expect(closedText(project, 2, { byHand: true })).toContain('Inget har gått ut än.');
    expect(closedText(project, 2)).toContain('Nu går det ut en bokning');
  });
});

describe('what an outsider has to trust', () => {
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
  const everything = (language: Language): Readonly<Record<string, string>> => ({
    ...Object.fromEntries(
      Object.entries(samplesIn(language)).map(([kind, samples]) => [
        kind,
        samples.map(({ html, text }) => `${html} ${text}`).join(' '),
      ]),
    ),
    ...bookingsIn(language),
  });

  test.each(Object.entries({ ...everything('sv'), ...prefixed(everything('en')) }))(
    'X-03 every address in %s is on the one host that is ours, and nothing is fetched, tracked or attached',
    (name, content) => {
      const addresses = [...content.matchAll(/https?:\/\/[^\s"'<>)]+/g)]
        .map(([found]) => new URL(found))
        // The planning group joins its own meeting where Microsoft holds it.
        .filter(({ host }) => host !== 'teams.microsoft.com' || !name.endsWith('planningMeeting.agenda'));
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
    const plain = (bookingsIn('sv')['body'] ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    expect(plain).toMatch(/^Du får bokningen för att du är anmäld till eller medverkar i lärprojektet Kompetens/);
    expect(plain).toContain('Plats: Regionens hus, sal Siljan, Vasagatan 27, Falun. Kaffe kl. 8.30, slut kl. 16.00.');
    expect(plain).toContain('Vi ber aldrig om lösenord.');
    expect(plain).not.toContain('/min/');
  });

  test('a moved session says first what changed, and what did not; a new place likewise', () => {
    const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');
    expect(plain(moved)).toBe('Ändrat: från onsdag 13 januari 2027 till onsdag 20 januari 2027. Samma plats och tid.');
    expect(plain(newPlaceLine('Kulturhuset, Mora', 'Regionens hus, sal Siljan', 'sv'))).toBe(
      'Ändrat: ny plats, Kulturhuset, Mora, i stället för Regionens hus, sal Siljan. Samma dag och tid.',
    );
    const [start, end] = ['2027-01-13T09:00:00', '2027-01-13T16:00:00'];
    const later = { fromStart: start, fromEnd: end, toStart: '2027-01-13T09:30:00', toEnd: end };
    expect(plain(movedLine({ ...later, isSamePlace: true }, 'sv'))).toBe(
      'Ändrat: från kl. 9.00–16.00 till kl. 9.30–16.00. Samma dag och plats.',
    );
    expect(plain(movedLine({ ...later, toStart: '2027-01-14T09:30:00', isSamePlace: false }, 'sv'))).toBe(
      'Ändrat: från onsdag 13 januari 2027 kl. 9.00–16.00 till torsdag 14 januari 2027 kl. 9.30–16.00. Platsen är en annan, se nedan.',
    );
    expect(plain(movedLine({ ...later, isSamePlace: true }, 'en'))).toBe(
      'Changed: from 9:00–16:00 to 9:30–16:00. Same day and place.',
    );
  });

  test('REG-05 the confirmation tells when bookings come, how many, from whom, and what to do if they do not', () => {
    const { text } = confirmedLetter({ ...project, sessions: [session, session] }, person('sv'));
    expect(text).toContain('När anmälan stänger fredagen den 28 augusti');
    expect(text).toContain('2 bokningar, en för varje träff');
    expect(text).toContain('kommer från Dalalab, dalalab@region.example');
    expect(text).toContain('Har de inte kommit dagen efter? Titta i skräpposten eller ring mig.');
    expect(text).toContain('070-174 06 05');
    const noPhone = confirmedLetter({ ...project, lead: { ...lead, phone: null } }, person('sv'));
    expect(noPhone.text).toContain('eller svara på det här mejlet.');
  });
});

function prefixed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`the English ${name}`, text]));
}
