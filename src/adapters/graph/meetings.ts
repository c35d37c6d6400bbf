import { z } from 'zod';
import type {
  Meeting,
  MeetingChanges,
  MeetingsPort,
  MeetingWrite,
  MeetingWriteResult,
  Occurrence,
} from '../../ports/meetings.ts';
import { askedToWait, errorCode, expectOk, type GraphAnswer } from './answers.ts';
import { sendBatch, type BatchItem } from './batch.ts';
import type { GraphClient } from './client.ts';
import { changeJson, eventJson, readMeeting, readOccurrence } from './event-json.ts';
import { oneIn, segment, userPath } from './mailbox-path.ts';
import { hasOwnKey } from './own-property.ts';
import { openOwnWrites, type OwnWrites } from './own-writes.ts';
import { watchCalendar } from './subscriptions.ts';
import { askedZone } from './zones.ts';

/** Application permission, limited to the organising mailboxes by RBAC for Applications. @public */
export const permissions: readonly string[] = ['Calendars.ReadWrite'];

// Ids of events change when an item moves, unless every request asks for lasting ones.
const prefer = `IdType="ImmutableId", outlook.timezone="${askedZone}"`;
const pageSize = 50;
/** After a fault on the far side (5xx), whose outcome is unknown. */
const faultWaitSeconds = 5;

export function graphMeetings(client: GraphClient): MeetingsPort {
  const find = (mailbox: string, transactionId: string) => findByKey(client, mailbox, transactionId);
  const own = openOwnWrites();
  return {
    write: async (writes) => {
      const answers = await sendBatch(client, writes.map(item));
      return Promise.all(
        writes.map(async (write, index) => {
          const outcome = await result(write, answers[index], find);
          if (outcome.result === 'written') keep(own, write, outcome.meeting);
          return outcome;
        }),
      );
    },
    isOwnWrite: own.has,
    read: async (mailbox, id) => {
      const answer = await client.call({
        method: 'GET',
        path: userPath(mailbox, 'events', segment(id)),
        headers: { prefer },
        mailboxes: oneIn(mailbox),
      });
      return answer.status === 404 ? null : readMeeting(expectOk('read a meeting', answer).body);
    },
    findByTransactionId: find,
    occurrences: (query) => occurrences(client, query),
    changes: (query) => changes(client, query),
    watch: (wish) => watchCalendar(client, wish),
  };
}

function keep(own: OwnWrites, write: MeetingWrite, meeting: Meeting | null): void {
  if (meeting !== null) own.keep(meeting);
  else if (write.kind === 'cancel' || write.kind === 'remove') own.keepRemoved(write.id);
}

function item(write: MeetingWrite): BatchItem {
  const events = userPath(write.mailbox, 'events');
  const common = { mailbox: write.mailbox, headers: { Prefer: prefer } };
  switch (write.kind) {
    case 'create':
      return { ...common, method: 'POST', path: events, body: eventJson(write.draft) };
    case 'change': {
      const headers = { ...common.headers, 'If-Match': write.etag };
      return {
        ...common,
        headers,
        method: 'PATCH',
        path: `${events}/${segment(write.id)}`,
        body: changeJson(write.change),
      };
    }
    case 'cancel':
      return {
        ...common,
        method: 'POST',
        path: `${events}/${segment(write.id)}/cancel`,
        body: { comment: write.comment },
      };
    case 'remove':
      return { ...common, method: 'DELETE', path: `${events}/${segment(write.id)}` };
  }
}

async function result(
  write: MeetingWrite,
  answer: GraphAnswer | undefined,
  find: MeetingsPort['findByTransactionId'],
): Promise<MeetingWriteResult> {
  const { key } = write;
  if (answer === undefined) throw new Error('a batch gave fewer answers than requests');
  const { status } = answer;
  const wait = askedToWait(answer);
  if (wait !== undefined) return { key, result: 'later', retryAfterSeconds: wait };
  if (status >= 200 && status < 300) {
    const hasEvent = write.kind === 'create' || write.kind === 'change';
    return { key, result: 'written', meeting: hasEvent ? readMeeting(answer.body) : null };
  }
  // What a repeated transactionId answers is not documented: the first event, or a conflict.
  if (write.kind === 'create' && status === 409) {
    const meeting = await find(write.mailbox, write.draft.transactionId);
    if (meeting !== null) return { key, result: 'written', meeting };
  }
  const message = `${status} ${errorCode(answer.body)}`.trim();
  if (status === 412) return { key, result: 'changedMeanwhile', message };
  if (status === 404 || status === 410) return { key, result: 'gone', message };
  if (status >= 500 || status === 424) return { key, result: 'later', retryAfterSeconds: faultWaitSeconds };
  return { key, result: 'refused', message };
}

