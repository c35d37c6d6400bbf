import type { Rain } from './rain.ts';
import type { StoredSubscription } from './rows.ts';
import type { State } from './state.ts';
import type { Tables } from './tables.ts';

/** Carries a notification to the product. The default is a real request; a test may hand it over in another way. */
export type Deliver = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string },
) => Promise<Response>;

/** Graph's change notifications: what changed in a watched mailbox is told to the subscriber's address. */
export interface Notifier {
  readonly deliver: Deliver;
  /** Queues a notice to everybody who watches this mailbox; those of one moment travel in one POST. */
  eventChanged(event: { id: string; mailbox: string; change: number }, changeType: ChangeType): void;
  /** A life-cycle event (`missed`, `subscriptionRemoved`, `reauthorizationRequired`) to one subscriber. */
  lifecycle(subscription: StoredSubscription, lifecycleEvent: string): void;
  /** Loses the next notices and tells `missed` instead, as Graph does when it could not keep up. */
  loseNext(count: number): void;
  resend(url: string, body: string, attempt: number): void;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
}

export type ChangeType = 'created' | 'updated' | 'deleted';

/** Graph tries again with growing waits for up to four hours, then gives up. Milliseconds of sandbox time. */
const retryWaitsMs = [10_000, 60_000, 600_000, 3_600_000, 7_200_000];
/** How long a notification that others overtake is on its way. */
const lateMs = 5 * 60_000;

interface Notice {
  readonly url: string;
  readonly value: Record<string, unknown>;
}

export function openNotifier(options: {
  deliver: Deliver;
  tables: Tables;
  state: State;
  tenantId: () => string;
  nowMs: () => number;
  rain: Rain;
}): Notifier {
  const { deliver, tables, state } = options;
  const underWay = new Set<Promise<void>>();
  let queue: Notice[] = [];
  let loses = 0;

  function track(work: Promise<void>): void {
    const mine = work.finally(() => underWay.delete(mine));
    underWay.add(mine);
  }

  function enqueue(notice: Notice): void {
    queue.push(notice);
    // One macrotask later: changes of the same moment are already in the queue.
    if (queue.length === 1) track(new Promise<void>((resolve) => setImmediate(resolve)).then(sendQueue));
  }

  async function sendQueue(): Promise<void> {
    const notices = queue;
    queue = [];
    const perUrl = Map.groupBy(notices, (notice) => notice.url);
    await Promise.all(
      [...perUrl].map(([url, group]) => send(url, JSON.stringify({ value: group.map((notice) => notice.value) }), 0)),
    );
  }

  async function send(url: string, body: string, attempt: number): Promise<void> {
    const falls =
      attempt === 0 ? options.rain.draw('notification', ['duplicateNotification', 'lateNotification']) : undefined;
    // Later notifications overtake this one.
    if (falls === 'lateNotification') return again(url, body, { afterMs: lateMs, attempt: 1 });
    if (!(await posted(url, body))) {
      const wait = retryWaitsMs[attempt];
      if (wait !== undefined) again(url, body, { afterMs: wait, attempt: attempt + 1 });
    } else if (falls === 'duplicateNotification') await posted(url, body);
  }

  function again(url: string, body: string, { afterMs, attempt }: { afterMs: number; attempt: number }): void {
    const id = `h${state.nextChange()}`;
    const what = { kind: 'notifyAgain', url, body, attempt } as const;
    tables.happenings.put({ id, at: options.nowMs() + afterMs, what });
  }

  async function posted(url: string, body: string): Promise<boolean> {
    try {
      const answer = await deliver(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      // A subscriber that cannot be reached is tried again, like one that answers with an error.
      return false;
    }
  }

  const living = (mailbox: string): StoredSubscription[] =>
    tables.subscriptions.all().filter((row) => row.mailbox === mailbox && row.expiresAt > options.nowMs());

  function lifecycle(subscription: StoredSubscription, lifecycleEvent: string): void {
    if (subscription.lifecycleNotificationUrl === null) return;
    enqueue({
      url: subscription.lifecycleNotificationUrl,
      value: { ...common(subscription, options.tenantId()), lifecycleEvent },
    });
  }

  return {
    deliver,
    lifecycle,
    eventChanged(event, changeType) {
      for (const subscription of living(event.mailbox)) {
        if (!subscription.changeType.split(',').includes(changeType)) continue;
        if (loses > 0) {
          loses -= 1;
          lifecycle(subscription, 'missed');
          continue;
        }
        enqueue({
          url: subscription.notificationUrl,
          value: {
            ...common(subscription, options.tenantId()),
            changeType,
            resource: path(event),
            resourceData: data(event),
          },
        });
      }
    },
    loseNext: (count) => void (loses += count),
    resend: (url, body, attempt) => track(send(url, body, attempt)),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function common(subscription: StoredSubscription, tenantId: string): Record<string, unknown> {
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: new Date(subscription.expiresAt).toISOString(),
    ...(subscription.clientState === null ? {} : { clientState: subscription.clientState }),
    tenantId,
  };
}

const path = (event: { id: string; mailbox: string }): string => `Users/${event.mailbox}/Events/${event.id}`;

function data(event: { id: string; mailbox: string; change: number }): Record<string, unknown> {
  return {
    '@odata.type': '#Microsoft.Graph.Event',
    '@odata.id': path(event),
    '@odata.etag': `W/"${etagOf(event.change)}"`,
    id: event.id,
  };
}

/** Exchange's change key: opaque, and another one for every change. */
export function etagOf(change: number): string {
  return `DwAAABYAAAC${Buffer.from(String(change).padStart(9, '0')).toString('base64url')}`;
}
