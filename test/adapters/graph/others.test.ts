import { describe, expect, test } from 'vitest';
import { graphDirectory } from '../../../src/adapters/graph/directory.ts';
import { graphFiles, sharePointName } from '../../../src/adapters/graph/files.ts';
import { graphMailbox } from '../../../src/adapters/graph/mailbox.ts';
import { graphMeetings } from '../../../src/adapters/graph/meetings.ts';
import { graphRooms } from '../../../src/adapters/graph/rooms.ts';
import {
  anna,
  channelId,
  guest,
  inbox,
  lead,
  organiser,
  person,
  runn,
  siljan,
  teamId,
} from '../../sandbox/far-side.ts';
import { answering, clientTo, draft, graphBench } from './bench.ts';

describe('mail', () => {
  const mail = (more: object = {}) => ({
    from: organiser,
    to: { address: anna.mail, name: 'Anna' },
    subject: 'Du är anmäld',
    text: 'Hej',
    html: '<p>Hej</p>',
    key: "registration.confirmed:lp:p-1:1'",
    ...more,
  });

  test('arrives once, although it is sent again after an unknown outcome', async () => {
    const { client, sandbox } = await graphBench();
    const mailbox = graphMailbox(client);
    sandbox.failNext({ match: '/send', status: 504, afterSuccess: true });
    await expect(mailbox.send(mail())).rejects.toThrowError('504');
    expect(await mailbox.send(mail())).toMatchObject({ result: 'sent' });
    expect(await mailbox.send(mail())).toMatchObject({ result: 'sent' });
    expect(inbox(sandbox, anna.mail)).toHaveLength(1);
  });

  test('a draft left behind by a crash is sent instead of a second one', async () => {
    const { client, sandbox } = await graphBench();
    const mailbox = graphMailbox(client);
    sandbox.failNext({ match: '/send', status: 503, retryAfterSeconds: 4 });
    expect(await mailbox.send(mail())).toEqual({ result: 'later', retryAfterSeconds: 4 });
    expect(await mailbox.send(mail())).toMatchObject({ result: 'sent' });
    expect(sandbox.mailbox(organiser).map(({ folder }) => folder)).toEqual(['sentitems']);
  });

  test('carries its attachment', async () => {
    const { client, sandbox } = await graphBench();
    const attachments = [{ name: 'träff.ics', contentType: 'text/calendar', content: Buffer.from('BEGIN:VCALENDAR') }];
    await graphMailbox(client).send(mail({ attachments, firstTry: true }));
    expect(inbox(sandbox, anna.mail)).toMatchObject([{ attachments: [{ name: 'träff.ics', size: 15 }] }]);
  });

  test('waits when the mailbox has sent as many as it may in a minute', async () => {
    const { client } = await graphBench();
    let nowMs = 0;
    const mailbox = graphMailbox(client, { perMinute: 2, nowMs: () => nowMs });
    for (const key of ['a', 'b']) expect(await mailbox.send(mail({ key }))).toMatchObject({ result: 'sent' });
    nowMs = 20_000;
    expect(await mailbox.send(mail({ key: 'c' }))).toEqual({ result: 'later', retryAfterSeconds: 40 });
    nowMs = 61_000;
    expect(await mailbox.send(mail({ key: 'c' }))).toMatchObject({ result: 'sent' });
  });
});

