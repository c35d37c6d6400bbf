import type { Temporal } from 'temporal-polyfill';
import type { TenantId } from '../../../domain/ids.ts';
import { FarSideFault } from '../../../ports/far-side.ts';
import type { Tools } from '../../../tools.ts';
import { projectWithMeetingsIn, saveSync, syncRow, syncRowOfSubscription } from '../store.ts';

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
  if (row === undefined || !needsRenewal(row.subscription_expires_at, now)) return;
  const hasFailed = row.subscription_id === null && row.client_state !== null;
  const triedLately = lastRead !== null && lastRead.getTime() > now.subtract({ hours: retryHours }).epochMilliseconds;
  if (hasFailed && triedLately) return;
  const clientState = row.client_state ?? tools.ids.secret();
  // Kept before it is used: a notification may come before the create has been answered.
  await saveSync(tools, { tenantId, mailbox }, { client_state: clientState });
  const watched = await asked(tools, {
    mailbox,
    clientState,
    notificationUrl: `${tools.settings.publicUrl}/graph/notifications`,
    expiresAt: now.add({ hours: lastsHours }).toString({ smallestUnit: 'second' }),
    subscriptionId: row.subscription_id,
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
}

/**
 * Takes what Graph tells us: only puts the reading in the queue, because Graph drops endpoints that take over 3 seconds.
 * What does not carry our secret is ignored.
 */
export async function takeNotifications(tools: Tools, notifications: readonly CalendarNotification[]): Promise<void> {
  const unique = new Map(notifications.map((one) => [`${one.subscriptionId} ${one.lifecycleEvent ?? ''}`, one]));
  for (const { subscriptionId, clientState, lifecycleEvent } of unique.values()) {
    const row = await syncRowOfSubscription(tools, subscriptionId);
    if (row === undefined || row.client_state === null || row.client_state !== clientState) {
      tools.log.warn({ subscriptionId }, 'a notification that is not ours was ignored');
      continue;
    }
    const key = { tenantId: row.tenant_id, mailbox: row.mailbox };
    if (lifecycleEvent === 'missed') await saveSync(tools, key, { delta_link: null });
    if (lifecycleEvent === 'subscriptionRemoved')
      await saveSync(tools, key, {
        subscription_id: null,
        subscription_expires_at: null,
        client_state: null,
        delta_link: null,
      });
    if (lifecycleEvent === 'reauthorizationRequired') await saveSync(tools, key, { subscription_expires_at: null });
    await enqueueSync(tools, key);
  }
}

/** The job names a project; any with meetings in the mailbox will do, for the whole mailbox is read. */
export async function enqueueSync(tools: Tools, { tenantId, mailbox }: Mailbox): Promise<void> {
  const projectId = await projectWithMeetingsIn(tools, tenantId, mailbox);
  if (projectId === undefined) return;
  await tools.tx(({ enqueue }) => enqueue('meetings.sync', { tenantId, projectId }));
}
