import { localDate } from '../../../domain/local-date.ts';
import { clockText, counted, dayMonth, listDate } from '../../../domain/swedish-text.ts';
import type { Language, Words } from '../../../domain/words.ts';
import type { Drift, MeetingPart } from '../types.ts';

/** Somebody has changed a meeting in Outlook: what, and how to answer. */
export function driftText(number: number, drift: Drift, language: Language): string {
  const sv = language === 'sv';
  if (drift.removed !== undefined)
    return sv
      ? `Träff ${number} har tagits bort i Outlook. Ska vi skapa den igen, eller ställa in träffen?`
      : `Session ${number} has been removed in Outlook. Is it to be made again, or the session called off?`;
  const parts = [
    ...(drift.start === undefined ? [] : [`${sv ? 'börjar' : 'starts'} ${momentText(drift.start, language)}`]),
    ...(drift.end === undefined ? [] : [`${sv ? 'slutar' : 'ends'} ${momentText(drift.end, language)}`]),
    ...(drift.location === undefined ? [] : [`${sv ? 'är i' : 'is in'} ${drift.location}`]),
    ...(drift.subject === undefined ? [] : [`${sv ? 'heter' : 'is called'} ”${drift.subject}”`]),
    ...(drift.room === undefined ? [] : [sv ? 'har ingen lokal' : 'has no room']),
    ...(drift.people === undefined ? [] : [lackingText(drift.people.split(' ').length, language)]),
  ];
  return sv
    ? `Träff ${number} är ändrad i Outlook: den ${parts.join(', ')}. Planen säger något annat. Vilket gäller?`
    : `Session ${number} has been changed in Outlook: it ${parts.join(', ')}. The plan says otherwise. Which is right?`;
}

/** The chat is read by many, so nobody is named. */
function lackingText(count: number, language: Language): string {
  return language === 'sv'
    ? `saknar ${counted(count, 'person', 'personer')}`
    : `lacks ${counted(count, 'person', 'people')}`;
}

/** The same as a card, with a button for each side. Each shows what it would do before anything is done. */
export function driftCard(
  question: { readonly projectId: string; readonly sessionId: string; readonly number: number; readonly drift: Drift },
  language: Language,
): { readonly card: object; readonly summary: string } {
  const { projectId, sessionId, number, drift } = question;
  const sv = language === 'sv';
  const summary = driftText(number, drift, language);
  const isRemoved = drift.removed !== undefined;
  const sides = [
    ['plan', sv ? (isRemoved ? 'Skapa den igen' : 'Planen gäller') : isRemoved ? 'Make it again' : 'The plan is right'],
    [
      'outlook',
      sv ? (isRemoved ? 'Ställ in träffen' : 'Outlook gäller') : isRemoved ? 'Call it off' : 'Outlook is right',
    ],
  ] as const;
  const button = (side: string, title: string) => {
    const data = { verb: 'drift!preview', project: projectId, session: sessionId, side, lang: language };
    const press = { title, associatedInputs: 'none', data };
    return { type: 'Action.Execute', verb: data.verb, ...press, fallback: { type: 'Action.Submit', ...press } };
  };
  return {
    summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      fallbackText: summary,
      body: [
        {
          type: 'TextBlock',
          text: sv ? 'Ändrat i Outlook' : 'Changed in Outlook',
          weight: 'Bolder',
          size: 'Medium',
          wrap: true,
          style: 'heading',
        },
        { type: 'TextBlock', text: summary, wrap: true },
      ],
      actions: sides.map(([side, title]) => button(side, title)),
    },
  };
}

function momentText(local: string, language: Language): string {
  const day = dayMonth(localDate(local.slice(0, 10)), language);
  const clock = clockText(local.slice(11, 16), language);
  return language === 'sv' ? `den ${day} kl. ${clock}` : `on ${day} at ${clock}`;
}

/** Outlook has refused a booking: something for somebody to do, never silence. */
export function failedText(
  { part, number, stands }: { readonly part: MeetingPart; readonly number: number; readonly stands: boolean },
  why: string,
  language: Language,
): string {
  if (why === 'tooManyAttendees') return tooManyText(number, language);
  const room: Words = {
    sv: `Outlook tog inte emot frågan till lokalen för träff ${number} (${why}). Träffen står kvar som den är. Försök igen i fliken eller be IT om hjälp.`,
    en: `Outlook did not take the question to the room for session ${number} (${why}). The session stands as it is. Try again in the tab or ask IT for help.`,
  };
  const texts: Readonly<Record<MeetingPart, Words>> = {
    roomHoldA: room,
    roomHoldB: room,
    session: {
      sv: `Outlook tog inte emot bokningen för träff ${number} (${why}). Ingen har fått något. Försök igen i fliken eller be IT om hjälp.`,
      en: `Outlook did not take the booking of session ${number} (${why}). Nobody has received anything. Try again in the tab or ask IT for help.`,
    },
    sharedCalendar: stands
      ? staleCopy(number, why)
      : {
          sv: `Träff ${number} kom inte in i den gemensamma möteskalendern (${why}). Be IT ge tillgång till kalendern, eller skriv in träffen för hand.`,
          en: `Session ${number} did not get into the shared calendar (${why}). Ask IT for access to the calendar, or enter the session by hand.`,
        },
    remoteSpeakers: {
      sv: `Outlook tog inte emot länken för medverkande till träff ${number} (${why}). Försök igen i fliken eller bjud in dem för hand.`,
      en: `Outlook did not take the speakers’ link of session ${number} (${why}). Try again in the tab or invite them by hand.`,
    },
  };
  return texts[part][language];
}

