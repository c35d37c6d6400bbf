import { afterEach, expect, test } from 'vitest';
import {
  queueMail,
  queuePost,
  recordConfirmation,
  stopConfirmation,
  stopNotice,
} from '../../../src/features/notices/actions.ts';
import { nextDueAt, runDue, sendNotices } from '../../../src/features/notices/jobs.ts';
import { letter, list, link, paragraph } from '../../../src/features/notices/letters/letter.ts';
import { noticeLog } from '../../../src/features/notices/queries.ts';
import type { MailOrder } from '../../../src/features/notices/types.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, type Desk } from '../registration/desk.ts';

const now = '2026-08-20T10:00:00Z';

function order(changed: Partial<MailOrder> = {}): MailOrder {
  return {
    ...key,
    kind: 'documents.shared',
    sessionId: 's-1',
    personId: 'p-01',
    version: '1',
    to: { address: 'asa@kommun-falun.example', name: 'Åsa' },
    letter: letter('Tack för träff 1', [paragraph('Här är dokumentationen.')]),
    grace: 'none',
    confirmationId: null,
    ...changed,
  };
}

onEachEngine('a notice', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  const queued = (changed: Partial<MailOrder> = {}) =>
    desk.tools.tx((work) => queueMail(work, desk.tools, order(changed)));
  const log = async () => (await noticeLog(desk.tools, key, 'sv')).notices;

  test('X-04 is said once, however often its cause is handled and its job is run', async () => {
    desk = await openDesk(engine, { now });
    expect([await queued(), await queued()]).toEqual(['queued', 'saidAlready']);
    await Promise.all([desk.send(), desk.send()]);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
    expect(await log()).toMatchObject([
      { state: 'sent', subject: 'Tack för träff 1', recipient: 'asa@kommun-falun.example' },
    ]);
    expect(await queued({ version: '2' })).toBe('queued');
  });

  test('X-02 waits out its grace and can be stopped until then, and not after', async () => {
    desk = await openDesk(engine, { now });
    await queued({ grace: 'grace' });
    await queued({ grace: 'grace', personId: 'p-02' });
    await desk.send();
    expect(desk.mails).toEqual([]);
    expect((await nextDueAt(desk.tools))?.toString()).toBe('2026-08-20T10:02:00Z');
    const [one] = await log();
    expect(await stopNotice(desk.tools, key, one?.id ?? '')).toMatchObject({ ok: true });
    desk.at('2026-08-20T10:02:00Z');
    desk.jobs.length = 0;
    await runDue(desk.tools);
    expect(desk.jobs).toEqual(['notices.send']);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
    const sent = (await log()).find(({ state }) => state === 'sent');
    expect(await stopNotice(desk.tools, key, sent?.id ?? '')).toMatchObject({ ok: false, reason: 'goneOut' });
    expect(await stopNotice(desk.tools, key, one?.id ?? '')).toMatchObject({ ok: false, reason: 'stoppedAlready' });
    expect(await stopNotice(desk.tools, key, 'none')).toMatchObject({ ok: false, reason: 'notFound' });
  });

  test('X-02 the log has the latest first: what waited out its grace stands above what went at once', async () => {
    desk = await openDesk(engine, { now });
    await queued({ grace: 'grace', version: 'waits' });
    desk.at('2026-08-20T10:01:00Z');
    await queued({ version: 'at once', letter: letter('Gick genast', [paragraph('Nu.')]) });
    await desk.send();
    desk.at('2026-08-20T10:02:00Z');
    await runDue(desk.tools);
    await desk.send();
    expect((await log()).map(({ subject }) => subject)).toEqual(['Tack för träff 1', 'Gick genast']);
  });

  test('X-02 taking a yes back stops what waits under it and says how many had gone', async () => {
    desk = await openDesk(engine, { now });
    const preview = { textVersion: 'v', recipientCount: 2 };
    const confirmationId = await desk.tools.tx((work) =>
      recordConfirmation(work, desk.tools, { ...key, act: 'documents:s-1', preview, by: lead }),
    );
    await queued({ confirmationId });
    await desk.send();
    await queued({ confirmationId, personId: 'p-02', grace: 'grace' });
    const by = { ...key, by: lead };
    expect(await stopConfirmation(desk.tools, by, confirmationId)).toMatchObject({ value: { stopped: 1, goneOut: 1 } });
    expect(await stopConfirmation(desk.tools, by, confirmationId)).toMatchObject({ reason: 'stoppedAlready' });
    expect((await log()).map(({ state, confirmedBy }) => [state, confirmedBy])).toEqual(
      expect.arrayContaining([
        ['sent', 'Karin Tunsberg'],
        ['stopped', 'Karin Tunsberg'],
      ]),
    );
  });

  test('waits as long as the far side asks, and is shown as failed when it is refused', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    desk.answers.push(
      { result: 'later', retryAfterSeconds: 17 },
      { result: 'refused', message: 'ErrorInvalidRecipients' },
    );
    expect(await desk.send()).toEqual({ retryAfterSeconds: 17 });
    expect(await log()).toMatchObject([{ state: 'waiting' }]);
    expect(await desk.send()).toBe('done');
    expect(await log()).toMatchObject([{ state: 'failed', error: 'ErrorInvalidRecipients' }]);
    const door = await desk.open();
    await door.api('POST', `/notices/${(await log())[0]?.id}/retry`);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
  });

  test('X-04 a mail whose outcome is unknown is tried again, and its key keeps it to one', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    desk.answers.push(new Error('the line broke'));
    await expect(desk.send()).rejects.toThrow('the line broke');
    expect(await log()).toMatchObject([{ state: 'sending' }]);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
    expect(await log()).toMatchObject([{ state: 'sent', error: null }]);
  });

  test('a sender that died is taken over after a while, and not before', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    const mark = (ago: number) =>
      desk.tools.db
        .updateTable('notice')
        .set({ state: 'sending', claimed_at: new Date(Date.now() - ago) })
        .execute();
    await mark(1_000);
    await desk.send();
    expect(desk.mails).toHaveLength(0);
    await mark(90_000);
    await desk.send();
    expect(desk.mails).toHaveLength(1);
  });

  test('one that always fails does not stand in the way of others, and is given up', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      desk.answers.push(new Error('no'));
      await expect(desk.send()).rejects.toThrow('no');
    }
    // Half a morning's fault is waited out; a whole day's is told.
    expect(await log()).toMatchObject([{ state: 'sending' }]);
    desk.at('2026-08-21T10:00:00Z');
    desk.answers.push(new Error('no'));
    await expect(desk.send()).rejects.toThrow('no');
    expect(await log()).toMatchObject([{ state: 'failed', error: 'Det gick inte att skicka trots flera försök.' }]);
    await queued({ personId: 'p-02' });
    await desk.send();
    expect(desk.mails).toHaveLength(1);
  });

  test('X-02 nothing leaves a dormant project, whatever was written before', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    await desk.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await queued({ personId: 'p-02' })).toBe('dormant');
    await desk.send();
    expect(desk.mails).toEqual([]);
    expect(await nextDueAt(desk.tools)).toBeUndefined();
  });

  test('X-01 a post without a conversation becomes the mail that says the same', async () => {
    desk = await openDesk(engine, { now });
    const { to, letter: own } = order();
    const post = {
      ...key,
      kind: 'evaluation.personal',
      personId: 'p-01',
      version: '1',
      grace: 'none',
      confirmationId: null,
    } as const;
    await desk.tools.tx(async (work) => {
      await queuePost(work, desk.tools, {
        ...post,
        place: 'personalChat',
        post: { text: 'x' },
        orMail: { to, letter: own },
      });
      await queuePost(work, desk.tools, {
        ...post,
        place: 'participantsChannel',
        post: { text: 'y' },
        personId: 'p-02',
      });
    });
    await desk.send();
    expect(desk.mails.map(({ subject }) => subject)).toEqual(['Tack för träff 1']);
    expect((await log()).map(({ channel, state, error }) => [channel, state, error])).toEqual(
      expect.arrayContaining([
        ['mail', 'sent', null],
        ['participantsChannel', 'failed', 'Ingen konversation är kopplad till lärprojektet.'],
      ]),
    );
  });

  test('X-03 a personal link is readable in the database only until it has been sent', async () => {
    desk = await openDesk(engine, { now });
    const url = `https://dalalab.example/min/${desk.tools.ids.secret()}`;
    await queued({ letter: letter('Din länk', [link('Se och ändra', url)]) });
    await desk.send();
    expect(desk.mails[0]?.text).toContain(url);
    const rows = await desk.tools.db.selectFrom('notice').select('content').execute();
    expect(JSON.stringify(rows)).not.toContain(url);
    expect(JSON.stringify(rows)).toContain('/min/…');
  });

  test('X-02 the log of one project is not shown to another tenant', async () => {
    desk = await openDesk(engine, { now });
    await queued();
    await sendNotices(desk.tools, { tenantId: 'tenant-b', projectId: key.projectId });
    expect(desk.mails).toEqual([]);
    const door = await desk.open({ ...lead, tenantId: 'tenant-b' });
    expect((await door.api('GET', '/notices')).body).toMatchObject({ notices: [], confirmations: [] });
    expect(await door.api('POST', `/notices/${(await log())[0]?.id}/stop`)).toMatchObject({ status: 409 });
  });
});

test('a letter says the same in text and HTML, and lets nobody write HTML or headers', () => {
  const parts = [
    paragraph('Hej <b>Åsa</b>!'),
    list(['ett', 'två & tre']),
    link('Din sida', 'https://x.example/?a=1&b="2"'),
  ];
  const made = letter('Rad ett\r\nBcc: alla@x.example', parts);
  expect(made.subject).toBe('Rad ett Bcc: alla@x.example');
  expect(made.text).toBe('Hej <b>Åsa</b>!\n\n• ett\n• två & tre\n\nDin sida:\nhttps://x.example/?a=1&b="2"\n');
  expect(made.html).toContain('Hej &lt;b&gt;Åsa&lt;/b&gt;!');
  expect(made.html).toContain('href="https://x.example/?a=1&amp;b=&quot;2&quot;"');
});
