import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentationPages } from '../../src/features/documentation/public/routes.ts';
import { documentationApi } from '../../src/features/documentation/routes.ts';
import { evaluationsPages } from '../../src/features/evaluations/public/routes.ts';
import { evaluationsApi } from '../../src/features/evaluations/routes.ts';
import { participantsOf } from '../../src/features/registration/queries.ts';
import { registrationPages } from '../../src/features/registration/routes.ts';
import { sessionsPages } from '../../src/features/sessions/public/routes.ts';
import { shellPages } from '../../src/features/shell/routes.ts';
import { quickest } from '../engines.ts';
import { aProject, key, newStage, type Stage } from '../features/session-stage.ts';
import { formBody, serve, type Web } from '../features/web-stage.ts';

// everything a participant can do, for somebody with nothing but an address and a browser.
let stage: Stage;
let web: Web;
let own = '';
const address = 'asta.oman@byalaget.example';
const api = '/api/projects/lp-1';

beforeAll(async () => {
  stage = await newStage(quickest, '2026-08-20T09:00');
  await aProject(stage, 1);
  const opened = { registration_opens: '2026-06-01', registration_closes: new Date('2026-08-28T14:00:00Z') };
  await stage.tools.db.updateTable('project').set(opened).execute();
  const { tools } = stage;
  web = await serve({
    pages: [
      shellPages(),
      ...[registrationPages, evaluationsPages, documentationPages, sessionsPages].map((p) => p(tools)),
    ],
    apis: [evaluationsApi(tools), documentationApi(tools)],
  });
});
afterAll(async () => {
  await web.close();
  await stage.database.close();
});

