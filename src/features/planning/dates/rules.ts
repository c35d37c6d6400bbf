import { addMinutes, isLocalTime, minutesBetween } from '../../../domain/local-date.ts';
import { counted, inBoth, timeText } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { AgendaItem, Session } from '../types.ts';

/** A session without a date: everything else can be decided later too. */
export function emptySession(ids: { tenant_id: string; project_id: string }, number: number, title?: string) {
  return {
    ...ids,
    id: `s-${number}`,
    number,
    title: title ?? `Träff ${number}`,
    theme: null,
    date: null,
    start_time: null,
    end_time: null,
    full_day: true,
    format: 'onsite' as const,
    venue_id: null,
    preparation: null,
    agenda: '[]',
    layout: null,
    imported_room_status: null,
    extra: '{}',
    cancelled_at: null,
  };
}

/**
 * The programme follows the session to another hour, so that coffee is not served before it begins. Null when it stays: there
 * is none, the session begins when it did, or it would run past midnight.
 */
export function agendaAt(
  { agenda, startTime }: Pick<Session, 'agenda' | 'startTime'>,
  newStart: string,
): readonly AgendaItem[] | null {
  if (startTime === null || startTime === newStart || agenda.length === 0 || !isLocalTime(newStart)) return null;
  const later = minutesBetween(startTime, newStart);
  const staysInDay = (time: string): boolean => {
    const minute = minutesBetween('00:00', time) + later;
    return minute >= 0 && minute < 24 * 60;
  };
  if (!agenda.every(({ start, end }) => staysInDay(start) && staysInDay(end))) return null;
  return agenda.map((item) => ({ ...item, start: addMinutes(item.start, later), end: addMinutes(item.end, later) }));
}

export function agendaLines(session: Pick<Session, 'agenda' | 'startTime'>, newStart: string): readonly Words[] {
  const [first] = agendaAt(session, newStart) ?? [];
  if (first === undefined) return [];
  return [
    inBoth((language) =>
      language === 'sv'
        ? `Programmet följer med och börjar ${timeText(first.start, 'sv')}. Se efter att slutet stämmer.`
        : `The programme moves too and begins ${timeText(first.start, 'en')}. Check that its end fits.`,
    ),
  ];
}

/** SPK-02: those who take part from afar have a meeting of their own, beside the participants'. */
export function linkLines(count: number): readonly Words[] {
  if (count === 0) return [];
  return [
    {
      sv: `De som medverkar på länk, och de som släpper in dem (${count}), får besked om sin länk.`,
      en: `Those who take part by link, and those who let them in (${count}), are told about their link.`,
    },
  ];
}

/** without Outlook each gets a calendar file, which somebody sends. */
export function byHandLine(count: number): Words {
  if (count === 0)
    return { sv: 'Ingen är inbjuden än, så ingen får något besked.', en: 'Nobody is invited yet, so nobody is told.' };
  return {
    sv: `${counted(count, 'person', 'personer')} ska få en kalenderfil. Filerna läggs färdiga under ”Att skicka själv”.`,
    en: `${counted(count, 'person is', 'people are')} to get a calendar file. The files are made ready under “To send yourself”.`,
  };
}
