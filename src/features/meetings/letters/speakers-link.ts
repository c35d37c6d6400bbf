import { html } from '../../../domain/html.ts';
import { localDate, type LocalTime } from '../../../domain/local-date.ts';
import { listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';

export interface SpeakersLinkText {
  readonly number: number;
  readonly projectTitle: string;
  /** Local day. */
  readonly date: string;
  readonly items: readonly { readonly start: LocalTime; readonly end: LocalTime; readonly title: string }[];
  readonly lead: { readonly name: string; readonly phone: string | null };
}

export function speakersLinkSubject(number: number, language: Language): string {
  return language === 'sv' ? `Länk för medverkande: träff ${number}` : `Link for speakers: session ${number}`;
}

/** To those who take part by link. Outlook adds the link itself, last in the text. */
export function speakersLinkBody(text: SpeakersLinkText, language: Language): string {
  const phone = text.lead.phone === null ? '' : `, ${text.lead.phone}`;
  const when = listDate(localDate(text.date), language);
  const items = text.items.map(({ start, end, title }) => html`<li>${timeRange(start, end, language)} ${title}</li>`);
  const body =
    language === 'sv'
      ? html`<p>Tack för att du medverkar på länk i träff ${text.number} i ${text.projectTitle}, ${when}.</p>
          <ul>
            ${items}
          </ul>
          <p>Anslut med länken längst ner. Mötet öppnar en kvart före, så att vi hinner prova ljud och bild.</p>
          <p>Länken är bara för dig som medverkar. Skicka den inte vidare: deltagarna är på plats.</p>
          <p>Blir du sen eller krånglar tekniken? Ring ${text.lead.name}${phone}.</p>`
      : html`<p>Thank you for taking part by link in session ${text.number} of ${text.projectTitle}, ${when}.</p>
          <ul>
            ${items}
          </ul>
          <p>Join with the link below. The meeting opens a quarter before, so that we can try sound and picture.</p>
          <p>The link is for speakers only. Please do not forward it: the participants are in the room.</p>
          <p>Are you late, or is there trouble with the equipment? Call ${text.lead.name}${phone}.</p>`;
  return body.toString();
}

export function speakersLinkCancelled(language: Language): string {
  return language === 'sv'
    ? 'Länken gäller inte längre. Vi hör av oss om du ska medverka på annat sätt eller en annan dag.'
    : 'The link is no longer valid. We will be in touch if you are to take part in another way or on another day.';
}
