import { Temporal } from 'temporal-polyfill';
import type { Span } from '../../../../../domain/date-finder/types.ts';
import type { RoomBusy } from '../../../../../ports/rooms.ts';
import type { Tools } from '../../../../../tools.ts';
import type { Project, Venue } from '../../../types.ts';
import type { KeyPerson } from '../people/queries.ts';

export interface Calendars {
  /** Whether the calendar of an address could be looked into. */
  sees(address: string): boolean;
  busy(address: string): readonly Span[];
  /** Names of those whose could not. */
  readonly unseen: readonly string[];
}

interface Look {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly venues: readonly Venue[];
  readonly people: readonly KeyPerson[];
}

/**
 * Rooms and people in one question, which Outlook answers in the fewest calls: 20 addresses and 61 days each. Without an
 * answer (no consent yet, no network) nothing is known, which is said, and the search goes on.
 */
export async function calendarsOf(tools: Tools, project: Project, look: Look): Promise<Calendars> {
  const named = new Map<string, string>();
  for (const { roomMailbox, name } of look.venues) if (roomMailbox !== null) named.set(roomMailbox.toLowerCase(), name);
  for (const { email, name } of look.people) named.set(email, name);
  const answers = new Map((await asked(tools, project, [...named.keys()], look)).map((one) => [keyOf(one), one]));
  const withoutCalendar = look.venues.filter(({ roomMailbox }) => roomMailbox === null).map(({ name }) => name);
  return {
    sees: (address) => answers.get(address)?.known === true,
    busy: (address) => (answers.get(address)?.busy ?? []).map(spanOf),
    unseen: [
      ...[...named].filter(([address]) => answers.get(address)?.known !== true).map(([, name]) => name),
      ...withoutCalendar,
    ],
  };
}

async function asked(
  tools: Tools,
  project: Project,
  mailboxes: readonly string[],
  { from, until }: Look,
): Promise<readonly RoomBusy[]> {
  // nobody has let the tool look into calendars.
  if (project.delivery === 'manual' || mailboxes.length === 0) return [];
  try {
    return await tools.rooms.busy({
      organiserMailbox: project.organiserMailbox ?? tools.settings.organiserMailbox,
      mailboxes,
      from: from.toString(),
      to: until.toString(),
    });
  } catch (cause) {
    tools.log.warn({ err: cause, project: project.projectId }, 'the calendars cannot be seen');
    return [];
  }
}

function keyOf({ mailbox }: RoomBusy): string {
  return mailbox.toLowerCase();
}

function spanOf({ start, end }: RoomBusy['busy'][number]): Span {
  return { from: Temporal.Instant.from(start).epochMilliseconds, until: Temporal.Instant.from(end).epochMilliseconds };
}
