import type { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../../domain/local-date.ts';
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