const events = z.object({ value: z.array(z.unknown()) });

async function findByKey(client: GraphClient, mailbox: string, key: string): Promise<Meeting | null> {
  const answer = await client.call({
    method: 'GET',
    path: userPath(mailbox, 'events'),
    query: { $filter: hasOwnKey(key) },
    headers: { prefer },
    mailboxes: oneIn(mailbox),
  });
  const [found] = events.parse(expectOk('look for a meeting', answer).body).value;
  return found === undefined ? null : readMeeting(found);
}

const instancesPage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

async function occurrences(
  client: GraphClient,
  { mailbox, seriesId, from, to }: Parameters<MeetingsPort['occurrences']>[0],
): Promise<readonly Occurrence[] | null> {
  const found: Occurrence[] = [];
  const first = { path: userPath(mailbox, 'events', segment(seriesId), 'instances') };
  const query = { startDateTime: from, endDateTime: to, $select: 'id,start', $top: '100' };
  for (let next: { path: string; query?: Record<string, string> } | undefined = { ...first, query }; next;) {
    const answer = await client.call({ method: 'GET', ...next, headers: { prefer }, mailboxes: oneIn(mailbox) });
    if (answer.status === 404) return null;
    const page = instancesPage.parse(expectOk('read the meetings of a series', answer).body);
    found.push(...page.value.map(readOccurrence));
    const link = page['@odata.nextLink'];
    next = link === undefined ? undefined : { path: link };
  }
  return found.toSorted((one, other) => one.start.localeCompare(other.start));
}

const deltaPage = z.object({
  value: z.array(z.looseObject({ id: z.string(), '@removed': z.unknown().optional() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

type Query = Parameters<MeetingsPort['changes']>[0];

async function changes(client: GraphClient, query: Query): Promise<MeetingChanges> {
  const meetings = new Map<string, Meeting>();
  const removed = new Set<string>();
  let link: string | null = query.deltaLink;
  let isFull = link === null;
  for (;;) {
    const answer = await deltaCall(client, query, link);
    if (link !== null && isStale(answer)) {
      link = null;
      isFull = true;
      meetings.clear();
      removed.clear();
      continue;
    }
    const page = deltaPage.parse(expectOk('read changes', answer).body);
    for (const entry of page.value) {
      if (entry['@removed'] === undefined) {
        removed.delete(entry.id);
        meetings.set(entry.id, readMeeting(entry));
      } else {
        meetings.delete(entry.id);
        removed.add(entry.id);
      }
    }
    const deltaLink = page['@odata.deltaLink'];
    if (deltaLink !== undefined)
      return { meetings: [...meetings.values()], removedIds: [...removed], deltaLink, isFull };
    link = page['@odata.nextLink'] ?? null;
    if (link === null) throw new Error('Graph gave a page of changes without a way on');
  }
}

function deltaCall(client: GraphClient, query: Query, link: string | null): Promise<GraphAnswer> {
  const headers = { prefer: `${prefer}, odata.maxpagesize=${pageSize}` };
  const mailboxes = oneIn(query.mailbox);
  if (link !== null) return client.call({ method: 'GET', path: link, headers, mailboxes });
  const window = { startDateTime: query.from, endDateTime: query.to };
  const path = userPath(query.mailbox, 'calendarView', 'delta');
  return client.call({ method: 'GET', path, query: window, headers, mailboxes });
}

function isStale(answer: GraphAnswer): boolean {
  const code = errorCode(answer.body).toLowerCase();
  return answer.status === 410 || ['syncstatenotfound', 'resyncrequired', 'syncstateinvalid'].includes(code);
}
