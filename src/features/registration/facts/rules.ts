import { Temporal } from 'temporal-polyfill';
import { localDate, startInstant } from '../../../domain/local-date.ts';
import type { ProjectTelling } from './types.ts';

/** The project with only the sessions that have not ended, for whoever comes in when some have been held. */
export function withWhatRemains(project: ProjectTelling, now: Temporal.Instant): ProjectTelling {
  return {
    ...project,
    sessions: project.sessions.filter(({ date, endTime }) => {
      if (date === null) return true;
      const end = startInstant(localDate(date), endTime ?? '23:59', project.timeZone);
      return Temporal.Instant.compare(end, now) > 0;
    }),
  };
}
