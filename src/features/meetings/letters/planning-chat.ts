import { localDate } from '../../../domain/local-date.ts';
import { clockText, dayMonth } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Drift } from '../types.ts';

/** Somebody has changed a meeting in Outlook: what, and how to answer. */
export function driftText(number: number, drift: Drift, language: Language): string {
  const sv = language === 'sv';
  if (drift.removed !== undefined)
    return sv
      ? `Träff ${number} har tagits bort i Outlook. Öppna fliken och välj: ska vi skapa den igen, eller ställa in träffen?`
      : `Session ${number} has been removed in Outlook. Open the tab and choose: make it again, or call the session off?`;
  const parts = [
    ...(drift.start === undefined ? [] : [`${sv ? 'börjar' : 'starts'} ${momentText(drift.start, language)}`]),
    ...(drift.end === undefined ? [] : [`${sv ? 'slutar' : 'ends'} ${momentText(drift.end, language)}`]),
    ...(drift.location === undefined ? [] : [`${sv ? 'är i' : 'is in'} ${drift.location}`]),
    ...(drift.subject === undefined ? [] : [`${sv ? 'heter' : 'is called'} ”${drift.subject}”`]),
  ];
  return sv
    ? `Träff ${number} är ändrad i Outlook: den ${parts.join(', ')}. Planen säger något annat. Vilket gäller? Välj i fliken.`
    : `Session ${number} has been changed in Outlook: it ${parts.join(', ')}. The plan says otherwise. Which is right? Choose in the tab.`;
}

function momentText(local: string, language: Language): string {
  const day = dayMonth(localDate(local.slice(0, 10)), language);
  const clock = clockText(local.slice(11, 16), language);
  return language === 'sv' ? `den ${day} kl. ${clock}` : `on ${day} at ${clock}`;
}

/** CAL-02: a failure is something for somebody to do, never silence. */
export function sharedCalendarFailedText(number: number, why: string, language: Language): string {
  return language === 'sv'
    ? `Träff ${number} kom inte in i den gemensamma möteskalendern (${why}). Be IT ge tillgång till kalendern, eller skriv in träffen för hand.`
    : `Session ${number} did not get into the shared calendar (${why}). Ask IT for access to the calendar, or enter the session by hand.`;
}

export function meetingFailedText(number: number, why: string, language: Language): string {
  return language === 'sv'
    ? `Outlook tog inte emot bokningen för träff ${number} (${why}). Ingen har fått något. Försök igen i fliken eller be IT om hjälp.`
    : `Outlook did not take the booking of session ${number} (${why}). Nobody has received anything. Try again in the tab or ask IT for help.`;
}
