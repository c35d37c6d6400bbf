import { Temporal } from 'temporal-polyfill';
import type { ProjectFile } from '../../features/planning/file/types.ts';

const domain = 'region-bank.example';
const daysBetween = 14;
export const roomsLookedAt = 15;
export const sessionsInProject = 4;
/** Content lead and process leader. */
export const planners = 2;
export const lateComers = 10;
export const organiser = `larprojekt@${domain}`;
export const projectId = 'lp-bench';

/**
 * A project of any size in a region of its own: the people that stand on each event when everybody has come, of whom ten
 * come late. All sessions lie within one look at the rooms' calendars.
 */
export function projectOfSize(people: number): ProjectFile {
  return {
    schemaVersion: 1,
    timeZone: 'Europe/Stockholm',
    project: {
      id: projectId,
      title: 'Mätning',
      guidelineVersion: '2026-01',
      organiserMailbox: organiser,
      maxParticipantsTotal: 1000,
      keyDates: { registrationOpens: '2026-06-05', registrationCloses: '2026-08-28T16:00:00+02:00' },
    },
    governance: { planningGroup: ['st-1', 'st-2'], contentLead: 'st-1', processFacilitator: 'st-2' },
    organisations: [
      { id: 'org-1', type: 'region', name: 'Region Bänk', emailDomain: domain, hostTenant: true },
      { id: 'org-2', type: 'municipality', name: 'Bänks kommun', emailDomain: 'kommun-bank.example' },
    ],
    staff: [1, 2].map((number) => ({
      id: `st-${number}`,
      givenName: `Ledare${number}`,
      familyName: 'Bänk',
      displayName: `Ledare${number} Bänk`,
      organisationId: 'org-1',
      email: `ledare${number}@${domain}`,
      accountType: 'member',
    })),
    participants: Array.from({ length: people - planners - lateComers }, (_person, index) => ({
      id: `p-${index + 1}`,
      givenName: `Åsa${index + 1}`,
      familyName: 'Öberg',
      organisationId: 'org-2',
      email: participantAddress(index + 1),
      accountType: 'external',
      registeredAt: '2026-06-09T08:14:00+02:00',
      status: 'confirmed',
      commitmentAccepted: true,
    })),
    venues: Array.from({ length: roomsLookedAt }, (_room, index) => ({
      id: `v-${index + 1}`,
      name: `Sal ${index + 1}`,
      city: 'Bänk',
      own: true,
      capacity: 600,
      roomMailbox: `sal-${index + 1}@${domain}`,
      stepFree: true,
    })),
    sessions: Array.from({ length: sessionsInProject }, (_session, index) => {
      const date = dateOf(index);
      return {
        id: `s-${index + 1}`,
        number: index + 1,
        title: `Träff ${index + 1}`,
        date,
        start: `${date}T09:00:00+02:00`,
        end: `${date}T16:00:00+02:00`,
        format: 'onsite',
        venueId: `v-${index + 1}`,
      };
    }),
  };
}

export function participantAddress(number: number): string {
  return `asa${number}@kommun-bank.example`;
}

/** A day as far from the start of the first session as is said. */
export function dateOf(session: number, daysLater = 0): string {
  return Temporal.PlainDate.from('2026-09-01')
    .add({ days: session * daysBetween + daysLater })
    .toString();
}