const get = async (path: string) => {
  const response = await fetch(`${web.url}${path}`, { redirect: 'manual' });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
};
const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${web.url}${path}`, formBody(fields));
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
};
const lead = async (path: string, body: object | FormData) => {
  const isForm = body instanceof FormData;
  const response = await fetch(`${web.url}${api}${path}`, {
    method: 'POST',
    body: isForm ? body : JSON.stringify(body),
    ...(isForm ? {} : { headers: { 'content-type': 'application/json' } }),
  });
  expect(response.status, path).toBeLessThan(300);
  return (await response.json()) as Record<string, unknown>;
};
const me = async () => (await participantsOf(stage.tools, key))?.participants.find(({ email }) => email === address);
const hrefs = (text: string) => [...text.matchAll(/ (?:href|action)="(\/[^"#]*)/g)].map(([, path = '']) => path);

test('X-01 registers, and is taken for somebody with nothing but an address', async () => {
  const fields = { givenName: 'Åsta', familyName: 'Öman', title: 'Ordförande', email: address, phone: '070-174 06 20' };
  const organisation = { organisationId: 'other', organisationText: 'Byalaget' };
  const sent = await post('/anmalan/lp-1', { ...fields, ...organisation, dietaryText: 'utan ägg', commitment: 'ja' });
  expect(sent).toMatchObject({ status: 303, location: '/anmalan/lp-1/klar?svar=confirmed' });
  await stage.at('2026-08-20T09:00');
  const mail = stage.far.mails.find(({ to }) => to.address === address);
  own = /\/min\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(await me()).toMatchObject({ accountType: 'mailOnly', state: 'confirmed' });
});

test('X-01 every link of the personal page leads somewhere, and none asks for a sign-in', async () => {
  const page = await get(own);
  expect(page.status).toBe(200);
  const found = hrefs(page.text).filter((path) => path.startsWith('/program') || path.startsWith(own));
  expect(found.length).toBeGreaterThan(8);
  const reading = hrefs(page.text.replaceAll(/<form[^>]*>/g, ''));
  for (const path of new Set(reading)) expect([path, (await get(path)).status]).toEqual([path, 200]);
  expect(page.text).not.toMatch(/login|logga in|<script/i);
});

test('X-01 X-05 answers per session, sends a substitute and takes it back', async () => {
  expect((await post(`${own}/traff/s-2`, { answer: 'declined' })).status).toBe(303);
  expect((await get(own)).text).toMatch(/class="state declined">Du kan inte komma\.</);
  const guest = { givenName: 'Bo', familyName: 'Ek', email: 'bo.ek@byalaget.example', organisationId: '' };
  expect((await post(`${own}/traff/s-2/ersattare`, guest)).status).toBe(303);
  const [, remove = ''] = /action="([^"]+\/bort)"/.exec((await get(own)).text) ?? [];
  expect((await post(remove)).status).toBe(303);
  expect((await post(`${own}/traff/s-2`, { answer: 'accepted' })).status).toBe(303);
  expect((await me())?.sessions[1]).toMatchObject({ answer: 'accepted', answerFrom: 'own', guests: [] });
});

test('X-01 X-07 gets a calendar file', async () => {
  const file = await get(`${own}/kalender.ics`);
  expect([file.status, file.type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(file.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('LST-01 sees who takes part in Swedish order, never food, and a number only of who shows it', async () => {
  const list = await get(`${own}/deltagare`);
  expect(list.text.indexOf('Person 1')).toBeLessThan(list.text.indexOf('Åsta Öman'));
  expect(list.text).toContain(`href="mailto:${address}"`);
  expect(list.text).not.toMatch(/ägg|070-174/);
  const details = { givenName: 'Åsta', familyName: 'Öman', title: 'Ordförande', phone: '070-174 06 20' };
  await post(`${own}/uppgifter`, { ...details, sharesPhone: 'ja' });
  expect((await get(`${own}/deltagare`)).text).toContain('070-174 06 20');
  await post(`${own}/uppgifter`, details);
  expect((await get(`${own}/deltagare`)).text).not.toContain('070-174');
});

test('X-01 EVA-01 answers the evaluation from the personal page', async () => {
  expect((await post(`${own}/utvardering/s-1`)).status).toBe(422);
  const seen = await lead('/evaluations/s-1/preview', {});
  await lead('/evaluations/s-1/confirm', { textVersion: seen['textVersion'], recipientCount: seen['recipientCount'] });
  await stage.at('2026-09-22T15:40');
  expect((await get(own)).text).toContain('Utvärderingen av träff 1 är öppen.');
  const { location } = await post(`${own}/utvardering/s-1`);
  expect((await get(location ?? '')).text).toContain('<legend>');
  expect((await post(location ?? '', { useful: '4', likelihood: '3', talkTime: 'right' })).status).toBe(303);
  expect((await get(own)).text).toContain('Du har svarat på utvärderingen.');
});

test('X-01 DOC-02 reads the documents from the personal page', async () => {
  const form = new FormData();
  form.append('kind', 'notes');
  form.append('file', new Blob(['Vi pratade om läget.']), 'anteckningar.txt');
  await lead('/sessions/s-1/documents', form);
  const seen = await lead('/sessions/s-1/documents/preview', {});
  await lead('/sessions/s-1/documents/share', {
    textVersion: seen['textVersion'],
    recipientCount: seen['recipientCount'],
  });
  await stage.at('2026-09-22T15:55');
  expect((await get(own)).text).toContain('Dokumentation (1 fil)');
  const page = await get(`${own}/dokument/s-1`);
  const file = hrefs(page.text).find((path) => path.startsWith(`${own}/dokument/s-1/`)) ?? '';
  expect(await get(file)).toMatchObject({ status: 200, text: 'Vi pratade om läget.' });
  expect((await get(`${own}/dokument/s-2`)).text).toContain('inga filer');
});

test('X-01 leaves the project, and takes it back while the place is free', async () => {
  expect((await get(`${own}/lamna`)).text).toContain('Vill du lämna lärprojektet?');
  await post(`${own}/lamna`);
  expect(await me()).toMatchObject({ state: 'cancelled' });
  expect((await get(`${own}/dokument/s-1`)).status).toBe(404);
  expect((await get(`${own}/deltagare`)).status).toBe(404);
  expect((await get(own)).text).toContain('Ångra, jag vill vara med');
  expect(await post(`${own}/tillbaka`)).toMatchObject({ status: 303, location: `${own}?klart=tillbaka` });
  expect((await post(`${own}/tillbaka`)).status).toBe(303);
  expect(await me()).toMatchObject({ state: 'confirmed' });
});

test('X-01 it is too late to take it back after a day, or when somebody else has the place', async () => {
  await post(`${own}/lamna`);
  await stage.tools.db.updateTable('project').set({ max_total: 1 }).execute();
  const gone = await post(`${own}/tillbaka`);
  expect([gone.status, gone.text]).toEqual([422, expect.stringContaining('platsen har gått till någon annan')]);
  await stage.tools.db.updateTable('project').set({ max_total: null }).execute();
  await stage.at('2026-09-23T16:00');
  expect((await post(`${own}/tillbaka`)).status).toBe(422);
  expect((await get(own)).text).not.toContain('Ångra, jag vill vara med');
});
