import { describe, expect, test } from 'vitest';
import { changeJson } from '../../../src/adapters/graph/event-json.ts';
import { graphMeetings } from '../../../src/adapters/graph/meetings.ts';
import type { Meeting, MeetingsPort, MeetingWriteResult } from '../../../src/ports/meetings.ts';
import { anna, bo, inbox, obedient, organiser, person, siljan } from '../../sandbox/far-side.ts';
import { draft, graphBench } from './bench.ts';

function written(result: MeetingWriteResult | undefined): Meeting {
  if (result?.result !== 'written' || result.meeting === null)
    throw new Error(`not written: ${JSON.stringify(result)}`);
  return result.meeting;
}

async function make(meetings: MeetingsPort, more: Parameters<typeof draft>[0] = {}): Promise<Meeting> {
  const [result] = await meetings.write([{ kind: 'create', key: 'k', mailbox: organiser, draft: draft(more) }]);
  return written(result);
}

const room = { address: siljan, name: 'Sal Siljan', type: 'resource' } as const;
const invite = ({ mail }: { mail: string }) => ({ address: mail, name: mail, type: 'required' }) as const;

describe('a session’s event', () => {
  test('X-04 is created once: the same transaction id finds the first', async () => {
    const { client, sandbox } = await graphBench();
    const meetings = graphMeetings(client);
    const first = await make(meetings);
    const second = await make(meetings);
    expect(second.id).toBe(first.id);
    expect(sandbox.calendar(organiser)).toHaveLength(1);
    expect((await meetings.findByTransactionId(organiser, draft().transactionId))?.id).toBe(first.id);
    expect(await meetings.findByTransactionId(organiser, 'another')).toBeNull();
  });

  test('CAL-01 hides attendees, takes no new time proposals, has a reminder and no online meeting', async () => {
    const { client, sandbox } = await graphBench();
    await make(graphMeetings(client));
    expect(sandbox.calendar(organiser)).toMatchObject([
      {
        hideAttendees: true,
        allowNewTimeProposals: false,
        isReminderOn: true,
        reminderMinutesBeforeStart: 1440,
        joinUrl: null,
        categories: ['Dalalab'],
      },
    ]);
  });

  test.each([
    ['in summer', '2026-09-22', '2026-09-22T06:30:00Z'],
    ['in winter', '2027-01-13', '2027-01-13T07:30:00Z'],
    ['on the day before the clocks go back', '2026-10-24', '2026-10-24T06:30:00Z'],
    ['on the day after', '2026-10-26', '2026-10-26T07:30:00Z'],
  ])('starts at the wall clock’s half past eight %s', async (_when, day, instant) => {
    const { client } = await graphBench();
    const meeting = await make(graphMeetings(client), { start: `${day}T08:30:00`, end: `${day}T16:00:00` });
    expect(meeting.start).toBe(instant);
  });

  test('CAL-01 gets its participants by a change of attendees and nothing else, which mails only them', async () => {
    const { client, sandbox } = await graphBench();
    const meetings = graphMeetings(client);
    const meeting = await make(meetings, { attendees: [room, invite(bo)] });
    const before = inbox(sandbox, bo.mail).length;
    const change = { attendees: [room, invite(bo), invite(anna)] };
    expect(Object.keys(changeJson(change))).toEqual(['attendees']);
    const [result] = await meetings.write([
      { kind: 'change', key: 'k', mailbox: organiser, id: meeting.id, etag: meeting.etag, change },
    ]);
    expect(written(result).attendees.map(({ address }) => address)).toEqual([siljan, bo.mail, anna.mail]);
    expect(inbox(sandbox, anna.mail)).toHaveLength(1);
    expect(inbox(sandbox, bo.mail)).toHaveLength(before);
  });

  test('that somebody changed meanwhile is not overwritten', async () => {
    const { client } = await graphBench();
    const meetings = graphMeetings(client);
    const meeting = await make(meetings);
    const change = (subject: string) =>
      meetings.write([
        { kind: 'change', key: 'k', mailbox: organiser, id: meeting.id, etag: meeting.etag, change: { subject } },
      ]);
    expect(await change('Första')).toMatchObject([{ result: 'written' }]);
    expect(await change('Andra')).toMatchObject([{ result: 'changedMeanwhile' }]);
    expect((await meetings.read(organiser, meeting.id))?.subject).toBe('Första');
  });

  test('that is cancelled is gone from the calendar, and a second cancel finds nothing', async () => {
    const { client, sandbox } = await graphBench();
    const meetings = graphMeetings(client);
    const { id } = await make(meetings, { attendees: [invite(anna)] });
    const cancel = () => meetings.write([{ kind: 'cancel', key: 'k', mailbox: organiser, id, comment: 'Inställd' }]);
    expect(await cancel()).toEqual([{ key: 'k', result: 'written', meeting: null }]);
    expect(inbox(sandbox, anna.mail).at(-1)).toMatchObject({ kind: 'meetingCancelled' });
    expect(await cancel()).toMatchObject([{ result: 'gone' }]);
    expect(await meetings.read(organiser, id)).toBeNull();
  });
});