function staleCopy(number: number, why: string): Words {
  return {
    sv: `Ändringen av träff ${number} kom inte in i den gemensamma möteskalendern (${why}). Där står den som den var. Be IT ge tillgång till kalendern och tryck på ”Försök igen” i fliken, eller ändra i kalendern för hand.`,
    en: `The change of session ${number} did not get into the shared calendar (${why}). It stands there as it was. Ask IT for access to the calendar and press “Try again” in the tab, or change the calendar by hand.`,
  };
}

/** Exchange's own limit, which no new try gets past: the project is too large for one booking. */
function tooManyText(number: number, language: Language): string {
  return language === 'sv'
    ? `Träff ${number} har fler än 499 personer. Outlook tar högst 500 i en bokning, lokalen inräknad. De nya har inte fått någon inbjudan, och de som redan har bokningen har den kvar. Dela lärprojektet i två. Eller be IT om en e-postlista för några av dem: avboka dem i fliken och anmäl listans adress i stället. Sedan går inbjudan ut av sig själv.`
    : `Session ${number} has more than 499 people. Outlook takes 500 at most in one booking, the room included. The new ones have no invitation, and those who have the booking keep it. Divide the project in two. Or ask IT for a mailing list for some of them: cancel them in the tab and register the address of the list instead. Then the invitation goes out by itself.`;
}

/** Outlook has made an online meeting without a link, as it does when the mailbox has no Teams. */
export function noLinkText(number: number, part: MeetingPart, language: Language): string {
  const [svFor, enFor] =
    part === 'remoteSpeakers'
      ? ['för medverkande till träff', 'for the speakers of session']
      : ['till träff', 'of session'];
  return language === 'sv'
    ? `Teams gav ingen möteslänk ${svFor} ${number}. Ingen inbjudan har gått ut. Be IT slå på Teams-möten för Dalalabs brevlåda, och tryck sedan på ”Försök igen” i fliken.`
    : `Teams gave no meeting link ${enFor} ${number}. No invitation has gone out. Ask IT to switch on Teams meetings for the mailbox, then press “Try again” in the tab.`;
}

/** Somebody whom we did not invite is on a meeting. The chat is read by many, so nobody is named. */
export function strangerText(number: number, count: number, language: Language): string {
  return language === 'sv'
    ? `${counted(count, 'person', 'personer')} som inte är ${count === 1 ? 'anmäld' : 'anmälda'} står i bokningen för träff ${number}. Är det en ersättare, en kollega som följer med eller någon som ska bort? Svara under träffen i fliken.`
    : `${counted(count, 'person', 'people')} without a registration ${count === 1 ? 'is' : 'are'} on the booking of session ${number}. A substitute, a colleague who comes along, or somebody to be removed? Answer under the session in the tab.`;
}

/** The room's own booking is gone, and with it the room. */
export function roomRemovedText(number: number, language: Language): string {
  return language === 'sv'
    ? `Lokalens bokning för träff ${number} är borttagen i Outlook. Ska lokalen bokas igen? Välj i fliken.`
    : `The room’s booking for session ${number} has been removed in Outlook. Is the room to be booked again? Choose in the tab.`;
}

/** The room has said yes to the new time, and only then was anybody told. */
export function movedText({ number, start, venueName, people }: MovedMeeting, language: Language): string {
  const told =
    language === 'sv'
      ? `${venueName} har tackat ja, och ${counted(people, 'person har', 'personer har')} fått bokningen som den är nu.`
      : `${venueName} has accepted, and ${counted(people, 'person has', 'people have')} got the booking as it is now.`;
  if (start === null)
    return language === 'sv'
      ? `Träff ${number} har fått en ny plats. Dag och tid är de samma. ${told}`
      : `Session ${number} has got a new place. Day and time are the same. ${told}`;
  const day = listDate(localDate(start.slice(0, 10)), language);
  const clock = clockText(start.slice(11, 16), language);
  const when = language === 'sv' ? `${day} kl. ${clock}` : `${day} at ${clock}`;
  return language === 'sv'
    ? `Träff ${number} är flyttad till ${when}. ${told}`
    : `Session ${number} has moved to ${when}. ${told}`;
}

export interface MovedMeeting {
  readonly number: number;
  /** Local, `2027-01-20T09:00:00`; null when only the place is another. */
  readonly start: string | null;
  readonly venueName: string;
  readonly people: number;
}

/** What somebody has removed in Outlook is not made again until a person says so. */
export function linkRemovedText(number: number, language: Language): string {
  return language === 'sv'
    ? `Länken för medverkande till träff ${number} är borttagen i Outlook. Ska de ha en ny? Välj i fliken.`
    : `The speakers’ link of session ${number} has been removed in Outlook. Are they to get a new one? Choose in the tab.`;
}
