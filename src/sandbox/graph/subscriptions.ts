import { answerTo, newGuid } from '../far-side.ts';
import type { StoredSubscription } from '../rows.ts';
import { contextOf, created, noContent, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { checkedBody, textOf } from './check-body.ts';
import type { Fields } from './check-body.ts';
import { GraphFault } from './errors.ts';
import { listed } from './query.ts';
import type { Routes } from './router.ts';
import { appIdOf } from './scope.ts';

const minuteMs = 60_000;
/** Outlook's longest life without resource data; a shorter one than 45 minutes is raised. */
const longestMinutes = 10_080;
const shortestMinutes = 45;
/** How long Graph waits for the handshake, in real time. */
const handshakeMs = 10_000;

export const subscriptionRoutes: Routes = {
  'POST /subscriptions': createSubscription,
  'GET /subscriptions': (call) => {
    const living = call.far.tables.subscriptions.all().filter((row) => row.expiresAt > call.far.clock.nowMs());
    return ok(listed(call, contextOf('subscriptions'), living.map(shape), { pageSize: 100 }));
  },
  'GET /subscriptions/{subscription}': (call) => ok(answer(subscriptionOf(call))),
  'PATCH /subscriptions/{subscription}': renewSubscription,
  'DELETE /subscriptions/{subscription}': (call) => {
    call.far.tables.subscriptions.delete(subscriptionOf(call).id);
    return noContent;
  },
  'POST /subscriptions/{subscription}/reauthorize': (call) => {
    subscriptionOf(call);
    return noContent;
  },
};

async function createSubscription(call: Call): Promise<Reply> {
  const { far } = call;
  const wish = readWish(call, checkedBody('subscription', call.body));
  const isKnown = (row: StoredSubscription): boolean =>
    row.expiresAt > far.clock.nowMs() &&
    row.resource === wish.resource &&
    row.changeType === wish.changeType &&
    row.applicationId === wish.applicationId;
  if (answerTo(far, 'secondSubscription') === 'conflict' && far.tables.subscriptions.all().some(isKnown))
    throw new GraphFault(409, 'Conflict', 'A subscription with the same resource and change type already exists.');
  for (const url of new Set([wish.notificationUrl, wish.lifecycleNotificationUrl ?? wish.notificationUrl]))
    await shakeHands(call, url);
  return { ...created(answer(far.tables.subscriptions.put({ id: newGuid(far), ...wish }))) };
}

function readWish(call: Call, fields: Fields): Omit<StoredSubscription, 'id'> {
  const required = (name: string): string => {
    const text = textOf(fields[name]);
    if (text === undefined || text === '') throw invalid(`Subscription '${name}' is required.`);
    return text;
  };
  const changeType = required('changeType').replaceAll(' ', '');
  if (!changeType.split(',').every((one) => ['created', 'updated', 'deleted'].includes(one)))
    throw invalid(`Subscription change type '${changeType}' is not valid.`);
  const notificationUrl = required('notificationUrl');
  const lifecycleNotificationUrl = textOf(fields['lifecycleNotificationUrl']) ?? null;
  checkUrls(notificationUrl, lifecycleNotificationUrl);
  const clientState = textOf(fields['clientState']) ?? null;
  if ((clientState?.length ?? 0) > 128) throw invalid("Subscription 'clientState' may have at most 128 characters.");
  const resource = required('resource').replace(/^\//, '');
  return {
    applicationId: applicationOf(call),
    changeType,
    resource,
    mailbox: watchedMailbox(call, resource),
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    expiresAt: expiryOf(call, required('expirationDateTime')),
    latestSupportedTlsVersion: textOf(fields['latestSupportedTlsVersion']) ?? 'v1_2',
  };
}

/** Real Graph demands https; the sandbox's product listens on the loopback address without it. */
function checkUrls(notificationUrl: string, lifecycleUrl: string | null): void {
  for (const text of [notificationUrl, lifecycleUrl ?? notificationUrl]) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isLoopback = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    if (url?.protocol !== 'https:' && !isLoopback)
      throw invalid(`Notification endpoint '${text}' must be an https address.`);
    if (url?.host !== new URL(notificationUrl).host)
      throw invalid('lifecycleNotificationUrl must have the same host as notificationUrl.');
  }
}

function watchedMailbox(call: Call, resource: string): string {
  const user = /^users(?:\/|\(')([^/']+)(?:'\))?\/(?:calendar\/)?events$/i.exec(resource)?.[1];
  if (user === undefined) throw invalid(`Resource '${resource}' is not supported for subscriptions here.`);
  const address = call.far.directory.mailboxAddress(decodeURIComponent(user));
  if (address === undefined)
    throw new GraphFault(404, 'ResourceNotFound', `The mailbox of '${resource}' was not found.`);
  return address;
}

function expiryOf(call: Call, text: string): number {
  const now = call.far.clock.nowMs();
  const at = Date.parse(text);
  if (at <= now) throw invalid('Subscription expiration date must be in the future.');
  if (at > now + longestMinutes * minuteMs)
    throw invalid(`Subscription expiration can only be ${longestMinutes} minutes in the future.`);
  return Math.max(at, now + shortestMinutes * minuteMs);
}

/** The endpoint must give the token back as plain text, to show that it wants the notifications. */
async function shakeHands(call: Call, url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${newGuid(call.far)}`;
  const to = new URL(url);
  to.searchParams.set('validationToken', token);
  const init = { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' } as const;
  const isValid = await Promise.race([
    call.far.notifier.deliver(to.toString(), init).then(
      async (response) => isEcho(response, token, await response.text()),
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), handshakeMs).unref()),
  ]);
  if (!isValid)
    throw new GraphFault(
      400,
      'InvalidRequest',
      'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
    );
}

const isEcho = (response: Response, token: string, body: string): boolean =>
  response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('text/plain') && body === token;

function renewSubscription(call: Call): Reply {
  const subscription = subscriptionOf(call);
  const fields = checkedBody('subscription', call.body);
  const foreign = Object.keys(fields).find((name) => !['expirationDateTime', 'notificationUrl'].includes(name));
  if (foreign !== undefined) throw invalid(`Subscription '${foreign}' cannot be changed.`);
  const expiry = textOf(fields['expirationDateTime']);
  const expiresAt = expiry === undefined ? subscription.expiresAt : expiryOf(call, expiry);
  return ok(answer(call.far.tables.subscriptions.put({ ...subscription, expiresAt })));
}

/** One that has run out is gone, as if it had never been. */
function subscriptionOf(call: Call): StoredSubscription {
  const subscription = call.far.tables.subscriptions.get(call.param('subscription'));
  if (subscription === undefined || subscription.expiresAt <= call.far.clock.nowMs())
    throw new GraphFault(404, 'ResourceNotFound', 'The object was not found.');
  return subscription;
}

function applicationOf(call: Call): string {
  const appId = appIdOf(call.headers);
  return appId === '' ? (call.far.directory.facts.apps?.[0]?.appId ?? '') : appId;
}

const invalid = (message: string): GraphFault => new GraphFault(400, 'InvalidRequest', message);

const answer = (subscription: StoredSubscription): Record<string, unknown> => ({
  '@odata.context': contextOf('subscriptions/$entity'),
  ...shape(subscription),
});

function shape(subscription: StoredSubscription): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    // Graph never shows the secret again.
    clientState: null,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(subscription.expiresAt).toISOString(),
    creatorId: subscription.applicationId,
    includeResourceData: null,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
