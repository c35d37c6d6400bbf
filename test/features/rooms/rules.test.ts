import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  alternatives,
  chooseVenue,
  guessWhy,
  isCurrent,
  nearlyAlternatives,
  needsReason,
  needText,
  proposeVenue,
  reasonIn,
  roomAnswer,
  venueOptions,
  type OptionFacts,
} from '../../../src/features/rooms/rules.ts';
import { aProject, aSpeaker, withRegistration } from '../../guideline/facts-builder.ts';
import type { Venue } from '../../../src/features/planning/types.ts';
import type { ProjectFacts, SessionFacts } from '../../../src/guideline/facts.ts';

function venue(id: string, capacity: number | null, more: Partial<Venue> = {}): Venue {
  return {
    id,
    name: `Sal ${id}`,
    city: 'Falun',
    ownerOrganisationId: 'region',
    own: true,
    capacity,
    equipment: ['projektor', 'mikrofon', 'hybridkamera'],
    layoutOptions: [],
    roomMailbox: `${id}@region.example`,
    bookingContact: null,
    stepFree: true,
    extra: {},
    ...more,
  };
}

const session: SessionFacts = {
  id: 's-3',
  number: 3,
  title: 'Träff 3',
  fullDay: true,
  format: 'onsite',
  cancelled: false,
  roomStatus: 'none',
  bookedEquipment: [],
  onSiteLeaders: 4,
  visitingSpeakers: 0,
  agenda: [],
  noteTakers: 2,
  inSharedCalendar: false,
  invited: 0,
  notInvited: 0,
  documents: [],
};

const hosts: ProjectFacts['organisations'] = [
  { id: 'region', name: 'Region Dalarna', type: 'region', invited: true, confirmedParticipants: 3 },
  { id: 'orsa', name: 'Orsa kommun', type: 'municipality', invited: true, confirmedParticipants: 0 },
];

/** With 34 confirmed of 40. */
function project(closed: boolean): ProjectFacts {
  const closing = closed ? { closedAt: Temporal.Instant.from('2026-08-28T14:00:00Z') } : {};
  const facts = withRegistration(aProject({ organisations: hosts }), { confirmed: 34, ...closing });
  return { ...facts, project: { ...facts.project, maxTotal: 40 } };
}

function options(venues: readonly Venue[], more: Partial<OptionFacts> = {}) {
  return venueOptions({
    facts: project(true),
    session,
    venues,
    busy: venues.map(({ roomMailbox }) => ({ mailbox: roomMailbox ?? '', known: true, busy: [] })),
    from: Temporal.Instant.from('2027-01-13T08:00:00Z'),
    to: Temporal.Instant.from('2027-01-13T15:00:00Z'),
    booking: null,
    ...more,
  });
}

const chosen = (venues: readonly Venue[], more: Partial<OptionFacts> = {}) => {
  const choice = chooseVenue(options(venues, more));
  return choice.ok ? choice.value.venueId : choice.reason;
};

const remote = aSpeaker({ id: 'sp', name: 'Lisa', mode: 'remote' });
const withRemoteSpeaker: SessionFacts = {
  ...session,
  agenda: [{ start: '09:00', end: '09:30', type: 'presentation', title: 'Forskning', speakers: [remote] }],
};

