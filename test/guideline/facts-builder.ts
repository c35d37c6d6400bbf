import { dalarnaPeriods } from '../../src/domain/region-periods.ts';
import { localDate, startInstant, stockholm } from '../../src/domain/local-date.ts';
import { commitmentText, registrationFields } from '../../src/guideline/2026-01/fixed-wording.ts';
import type {
  AgendaItemFacts,
  AgendaItemType,
  ProjectFacts,
  SessionFacts,
  SpeakerFacts,
  VenueFacts,
} from '../../src/guideline/facts.ts';

/** The moment when clocks in Dalarna show that day and time. */
export function moment(day: string, time = '09:00') {
  return startInstant(localDate(day), time, stockholm);
}

/** The same project as seen on another day. */
export function onDay(facts: ProjectFacts, day: string, time = '09:00'): ProjectFacts {
  return { ...facts, today: localDate(day), now: moment(day, time) };
}

export function anItem(
  start: string,
  end: string,
  type: AgendaItemType,
  speakers: readonly SpeakerFacts[] = [],
): AgendaItemFacts {
  return { start, end, type, title: type, speakers };
}

export function aSpeaker(override: Partial<SpeakerFacts> = {}): SpeakerFacts {
  return {
    id: 'sp-1',
    name: 'Gunnel Påhitt',
    kind: 'localExample',
    mode: 'onsite',
    status: 'confirmed',
    isIntroduced: true,
    links: 0,
    deadLinks: 0,
    ...override,
  };
}

export const airyDay: readonly AgendaItemFacts[] = [
  anItem('09:00', '09:30', 'arrival'),
  anItem('09:30', '09:50', 'opening'),
  anItem('09:50', '10:20', 'presentation', [aSpeaker()]),
  anItem('10:20', '10:40', 'break'),
  anItem('10:40', '12:00', 'dialogue'),
  anItem('12:00', '13:00', 'lunch'),
  anItem('13:00', '14:20', 'exercise'),
  anItem('14:20', '14:40', 'break'),
  anItem('14:40', '15:35', 'dialogue'),
  anItem('15:35', '15:50', 'evaluation'),
  anItem('15:50', '16:00', 'closing'),
];

export function aVenue(override: Partial<VenueFacts> = {}): VenueFacts {
  return {
    id: 'v-1',
    name: 'Sal Granen',
    ownerOrganisationId: 'region',
    capacity: 50,
    equipment: ['projektor', 'mikrofon', 'hybridkamera'],
    ...override,
  };
}

export function aSession(number: number, date: string | undefined, override: Partial<SessionFacts> = {}): SessionFacts {
  return {
    id: `s-${number}`,
    number,
    title: `Träff ${number}`,
    ...(date === undefined ? {} : { date: localDate(date) }),
    start: '09:00',
    end: '16:00',
    fullDay: true,
    format: 'onsite',
    cancelled: false,
    venue: aVenue(),
    roomStatus: 'accepted',
    bookedEquipment: [],
    layout: 'öar om 6',
    setupStart: '08:00',
    onSiteLeaders: 4,
    visitingSpeakers: 1,
    preparation: 'Du behöver inte förbereda något.',
    agenda: airyDay,
    agendaPageUrl: 'https://larande.example/program',
    noteTakers: 2,
    inSharedCalendar: false,
    invited: 0,
    notInvited: 0,
    documents: [],
    ...override,
  };
}

/** The dates of a project from September to February, with week 53 and Christmas in between. */
export const fourDates = ['2026-09-22', '2026-11-05', '2027-01-13', '2027-02-23'] as const;

