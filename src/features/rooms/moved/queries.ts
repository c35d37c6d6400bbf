import type { ProjectKey } from '../../../domain/ids.ts';
import { languageOf, type Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { linkInPreview } from '../../notices/rules.ts';
import type { NewTime, Project, Session } from '../../planning/types.ts';
import { leadOf, mailFacts } from '../booking/queries.ts';
import { venueChange, type VenueMail } from '../letters/venue-mail.ts';
import { projectRooms, whenText } from '../queries.ts';
import { askedHost } from '../release/queries.ts';
import { isCurrent, timeOfText } from '../rules.ts';
import { bookingRow } from '../store.ts';
import type { Booking } from '../types.ts';

export interface HostQuestion {
  readonly to: { readonly address: string; readonly name: string };
  readonly booking: Booking;
  readonly mail: VenueMail & { readonly before: string };
}

/**
 * VEN-02: what the host of the session's venue is asked when it is held at another time; null when no host has been asked yet.
 * The session comes as it will be.
 */
export async function hostQuestion(
  tools: Tools,
  key: ProjectKey,
  session: Session,
  language: Language,
): Promise<HostQuestion | null> {
  const host = await askedHost(tools, key, session.id);
  const booking = await bookingRow(tools, key, session.id);
  if (host === null || booking === null) return null;
  const rooms = await projectRooms(tools, key, { atCalendars: false });
  const one = rooms?.sessions.find(({ session: { id } }) => id === session.id);
  const venue = rooms?.venues.find(({ id }) => id === booking.venueId);
  if (rooms === null || one === undefined || venue === undefined) return null;
  const lead = await leadOf(tools, key);
  const mail = mailFacts(rooms, { ...one, session }, venue, { lead, language, publicUrl: tools.settings.publicUrl });
  const asked = timeOfText(booking.askedFor);
  return {
    to: { address: host.address, name: host.venueName },
    booking,
    mail: { ...mail, before: asked === undefined ? '' : whenText({ ...session, ...asked }, language) },
  };
}

/** What a move would have the host read, but for the personal link; null when nobody is asked anew. */
export async function hostMailFor(
  tools: Tools,
  project: Project,
  session: Session,
  time: NewTime,
): Promise<{
  readonly to: string;
  readonly venueName: string;
  readonly subject: string;
  readonly text: string;
} | null> {
  const question = await hostQuestion(tools, project, { ...session, ...time }, languageOf(project.language));
  const at = { localStart: `${time.date}T${time.startTime}`, localEnd: `${time.date}T${time.endTime}` };
  if (question === null || isCurrent(question.booking, at)) return null;
  const { subject, text } = venueChange(question.mail, linkInPreview);
  return { to: question.to.address, venueName: question.to.name, subject, text };
}
