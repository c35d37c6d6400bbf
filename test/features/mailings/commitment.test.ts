import { afterEach, expect, test } from 'vitest';
import { sendMailing, writeOwnWords } from '../../../src/features/mailings/actions.ts';
import { letterTo, mailingList, mailingView, previewMailing } from '../../../src/features/mailings/queries.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { commitmentSentence } from '../../../src/features/registration/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, ownPathIn, sample, type Desk } from '../registration/desk.ts';

onEachEngine('those who came from a list without the box', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  const open = async () => {
    desk = await openDesk(engine, { now: '2026-08-20T08:00:00Z', file: sample() });
  };
  const listed = async () => (await mailingList(desk.tools, key)).find(({ id }) => id === 'commitment');
  const send = async () => {
    const seen = await previewMailing(desk.tools, key, 'commitment', {});
    if (!seen.ok) throw new Error(JSON.stringify(seen));
    const { textVersion, recipientCount } = seen.value;
    const sent = await sendMailing(desk.tools, lead, 'commitment', { textVersion, recipientCount });
    if (!sent.ok) throw new Error(sent.reason);
    return sent.value;
  };
  const untick = () =>
    desk.tools.db
      .updateTable('registration')
      .set({ commitment_at: null, commitment_version: null })
      .where('person_id', 'in', ['p-05', 'p-06'])
      .execute();

  test('REG-04 X-02 are asked by a letter that is previewed, can be stopped, and leads each to their own page', async () => {
    await open();
    expect(await listed()).toBeUndefined();
    await untick();
    expect(await listed()).toMatchObject({ state: 'ready', recipientCount: 2 });
    const preview = await letterTo(desk.tools, key, 'commitment', 'p-05');
    expect(preview.ok && preview.value.text).toContain('https://dalalab.example/min/…');
    const stopped = await send();
    await stopConfirmation(desk.tools, { ...key, by: lead }, stopped.confirmationId);
    desk.at('2026-08-21T08:00:00Z');
    await desk.send();
    expect(desk.mails).toEqual([]);

    const sent = await send();
    expect(sent).toMatchObject({ recipientCount: 2, goesAt: '2026-08-21T08:02:00Z' });
    desk.at('2026-08-21T08:03:00Z');
    await desk.send();
    expect(desk.mails).toHaveLength(2);
    const paths = desk.mails.map((mail) => ownPathIn(mail));
    expect(new Set(paths).size).toBe(2);
    const kept = await desk.tools.db.selectFrom('notice').select('content').execute();
    for (const path of paths) expect(JSON.stringify(kept)).not.toContain(path);

    const door = await desk.open();
    const [own = ''] = paths;
    expect((await door.get(own)).text).toContain(commitmentSentence);
    await door.post(`${own}/medveten`, { commitment: 'ja' });
    const view = await mailingView(desk.tools, key, 'commitment');
    expect(view.ok && view.value.readers).toHaveLength(1);

    // What has gone out is corrected in words; the link of one is never in a letter that is written again.
    const correction = `correction:${sent.confirmationId}`;
    await writeOwnWords(desk.tools, lead, correction, { slot: 'own', sv: 'Svara senast den 28 augusti.', en: '' });
    const corrected = await letterTo(desk.tools, key, correction, 'p-05');
    expect(corrected.ok && corrected.value.text).toContain('Svara senast den 28 augusti.');
    expect(corrected.ok && corrected.value.text).not.toContain('/min/');
  });
});
