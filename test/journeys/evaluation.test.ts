import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from '../bot/stage.ts';

const { lead, planner, stranger } = people;
const member = people.participant;
const outsider = 'samira.el-khoury@kommun-sater.example';
const answers = { useful: '4', likelihood: '3', talkTime: 'right' };

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-09-21T07:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, lead);
  await stage.running.chats.client.install(participantsChannelId, lead);
  await stage.press(lead, stage.latest(participantsChannelId), 'Kompetens i hela Dalarna');
  const card = await stage.say(lead, 'skicka utvärdering', planningChatId);
  await stage.press(lead, card, 'Bekräfta');
}, 60_000);
afterAll(() => stage.close());

async function passTo(moment: string): Promise<void> {
  await stage.running.sandbox.clock.advanceTo(at(moment));
  await stage.running.product.worker.settle();
}

interface Mail {
  readonly subject: string;
  readonly body: string;
}
async function mailsTo(address: string): Promise<readonly Mail[]> {
  const answer = await fetch(`${stage.running.url}/sandbox/api/mailbox?address=${encodeURIComponent(address)}`);
  return (await answer.json()) as Mail[]; // the sandbox's own answer
}
const linkIn = (mail: Mail | undefined): string =>
  /https?:\/\/\S+\/utvardering\/[A-Za-z0-9_-]{30,}/.exec(mail?.body ?? '')?.[0] ?? '';

function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'follow' });
}

const posts = (id: string) => stage.running.chats.book.posts(id).filter(({ from }) => from === 'bot');

async function count(table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    stage.running.product.tools.db,
  );
  return found.rows[0]?.n ?? -1;
}

