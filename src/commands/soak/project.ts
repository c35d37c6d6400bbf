import { projectFile } from '../../features/planning/file/schema.ts';
import type { ProjectFile } from '../../features/planning/file/types.ts';

const agenda = [
  { start: '09.00', end: '09.30', type: 'opening', title: 'Välkomna' },
  { start: '09.30', end: '12.00', type: 'dialogue', title: 'Samtal' },
  { start: '12.00', end: '13.00', type: 'lunch', title: 'Lunch' },
  { start: '13.00', end: '15.15', type: 'dialogue', title: 'Mer samtal' },
  { start: '15.15', end: '15.30', type: 'evaluation', title: 'Utvärdering' },
];

const person = (number: number, organisationId: string, domain: string, accountType: string) => ({
  id: `p-${number}`,
  givenName: ['Åsa', 'Örjan', 'Märta', 'Nils', 'Fatima', 'José'][number - 1],
  familyName: ['Berg', 'Öman', 'Ärlig', 'Ström', 'Al-Amin', 'Ek'][number - 1],
  displayName: `Deltagare ${number}`,
  organisationId,
  email: `deltagare${number}@${domain}`,
  title: 'Strateg',
  phone: '070-174 06 01',
  accountType,
  registeredAt: `2028-03-0${number}T10:00:00+01:00`,
});

/** A project as small as one can be that still meets everything: rooms and hosts, accounts and mere addresses, chat, mail and files. */
export const smallProject: ProjectFile = projectFile.parse({
  schemaVersion: 1,
  project: {
    id: 'lp-litet',
    title: 'Det lilla projektet',
    maxParticipantsPerOrganisation: { municipality: 6, region: 3 },
    maxParticipantsTotal: 40,
    organiserMailbox: 'moten@regionen.example',
    sharedCalendarMailbox: 'kalender@regionen.example',
    keyDates: {
      datesAndRoomsSet: '2028-01-20',
      invitationSent: '2028-02-20',
      registrationOpens: '2028-02-20',
      registrationCloses: '2028-03-20T16:00:00+01:00',
    },
  },
  governance: { contentLead: 'st-1', planningGroup: ['st-1'] },
  organisations: [
    { id: 'org-r', type: 'region', name: 'Regionen', emailDomain: 'regionen.example', hostTenant: true },
    {
      id: 'org-1',
      type: 'municipality',
      name: 'Kommun 1',
      emailDomain: 'kommun1.example',
      functionMailbox: 'info@kommun1.example',
    },
  ],
  staff: [
    {
      id: 'st-1',
      givenName: 'Lena',
      familyName: 'Ledare',
      displayName: 'Lena Ledare',
      email: 'lena@regionen.example',
      organisationId: 'org-r',
      title: 'Strateg',
      phone: '070-174 06 02',
      accountType: 'member',
    },
  ],
  participants: [
    person(1, 'org-r', 'regionen.example', 'member'),
    person(2, 'org-1', 'kommun1.example', 'guest'),
    person(3, 'org-1', 'kommun1.example', 'external'),
    person(4, 'org-1', 'kommun1.example', 'external'),
    person(5, 'org-1', 'kommun1.example', 'mailOnly'),
    person(6, 'org-1', 'kommun1.example', 'mailOnly'),
  ],
  dietary: [{ participantId: 'p-3', text: 'Tål inte svartvinbärsgelé' }],
  venues: [
    { id: 'v-1', name: 'Stora salen', city: 'Ort', own: true, capacity: 60, roomMailbox: 'salen@regionen.example' },
    { id: 'v-2', name: 'Folkets hus', city: 'Ort', capacity: 80, bookingContact: 'hus@folkets.example' },
  ],
  sessions: [
    {
      id: 's-1',
      number: 1,
      title: 'Träff 1',
      date: '2028-04-11',
      start: '2028-04-11T09:00:00+02:00',
      end: '2028-04-11T15:30:00+02:00',
      venueId: 'v-1',
      preparation: 'Inget',
      agenda,
    },
    {
      id: 's-2',
      number: 2,
      title: 'Träff 2',
      date: '2028-05-16',
      start: '2028-05-16T09:00:00+02:00',
      end: '2028-05-16T15:30:00+02:00',
      venueId: 'v-2',
      preparation: 'Inget',
      agenda,
    },
  ],
});
