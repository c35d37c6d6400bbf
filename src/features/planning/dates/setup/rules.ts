import { isLocalTime, localDate, startInstant, withOffset } from '../../../../domain/local-date.ts';
import { refused, type Refused } from '../../../../domain/outcome.ts';
import type { PlanRefusal, Session, SessionPatch } from '../../types.ts';

/** ROO-01: furnishing begins before the session, on its own day. */
export function setupFault(
  { date, startTime }: Session,
  { setupStart }: SessionPatch,
): Refused<PlanRefusal> | undefined {
  if (setupStart === undefined || setupStart === null) return undefined;
  if (date === null || !isLocalTime(setupStart)) return refused('badTime', { value: setupStart });
  return startTime !== null && setupStart > startTime ? refused('setupAfterStart') : undefined;
}

/** In the project file's words, where those who come early stand beside the moment. Empty when nothing is changed. */
export function setupOf(
  { date, extra }: Session,
  { setupStart }: SessionPatch,
  zone: string,
): Readonly<Record<string, unknown>> {
  if (setupStart === undefined || date === null) return {};
  const known = extra['setupMeeting'];
  const others = Object.entries(typeof known === 'object' && known !== null ? known : {}).filter(
    ([name]) => name !== 'start',
  );
  const start: [string, unknown][] =
    setupStart === null ? [] : [['start', withOffset(startInstant(localDate(date), setupStart, zone), zone)]];
  const all = [...start, ...others];
  return { setupMeeting: all.length === 0 ? null : Object.fromEntries(all) };
}