describe('rooms', () => {
  test('VEN-02 are listed with their capacity', async () => {
    const { client } = await graphBench();
    expect(await graphRooms(client).places()).toEqual([
      { mailbox: siljan, displayName: 'Sal Siljan', capacity: 45 },
      { mailbox: runn, displayName: 'Sal Runn', capacity: 12 },
    ]);
  });

  test('VEN-02 are busy when they have accepted, over a window longer than Graph takes, and unknown when nobody has them', async () => {
    const { client, pass } = await graphBench();
    await graphMeetings(client).write([{ kind: 'create', key: 'k', mailbox: organiser, draft: draft() }]);
    await pass(5);
    const busy = await graphRooms(client).busy({
      organiserMailbox: organiser,
      mailboxes: [siljan, runn, 'nobody@region.example'],
      from: '2026-08-04T00:00:00Z',
      to: '2027-01-31T00:00:00Z',
    });
    expect(busy).toEqual([
      { mailbox: siljan, known: true, busy: [{ start: '2026-09-22T06:30:00Z', end: '2026-09-22T14:00:00Z' }] },
      { mailbox: runn, known: true, busy: [] },
      { mailbox: 'nobody@region.example', known: false, busy: [] },
    ]);
  });

  test('more than twenty are asked for in several calls', async () => {
    const mailboxes = Array.from({ length: 23 }, (_one, index) => `rum-${index}@region.example`);
    const rooms = mailboxes.map((mail) => ({ mail, displayName: mail, capacity: 10 }));
    const { client } = await graphBench({ rooms });
    const window = { from: '2026-09-01T00:00:00Z', to: '2026-09-02T00:00:00Z' };
    const busy = await graphRooms(client).busy({ organiserMailbox: organiser, mailboxes, ...window });
    expect(busy.filter(({ known }) => known)).toHaveLength(23);
  });
});

describe('rooms, when Graph is slow', () => {
  test('VEN-02 a year is asked for all at once, four requests at a time and twenty addresses in each', async () => {
    let inFlight = 0;
    let most = 0;
    const asked: number[] = [];
    const client = clientTo(
      answering(async (request) => {
        most = Math.max(most, (inFlight += 1));
        const { schedules } = (await request.json()) as { schedules: readonly string[] };
        asked.push(schedules.length);
        await new Promise((go) => setTimeout(go, 5));
        inFlight -= 1;
        return Response.json({ value: schedules.map((scheduleId) => ({ scheduleId, scheduleItems: [] })) });
      }),
    );
    const mailboxes = Array.from({ length: 23 }, (_one, index) => `rum-${index}@region.example`);
    const year = { from: '2026-09-01T00:00:00Z', to: '2027-09-01T00:00:00Z' };
    const busy = await graphRooms(client).busy({ organiserMailbox: organiser, mailboxes, ...year });
    expect(busy.map(({ mailbox }) => mailbox)).toEqual(mailboxes);
    expect(most).toBe(4);
    expect(asked.toSorted((one, other) => one - other)).toEqual([3, 3, 3, 3, 3, 3, 20, 20, 20, 20, 20, 20]);
  });
});

describe('the directory', () => {
  test('finds a person by address and by object id, and tells a guest', async () => {
    const { client } = await graphBench();
    const directory = graphDirectory(client);
    expect(await directory.byMail(lead.mail)).toMatchObject({ oid: lead.id, isGuest: false });
    expect(await directory.byOid(guest.id)).toMatchObject({ mail: guest.mail, isGuest: true });
    expect(await directory.byMail('nobody@region.example')).toBeNull();
    expect(await directory.byOid('00000000-0000-4000-8000-0000000000ff')).toBeNull();
  });

  test('an apostrophe in an address does not break the question', async () => {
    const obrien = person(8, "o'brien@region.example", { kind: 'member' });
    const { client } = await graphBench({ people: [obrien] });
    expect(await graphDirectory(client).byMail(obrien.mail)).toMatchObject({ oid: obrien.id });
  });
});

