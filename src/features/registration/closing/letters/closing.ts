import { Temporal } from 'temporal-polyfill';
import { counted, listDateTime } from '../../../../domain/swedish-text.ts';
import { letter, link, paragraph } from '../../../notices/letters/letter.ts';
import type { Letter } from '../../../notices/types.ts';
import type { ProjectTelling } from '../../facts/types.ts';
import { sessionList } from '../../letters/lines.ts';

export interface Announcement {
  /** Who said yes. */
  readonly confirmedBy: string;
  readonly confirmedNow: number;
  /** A page where one can stop it, for somebody without Teams. */
  readonly stopUrl: string;
}

function closes({ registrationCloses, timeZone }: ProjectTelling): string {
  return registrationCloses === null ? '' : listDateTime(Temporal.Instant.from(registrationCloses), timeZone, 'sv');
}

/** To those who lead: what is about to happen, under whose yes, and how to stop it. */
export function announcementLetter(
  project: ProjectTelling,
  { confirmedBy, confirmedNow, stopUrl }: Announcement,
): Letter {
  return letter(`Snart stänger anmälan till ${project.title}`, [
    paragraph(`Anmälan stänger ${closes(project)}.`),
    paragraph(
      `Då får alla bekräftade en kalenderbokning för varje träff. Just nu är det ${counted(confirmedNow, 'person', 'personer')}. ${confirmedBy} har bekräftat det.`,
    ),
    sessionList(project, 'sv'),
    paragraph('Stämmer det? Då behöver du inte göra något.'),
    link('Stoppa', stopUrl),
  ]);
}

/** The same for the planning chat: a count, no names but the one who said yes, and a button. */
export function announcementCard(
  project: ProjectTelling,
  {
    confirmedBy,
    confirmedNow,
    confirmationId,
  }: Pick<Announcement, 'confirmedBy' | 'confirmedNow'> & { readonly confirmationId: string },
): { readonly card: object; readonly summary: string } {
  const summary = `Anmälan till ${project.title} stänger ${closes(project)}. Då får alla bekräftade (just nu ${confirmedNow}) en kalenderbokning för varje träff.`;
  const data = { verb: 'undo!stop', confirmation: confirmationId };
  const stop = { title: 'Stoppa', associatedInputs: 'none', data };
  return {
    summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'sv',
      fallbackText: summary,
      body: [
        {
          type: 'TextBlock',
          text: 'Snart stänger anmälan',
          weight: 'Bolder',
          size: 'Medium',
          wrap: true,
          style: 'heading',
        },
        { type: 'TextBlock', text: summary, wrap: true },
        {
          type: 'TextBlock',
          text: `${confirmedBy} har bekräftat det. Stämmer det behöver ni inte göra något.`,
          wrap: true,
        },
      ],
      actions: [{ type: 'Action.Execute', verb: data.verb, ...stop, fallback: { type: 'Action.Submit', ...stop } }],
    },
  };
}

/** `byHand`: a person sends the bookings, so nothing has gone out. */
export function closedText(project: ProjectTelling, confirmed: number, { byHand = false } = {}): string {
  if (byHand)
    return `Anmälan till ${project.title} har stängt. Bokningarna till ${counted(confirmed, 'person', 'personer')} ligger färdiga i fliken Utskick, under ”Att skicka själv”. Inget har gått ut än.`;
  return `Anmälan till ${project.title} har stängt. Nu går det ut en bokning för varje träff till ${counted(confirmed, 'person', 'personer')}.`;
}

export function closedLetter(project: ProjectTelling, confirmed: number, confirmedBy: string): Letter {
  return letter(`Anmälan till ${project.title} har stängt`, [
    paragraph(closedText(project, confirmed)),
    paragraph(`Det gick ut efter bekräftelse av ${confirmedBy}.`),
    paragraph('I fliken Deltagare ser du svaren när de kommer.'),
  ]);
}

const reasons = {
  tellUnconfirmed: [
    'Ingen har bekräftat stängningen',
    'Ingen har sagt ja till att bokningarna går ut. Därför går de inte ut av sig själva.',
  ],
  tellStopped: ['Stängningen är stoppad', 'Någon har stoppat det som skulle gå ut. Inget är skickat.'],
  tellChanged: [
    'Stängningen behöver bekräftas igen',
    'En tid eller ett datum är nytt sedan ni sa ja. Därför går inget ut av sig självt.',
  ],
} as const;

/** To those who lead, when the closing will not happen or did not happen by itself. */
export function notClosingLetter(project: ProjectTelling, why: keyof typeof reasons): Letter {
  const [subject, text] = reasons[why];
  return letter(`${subject}: ${project.title}`, [
    paragraph(`Anmälan stänger ${closes(project)}.`),
    paragraph(text),
    paragraph('Gå till fliken Deltagare. Läs igenom det som ska gå ut och säg ja, så går det i väg.'),
  ]);
}
