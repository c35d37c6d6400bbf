import { Temporal } from 'temporal-polyfill';
import { localDateOf, localTimeOf } from '../../src/domain/local-date.ts';
import { listDateTime, timeText } from '../../src/domain/swedish-text.ts';
import type { Turn } from '../turn.ts';

type Spoken = Pick<Turn, 'tools' | 'project' | 'language'>;

/** "fredag 28 augusti 2026 kl. 16.00", or only the time when it is today. */
export function momentText(iso: string, { tools, project, language }: Spoken): string {
  const instant = Temporal.Instant.from(iso);
  const isToday = localDateOf(instant, project.timeZone).equals(localDateOf(tools.clock.now(), project.timeZone));
  return isToday
    ? timeText(localTimeOf(instant, project.timeZone), language)
    : listDateTime(instant, project.timeZone, language);
}
