import { counted } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';

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