describe('files', () => {
  const channel = { teamId, channelId };
  async function folder(bench: Awaited<ReturnType<typeof graphBench>>) {
    const files = graphFiles(bench.client);
    await files.channelFolder(channel);
    await bench.pass(60);
    const found = await files.channelFolder(channel);
    if (found === null) throw new Error('the folder is still not there');
    return { files, found };
  }
  const read = async (stream: ReadableStream<Uint8Array> | null) =>
    Buffer.from(await new Response(stream).arrayBuffer());

  test('DOC-03 a channel’s folder that SharePoint has not made yet is no fault', async () => {
    const { client } = await graphBench();
    expect(await graphFiles(client).channelFolder(channel)).toBeNull();
  });

  test('DOC-03 a small file goes up in one piece, although its name has what SharePoint refuses, and comes down the same', async () => {
    const { files, found } = await folder(await graphBench());
    const whole = Buffer.from('xxÅäö 100 %xx');
    const content = whole.subarray(2, -2);
    const stored = await files.upload(found, { path: 'Träff 1/Åsa: 100 % #1.txt', contentType: 'text/plain', content });
    expect(stored.size).toBe(content.byteLength);
    expect(decodeURIComponent(stored.webUrl)).toContain('Åsa- 100 % #1.txt');
    expect((await read(await files.download(stored))).equals(content)).toBe(true);
  });

  test('DOC-03 a file that somebody has taken away is no fault', async () => {
    const { files, found } = await folder(await graphBench());
    expect(await files.download({ driveId: found.driveId, itemId: '01BORTTAGEN' })).toBeNull();
  });

  test('DOC-03 a file above 4 MB goes up in slices, without a token at the upload address', async () => {
    const bench = await graphBench();
    const { files, found } = await folder(bench);
    const content = Buffer.alloc(11 * 1024 * 1024, 'dalalab');
    const stored = await files.upload(found, { path: 'bilder.zip', contentType: 'application/zip', content });
    expect(stored.size).toBe(content.byteLength);
    expect(bench.sandbox.uploads().filter(({ method }) => method === 'PUT')).toHaveLength(3);
    expect((await read(await files.download(stored))).equals(content)).toBe(true);
  });

  test.each([
    ['Vad? Hur/varför*.pdf', 'Vad- Hur-varför-.pdf'],
    ['~$utkast.docx. ', '-utkast.docx'],
    ['...', '-'],
    ['A\u030alder.pdf', 'Ålder.pdf'],
  ])('the name %s becomes %s', (name, expected) => expect(sharePointName(name)).toBe(expected));
});

describe('the calendar’s notifications', () => {
  const wish = {
    mailbox: organiser,
    notificationUrl: 'https://dalalab.example/graph/notifications',
    clientState: 'secret',
    expiresAt: '2026-08-09T06:00:00Z',
    subscriptionId: null,
  };
  const shakesHands = (reachable: boolean) => (url: string) =>
    Promise.resolve(
      reachable ? new Response(new URL(url).searchParams.get('validationToken')) : new Response(null, { status: 404 }),
    );

  test('X-05 are asked for, renewed, made anew when gone, and not doubled after a lost answer', async () => {
    const { client, pass } = await graphBench({}, {}, { deliver: shakesHands(true) });
    const meetings = graphMeetings(client);
    const first = await meetings.watch(wish);
    const renewed = await meetings.watch({
      ...wish,
      subscriptionId: first?.subscriptionId ?? '',
      expiresAt: '2026-08-10T05:00:00Z',
    });
    expect(renewed?.subscriptionId).toBe(first?.subscriptionId);
    expect(Date.parse(renewed?.expiresAt ?? '')).toBe(Date.parse('2026-08-10T05:00:00Z'));
    const again = await meetings.watch(wish);
    expect(again?.subscriptionId).not.toBe(first?.subscriptionId);
    await pass(60 * 24 * 8);
    const later = { ...wish, subscriptionId: again?.subscriptionId ?? '', expiresAt: '2026-08-17T05:00:00Z' };
    expect((await meetings.watch(later))?.subscriptionId).not.toBe(again?.subscriptionId);
  });

  test('are done without when our address cannot be reached', async () => {
    const { client } = await graphBench({}, {}, { deliver: shakesHands(false) });
    expect(await graphMeetings(client).watch(wish)).toBeNull();
  });
});
