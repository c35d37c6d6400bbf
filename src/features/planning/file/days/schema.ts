import { z } from 'zod';
import { isLocalTime, readLocalDate, startInstant, withOffset } from '../../../../domain/local-date.ts';
import type { FileSession, ProjectFile } from '../types.ts';

const clock = z.string().regex(/^\d{1,2}[.:]\d{2}$/, 'HH.mm');

type Numbered = FileSession & { number: number };

export const agendaItem = z.looseObject({
  start: z.string(),
  end: z.string(),
  type: z.string(),
  title: z.string(),
  speakerIds: z.array(z.string()).optional(),
  mode: z.enum(['remote', 'onsite']).optional(),
  responsibleId: z.string().optional(),
});

/** RG-07: `sessions[].days`. What a day leaves out is as the session says. */
export const sessionDay = z.looseObject({
  date: z.string(),
  start: clock,
  end: clock,
  agenda: z.array(agendaItem).optional(),
});

/**
 * Each day of a session becomes an entry of its own with the session's number: the first in its place, so that paths in the
 * file still lead there, the others last.
 */
export function laidInDays(file: ProjectFile): ProjectFile {
  const zone = file.timeZone ?? 'Europe/Stockholm';
  const written = file.sessions ?? [];
  if (!written.some((session) => 'days' in session || 'dayOf' in session)) return file;
  const spread = written
    .map((session, index): Numbered => ({ ...session, number: session.number ?? index + 1 }))
    .map((session) => dayEntries(session, zone));
  const all = [...spread.map(([first]) => first), ...spread.flatMap(([, ...others]) => others)];
  return { ...file, sessions: all.map((entry) => ({ ...entry, number: numberOf(entry, all) })) };
}

/** A day has its session's number, whatever it says itself. */
function numberOf(entry: Numbered, all: readonly FileSession[]): number {
  return all.find(({ id }) => id === entry['dayOf'])?.number ?? entry.number;
}

function dayEntries(session: Numbered, zone: string): readonly [Numbered, ...Numbered[]] {
  const { days, ...others } = session;
  const rest = Object.assign(others, { number: session.number }); // a rest of open keys forgets that there is one
  const read = z.array(sessionDay).safeParse(days);
  const [first, ...later] = read.success ? read.data : [];
  if (first === undefined) return [rest];
  return [
    { ...rest, ...timesOf(first, zone) },
    ...later.map((day, index) => ({
      ...rest,
      agenda: [],
      ...timesOf(day, zone),
      id: `${session.id}-dag-${index + 2}`,
      dayOf: session.id,
    })),
  ];
}

/** A day that does not exist stands as it is, for the checks to tell. */
function timesOf({ date, start, end, agenda }: z.infer<typeof sessionDay>, zone: string) {
  const day = readLocalDate(date);
  const moment = (text: string): string | undefined => {
    const time = text.replace('.', ':').padStart(5, '0');
    return day === undefined || !isLocalTime(time) ? undefined : withOffset(startInstant(day, time, zone), zone);
  };
  return { date, start: moment(start), end: moment(end), ...(agenda === undefined ? {} : { agenda }) };
}
