import type { Tools } from '../../../tools.ts';
import { queueMail } from '../../notices/actions.ts';
import { projectOf } from '../../planning/queries.ts';
import { leadPeopleOf } from '../../registration/facts/queries.ts';
import { registrationStateOf } from '../../registration/queries.ts';
import { bookingsOf } from '../../rooms/queries.ts';
import { isDeclined } from '../../rooms/rules.ts';
import { undecidedLetter, undecidedText, type UndecidedRoom } from '../letters/undecided.ts';
import { mirrorsOf } from '../store.ts';
import { tellPlanners } from '../telling/actions.ts';
import type { MeetingFacts } from '../types.ts';
import { keptWaiting, wasAskedBefore } from './rules.ts';

/**
 * At the closing minute: rooms that have not said yes keep participants without a booking, so planners and those who lead are
 * told, once per closing, before anything goes out.
 */
export async function tellUndecided(tools: Tools, facts: MeetingFacts): Promise<void> {
  const { tenantId, projectId } = facts;
  const key = { tenantId, projectId };
  const waiting = keptWaiting(facts, await mirrorsOf(tools, key), tools.clock.now());
  if (waiting.length === 0) return;
  const [bookings, { closedAt }, project] = await Promise.all([
    bookingsOf(tools, key),
    registrationStateOf(tools, key),
    projectOf(tools, key),
  ]);
  if (closedAt === null || project === null) return;
  const askedAt = new Map(bookings.map((booking) => [booking.sessionId, booking.askedAt]));
  const rooms = waiting
    .filter(({ id }) => wasAskedBefore(askedAt.get(id) ?? null, closedAt))
    .map(({ number, venue, roomStatus }): UndecidedRoom => ({
      number,
      venueName: venue?.name ?? '',
      hasDeclined: isDeclined(roomStatus),
    }));
  if (rooms.length === 0) return;
  const language = project.language === 'en' ? 'en' : 'sv';
  const tabUrl = `${tools.settings.publicUrl}/tab/planering?projekt=${encodeURIComponent(projectId)}`;
  await tools.tx(async (work) => {
    await tellPlanners(work, tools, key, {
      kind: 'rooms.undecided',
      version: closedAt,
      text: undecidedText(rooms, language),
      isMailed: true,
    });
    for (const { id, email, displayName, givenName } of await leadPeopleOf(work, project))
      await queueMail(work, tools, {
        ...key,
        kind: 'rooms.undecidedMail',
        personId: id,
        version: closedAt,
        to: { address: email, name: displayName },
        letter: undecidedLetter(rooms, { givenName, projectTitle: project.title, tabUrl }, language),
        grace: 'none',
        confirmationId: null,
      });
  });
}