/** Everything that the database holds, a line per row with the system's own numbers. */
async function dump(): Promise<readonly string[]> {
  const { db } = stage.running.product.tools;
  const tables = await sql<{ s: string; t: string }>`
    select table_schema as s, table_name as t from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db);
  const lines: string[] = [];
  for (const { s, t } of tables.rows) {
    if (t === 'document_content') continue;
    const found = await sql<{ line: string }>`
      select xmin::text || ' ' || row_to_json(x)::text as line from ${sql.table(`${s}.${t}`)} x`.execute(db);
    lines.push(...found.rows.map(({ line }) => `${t} ${line}`));
  }
  return lines;
}

describe('EVA-01 an evaluation by every route', () => {
  test('at the agenda’s minute the questions come to the participants’ channel, and nothing of them to the planners', async () => {
    await passTo('2026-09-22T13:39:00Z');
    const before = posts(planningChatId).length;
    const asked = posts(participantsChannelId).length;
    await passTo('2026-09-22T13:41:00Z');
    expect(posts(participantsChannelId)).toHaveLength(asked + 1);
    expect(stage.latest(participantsChannelId).text).toContain('Svaren sparas utan ditt namn.');
    expect(posts(planningChatId)).toHaveLength(before);
    // The planners were told the day before, in their own place.
    expect(JSON.stringify(posts(planningChatId))).toContain('går till 34 personer');
    expect(JSON.stringify(posts(participantsChannelId))).not.toContain('Karin Tunsberg har bekräftat');
  });

  test('X-01 everybody has one route of their own: 34 mails or cards, one each', async () => {
    const { db } = stage.running.product.tools;
    const routes = await db
      .selectFrom('notice')
      .select(['person_id', 'channel', 'state'])
      .where('kind', '=', 'evaluation.personal')
      .execute();
    expect(new Set(routes.map(({ person_id: id }) => id)).size).toBe(34);
    expect(routes).toHaveLength(34);
    expect(routes.every(({ state }) => state === 'sent')).toBe(true);
    expect(await mailsTo(outsider)).toHaveLength(1);
  });

  test('who is no participant is refused politely by card, and nothing is stored', async () => {
    const shared = stage.latest(participantsChannelId);
    for (const oid of [planner, stranger]) {
      const { own } = await stage.press(oid, shared, 'Skicka svar', answers);
      expect(own.toast).toContain('Utvärderingen är till för dem som är anmälda');
    }
    expect([await count('evaluation_mark'), await count('evaluation_urn')]).toEqual([0, 0]);
  });

  test('the projected page asks for an address, answers the same to everybody and mails the registered alone', async () => {
    const page = `${stage.running.url}/utvardering/traff/${stage.projectId}/s-1`;
    expect(await (await fetch(`${stage.running.url}/utvardering/qr/${stage.projectId}/s-1`)).text()).toContain(
      '0 av 34',
    );
    const known = await (await submit(page, { email: outsider })).text();
    const unknown = await (await submit(page, { email: 'ingen.alls@example.com' })).text();
    expect(known).toBe(unknown);
    await stage.running.product.worker.settle();
    expect((await mailsTo(outsider)).map(({ subject }) => subject)).toHaveLength(2);
    expect(await mailsTo('ingen.alls@example.com')).toEqual([]);
    expect([await count('evaluation_mark'), await count('evaluation_urn')]).toEqual([0, 0]);
  });

  test('all routes share one mark: card, own mail and the projected page', async () => {
    const shared = stage.latest(participantsChannelId);
    await stage.running.sandbox.clock.advanceTo(at('2026-09-22T13:47:11Z'));
    const card = await stage.press(member, shared, 'Skicka svar', { ...answers, plan: 'Plan Amsberg' });
    expect(card.own.card).toContain('1 av 34 har svarat.');
    expect(card.shared.text).toBe(shared.text);
    expect((await stage.press(member, shared, 'Skicka svar', answers)).own.toast).toContain('Du har redan svarat.');

    await stage.running.sandbox.clock.advanceTo(at('2026-09-22T13:52:23Z'));
    const [first, second] = (await mailsTo(outsider)).map(linkIn);
    expect(first).not.toBe(second);
    expect(await (await submit(first ?? '', { ...answers, plan: 'Plan Bergslag' })).text()).toContain(
      '2 av 34 har svarat.',
    );
    expect(await (await submit(second ?? '', answers)).text()).toContain('2 av 34 har svarat.');
    expect([await count('evaluation_mark'), await count('evaluation_urn')]).toEqual([2, 2]);
  });

  test('EVA-01 from everything that is stored nobody can tell who answered what, or when', async () => {
    const seatOf = async (email: string) =>
      (
        await stage.running.product.tools.db
          .selectFrom('person')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirstOrThrow()
      ).id;
    const persons = [await seatOf('dmitri.petrov@region-dalarna.example'), await seatOf(outsider)];
    const lines = await dump();
    const slips = lines.filter((line) => /Plan Amsberg|Plan Bergslag/.test(line));
    expect(slips).toHaveLength(2);
    for (const slip of slips) for (const person of [...persons, member]) expect(slip).not.toContain(person);
    // One transaction number for both slips, so that it belongs to neither mark alone.
    expect(new Set(slips.map((line) => line.split(' ')[1])).size).toBe(1);
    // Neither minute of an answer stands anywhere, in any table. With its day: the queue writes down real time.
    expect(lines.filter((line) => /2026-09-22[T ]1[35]:(?:47:1|52:2)/.test(line))).toEqual([]);
    const marks = lines.filter((line) => line.startsWith('evaluation_mark '));
    expect(marks.map((line) => Object.keys(JSON.parse(line.slice(line.indexOf('{'))) as object))).toEqual([
      ['tenant_id', 'project_id', 'session_id', 'person_id'],
      ['tenant_id', 'project_id', 'session_id', 'person_id'],
    ]);
  });

  test('results wait for five, and the channel never shows them', async () => {
    const { text } = await stage.say(lead, 'hur var utvärderingen', planningChatId);
    expect(text).toContain('2 av 34 har svarat.');
    expect(text).not.toMatch(/Plan Amsberg|Plan Bergslag/);
    const inChannel = await stage.say(lead, 'hur var utvärderingen', participantsChannelId);
    expect(inChannel.text).toContain('planeringschatten');
  });
});
