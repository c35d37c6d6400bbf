import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { RoomBusy, RoomCalendarPort, RoomPlace } from '../../ports/rooms.ts';
import { expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { oneIn, userPath } from './mailbox-path.ts';

/** getSchedule alone would do with Calendars.ReadBasic; the meetings hold more already. @public */
export const permissions: readonly string[] = ['Place.Read.All', 'Calendars.ReadWrite'];

/** Graph refuses a 21st address, and a window of 62 days. */
const addressesPerCall = 20;
const daysPerCall = 61;

const roomPage = z.object({
  value: z.array(
    z.object({ emailAddress: z.string().nullish(), displayName: z.string().nullish(), capacity: z.number().nullish() }),
  ),
  '@odata.nextLink': z.string().optional(),
});

const schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      error: z.unknown().optional(),
      scheduleItems: z
        .array(
          z.object({
            status: z.string(),
            start: z.object({ dateTime: z.string() }),
            end: z.object({ dateTime: z.string() }),
          }),
        )
        .nullish(),
    }),
  ),
});

export function graphRooms(client: GraphClient): RoomCalendarPort {
  return {
    places: async () => {
      const rooms: RoomPlace[] = [];
      let path: string | undefined = '/places/microsoft.graph.room?$top=100';
      while (path !== undefined) {
        const page: z.infer<typeof roomPage> = roomPage.parse(
          expectOk('list rooms', await client.call({ method: 'GET', path })).body,
        );
        for (const { emailAddress, displayName, capacity } of page.value) {
          if (emailAddress)
            rooms.push({ mailbox: emailAddress, displayName: displayName ?? emailAddress, capacity: capacity ?? null });
        }
        path = page['@odata.nextLink'];
      }
      return rooms;
    },
    busy: async ({ organiserMailbox, mailboxes, from, to }) => {
      const found = new Map<string, RoomBusy>();
      // All at once: a project of a year has six windows, and whoever asks the bot waits ten seconds at most. The client
      // lets four at a time into the mailbox.
      const asked = windows(from, to).flatMap((window) =>
        groups(mailboxes).map((group) => schedule(client, organiserMailbox, group, window)),
      );
      for (const room of (await Promise.all(asked)).flat()) merge(found, room);
      return mailboxes.map((mailbox) => found.get(mailbox.toLowerCase()) ?? { mailbox, known: false, busy: [] });
    },
  };
}

interface Window {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

function windows(from: string, to: string): Window[] {
  const end = Temporal.Instant.from(to);
  const found: Window[] = [];
  let start = Temporal.Instant.from(from);
  while (Temporal.Instant.compare(start, end) < 0) {
    const longest = start.add({ hours: 24 * daysPerCall });
    const until = Temporal.Instant.compare(longest, end) < 0 ? longest : end;
    found.push({ start, end: until });
    start = until;
  }
  return found;
}

function groups(mailboxes: readonly string[]): (readonly string[])[] {
  const count = Math.ceil(mailboxes.length / addressesPerCall);
  return Array.from({ length: count }, (_group, index) =>
    mailboxes.slice(index * addressesPerCall, (index + 1) * addressesPerCall),
  );
}

async function schedule(
  client: GraphClient,
  organiser: string,
  mailboxes: readonly string[],
  window: Window,
): Promise<readonly RoomBusy[]> {
  const answer = await client.call({
    method: 'POST',
    path: userPath(organiser, 'calendar', 'getSchedule'),
    headers: { prefer: 'outlook.timezone="UTC"' },
    mailboxes: oneIn(organiser),
    body: {
      schedules: mailboxes,
      startTime: utc(window.start),
      endTime: utc(window.end),
      availabilityViewInterval: 30,
    },
  });
  const { value } = schedules.parse(expectOk('look into room calendars', answer).body);
  return value.map(({ scheduleId, error, scheduleItems }) => ({
    mailbox: scheduleId,
    // A mailbox that cannot be seen comes back as an item with an error, in an answer that is fine as a whole.
    known: error === undefined || error === null,
    busy: (scheduleItems ?? [])
      .filter(({ status }) => status !== 'free' && status !== 'workingElsewhere')
      .map(({ start, end }) => ({ start: instant(start.dateTime), end: instant(end.dateTime) })),
  }));
}

function merge(found: Map<string, RoomBusy>, room: RoomBusy): void {
  const key = room.mailbox.toLowerCase();
  const before = found.get(key);
  found.set(
    key,
    before === undefined
      ? room
      : { mailbox: room.mailbox, known: before.known && room.known, busy: [...before.busy, ...room.busy] },
  );
}

function utc(moment: Temporal.Instant): { dateTime: string; timeZone: string } {
  return { dateTime: moment.toString({ smallestUnit: 'second' }).replace('Z', ''), timeZone: 'UTC' };
}

// Graph writes UTC without the final Z, which would be read as local time.
function instant(dateTime: string): string {
  return Temporal.Instant.from(`${dateTime.replace(/Z$/, '')}Z`).toString();
}