/** A fictional project, complete and on time in May 2026; a test overrides what it is about. */
export function aProject(override: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    today: localDate('2026-05-11'),
    now: moment('2026-05-11'),
    timeZone: stockholm,
    guidelineVersion: '2026-01',
    project: {
      id: 'lp-1',
      title: 'Vatten i landskapet',
      challenge: 'Torra somrar och blöta höstar prövar kommunernas vattenplanering.',
      purpose: 'Vi lär av varandra och provar nya arbetssätt.',
      municipalNeed: 'Tre kommuner lyfte frågan i mars.',
      targetGroups: ['Vattenstrateger', 'Planarkitekter'],
      maxPerOrganisation: { municipality: 3, region: 3, countyAdministrativeBoard: 3 },
      maxTotal: 40,
      webPage: 'https://larande.example/vatten',
      registrationUrl: 'https://larande.example/anmalan/vatten',
    },
    theme: {
      proposals: 3,
      consultations: [{ forum: 'LGRS', date: localDate('2026-03-06') }],
      decision: { date: localDate('2026-04-10'), byRole: 'steeringGroup' },
    },
    roles: {
      contentLead: { id: 'st-1', name: 'Stina Påhitt', email: 'stina@region.example', phone: '070-174 06 05' },
      deputyId: 'st-2',
      processFacilitatorId: 'st-2',
      planningGroup: [
        { id: 'st-1', organisationType: 'region' },
        { id: 'st-2', organisationType: 'region' },
        { id: 'p-1', organisationType: 'municipality' },
      ],
    },
    organisations: [
      { id: 'region', name: 'Region Dalarna', type: 'region', invited: true, confirmedParticipants: 3 },
      {
        id: 'orsa',
        name: 'Orsa kommun',
        type: 'municipality',
        functionMailbox: 'kommun@orsa.example',
        invited: true,
        confirmedParticipants: 0,
      },
      {
        id: 'mora',
        name: 'Mora kommun',
        type: 'municipality',
        functionMailbox: 'kommun@mora.example',
        invited: true,
        confirmedParticipants: 2,
      },
    ],
    sessions: fourDates.map((date, index) => aSession(index + 1, date)),
    invitation: {
      recipients: [
        { group: 'municipalDirectors', address: 'direktorer@region.example' },
        { group: 'targetGroup', address: 'natverk@region.example' },
        { group: 'municipalMailbox', organisationId: 'orsa', address: 'kommun@orsa.example' },
        { group: 'municipalMailbox', organisationId: 'mora', address: 'kommun@mora.example' },
      ],
      trustedHosts: [],
    },
    registration: {
      opensOn: localDate('2026-06-05'),
      closesAt: moment('2026-08-28', '16:00'),
      fields: registrationFields,
      extraFields: [],
      commitmentText,
      automaticConfirmation: true,
      confirmed: 0,
      waiting: 0,
      withoutCommitment: 0,
      unconfirmedByMail: 0,
      bouncedConfirmations: 0,
      sectors: [],
      absentTwice: 0,
    },
    publications: {},
    costSplit: { shares: [60, 40], agreedOn: localDate('2026-05-08'), guidanceFromSteeringGroup: true },
    dalating: localDate('2027-03-16'),
    sharedCalendarMailbox: 'moten@region.example',
    region: dalarnaPeriods,
    overrides: [],
    between: { homework: [], groups: 0, withoutGroup: 0, wishes: 0, openWishes: 0, colleagueSessions: 0 },
    doneByHand: new Map(),
    ...override,
  };
}

/** One session changed, the others as they were. */
export function withSession(facts: ProjectFacts, number: number, change: Partial<SessionFacts>): ProjectFacts {
  return {
    ...facts,
    sessions: facts.sessions.map((session) => (session.number === number ? { ...session, ...change } : session)),
  };
}

/** The project with some of its registration facts changed. */
export function withRegistration(facts: ProjectFacts, change: Partial<ProjectFacts['registration']>): ProjectFacts {
  return { ...facts, registration: { ...facts.registration, ...change } };
}

/** Registration has closed with 34 confirmed, and all of them have their bookings. */
export function closedProject(): ProjectFacts {
  const facts = withRegistration(aProject(), {
    closedAt: moment('2026-08-28', '16:00'),
    bookingsSentAt: moment('2026-08-28', '16:01'),
    confirmed: 34,
  });
  return onDay({ ...facts, invitation: { ...facts.invitation, sentOn: localDate('2026-06-05') } }, '2026-08-31');
}
