import type { ReasonWords } from '../../../domain/words.ts';

/** One thing to send by hand: one text, and everybody who is to have it. A personal link makes it one person's. */
export interface HandItem {
  /** The notices that a tick is about. */
  readonly ids: readonly string[];
  readonly kind: string;
  readonly sessionId: string | null;
  readonly recipients: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  /** Opens a new mail in whatever program the person uses; null when a browser would not take so long an address. */
  readonly mailto: string | null;
  /** The name of the calendar file that goes with it. */
  readonly file: string | null;
  readonly isPersonal: boolean;
  /** ISO; null while it waits. */
  readonly sentAt: string | null;
  readonly sentBy: string | null;
  readonly mayUndo: boolean;
}

export interface HandList {
  readonly waiting: readonly HandItem[];
  readonly sent: readonly HandItem[];
}

export type HandRefusal = 'notWaiting' | 'tooLateToUndo';

export const handWords: ReasonWords<HandRefusal> = {
  notWaiting: {
    sv: 'Det väntar inte längre. Läs om sidan och se vem som bockade av det.',
    en: 'It is not waiting any more. Reload the page and see who ticked it.',
  },
  tooLateToUndo: {
    sv: 'Det går inte att ångra längre. Skicka en rättelse i stället.',
    en: 'It cannot be undone any more. Send a correction instead.',
  },
};