describe('many writes', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_one, index) => ({
      kind: 'create' as const,
      key: `s-${index}`,
      mailbox: organiser,
      draft: draft({ transactionId: `t-${index}`, attendees: [] }),
    }));

  test('stay within four at a time for a mailbox, and come back in the order asked for', async () => {
    const { client, sandbox } = await graphBench();
    const results = await graphMeetings(client).write(many(9));
    expect(results.map(({ key, result }) => `${key} ${result}`)).toEqual(many(9).map(({ key }) => `${key} written`));
    expect(client.counts.throttled).toBe(0);
    const batches = sandbox.requestLog().filter(({ path }) => path.endsWith('/$batch'));
    expect(batches).toHaveLength(3);
  });

  test('CAL-02 four sessions and their four copies in the shared calendar are one request', async () => {
    const { client, sandbox } = await graphBench();
    const copies = many(4).map((one) => ({ ...one, key: `${one.key} copy`, mailbox: 'kalender@region.example' }));
    await graphMeetings(client).write([...many(4), ...copies]);
    expect(sandbox.requestLog().filter(({ path }) => path.endsWith('/$batch'))).toHaveLength(1);
  });

  test('a 429 inside the batch makes that write wait, and the others are done', async () => {
    const { client, sandbox } = await graphBench();
    sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 429, retryAfterSeconds: 7 });
    const results = await graphMeetings(client).write(many(3));
    expect(results.map(({ result }) => result).toSorted()).toEqual(['later', 'written', 'written']);
    expect(results.find(({ result }) => result === 'later')).toMatchObject({ retryAfterSeconds: 7 });
  });

  test('X-04 a create whose answer was lost is found again and not made twice', async () => {
    const { client, sandbox } = await graphBench();
    const meetings = graphMeetings(client);
    sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 504, afterSuccess: true });
    expect(await meetings.write(many(1))).toMatchObject([{ result: 'later' }]);
    expect(await meetings.findByTransactionId(organiser, 't-0')).not.toBeNull();
    expect(await meetings.write(many(1))).toMatchObject([{ result: 'written' }]);
    expect(sandbox.calendar(organiser)).toHaveLength(1);
  });
});

describe('what has changed', () => {
  const query = (deltaLink: string | null) => ({
    mailbox: organiser,
    from: '2026-06-01T00:00:00Z',
    to: '2027-06-01T00:00:00Z',
    deltaLink,
  });

  test('X-05 an answer comes back with its time, and the next reading has only what is new', async () => {
    const eager = person(9, 'eager@mora.example', { temperament: obedient });
    const { client, pass } = await graphBench({ people: [eager] });
    const meetings = graphMeetings(client);
    await make(meetings, { attendees: [room, invite(eager)] });
    const first = await meetings.changes(query(null));
    expect(first).toMatchObject({ isFull: true, removedIds: [] });
    await pass(120);
    const second = await meetings.changes(query(first.deltaLink));
    expect(second.isFull).toBe(false);
    expect(second.meetings[0]?.attendees.map(({ address, response }) => [address, response])).toEqual([
      [siljan, 'accepted'],
      [eager.mail, 'accepted'],
    ]);
    expect(second.meetings[0]?.attendees[1]?.respondedAt).toBe('2026-08-03T07:00:00Z');
    expect((await meetings.changes(query(second.deltaLink))).meetings).toEqual([]);
  });

  test('a removed event is told by its id', async () => {
    const { client } = await graphBench();
    const meetings = graphMeetings(client);
    const { id } = await make(meetings);
    const { deltaLink } = await meetings.changes(query(null));
    await meetings.write([{ kind: 'remove', key: 'k', mailbox: organiser, id }]);
    expect((await meetings.changes(query(deltaLink))).removedIds).toEqual([id]);
  });

  test('a link that the far side no longer knows makes everything be read anew', async () => {
    const { client, sandbox } = await graphBench();
    const meetings = graphMeetings(client);
    await make(meetings);
    const { deltaLink } = await meetings.changes(query(null));
    sandbox.failNext({ match: 'calendarView/delta', status: 410, code: 'syncStateNotFound' });
    expect(await meetings.changes(query(deltaLink))).toMatchObject({
      isFull: true,
      meetings: [{ subject: draft().subject }],
    });
  });
});
