import { z } from 'zod';
import type { CalendarWatch, MeetingsPort } from '../../ports/meetings.ts';
import { errorCode, expectOk, type GraphAnswer } from './answers.ts';
import type { GraphClient } from './client.ts';

/** A subscription needs the right to read its resource; Calendars.ReadWrite of the meetings holds that. @public */
export const permissions: readonly string[] = ['Calendars.ReadWrite'];

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const listed = z.object({
  value: z.array(subscription.extend({ resource: z.string() })),
});

/** Renews, or makes a new one when the old is gone. Ids in notifications are lasting ones only when the create asked for them. */
export async function watchCalendar(client: GraphClient, wish: CalendarWatch): ReturnType<MeetingsPort['watch']> {
  if (wish.subscriptionId !== null) {
    const renewed = await renew(client, wish.subscriptionId, wish.expiresAt);
    if (renewed !== null) return renewed;
  }
  let answer = await create(client, wish);
  if (answer.status === 409) {
    await removeEarlier(client, wish);
    answer = await create(client, wish);
  }
  return isUnreachable(answer) ? null : read(expectOk('subscribe', answer));
}

function create(client: GraphClient, wish: CalendarWatch): Promise<GraphAnswer> {
  return client.call({
    method: 'POST',
    path: '/subscriptions',
    headers: { prefer: 'IdType="ImmutableId"' },
    body: {
      changeType: 'created,updated,deleted',
      notificationUrl: wish.notificationUrl,
      lifecycleNotificationUrl: wish.notificationUrl,
      resource: `users/${wish.mailbox}/events`,
      expirationDateTime: wish.expiresAt,
      clientState: wish.clientState,
    },
  });
}

async function renew(client: GraphClient, id: string, expiresAt: string): ReturnType<MeetingsPort['watch']> {
  const answer = await client.call({
    method: 'PATCH',
    path: `/subscriptions/${encodeURIComponent(id)}`,
    body: { expirationDateTime: expiresAt },
  });
  return answer.status === 404 ? null : read(expectOk('renew a subscription', answer));
}

// The same app, resource and changes again is a conflict. The one that stands carries a secret that we no longer know.
async function removeEarlier(client: GraphClient, wish: CalendarWatch): Promise<void> {
  const answer = await client.call({ method: 'GET', path: '/subscriptions' });
  const { value } = listed.parse(expectOk('list subscriptions', answer).body);
  const resource = `users/${wish.mailbox}/events`.toLowerCase();
  for (const { id } of value.filter((one) => one.resource.toLowerCase() === resource)) {
    await client.call({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(id)}` });
  }
}

function isUnreachable(answer: GraphAnswer): boolean {
  return answer.status === 400 && ['InvalidRequest', 'ValidationError'].includes(errorCode(answer.body));
}

function read(answer: GraphAnswer): { subscriptionId: string; expiresAt: string } {
  const { id, expirationDateTime } = subscription.parse(answer.body);
  return { subscriptionId: id, expiresAt: expirationDateTime };
}
