import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentationApi } from '../../../src/features/documentation/routes.ts';
import { documentationPages } from '../../../src/features/documentation/public/routes.ts';
import type { SessionDocument } from '../../../src/features/documentation/types.ts';
import { onEachEngine } from '../../engines.ts';
import { aProject, lead, linkChannel, newStage, secretIn, stranger, type Stage } from '../session-stage.ts';
import { serve, type Web } from '../web-stage.ts';

const large = randomBytes(5 * 1024 * 1024);

onEachEngine('documentation on the web', (engine) => {
  let stage: Stage;
  let web: Web;
  beforeAll(async () => {
    stage = await newStage(engine, '2026-09-23T09:00');
    await aProject(stage, 2);
    await linkChannel(stage);
    web = await serve({ pages: [documentationPages(stage.tools)], apis: [documentationApi(stage.tools)] });
  });
  afterAll(async () => {
    await web.close();
    await stage.database.close();
  });

  const upload = (name: string, content: Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [field, value] of Object.entries(fields)) body.append(field, value);
    body.append('file', new Blob([content]), name);
    return fetch(`${web.url}/api/projects/lp-1/sessions/s-1/documents`, { method: 'POST', body });
  };
  const post = (path: string, body: object) =>
    fetch(`${web.url}/api/projects/lp-1/sessions/s-1/documents/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('a file with å, ä and ö in its name comes in whole; somebody who may not is refused', async () => {
    web.actAs(stranger);
    expect((await upload('Bilder.pptx', large, { kind: 'slides' })).status).toBe(403);
    web.actAs(lead);
    const added = await upload('Åsas bilder på öar.pptx', Uint8Array.from(large), {
      kind: 'slides',
      speakerId: 'sp-1',
    });
    expect(await added.json()).toMatchObject({ name: 'Åsas bilder på öar.pptx', size: large.length, state: 'cleared' });
    const refused = await upload('x.html', new TextEncoder().encode('<script>'), { kind: 'other' });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ reason: 'typeNotAllowed' }),
    ]);
    const none = await fetch(`${web.url}/api/projects/lp-1/sessions/s-1/documents`, { method: 'POST' });
    expect(await none.json()).toMatchObject({ reason: 'noFile', message: 'Välj en fil att lägga till.' });
  });

  test('DOC-03 a photo is let go when photographer, rights and description have been filled in', async () => {
    const photo = (await (
      await upload('Grupp.jpg', new TextEncoder().encode('jpg'), { kind: 'photo' })
    ).json()) as SessionDocument;
    expect(photo.holds.map(({ reason }) => reason)).toEqual(['noPhotographer', 'rightsUnconfirmed', 'noAltText']);
    const put = await fetch(`${web.url}/api/projects/lp-1/documents/${photo.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'photo',
        photographer: 'Åsa H',
        altText: 'Fyra vid en tavla',
        rightsConfirmed: true,
      }),
    });
    expect(await put.json()).toMatchObject({ state: 'cleared', holds: [] });
  });

  test('DOC-02 an outsider opens the personal page and gets the very bytes through us', async () => {
    const preview = (await (await post('preview', {})).json()) as { textVersion: string; recipientCount: number };
    expect(preview).toMatchObject({ recipientCount: 2, toChannel: true });
    expect((await post('share', { textVersion: preview.textVersion, recipientCount: 3 })).status).toBe(409);
    expect((await post('share', preview)).status).toBe(200);
    await stage.at('2026-09-23T09:00');
    await stage.at('2026-09-23T09:03');
    const path = `/dokument/${secretIn(stage.far.mails[0], 'dokument')}`;
    const page = await (await fetch(`${web.url}${path}`)).text();
    expect(page).toContain('Fotograf: Åsa H');
    expect(page).toContain('Presentation, 5,2 MB');
    expect(page).not.toContain('<script');
    const [href = ''] = /\/dokument\/[^"]+\/[^"]+(?=" download>Åsas)/.exec(page) ?? [];
    const file = await fetch(`${web.url}${href}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(large)).toBe(true);
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''%C3%85sas%20bilder%20p%C3%A5%20%C3%B6ar.pptx",
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('X-03 a wrong link opens neither the page nor a file', async () => {
    expect((await fetch(`${web.url}/dokument/${'x'.repeat(43)}`)).status).toBe(404);
    const path = `/dokument/${secretIn(stage.far.mails[0], 'dokument')}`;
    expect((await fetch(`${web.url}${path}/annan-fil`)).status).toBe(404);
  });

  test('a file that was taken out of the channel is said to be gone, and our own copy does not bring it back', async () => {
    const path = `/dokument/${secretIn(stage.far.mails[0], 'dokument')}`;
    const page = await (await fetch(`${web.url}${path}`)).text();
    const [href = ''] = /\/dokument\/[^"]+\/[^"]+(?=" download>Åsas)/.exec(page) ?? [];
    stage.far.files.clear();
    const file = await fetch(`${web.url}${href}`);
    expect(file.status).toBe(410);
    expect(await file.text()).toContain('Den har tagits bort bland kanalens filer.');
  });

  test('consent that is taken back takes the file off the page', async () => {
    await stage.tools.db.updateTable('speaker').set({ slides_consent: false }).where('id', '=', 'sp-1').execute();
    const path = `/dokument/${secretIn(stage.far.mails[0], 'dokument')}`;
    expect(await (await fetch(`${web.url}${path}`)).text()).not.toContain('Åsas bilder');
  });
});
