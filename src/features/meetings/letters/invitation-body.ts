import { html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { SessionDay } from '../../../domain/session-day.ts';
import { clockText, dayMonth, listDate, listText, timeRange, timeText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { replacesLine } from './earlier.ts';

export interface InvitationText {
  readonly projectTitle: string;
  /** REG-02. */
  readonly wholeProjectText: string;
  /** An online session has neither coffee nor lunch. */
  readonly isOnline: boolean;
  readonly venueName: string | null;
  readonly street: string | null;
  readonly city: string | null;
  /** Local `HH:mm`. */
  readonly arrival: string;
  readonly end: string;
  /** The last day for the programme, local day. */
  readonly infoDeadline: string;
  readonly projectPageUrl: string;
  /** Who had invited to it before the tool; null when nobody had. */
  readonly replaces: string | null;
  readonly lead: { readonly name: string; readonly phone: string | null };
}

export interface InvitationHead {
  readonly number: number;
  readonly day: SessionDay | null;
  readonly total: number;
  readonly city: string | null;
  readonly theme: string | null;
  readonly title: string;
  readonly projectTitle: string;
}

/** Telephones cut subjects off, so what matters most stands first. Last what it is about, which a bare number does not say. */
export function invitationSubject(
  { number, day, total, city, theme: ownTheme, title, projectTitle }: InvitationHead,
  language: Language,
): string {
  const sv = language === 'sv';
  const theme = ownTheme?.trim() || (/^(träff|session) \d+$/i.test(title.trim()) ? projectTitle : title);
  const part = day === null ? '' : sv ? `, dag ${day.number} av ${day.of}` : `, day ${day.number} of ${day.of}`;
  const place = city === null ? '' : sv ? ` i ${city}` : ` in ${city}`;
  return `Dalalab ${sv ? 'träff' : 'session'} ${number} ${sv ? 'av' : 'of'} ${total}${part}${place}: ${theme}`;
}

/** The shared text of the invitation. Everybody reads the same: no personal link, no name but the lead's. */
export function invitationBody(text: InvitationText, language: Language): string {
  const { isOnline } = text;
  const place = isOnline ? 'Teams' : [text.venueName, text.street, text.city].filter(Boolean).join(', ');
  const phone = text.lead.phone === null ? '' : `, ${text.lead.phone}`;
  const programme = localDate(text.infoDeadline);
  const replaces = text.replaces === null ? null : html`<p>${replacesLine(text.replaces, language)}</p>`;
  const body =
    language === 'sv'
      ? html`<p>Du får bokningen för att du är anmäld till eller medverkar i lärprojektet ${text.projectTitle}.</p>
          ${replaces}
          <p>
            ${place === '' ? '' : `Plats: ${place}. `}${isOnline ? 'Start' : 'Kaffe'} ${timeText(text.arrival, 'sv')},
            slut
            ${timeText(text.end, 'sv')}.${isOnline ? ' Länken till mötet finns i bokningen.' : ' Lunch och fika ingår.'}
          </p>
          <p>${text.wholeProjectText}</p>
          <p>Programmet kommer senast den ${dayMonth(programme, 'sv')}.</p>
          <p>
            ${isOnline ? 'Kan du inte vara med? Tacka nej här.' : 'Kan du inte komma? Tacka nej här, så minskar vi maten.'}
            Du är ändå kvar i lärprojektet. Vill du skicka en ersättare? Gå till
            <a href="${text.projectPageUrl}">${text.projectPageUrl}</a> och skriv din e-post, så får du din personliga
            länk.
          </p>
          <p>Deltagarnas adresser syns inte för varandra. Vi ber aldrig om lösenord.</p>
          <p>
            ${text.lead.name}, innehållsansvarig${phone}. Dalalab drivs av Länsstyrelsen Dalarna och Region Dalarna.
          </p>`
      : html`<p>
            You get this booking because you are registered for or take part in the learning project
            ${text.projectTitle}.
          </p>
          ${replaces}
          <p>
            ${place === '' ? '' : `Place: ${place}. `}${isOnline ? 'Start' : 'Coffee'} at
            ${clockText(text.arrival, 'en')}, end at
            ${clockText(text.end, 'en')}.${isOnline ? ' The link to the meeting is in the booking.' : ' Lunch and coffee are included.'}
          </p>
          <p>${text.wholeProjectText}</p>
          <p>The programme comes on ${dayMonth(programme, 'en')} at the latest.</p>
          <p>
            ${isOnline ? 'Can’t you take part? Decline here.' : 'Can’t you come? Decline here, and we order less food.'}
            You are still in the learning project. Do you want to send a substitute? Go to
            <a href="${text.projectPageUrl}">${text.projectPageUrl}</a> and write your e-mail address, and you get your
            personal link.
          </p>
          <p>The participants cannot see each other’s addresses. We never ask for passwords.</p>
          <p>
            ${text.lead.name}, content lead${phone}. Dalalab is run by the County Administrative Board of Dalarna and
            Region Dalarna.
          </p>`;
  return body.toString();
}

export interface Moved {
  /** Local, `2027-01-13T09:00:00`. */
  readonly fromStart: string;
  readonly fromEnd: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly isSamePlace: boolean;
}

/** First in the text of a session that has moved: what changed, so that nobody has to compare. */
export function movedLine(moved: Moved, language: Language): string {
  const sv = language === 'sv';
  const [from, to] = [moved.fromStart, moved.toStart].map((start) => listDate(localDate(start.slice(0, 10)), language));
  const range = (start: string, end: string): string => timeRange(start.slice(11, 16), end.slice(11, 16), language);
  const [before, after] = [range(moved.fromStart, moved.fromEnd), range(moved.toStart, moved.toEnd)];
  const sameTime = before === after;
  const sameDay = from === to;
  const fromText = sameDay ? before : sameTime ? from : `${from} ${before}`;
  const toText = sameDay ? after : sameTime ? to : `${to} ${after}`;
  const kept = [
    ...(sameDay ? [sv ? 'dag' : 'day'] : []),
    ...(moved.isSamePlace ? [sv ? 'plats' : 'place'] : []),
    ...(sameTime && !sameDay ? [sv ? 'tid' : 'time'] : []),
  ];
  const same = kept.length === 0 ? '' : `${sv ? 'Samma' : 'Same'} ${listText(kept, language)}.`;
  const other = moved.isSamePlace ? '' : sv ? 'Platsen är en annan, se nedan.' : 'The place is another, see below.';
  const rest = [same, other].filter(Boolean).join(' ');
  const label = sv ? 'Ändrat:' : 'Changed:';
  const between = sv ? `från ${fromText} till ${toText}.` : `from ${fromText} to ${toText}.`;
  return html`<p><strong>${label}</strong> ${between} ${rest}</p>`.toString();
}

/** First in the text of a session that has got another place at the same time. */
export function newPlaceLine(place: string, before: string, language: Language): string {
  const sv = language === 'sv';
  const [label, same] = sv ? ['Ändrat:', 'Samma dag och tid.'] : ['Changed:', 'Same day and time.'];
  const instead = before === '' ? '' : sv ? `, i stället för ${before}` : `, instead of ${before}`;
  const where = `${sv ? 'ny plats' : 'new place'}, ${place}${instead}.`;
  return html`<p><strong>${label}</strong> ${where} ${same}</p>`.toString();
}

/** What the room's calendar shows while the session's own meeting has not got there. */
export function roomSubject(subject: string, language: Language): string {
  return `${language === 'sv' ? 'Lokal' : 'Room'}: ${subject}`;
}

/** To a room's calendar, which somebody may read who looks after it. */
export function roomReleased(language: Language): string {
  return language === 'sv' ? 'Lokalen behövs inte den tiden.' : 'The room is not needed at that time.';
}

export function cancelComment(language: Language): string {
  return language === 'sv'
    ? 'Träffen är inställd. Du är kvar i lärprojektet. Vi hör av oss om det blir en ny träff.'
    : 'The session is cancelled. You are still in the learning project. We will be in touch if there is a new one.';
}
