import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionsApi } from '../../../src/features/sessions/routes.ts';
import { sessionsPages } from '../../../src/features/sessions/public/routes.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, lead, newStage, sampleAgenda, stranger, type Stage } from '../session-stage.ts';
import { serve, type Web } from '../web-stage.ts';

onEachEngine('sessions on the web', (engine) => {
  let stage: Stage;
  let web: Web;
  beforeAll(async () => {
    stage = await newStage(engine);
    await aProject(stage, 2);
    web = await serve({ pages: [sessionsPages(stage.tools)], apis: [sessionsApi(stage.tools)] });
  });
  afterAll(async () => {
    await web.close();
    await stage.database.close();
  });
  const put = (agenda: readonly object[]) =>
    fetch(`${web.url}/api/projects/lp-1/sessions/s-1/agenda`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agenda, preparation: 'Inget.' }),
    });

  test('AGD-05 the programme page is open, marks what goes on now, and shows a change at once', async () => {
    await stage.at('2026-09-22T09:30');
    const shown = await fetch(`${web.url}/program/lp-1/s-1`);
    const page = await shown.text();
    expect(page).toContain('<strong>Nu: </strong>Forskning');
    expect(page).toMatch(/Nu: Forskning<\/strong> \(50 minuter kvar\)[\s\S]*Sedan: Fika, 10\.20/);
    expect(page.match(/<tr class="past"/g)).toHaveLength(2);
    expect(page).toContain('Docent Falkåsen, digitalt');
    expect(page).toContain('tisdag 22 september 2026 kl. 8.30–16.00');
    expect(shown.headers.get('refresh')).toBe('60');
    web.actAs(lead);
    const changed = await put([{ start: '9.00', end: '10:30', type: 'opening', title: 'Nytt program' }]);
    expect(await changed.json()).toMatchObject({ agenda: [{ start: '09:00', end: '10:30' }] });
    expect(await (await fetch(`${web.url}/program/lp-1/s-1`)).text()).toContain('Nytt program');
    expect((await fetch(`${web.url}/program/lp-1/s-9`)).status).toBe(404);
  });

  test('OPN-01 OPN-02 RG-13 the opening has the purpose, the four attitudes word for word, and that the times are kept', async () => {
    for (const path of ['/program/lp-1/s-1', '/program/lp-1/s-1/skylt', '/program/lp-1/s-1/skylt?lang=en']) {
      await stage.tools.db
        .updateTable('session')
        .set({ agenda: JSON.stringify(sampleAgenda) })
        .execute();
      const page = await (await fetch(`${web.url}${path}`)).text();
      const items = [...(/<ul lang="sv">([\s\S]*?)<\/ul>/.exec(page)?.[1]?.matchAll(/<li>(.*?)<\/li>/g) ?? [])];
      expect(items.map(([, text]) => text)).toEqual([
        'Vi tar tillsammans ansvar för lärprocessen.',
        'Värdesätt olikhet och andras perspektiv.',
        'Var generös!',
        'Ha respekt för varandra och det du får höra i gruppen.',
      ]);
      expect(page).toMatch(/Vi håller tiderna|We keep the times/);
    }
  });

  test('AGD-05 the sign in the room has the code and the address of the programme, and a day tells how it begins and ends', async () => {
    const sign = await (await fetch(`${web.url}/program/lp-1/s-1/skylt`)).text();
    expect(sign).toContain('<svg');
    expect(sign).toContain('href="https://dalalab.example/program/lp-1/s-1"');
    expect((await fetch(`${web.url}/program/lp-1/s-9/skylt`)).status).toBe(404);
    const at = async (time: string) => {
      await stage.at(`2026-09-22T${time}`);
      return await (await fetch(`${web.url}/program/lp-1/s-1`)).text();
    };
    expect(await at('17:00')).toContain('Dagens program är slut');
    await stage.at('2026-09-23T09:30');
    expect(await (await fetch(`${web.url}/program/lp-1/s-1`)).text()).not.toContain('class="box');
  });

  test('bad agendas are refused in words, and a participant may not change them', async () => {
    const overlap = await put([
      { start: '09.00', end: '10.00', type: 'opening', title: 'A' },
      { start: '09.30', end: '10.30', type: 'dialogue', title: 'B' },
    ]);
    expect([overlap.status, await overlap.json()]).toEqual([
      409,
      expect.objectContaining({ message: 'Punkt 2, ”B”, börjar innan punkten före har slutat. Rätta klockslagen.' }),
    ]);
    expect((await put([{ start: 'nio', end: '10.00', type: 'opening', title: 'A' }])).status).toBe(400);
    web.actAs(stranger);
    expect((await put([])).status).toBe(403);
    expect((await fetch(`${web.url}/api/projects/lp-1/sessions`)).status).toBe(403);
  });
});
