import { readFileSync } from 'node:fs';
import type { ProjectFile } from '../../../src/features/planning/file/types.ts';

const samplePath = new URL('../../../src/features/planning/sample/sample-project.json', import.meta.url);

export const sampleText = readFileSync(samplePath, 'utf8');

/** A fresh copy, so that a test can change it. */
export function sample(): ProjectFile {
  return JSON.parse(sampleText) as ProjectFile; // our own file, whose shape another test checks
}

/** The smallest project there is. */
export function small(): ProjectFile {
  return { schemaVersion: 1, project: { id: 'lp-liten', title: 'Litet lärprojekt' } };
}

interface Size {
  readonly year: number;
  readonly organisations: number;
  readonly participants: number;
  readonly sessions: number;
}

/** A project of any size and year, without the optional blocks. The last session of long projects is in winter time. */
export function generated({ year, organisations, participants, sessions }: Size): ProjectFile {
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    schemaVersion: 1,
    timeZone: 'Europe/Stockholm',
    project: {
      id: `lp-${year}-${participants}`,
      title: `Lärprojekt ${year}`,
      keyDates: { registrationOpens: `${year}-02-01`, registrationCloses: `${year}-02-20T16:00:00+01:00` },
      ours: { kept: [1, { zeta: true, alpha: null }] },
    },
    organisations: Array.from({ length: organisations }, (_, index) => ({
      id: `org-${index}`,
      type: index === 0 ? 'region' : 'municipality',
      name: `Organisation ${index}`,
    })),
    participants: Array.from({ length: participants }, (_, index) => ({
      id: `p-${index}`,
      givenName: `Åsa${index}`,
      familyName: `Öberg${index}`,
      organisationId: `org-${index % organisations}`,
      email: `asa${index}@organisation.example`,
      registeredAt: `${year}-02-${two((index % 19) + 1)}T08:${two(index % 60)}:00+01:00`,
      status: index % 7 === 3 ? 'waitingList' : 'confirmed',
    })),
    sessions: Array.from({ length: sessions }, (_, index) => {
      const winter = index % 2 === 0;
      const day = winter ? `${year}-03-${two((index % 20) + 1)}` : `${year}-06-${two((index % 20) + 1)}`;
      const offset = winter ? '+01:00' : '+02:00';
      return {
        id: `s-${index}`,
        title: `Träff ${index + 1}`,
        date: day,
        start: `${day}T09:00:00${offset}`,
        end: `${day}T15:30:00${offset}`,
      };
    }),
  };
}
