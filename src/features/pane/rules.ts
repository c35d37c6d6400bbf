import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../domain/local-date.ts';
import type { AppointmentSigns } from './types.ts';

interface Candidate {
  readonly id: string;
  readonly number: number;
  readonly date: string | null;
}

/**
 * The session that an appointment is about. Its day goes first; an appointment that somebody has moved in Outlook is
 * still known by the number in its subject, where only one session has it.
 */
export function sessionOfAppointment<Session extends Candidate>(
  { start, number }: AppointmentSigns,
  sessions: readonly Session[],
  zone: string,
): Session | null {
  const day = start === null ? null : localDateOf(Temporal.Instant.from(start), zone).toString();
  const onDay = sessions.filter(({ date }) => date !== null && date === day);
  const [only] = onDay;
  if (only !== undefined && onDay.length === 1) return only;
  const numbered = (onDay.length > 0 ? onDay : sessions).filter((session) => session.number === number);
  return numbered.length === 1 ? (numbered[0] ?? null) : null;
}
