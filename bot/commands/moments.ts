import { Temporal } from 'temporal-polyfill';
import { daysBetween, localDateOf, localTimeOf } from '../../src/domain/local-date.ts';
import { listDateTime, timeText, weekdayName } from '../../src/domain/swedish-text.ts';
import type { Turn } from '../turn.ts';

type Spoken = Pick<Turn, 'tools' | 'project' | 'language'>;

/** Days ahead in which a weekday alone is clear. */
const soon = 6;

/** "kl. 16.00" today, "i morgon kl. 16.00", "på fredag kl. 16.00" in the coming days, else the whole date. */
export function momentText(iso: string, { tools, project, language }: Spoken): string {
  const instant = Temporal.Instant.from(iso);
  const day = localDateOf(instant, project.timeZone);
  const ahead = daysBetween(localDateOf(tools.clock.now(), project.timeZone), day);
  const time = timeText(localTimeOf(instant, project.timeZone), language);
  if (ahead === 0) return time;
  if (ahead === 1) return `${language === 'sv' ? 'i morgon' : 'tomorrow'} ${time}`;
  if (ahead > 1 && ahead <= soon) return `${language === 'sv' ? 'på' : 'on'} ${weekdayName(day, language)} ${time}`;
  return listDateTime(instant, project.timeZone, language);
}
