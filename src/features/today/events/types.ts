import type { SessionAnswer } from '../../../domain/people.ts';

/** What was written since somebody last looked, in rows. Moments are ISO. */
export interface NewRows {
  readonly registrations: readonly {
    readonly personId: string;
    readonly state: string;
    readonly registeredAt: string;
    readonly cancelledAt: string | null;
  }[];
  readonly answers: readonly {
    readonly personId: string;
    readonly sessionId: string;
    readonly answer: SessionAnswer;
    readonly at: string;
  }[];
  readonly bookings: readonly {
    readonly sessionId: string;
    readonly venueId: string;
    readonly status: string;
    readonly answeredAt: string;
  }[];
  readonly notices: readonly {
    readonly kind: string;
    readonly sessionId: string | null;
    readonly state: 'sent' | 'failed';
    readonly isAutomatic: boolean;
    readonly channel: string;
    readonly subject: string;
    readonly at: string;
  }[];
  readonly audit: readonly {
    readonly id: string;
    readonly at: string;
    readonly actor: string;
    readonly actorPersonId: string | null;
    readonly act: string;
    readonly subject: string | null;
    readonly details: Readonly<Record<string, string | number | boolean | null>>;
  }[];
}

/** What the sentences need to name. */
export interface Known {
  /** Who looks: nobody is told what they did themselves. */
  readonly me: string | null;
  /** Without it, people are counted and not named. */
  readonly names: ReadonlyMap<string, string> | null;
  readonly sessions: readonly { readonly id: string; readonly number: number }[];
  readonly venues: ReadonlyMap<string, string>;
}
