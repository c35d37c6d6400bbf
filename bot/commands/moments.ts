import { Temporal } from 'temporal-polyfill';
import { localDateOf, localTimeOf } from '../../src/domain/local-date.ts';
import { listDateTime, timeText } from '../../src/domain/swedish-text.ts';
import type { Turn } from '../turn.ts';

type Spoken = Pick<Turn, 'tools' | 'project' | 'language'>;

/** "kl. 10.04" of now, as results are dated in the chat. */
export function nowText({ tools, project, language }: Spoken): string {
  return timeText(localTimeOf(tools.clock.now(), project.timeZone), language);
}

/** "fredag 28 augusti 2026 kl. 16.00", or only the time when it is today. */
export function momentText(iso: string, { tools, project, language }: Spoken): string {
  const instant = Temporal.Instant.from(iso);
  const isToday = localDateOf(instant, project.timeZone).equals(localDateOf(tools.clock.now(), project.timeZone));
  return isToday
    ? timeText(localTimeOf(instant, project.timeZone), language)
    : listDateTime(instant, project.timeZone, language);
}