describe('VEN-02 the choice of a room', () => {
  test('is the smallest free one that seats everyone, so large rooms stay available for large groups', () => {
    expect(chosen([venue('stor', 120), venue('lagom', 45), venue('liten', 36)])).toBe('lagom');
  });

  test('says that a venue has steps, and proposes it only when no other will do', () => {
    const steps = venue('trappa', 40, { stepFree: false });
    expect(chosen([steps, venue('lagom', 45)])).toBe('lagom');
    expect(chosen([steps])).toBe('trappa');
    const [option] = options([steps]);
    expect(option?.warnings.map(({ words }) => words.sv)).toEqual([
      'Sal trappa är inte stegfri. Välj en annan lokal, eller fråga deltagarna vad de behöver.',
    ]);
    expect(option !== undefined && needsReason(option)).toBe(false);
    expect(options([venue('okänd', 40, { stepFree: null })])[0]?.warnings).toEqual([]);
  });

  test('VEN-01 says that a venue belongs to nobody who takes part, and proposes it all the same', () => {
    const words = (ownerOrganisationId: string | null, closed: boolean) =>
      options([venue('hotell', 60, { ownerOrganisationId })], { facts: project(closed) })[0]?.warnings.map(
        (warning) => warning.words.sv,
      );
    const said = ['Sal hotell tillhör ingen som deltar. Utgångspunkten är egna lokaler.'];
    expect(words(null, true)).toEqual(said);
    // A municipality that is invited counts until registration has closed and nobody has come from it.
    expect(words('orsa', false)).toEqual([]);
    expect(words('orsa', true)).toEqual(said);
    expect(chosen([venue('hotell', 60, { ownerOrganisationId: null })])).toBe('hotell');
  });

  test('TEC-02 says that a large group will miss a microphone, once and without asking why', () => {
    const [option] = options([venue('tyst', 60, { equipment: ['projektor'] })]);
    expect(option?.warnings.map(({ words }) => words.sv)).toEqual(['Gruppen är stor, och Sal tyst saknar mikrofon.']);
    expect(option !== undefined && needsReason(option)).toBe(false);
  });

  test('passes over one that is taken, whatever its size', () => {
    const busy = [
      {
        mailbox: 'lagom@region.example',
        known: true,
        busy: [{ start: '2027-01-13T14:00:00Z', end: '2027-01-13T16:00:00Z' }],
      },
      {
        mailbox: 'stor@region.example',
        known: true,
        busy: [{ start: '2027-01-13T15:00:00Z', end: '2027-01-13T16:00:00Z' }],
      },
    ];
    expect(chosen([venue('stor', 120), venue('lagom', 45)], { busy })).toBe('stor');
  });

  test('says so when nothing fits, and hides no venue', () => {
    expect(chosen([venue('liten', 36)])).toBe('nothingFits');
    const [option] = options([venue('liten', 36)]);
    expect(option?.warnings.map(({ words }) => words.sv)).toEqual([
      'Sal liten rymmer 36, ni är 38 (34 anmälda + 4 ledare = 38).',
    ]);
    expect(option !== undefined && needsReason(option)).toBe(true);
  });

  test('counts the confirmed and the leaders after closing, and the project’s maximum before', () => {
    const before = options([venue('liten', 42)], { facts: project(false) });
    expect(before[0]?.warnings[0]?.words.sv).toContain('40 platser + 4 ledare = 44');
    expect(options([venue('liten', 42)])[0]?.warnings).toEqual([]);
  });

  test('says that the number is not known, and asks no reason for it', () => {
    const facts = withRegistration(aProject({ organisations: hosts }), { confirmed: 0 });
    const { maxTotal: _maxTotal, ...project } = facts.project;
    const alone = { ...session, onSiteLeaders: 0, visitingSpeakers: 0 };
    const [option] = options([venue('lagom', 45)], { facts: { ...facts, project }, session: alone });
    expect(option?.warnings.map(({ code }) => code)).toEqual(['unknownNeed']);
    expect(option !== undefined && needsReason(option)).toBe(false);
  });

  test('warns when somebody takes part by link and the venue lacks what that needs', () => {
    const bare = venue('bar', 40, { equipment: ['projektor', 'högtalare'] });
    const [option] = options([bare], { session: withRemoteSpeaker });
    expect(option?.warnings.map(({ words }) => words.sv)).toEqual([
      'Någon medverkar via länk, men Sal bar saknar hybridkamera och mikrofon.',
    ]);
  });

  test('keeps to the planned venue, whose city was agreed, unless it is taken', () => {
    const planned = venue('planerad', 36, { roomMailbox: null, bookingContact: 'vard@kommun.example' });
    expect(proposeVenue(options([planned, venue('lagom', 45)]), 'planerad')?.venueId).toBe('planerad');
    const taken = [
      {
        mailbox: 'rum@region.example',
        known: true,
        busy: [{ start: '2027-01-13T08:00:00Z', end: '2027-01-13T09:00:00Z' }],
      },
    ];
    const withRoom = venue('planerad', 60, { roomMailbox: 'rum@region.example' });
    expect(proposeVenue(options([withRoom, venue('lagom', 45)], { busy: taken }), 'planerad')?.venueId).toBe('lagom');
  });

  test('after a no offers the others that would do', () => {
    const all = options([venue('nej', 50), venue('liten', 20), venue('ja', 45)]);
    expect(alternatives(all, 'nej').map(({ venueId }) => venueId)).toEqual(['ja']);
    expect(nearlyAlternatives(all, 'nej')).toEqual([]);
  });

  test('VEN-02 says why a room declined: its own first sentence, or what may lie behind it', () => {
    expect(reasonIn('Mötet är längre än 480 minuter, kl. 8 till 17.\r\nDen som har lokalen är Anna Ek.')).toBe(
      'Mötet är längre än 480 minuter, kl. 8 till 17',
    );
    expect(reasonIn('x'.repeat(400))).toHaveLength(160);
    const today = Temporal.PlainDate.from('2026-06-01');
    expect(guessWhy('2026-11-29T09:00/2026-11-29T16:00', today)).toBe('tooEarly');
    expect(guessWhy('2026-11-28T09:00/2026-11-28T16:00', today)).toBe('unsaid');
    expect(guessWhy(null, today)).toBe('unsaid');
  });

  test('a venue with nobody to ask is shown and not chosen', () => {
    const orphan = venue('ensam', 60, { roomMailbox: null, bookingContact: null });
    expect(chosen([orphan])).toBe('nothingFits');
    expect(options([orphan])[0]?.warnings.map(({ code }) => code)).toEqual(['nobodyToAsk']);
  });

  test('a calendar that cannot be seen is unknown, not free', () => {
    expect(options([venue('osedd', 60)], { busy: [] })[0]?.availability).toBe('unknown');
  });
});

