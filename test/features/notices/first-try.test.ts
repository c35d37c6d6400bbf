import { expect, test } from 'vitest';
import { queueMail, retryNotice } from '../../../src/features/notices/actions.ts';
import { letter, paragraph } from '../../../src/features/notices/letters/letter.ts';
import { onEachEngine } from '../../engines.ts';
import { key, openStage, type Stage } from '../meetings/stage.ts';

const asa = 'asa.hjortsberg-lindh@kommun-falun.example';
const words = letter('Tack för träff 1', [paragraph('Här är dokumentationen.')]);

async function queued(stage: Stage): Promise<void> {
  await stage.tools.tx((work) =>
    queueMail(work, stage.tools, {
      ...key,
      kind: 'documents.shared',
      sessionId: 's-1',
      version: '1',
      to: { address: asa, name: 'Åsa' },
      letter: words,
      grace: 'none',
      confirmationId: null,
    }),
  );
}

const requests = (stage: Stage) =>
  stage.sandbox
    .requestLog()
    .filter(({ path }) => path.includes('/messages'))
    .map(({ method, path }) => `${method} ${path.endsWith('/send') ? 'send' : 'messages'}`);
const received = (stage: Stage) =>
  stage.sandbox.mailbox(asa).filter(({ folder, subject }) => folder === 'inbox' && subject === words.subject);
const row = (stage: Stage) =>
  stage.tools.db
    .selectFrom('notice')
    .select(['id', 'state', 'attempts'])
    .where('kind', '=', 'documents.shared')
    .executeTakeFirstOrThrow();
/** What a process that died while sending leaves behind, when its minute has passed. */
const abandoned = (stage: Stage) =>
  stage.tools.db
    .updateTable('notice')
    .set({ claimed_at: new Date(Date.now() - 90_000) })
    .execute();

onEachEngine('a mail through Graph', (engine) => {
  test('INF-01 costs two requests: a draft and its sending', async () => {
    const stage = await openStage({ engine });
    await queued(stage);
    await stage.settle();
    expect(requests(stage)).toEqual(['POST messages', 'POST send']);
    expect(received(stage)).toHaveLength(1);
  });

  test('X-04 whose sending nobody knows the end of is looked for first, and goes out once', async () => {
    const stage = await openStage({ engine });
    stage.sandbox.failNext({ match: /\/send$/, status: 504, afterSuccess: true, times: 1 });
    await queued(stage);
    await stage.settle().catch(() => undefined);
    await abandoned(stage);
    await stage.settle();
    expect(requests(stage)).toContain('GET messages');
    expect(received(stage)).toHaveLength(1);
    expect(await row(stage)).toMatchObject({ state: 'sent' });
  });

  test('X-04 that was given up and is tried again by hand is looked for as well', async () => {
    const stage = await openStage({ engine });
    stage.sandbox.failNext({ match: /\/send$/, status: 504, afterSuccess: true, times: 1 });
    await queued(stage);
    await stage.settle().catch(() => undefined);
    const { id } = await row(stage);
    await stage.tools.db
      .updateTable('notice')
      .set({ state: 'failed', claimed_at: null })
      .where('id', '=', id)
      .execute();
    expect(received(stage)).toHaveLength(1);
    expect((await retryNotice(stage.tools, key, id)).ok).toBe(true);
    await stage.settle();
    expect(received(stage)).toHaveLength(1);
    expect(await row(stage)).toMatchObject({ state: 'sent' });
  });
});
