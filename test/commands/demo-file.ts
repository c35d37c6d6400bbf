import { Temporal } from 'temporal-polyfill';
import { projectFile } from '../../src/features/planning/file/schema.ts';
import type { ProjectFile } from '../../src/features/planning/file/types.ts';

export interface Wish {
  readonly people: number;
  readonly sessions: number;
  /** First session's local day. */
  readonly firstDay: string;
  /** Leaves out everything that a file may leave out. */
  readonly bare?: boolean;
  /** The day the invitation goes out; absent: four months before. */
  readonly invited?: string;
  readonly dietary?: readonly string[];
}

const names = ['Åsa', 'Örjan', 'Märta', 'Nils', 'Fatima', 'José', 'Ingrid', 'Ümit'];
const families = ['Berg', 'Öman', 'Ärlig', 'Ström', 'Al-Amin', 'Lövgren', 'Ek'];
const zone = 'Europe/Stockholm';
const perOrganisation = 6;

function moment(day: string, time: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toString({ timeZoneName: 'never' });
}

function before(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/** A project file of the sample's shape, about other people in another year. */
export function madeFile(wish: Wish): ProjectFile {
  const organisations = Array.from({ length: Math.ceil(wish.people / perOrganisation) }, (_, index) => ({
    id: `org-${index + 1}`,
    type: 'municipality',
    name: `Kommun ${index + 1}`,
    emailDomain: `kommun${index + 1}.example`,
  }));
  const region = { id: 'org-r', type: 'region', name: 'Regionen', emailDomain: 'regionen.example', hostTenant: true };
  const invited = wish.invited ?? before(wish.firstDay, 120);
  const closes = before(wish.firstDay, 20);
  const participants = Array.from({ length: wish.people }, (_, index) => {
    const organisation = organisations[Math.floor(index / perOrganisation)]?.id ?? 'org-1';
    return {
      id: `p-${index + 1}`,
      givenName: names[index % names.length],
      familyName: `${families[index % families.length]} ${index + 1}`,
      displayName: `${names[index % names.length]} ${families[index % families.length]} ${index + 1}`,
      organisationId: organisation,
      email: `person${index + 1}@${organisation.replace('org-', 'kommun')}.example`,
      ...(wish.bare
        ? {}
        : { title: 'Strateg', phone: '070-174 06 01', accountType: index % 4 === 0 ? 'guest' : 'external' }),
      ...(wish.bare ? {} : { registeredAt: moment(before(wish.firstDay, 40 - (index % 15)), '10:00') }),
    };
  });
  const lead = {
    id: 'st-1',
    givenName: 'Lena',
    familyName: 'Ledare',
    displayName: 'Lena Ledare',
    email: 'lena@regionen.example',
    organisationId: 'org-r',
    ...(wish.bare ? {} : { title: 'Strateg', phone: '070-174 06 02', accountType: 'member' }),
  };
  const venues = wish.bare
    ? [{ id: 'v-1', name: 'Folkets hus', city: 'Ort', capacity: 200, bookingContact: 'hus@folkets.example' }]
    : [
        {
          id: 'v-1',
          name: 'Stora salen',
          city: 'Ort',
          own: true,
          capacity: 200,
          roomMailbox: 'salen@regionen.example',
        },
      ];
  const sessions = Array.from({ length: wish.sessions }, (_, index) => {
    const day = Temporal.PlainDate.from(wish.firstDay)
      .add({ days: 28 * index })
      .toString();
    return {
      id: `s-${index + 1}`,
      number: index + 1,
      title: `Träff ${index + 1}`,
      date: day,
      start: moment(day, '09:00'),
      end: moment(day, '15:30'),
      venueId: 'v-1',
      preparation: 'Inget',
      agenda: [
        { start: '09.00', end: '09.30', type: 'opening', title: 'Välkomna' },
        { start: '09.30', end: '12.00', type: 'dialogue', title: 'Samtal' },
        { start: '12.00', end: '13.00', type: 'lunch', title: 'Lunch' },
        { start: '13.00', end: '15.15', type: 'dialogue', title: 'Mer samtal' },
        { start: '15.15', end: '15.30', type: 'evaluation', title: 'Utvärdering' },
      ],
    };
  });
  return projectFile.parse({
    schemaVersion: 1,
    project: {
      id: `lp-${wish.firstDay}-${wish.people}`,
      title: 'Provprojektet',
      maxParticipantsPerOrganisation: { municipality: perOrganisation, region: 3 },
      maxParticipantsTotal: 300,
      ...(wish.bare
        ? {}
        : {
            organiserMailbox: 'moten@regionen.example',
            sharedCalendarMailbox: 'kalender@regionen.example',
            keyDates: {
              datesAndRoomsSet: before(invited, 20),
              invitationSent: invited,
              registrationOpens: invited,
              registrationCloses: moment(closes, '16:00'),
            },
          }),
    },
    governance: { contentLead: 'st-1', planningGroup: ['st-1'] },
    organisations: [region, ...organisations],
    staff: [lead],
    participants,
    venues,
    sessions,
    ...(wish.dietary === undefined
      ? {}
      : { dietary: wish.dietary.map((text, index) => ({ participantId: `p-${index + 1}`, text })) }),
  });
}