test('the figure is shown with its source in both languages', () => {
  const need = { total: 38, participants: 34, leaders: 4, source: 'confirmed' as const };
  expect(needText(need, 'sv')).toBe('34 anmälda + 4 ledare = 38');
  expect(needText({ ...need, source: 'maximum' }, 'en')).toBe('34 places + 4 leaders = 38');
});

describe('a room’s answer', () => {
  const asked = { status: 'asked' as const, askedAt: '2026-08-28T14:00:00.500Z' };
  test('counts from the moment it was asked', () => {
    expect(roomAnswer(asked, { response: 'accepted', respondedAt: '2026-08-28T14:00:00Z' })).toBe('accepted');
    expect(roomAnswer(asked, { response: 'accepted', respondedAt: '2026-08-28T13:59:59Z' })).toBeUndefined();
    expect(roomAnswer(asked, { response: 'none', respondedAt: null })).toBeUndefined();
  });
  test('never replaces what a host has said by hand', () => {
    const byHand = { status: 'confirmedByHand' as const, askedAt: null };
    expect(roomAnswer(byHand, { response: 'declined', respondedAt: null })).toBeUndefined();
  });
});

test('a booking is for the time it was asked for: a moved session has to ask again', () => {
  const moved = { localStart: '2027-01-20T09:00', localEnd: '2027-01-20T16:00' };
  expect(isCurrent({ askedFor: '2027-01-13T09:00/2027-01-13T16:00' }, moved)).toBe(false);
  expect(isCurrent({ askedFor: '2027-01-20T09:00/2027-01-20T16:00' }, moved)).toBe(true);
});
