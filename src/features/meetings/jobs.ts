import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../domain/ids.ts';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { Tools } from '../../tools.ts';
import { activeProjects, projectOf } from '../planning/queries.ts';
import { bookingsOf } from '../rooms/queries.ts';
import { tellOfSilentRooms } from '../rooms/silent/actions.ts';
import { nextSilentAt, silentRooms, type SilentRoom } from '../rooms/silent/queries.ts';
import { prepareByHand } from './by-hand/actions.ts';
import { reconcile } from './reconcile/actions.ts';
import { keepSeries } from './series/jobs.ts';
import { standingSeries } from './series/store.ts';
import { heldMirrors, projectsWithMeetings, syncRow, type SyncRow } from './store.ts';
import { sync } from './sync/actions.ts';
import { canBeNotified, isWatched, needsRenewal } from './watch/actions.ts';

export async function reconcileMeetings(tools: Tools, payload: JobPayloads['meetings.reconcile']): Promise<JobResult> {
  const { tenantId, projectId } = payload;
  const project = await projectOf(tools, { tenantId, projectId });
  const sessions = project?.delivery === 'manual' ? await byHand(tools, payload) : await reconcile(tools, payload);
  const series = await keepSeries(tools, payload);
  return sessions === 'done' ? series : sessions;
}

async function byHand(tools: Tools, { tenantId, projectId }: JobPayloads['meetings.reconcile']): Promise<JobResult> {
  await prepareByHand(tools, { tenantId, projectId });
  return 'done';
}

export async function syncMeetings(tools: Tools, payload: JobPayloads['meetings.sync']): Promise<JobResult> {
  const result = await sync(tools, payload);
  await tellOfSilentRooms(tools, (await silent(tools)).read);
  return result;
}

/** While a room has not answered and nobody would tell us. */
const roomPollMinutes = 15;
/** Nobody tells us of changes, or somebody does but may have failed. */
const quietPollMinutes = { unwatched: 6 * 60, watched: 24 * 60 } as const;

interface Reading {
  readonly tenantId: string;
  readonly projectId: string;
  readonly row: SyncRow | undefined;
  readonly awaitsRoom: boolean;
  readonly isWatched: boolean;
}

/** Reads calendars that are due, as a net under the notifications, and renews these. Reminds of rooms that say nothing. */
export async function runDue(tools: Tools): Promise<void> {
  const { read, unread } = await silent(tools);
  await tellOfSilentRooms(tools, read);
  // Only here: a reading that does not get through must not ask for the next one itself.
  for (const { tenantId, projectId } of unread)
    await tools.tx(({ enqueue }) => enqueue('meetings.sync', { tenantId, projectId }));
  const now = tools.clock.now();
  for (const { heldUntil, ...key } of await heldMirrors(tools))
    if (heldUntil.getTime() <= now.epochMilliseconds)
      await tools.tx(({ enqueue }) => enqueue('meetings.reconcile', key));
  for (const reading of await readings(tools)) {
    const isDue = Temporal.Instant.compare(readingDue(reading, now), now) <= 0;
    const renews =
      reading.row !== undefined &&
      canBeNotified(tools.settings.publicUrl) &&
      reading.row.subscription_id !== null &&
      needsRenewal(reading.row.subscription_expires_at, now);
    if (!isDue && !renews) continue;
    const { tenantId, projectId } = reading;
    await tools.tx(({ enqueue }) => enqueue('meetings.sync', { tenantId, projectId }));
  }
}

/**
 * A room is called silent when the calendar has been read since its day was out: an answer that came while nobody could
 * read it, or whose notification was lost, is an answer. Until then it is `unread`. By hand nobody reads a calendar.
 */
async function silent(
  tools: Tools,
): Promise<{ readonly read: readonly SilentRoom[]; readonly unread: readonly SilentRoom[] }> {
  const rooms: { room: SilentRoom; isRead: boolean }[] = [];
  for (const room of await silentRooms(tools)) {
    const { tenantId, projectId } = room;
    const project = await projectOf(tools, { tenantId, projectId });
    if (project === null || project.delivery === 'manual') continue;
    const row = await syncRow(tools, tenantId, project.organiserMailbox ?? tools.settings.organiserMailbox);
    rooms.push({ room, isRead: (row?.read_at?.getTime() ?? 0) >= room.silentSince.epochMilliseconds });
  }
  const those = (wanted: boolean): readonly SilentRoom[] =>
    rooms.filter(({ isRead }) => isRead === wanted).map(({ room }) => room);
  return { read: those(true), unread: those(false) };
}

/** Only a room that we would hear of in no other way makes the clock stop; people's answers can wait for the next tick. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  const moments = (await readings(tools))
    .filter(({ awaitsRoom, isWatched }) => awaitsRoom && !isWatched)
    .map((reading) => readingDue(reading, now))
    .filter((moment) => Temporal.Instant.compare(moment, now) > 0);
  const held = (await heldMirrors(tools))
    .map(({ heldUntil }) => Temporal.Instant.fromEpochMilliseconds(heldUntil.getTime()))
    .find((moment) => Temporal.Instant.compare(moment, now) > 0);
  if (held !== undefined) moments.push(held);
  const silent = await nextSilentAt(tools);
  if (silent !== undefined) moments.push(silent);
  return moments.toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

function readingDue({ row, awaitsRoom, isWatched }: Reading, now: Temporal.Instant): Temporal.Instant {
  if (row?.read_at == null) return now;
  const quiet = isWatched ? quietPollMinutes.watched : quietPollMinutes.unwatched;
  const minutes = awaitsRoom && !isWatched ? roomPollMinutes : quiet;
  return Temporal.Instant.fromEpochMilliseconds(row.read_at.getTime()).add({ minutes });
}

/** One per mailbox with meetings of active projects. */
async function readings(tools: Tools): Promise<readonly Reading[]> {
  const found = new Map<string, Reading>();
  const now = tools.clock.now();
  const [standing, met] = [await standingSeries(tools), await projectsWithMeetings(tools)];
  for (const project of await activeProjects(tools)) {
    const { tenantId, projectId } = project;
    if (project.delivery === 'manual') continue;
    const key = { tenantId, projectId };
    const isIt = (one: ProjectKey): boolean => one.tenantId === tenantId && one.projectId === projectId;
    const series = standing.find(isIt);
    if (!met.some(isIt) && (series?.event?.eventId ?? null) === null) continue;
    const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
    const row = await syncRow(tools, tenantId, mailbox);
    const name = `${tenantId} ${mailbox}`;
    const isTold = isWatched(row, now);
    // Who is told of a room's answer need not look for one.
    const bookings = isTold ? [] : await bookingsOf(tools, key);
    const awaitsRoom =
      (!isTold && series?.event?.room === 'asked') ||
      bookings.some(({ status }) => status === 'asked' || status === 'tentative');
    const before = found.get(name);
    found.set(name, { ...key, row, isWatched: isTold, awaitsRoom: awaitsRoom || before?.awaitsRoom === true });
  }
  return [...found.values()];
}
