import type { SessionId } from '../../../domain/ids.ts';
import type { ReasonWords } from '../../../domain/words.ts';

/** `board`: municipalities that are the sounding board of a session. `notes`: who of the planning group takes notes. */
export type RotaKind = 'board' | 'notes';

/** Somebody who can be asked, and at how many sessions they have their turn. */
export interface RotaName {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface RotaSession {
  readonly sessionId: SessionId;
  readonly number: number;
  /** Local day. */
  readonly date: string | null;
  /** Held already: it counts, and nothing is proposed for it. */
  readonly isPast: boolean;
  readonly chosen: Readonly<Record<RotaKind, readonly string[]>>;
  /** What would be fair; the same as is chosen when nothing is missing. */
  readonly proposed: Readonly<Record<RotaKind, readonly string[]>>;
  /** Local day on which the sounding board was asked; null before. */
  readonly askedOn: string | null;
}

/** GET `/rota`. */
export interface RotaView {
  readonly today: string;
  readonly perSession: Readonly<Record<RotaKind, number>>;
  readonly candidates: Readonly<Record<RotaKind, readonly RotaName[]>>;
  readonly sessions: readonly RotaSession[];
}

export interface RotaChange {
  readonly sessionId: SessionId;
  readonly kind: RotaKind;
  readonly ids: readonly string[];
}

export interface RotaOrder {
  readonly changes: readonly RotaChange[];
  /** Municipalities of a session's sounding board. */
  readonly boardSize?: number | undefined;
}

export type RotaRefusal = 'noProject' | 'noSession' | 'unknownName' | 'dayAhead';

export const rotaRefusals: ReasonWords<RotaRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noSession: { sv: 'Träffen finns inte längre.', en: 'The session is no longer there.' },
  unknownName: {
    sv: 'Någon i listan är inte med längre. Titta igen och välj på nytt.',
    en: 'Somebody on the list is no longer there. Look again and choose anew.',
  },
  dayAhead: { sv: 'Dagen har inte varit än.', en: 'The day is still to come.' },
};
