import { afterEach, beforeEach, expect, test } from 'vitest';
import { askSpeaker, changeStatus, previewQuestion, takeQuestionBack } from '../../../src/features/speakers/actions.ts';
import { speakersView } from '../../../src/features/speakers/queries.ts';
import { speakersApi, speakersPages } from '../../../src/features/speakers/routes.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, key, lead, newStage, stranger, type Stage } from '../session-stage.ts';
import { serve } from '../web-stage.ts';

onEachEngine('speakers', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(engine, '2026-07-01T09:00');
    await aProject(stage, 1);
    await stage.tools.db.updateTable('speaker').set({ email: 'docent@hogskola.example', topic: 'Forskning' }).execute();
  });
  afterEach(() => stage.database.close());

  const speaker = async () => {
    const found = (await speakersView(stage.tools, key))?.speakers.find(({ id }) => id === 'sp-1');
    return found ?? expect.fail('no such speaker');
  };
  const preview = async () => {
    const seen = await previewQuestion(stage.tools, lead, 'sp-1');
    return seen.ok ? seen.value : expect.fail(seen.reason);
  };
  const ask = async () => await askSpeaker(stage.tools, lead, { speakerId: 'sp-1', seen: await preview() });
  const log = async () =>
    (await stage.tools.db.selectFrom('audit').select(['act', 'actor_name', 'details']).orderBy('at').execute()).filter(
      ({ act }) => act.startsWith('speaker.'),
    );

  test('ROL-01 X-02 a speaker is asked with the words that were seen, answers without account, and can change the answer', async () => {
    const seen = await preview();
    expect(seen).toMatchObject({ recipientCount: 1, to: { address: 'docent@hogskola.example' } });
    expect(seen.text).toContain('tisdag 22 september 2026 kl. 9.20–10.20: Forskning (via länk)');
    await stage.tools.db.updateTable('speaker').set({ tech_test: '2026-07-02' }).execute();
    expect((await preview()).text).toContain('Vi provar ljud och bild den 2 juli.');
    // A day that has been, as of an earlier round, is not told.
    await stage.tools.db.updateTable('speaker').set({ tech_test: '2026-06-30' }).execute();
    expect((await preview()).text).toContain('Vi hör av oss om en tid att prova ljud och bild.');
    expect((await speaker()).status).toBe('idea');
    expect(stage.far.mails).toEqual([]);
    expect(await ask()).toMatchObject({ ok: true });
    expect(await speaker()).toMatchObject({ status: 'asked', askedOn: '2026-07-01', letter: 'waiting' });
    await stage.at('2026-07-01T09:05');
    expect(stage.far.mails.map(({ to }) => to)).toMatchObject([{ address: 'docent@hogskola.example' }]);
    const link = /\/medverka\/[\w-]+/.exec(stage.far.mails[0]?.text ?? '')?.[0] ?? '';
    const web = await serve({ pages: [speakersPages(stage.tools)], apis: [] });
    try {
      const page = await (await fetch(`${web.url}${link}`)).text();
      expect(page).toContain('Frågan är till Docent Falkåsen.');
      expect((await speaker()).status).toBe('asked');
      const post = async (body: string) =>
        (await fetch(`${web.url}${link}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(body) }))
          .status;
      expect([await post('dela=ja'), await post('svar=ja&dela=ja'), await post('svar=ja&dela=ja')]).toEqual([
        400, 303, 303,
      ]);
      expect(await speaker()).toMatchObject({ status: 'confirmed', slidesConsent: true, answeredOn: '2026-07-01' });
      expect(await post('svar=nej')).toBe(303);
      expect(await speaker()).toMatchObject({ status: 'declined', slidesConsent: true });
      expect((await fetch(`${web.url}/medverka/finns-inte`)).status).toBe(404);
      await stage.at('2026-09-23T09:00');
      expect(await (await fetch(`${web.url}${link}`)).text()).toContain('Dagen har varit');
      expect([await post('svar=ja'), (await speaker()).status]).toEqual([400, 'declined']);
    } finally {
      await web.close();
    }
    expect((await log()).map(({ act, actor_name, details }) => [act, actor_name, details['to']])).toEqual([
      ['speaker.asked', 'Karin Lund', undefined],
      ['speaker.answered', 'Docent Falkåsen', 'confirmed'],
      ['speaker.answered', 'Docent Falkåsen', 'declined'],
    ]);
  });

  test('X-02 a question that was taken back reaches nobody, and a changed programme asks for a new look', async () => {
    const seen = await preview();
    const asked = await ask();
    if (!asked.ok) expect.fail(asked.reason);
    expect(await takeQuestionBack(stage.tools, lead, { speakerId: 'sp-1', ...asked.value })).toMatchObject({
      ok: true,
    });
    await stage.at('2026-07-01T09:10');
    expect(stage.far.mails).toEqual([]);
    expect(await speaker()).toMatchObject({ status: 'idea', askedOn: null, letter: 'stopped' });
    await stage.tools.db.updateTable('session').set({ date: '2026-09-24' }).where('id', '=', 's-1').execute();
    expect(await askSpeaker(stage.tools, lead, { speakerId: 'sp-1', seen })).toMatchObject({
      reason: 'previewChanged',
    });
    expect(await previewQuestion(stage.tools, lead, 'sp-4')).toMatchObject({ reason: 'noTalk' });
    await stage.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await previewQuestion(stage.tools, lead, 'sp-1')).toMatchObject({ reason: 'dormant' });
  });

  test('ROL-01 X-02 whoever has answered by telephone is not asked a minute later', async () => {
    expect(await ask()).toMatchObject({ ok: true });
    expect(await changeStatus(stage.tools, lead, { id: 'sp-1', status: 'confirmed' })).toMatchObject({ ok: true });
    await stage.at('2026-07-01T09:10');
    expect(stage.far.mails).toEqual([]);
    expect(await speaker()).toMatchObject({ status: 'confirmed', letter: 'stopped' });
  });

  test('ROL-01 an answer by telephone is noted by whoever plans, logged, and put back as it was', async () => {
    const web = await serve({ pages: [], apis: [speakersApi(stage.tools)] });
    try {
      const put = async (body: object) =>
        await fetch(`${web.url}/api/projects/lp-1/speakers/sp-1/status`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      web.actAs({ ...lead, roles: ['planningGroup'] });
      const before: unknown = await (await put({ status: 'tentative' })).json();
      expect(before).toEqual({ status: 'idea', askedOn: null, answeredOn: null });
      expect(await speaker()).toMatchObject({ status: 'tentative', answeredOn: '2026-07-01' });
      expect((await put(before as object)).status).toBe(200);
      expect(await speaker()).toMatchObject({ status: 'idea', answeredOn: null });
      expect(await log()).toHaveLength(2);
      web.actAs(stranger);
      expect((await put({ status: 'confirmed' })).status).toBe(403);
      expect((await fetch(`${web.url}/api/projects/lp-1/speakers`)).status).toBe(403);
    } finally {
      await web.close();
    }
    const elsewhere = { ...lead, tenantId: 'tenant-2' };
    expect(await changeStatus(stage.tools, elsewhere, { id: 'sp-1', status: 'asked' })).toMatchObject({ ok: false });
  });
});
