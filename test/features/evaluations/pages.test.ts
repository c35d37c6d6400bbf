import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluationsApi } from '../../../src/features/evaluations/routes.ts';
import { evaluationsPages } from '../../../src/features/evaluations/public/routes.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, newStage, secretIn, stranger, lead, type Stage } from '../session-stage.ts';
import { formBody, serve, type Web } from '../web-stage.ts';

onEachEngine('the evaluation on the web', (engine) => {
  let stage: Stage;
  let web: Web;
  beforeAll(async () => {
    stage = await newStage(engine);
    await aProject(stage, 6);
    web = await serve({ pages: [evaluationsPages(stage.tools)], apis: [evaluationsApi(stage.tools)] });
  });
  afterAll(async () => {
    await web.close();
    await stage.database.close();
  });
  // Letters of the same moment go out in any order.
  const mailTo = (id: string) => stage.far.mails.find(({ to }) => to.address === `${id}@kommun.example`);
  const page = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${web.url}${path}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const post = (path: string, body: object) =>
    page(`/api/projects/lp-1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const api = async (path: string) => (await fetch(`${web.url}/api/projects/lp-1${path}`)).json() as Promise<unknown>;

  test('the content lead confirms through the API, a participant may neither that nor read results', async () => {
    web.actAs(stranger);
    expect((await post('/evaluations/s-1/preview', {})).status).toBe(403);
    expect((await page('/api/projects/lp-1/evaluations')).status).toBe(403);
    web.actAs(lead);
    const preview = JSON.parse((await post('/evaluations/s-1/preview', {})).text) as Record<string, unknown>;
    expect(preview).toMatchObject({ recipientCount: 6, subject: 'Fem snabba frågor om träff 1' });
    expect((await post('/evaluations/s-1/confirm', { textVersion: 'old', recipientCount: 6 })).status).toBe(409);
    expect((await post('/evaluations/s-1/confirm', preview)).status).toBe(200);
    await stage.at('2026-09-22T15:40');
    expect(await api('/evaluations/s-1')).toMatchObject({ state: 'open', invited: 6 });
  });

  test('EVA-01 the form asks five questions in groups with legends, and needs no script', async () => {
    const path = `/utvardering/${secretIn(mailTo('p-01'), 'utvardering')}`;
    const { status, text } = await page(path);
    expect(status).toBe(200);
    expect(text.match(/<legend>/g)).toHaveLength(4);
    expect(text).toContain('Svaren sparas utan ditt namn');
    expect(text).not.toContain('<script');
    expect((await page(`${path}?lang=en`)).text).toContain('Evaluation of session 1');
  });

  test('missing answers are told beside their question and what was written is kept', async () => {
    const path = `/utvardering/${secretIn(mailTo('p-01'), 'utvardering')}`;
    const { status, text } = await page(
      path,
      formBody({ useful: '4', plan: 'Ring "HR" <nu>', support: ['time', 'manager'] }),
    );
    expect(status).toBe(422);
    expect(text).toContain('Det saknas 2 svar');
    expect(text).toContain('href="#likelihood-0"');
    expect(text).toContain('Ring &quot;HR&quot; &lt;nu&gt;');
    expect(text.match(/ checked/g)).toHaveLength(3);
  });

  test('opening the link changes nothing, sending answers once thanks, and again only thanks', async () => {
    const path = `/utvardering/${secretIn(mailTo('p-01'), 'utvardering')}`;
    const answers = formBody({ useful: '4', likelihood: '3', talkTime: 'right' });
    expect(await api('/evaluations/s-1')).toMatchObject({ answered: 0 });
    const sent = await page(path, answers);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    expect((await page(path)).text).toContain('1 av 6 har svarat');
    expect((await page(path, answers)).status).toBe(303);
    expect(await api('/evaluations/s-1')).toMatchObject({ answered: 1 });
  });

  test('X-03 the projected page shows a code that leads to where one asks for a link by mail', async () => {
    const shown = await page('/utvardering/qr/lp-1/s-1');
    expect(shown.text).toContain('<svg');
    expect(shown.text).toContain('https://dalalab.example/utvardering/traff/lp-1/s-1');
    expect(shown.text).toContain('1 av 6 har svarat');
    expect(shown.headers.get('refresh')).toBe('15');
    stage.far.mails.length = 0;
    const ask = (email: string) => page('/utvardering/traff/lp-1/s-1', formBody({ email }));
    const [known, unknown] = [await ask(' P-02@kommun.example'), await ask('okand@kommun.example')];
    expect(known.text).toBe(unknown.text);
    expect((await ask('ingen adress')).status).toBe(422);
    await ask('p-02@kommun.example');
    await stage.at('2026-09-22T15:41');
    expect(stage.far.mails.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['p-02@kommun.example', 'Din länk till utvärderingen av träff 1'],
    ]);
    expect((await page(`/utvardering/${secretIn(mailTo('p-02'), 'utvardering')}`)).status).toBe(200);
  });

  test('X-03 an unknown link, an unknown session and another kind of link lead nowhere', async () => {
    expect((await page(`/utvardering/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await page('/utvardering/traff/lp-1/s-9')).status).toBe(404);
    expect((await page('/utvardering/qr/lp-9/s-1')).status).toBe(404);
  });

  test('when it has closed the link says so', async () => {
    await stage.at('2026-09-29T15:40');
    const path = `/utvardering/${secretIn(mailTo('p-02'), 'utvardering')}`;
    const { status, text } = await page(path);
    expect([status, text.includes('Utvärderingen har stängt')]).toEqual([409, true]);
  });
});
