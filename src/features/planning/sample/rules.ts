import { Temporal } from 'temporal-polyfill';
import { localDateOf, startInstant } from '../../../domain/local-date.ts';
import { zoneOf } from '../file/checks/rules.ts';
import { layAround } from '../file/laying/rules.ts';
import type { ProjectFile } from '../file/types.ts';
import sample from './sample-project.json' with { type: 'json' };

/** Our own fictional project, with its own dates. */
export function sampleProject(): ProjectFile {
  return structuredClone(sample) as unknown as ProjectFile; // JSON has no literal types; a test reads it with the schema
}

/** The sample laid around the day of `now`: registration closes within a week. */
export function sampleAround(now: Temporal.Instant): ProjectFile {
  const file = sampleProject();
  return layAround(file, localDateOf(now, zoneOf(file)));
}

/** The morning two days before the registration of a file closes: what is to come has been prepared, and a newcomer is in time. */
export function beforeClosing(file: ProjectFile, otherwise: Temporal.Instant): Temporal.Instant {
  const closes = file.project.keyDates?.['registrationCloses'];
  if (closes == null) return otherwise;
  const zone = zoneOf(file);
  const day = localDateOf(Temporal.Instant.from(closes), zone).subtract({ days: 2 });
  return startInstant(day, '09:00', zone);
}
