import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { venuesOf } from '../../planning/queries.ts';
import { isStanding } from '../rules.ts';
import { bookingRow } from '../store.ts';

export interface AskedHost {
  readonly address: string;
  readonly venueName: string;
}

/** The host who has been asked for the session's venue, or has said yes. A room's calendar is told by the event instead. */
export async function askedHost(
  reader: Pick<Tools, 'db'>,
  key: ProjectKey,
  sessionId: string,
): Promise<AskedHost | null> {
  const booking = await bookingRow(reader, key, sessionId);
  if (booking === null || !isStanding(booking.status)) return null;
  const venue = (await venuesOf(reader, key)).find(({ id }) => id === booking.venueId);
  if (venue === undefined || venue.roomMailbox !== null || venue.bookingContact === null) return null;
  return { address: venue.bookingContact, venueName: venue.name };
}
