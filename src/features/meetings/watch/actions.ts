import type { Temporal } from 'temporal-polyfill';
import type { TenantId } from '../../../domain/ids.ts';
import { FarSideFault } from '../../../ports/far-side.ts';
import type { EventNotice } from '../../../ports/meetings.ts';
import type { Tools } from '../../../tools.ts';
import { projectWithMeetingsIn, saveSync, syncRow, syncRowOfSubscription, type SyncRow } from '../store.ts';

/** Outlook keeps a subscription for 10 080 minutes; it is renewed when two days are left. */
const lastsHours = 6 * 24 + 20;
const renewHoursBefore = 48;
const retryHours = 1;

interface Mailbox {
  readonly tenantId: TenantId;
  readonly mailbox: string;
}

/** Notifications need an address that the far side reaches: https, or this machine itself for the sandbox. */
export function canBeNotified(publicUrl: string): boolean {
  return publicUrl.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(publicUrl);
}

/** Changes are told to us, and have been read up to the beginning of that. */
export function isWatched(row: SyncRow | undefined, now: Temporal.Instant): boolean {
  return row?.read_at != null && (row.subscription_expires_at?.getTime() ?? 0) > now.epochMilliseconds;
}

export function needsRenewal(expiresAt: Date | null, now: Temporal.Instant): boolean {
  return expiresAt === null || expiresAt.getTime() < now.add({ hours: renewHoursBefore }).epochMilliseconds;
}

/**
 * Asks the far side to tell us of changes, or to go on telling. Without it the calendar is read on a timer.
 * @param lastRead when the calendar was read before: somebody who could not be reached is not tried at every reading
 */
export async function keepWatching(tools: Tools, { tenantId, mailbox }: Mailbox, lastRead: Date | null): Promise<void> {
  if (!canBeNotified(tools.settings.publicUrl)) return;
  const row = await syncRow(tools, tenantId, mailbox);
  const now = tools.clock.now();
  if (!needsRenewal(row?.subscription_expires_at ?? null, now)) return;
  const hasFailed = row?.subscription_id === null && row.client_state !== null;
  const triedLately = lastRead !== null && lastRead.getTime() > now.subtract({ hours: retryHours }).epochMilliseconds;
  if (hasFailed && triedLately) return;
  const clientState = row?.client_state ?? tools.ids.secret();
  // Kept before it is used: a notification may come before the create has been answered.
  await saveSync(tools, { tenantId, mailbox }, { client_state: clientState });
  const watched = await asked(tools, {
    mailbox,
    clientState,
    notificationUrl: `${tools.settings.publicUrl}/graph/notifications`,
    expiresAt: now.add({ hours: lastsHours }).toString({ smallestUnit: 'second' }),
    subscriptionId: row?.subscription_id ?? null,
  });
  await saveSync(
    tools,
    { tenantId, mailbox },
    {
      subscription_id: watched?.subscriptionId ?? null,
      subscription_expires_at: watched === null ? null : new Date(watched.expiresAt),
    },
  );
}

/** Before the first event of ours is made there is nothing to read, and what comes after it is told. */
export async function watchFromNow(tools: Tools, key: Mailbox): Promise<void> {
  if ((await syncRow(tools, key.tenantId, key.mailbox)) !== undefined) return;
  await keepWatching(tools, key, null);
  const row = await syncRow(tools, key.tenantId, key.mailbox);
  if (row?.subscription_id == null) return;
  await saveSync(tools, key, { read_at: new Date(tools.clock.now().epochMilliseconds) });
}

async function asked(tools: Tools, wish: Parameters<Tools['meetings']['watch']>[0]) {
  try {
    return await tools.meetings.watch(wish);
  } catch (cause) {
    if (!(cause instanceof FarSideFault)) throw cause;
    tools.log.warn({ err: cause }, 'no notifications: the calendar is read on a timer');
    return null;
  }
}

export interface CalendarNotification {
  readonly subscriptionId: string;
  readonly clientState: string | undefined;
  readonly lifecycleEvent: string | undefined;
  readonly event: EventNotice | null;
}

/**
 * Takes what Graph tells us: only puts the reading in the queue, because Graph drops endpoints that take over 3 seconds.
 * What does not carry our secret is ignored, and so is what we have written ourselves.
 */
export async function takeNotifications(tools: Tools, notifications: readonly CalendarNotification[]): Promise<void> {
  const bySubscription = Map.groupBy(notifications, ({ subscriptionId }) => subscriptionId);
  for (const [subscriptionId, told] of bySubscription) {
    const row = await syncRowOfSubscription(tools, subscriptionId);
    const ours = told.filter(({ clientState }) => row?.client_state != null && row.client_state === clientState);
    if (ours.length < told.length) tools.log.warn({ subscriptionId }, 'a notification that is not ours was ignored');
    const news = ours.filter(({ event }) => event === null || !tools.meetings.isOwnWrite(event));
    if (row === undefined || news.length === 0) continue;
    const key = { tenantId: row.tenant_id, mailbox: row.mailbox };
    for (const lifecycleEvent of new Set(news.map((one) => one.lifecycleEvent)))
      await takeLifecycle(tools, key, lifecycleEvent);
    await enqueueSync(tools, key);
  }
}

async function takeLifecycle(tools: Tools, key: Mailbox, lifecycleEvent: string | undefined): Promise<void> {
  if (lifecycleEvent === 'missed') await saveSync(tools, key, { delta_link: null });
  if (lifecycleEvent === 'subscriptionRemoved')
    await saveSync(tools, key, {
      subscription_id: null,
      subscription_expires_at: null,
      client_state: null,
      delta_link: null,
    });
  if (lifecycleEvent === 'reauthorizationRequired') await saveSync(tools, key, { subscription_expires_at: null });
}

/** The job names a project; any with meetings in the mailbox will do, for the whole mailbox is read. */
async function enqueueSync(tools: Tools, { tenantId, mailbox }: Mailbox): Promise<void> {
  const projectId = await projectWithMeetingsIn(tools, tenantId, mailbox);
  if (projectId === undefined) return;
  await tools.tx(({ enqueue }) => enqueue('meetings.sync', { tenantId, projectId }));
}
