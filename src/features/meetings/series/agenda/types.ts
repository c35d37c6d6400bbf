import type { Language } from '../../../../domain/words.ts';

/** What the planning group has to talk about. Days are local. */
export interface MeetingAgenda {
  readonly projectId: string;
  readonly day: string;
  /** "tisdag 22 september kl. 9.00–10.00". */
  readonly when: string;
  readonly place: string;
  readonly joinUrl: string | null;
  /** The room has said no to the meetings. */
  readonly isRoomDeclined: boolean;
  readonly tasks: readonly {
    readonly what: string;
    readonly who: string | null;
    readonly dueOn: string | null;
    readonly isLate: boolean;
  }[];
  /** What the guideline asks for next, and by when. */
  readonly deadline: { readonly title: string; readonly due: string } | null;
  /** Speakers who have been asked and have not answered. */
  readonly speakers: readonly { readonly name: string; readonly sessionNumber: number }[];
  /** Since the meeting before. */
  readonly decisions: readonly { readonly text: string; readonly decidedOn: string }[];
  readonly url: string;
}

/** Builds the card of an agenda: what a card looks like is the bot's affair. */
export type AgendaCard = (
  agenda: MeetingAgenda,
  language: Language,
) => { readonly card: object; readonly summary: string };
