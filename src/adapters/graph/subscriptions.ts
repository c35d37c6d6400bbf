import { z } from 'zod';
import type { CalendarWatch, MeetingsPort } from '../../ports/meetings.ts';
import { errorCode, expectOk, type GraphAnswer } from './answers.ts';
import type { GraphClient } from './client.ts';

/** A subscription needs the right to read its resource; Calendars.ReadWrite of the meetings holds that. */
export const permissions: readonly string[] = ['Calendars.ReadWrite'];

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const listed = z.object({
  value: z.array(subscription.extend({ resource: z.string(), notificationUrl: z.string() })),
});

/** Renews, or makes a new one when the old is gone. Ids in notifications are lasting ones only when the create asked for them. */
export async function watchCalendar(client: GraphClient, wish: CalendarWatch): ReturnType<MeetingsPort['watch']> {
  const known = wish.subscriptionId ?? null;
  if (known !== null) {
    const renewed = await renew(client, known, wish.expiresAt);
    if (renewed !== null) return renewed;
  }
  const answer = await client.call({
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
  if (answer.status === 409) return renewExisting(client, wish);
  if (isUnreachable(answer)) return null;
  return read(expectOk('subscribe', answer));
}

async function renew(client: GraphClient, id: string, expiresAt: string): ReturnType<MeetingsPort['watch']> {
  const answer = await client.call({
    method: 'PATCH',
    path: `/subscriptions/${encodeURIComponent(id)}`,
    body: { expirationDateTime: expiresAt },
  });
  return answer.status === 404 ? null : read(expectOk('renew a subscription', answer));
}

// The same app, resource and changes again is a conflict: the first one still stands, and is ours.
async function renewExisting(client: GraphClient, wish: CalendarWatch): ReturnType<MeetingsPort['watch']> {
  const answer = await client.call({ method: 'GET', path: '/subscriptions' });
  const { value } = listed.parse(expectOk('list subscriptions', answer).body);
  const ours = value.find(
    (one) =>
      one.notificationUrl === wish.notificationUrl && one.resource.toLowerCase().includes(wish.mailbox.toLowerCase()),
  );
  return ours === undefined ? null : renew(client, ours.id, wish.expiresAt);
}

function isUnreachable(answer: GraphAnswer): boolean {
  return answer.status === 400 && ['InvalidRequest', 'ValidationError'].includes(errorCode(answer.body));
}

function read(answer: GraphAnswer): { subscriptionId: string; expiresAt: string } {
  const { id, expirationDateTime } = subscription.parse(answer.body);
  return { subscriptionId: id, expiresAt: expirationDateTime };
}
