import { afterEach, expect, test } from 'vitest';
import { recordAnswers } from '../../../src/features/registration/actions.ts';
import { makeFinal } from '../../../src/features/kitchen/actions.ts';
import { nextDueAt, runDue } from '../../../src/features/kitchen/jobs.ts';
import { kitchenSheet, kitchenView } from '../../../src/features/kitchen/queries.ts';
import type { OrderPreview } from '../../../src/features/kitchen/types.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { factsOf } from '../../../src/features/planning/facts/queries.ts';
import { saveDietary } from '../../../src/features/registration/dietary/actions.ts';
import type { DietTopics } from '../../../src/features/registration/dietary/types.ts';
import { sessionBoard } from '../../../src/features/sessions/queries.ts';
import { evaluate } from '../../../src/guideline/evaluate.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk, type Door } from '../registration/desk.ts';

const s2 = { ...key, sessionId: 's-2' };
const base = '/sessions/s-2/kitchen';
const open = '2026-10-01T10:00:00Z';
const names = /Pettersson|Hjortsberg|Mohammadi|"p-\d\d"/;

async function declines(desk: Desk, personId: string, sessionId: string): Promise<void> {
  const said = [{ personId, answer: 'declined' as const, answeredAt: open }];
  await desk.tools.tx((work) => recordAnswers(work, { ...key, sessionId }, said));
}

async function order(door: Door): Promise<{ preview: OrderPreview; status: number; body: unknown }> {
  const preview = (await door.api('POST', `${base}/order/preview`)).body as OrderPreview;
  const { textVersion, recipientCount } = preview;
  return { preview, ...(await door.api('POST', `${base}/order`, { textVersion, recipientCount })) };
}

async function rule(desk: Desk): Promise<{ state: string; severity: string } | undefined> {
  const facts = await factsOf(desk.tools, key);
  return facts === null
    ? undefined
    : evaluate(facts, currentVersion).find(
        ({ ruleId, scope }) => ruleId === 'CAT-01' && scope.kind === 'session' && scope.sessionId === 's-2',
      );
}

const urlOf = async (desk: Desk): Promise<string> => (await kitchenView(desk.tools, s2))?.url ?? '';

onEachEngine('the kitchen', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('CAT-01 the sample’s twelve are counted without a name, and a tampered vault cannot be read', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const view = await kitchenView(desk.tools, { ...key, sessionId: 's-1' });
    expect(view).toMatchObject({ portions: 34, toReview: 12, sheet: { numbers: { diet: { severe: 3 } } } });
    const expected = sample()['expected'] as { dietaryTagCounts: Record<string, number> };
    const counts = view?.sheet.numbers.diet.counts ?? [];
    expect(Object.fromEntries(counts.map(({ tag, count }) => [tag, count]))).toEqual(expected.dietaryTagCounts);
    expect(JSON.stringify(view)).not.toMatch(names);
    await desk.tools.db
      .updateTable('dietary_vault')
      .set({ sealed: Buffer.from('tampered with, all of it') })
      .execute();
    await expect(kitchenSheet(desk.tools, s2)).rejects.toThrow();
  });

  test('X-05 three who decline make the order 31 portions, and they remain in the project', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const before = await kitchenView(desk.tools, s2);
    for (const personId of ['p-01', 'p-02', 'p-08']) await declines(desk, personId, 's-2');
    const after = await kitchenView(desk.tools, s2);
    const session = (await sessionBoard(desk.tools, key))?.sessions.find(({ id }) => id === 's-2');
    expect(session?.counts).toMatchObject({ confirmed: 34, declined: 3, declinedInOutlook: 3, noAnswer: 31 });
    expect([before?.portions, after?.portions]).toEqual([34, 31]);
    expect(after?.sheet.numbers.heads).toMatchObject({ participants: 31, leaders: 4, total: 35 });
    // p-08 eats vegan food, and there is nobody left to cook it for.
    expect(after?.sheet.numbers.diet.counts.map(({ tag }) => tag)).not.toContain('vegan');
  });

  test('CAT-01 the content lead goes through texts without names, once, until somebody writes anew', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const door = await desk.open();
    const topics = (await door.api('POST', '/kitchen')).body as DietTopics;
    expect(topics.waiting).toHaveLength(12);
    expect(JSON.stringify(topics)).not.toMatch(names);
    await desk.tools.tx((work) =>
      saveDietary(work, desk.tools, { ...key, personId: 'p-01', text: ' vegan,  ingen HONUNG' }),
    );
    const said = { text: 'vegan, ingen honung', tags: ['vegan'], severe: true, wording: 'utan honung' };
    expect((await door.api('PUT', '/kitchen', said)).body).toEqual({ people: 2, waiting: 11 });
    const { diet } = (await kitchenSheet(desk.tools, s2))?.numbers ?? {};
    expect(diet?.others).toEqual([{ wording: 'utan honung', count: 2, severe: 2 }]);
    // The same words again keep what was said of them; others have to be gone through.
    await desk.tools.tx((work) =>
      saveDietary(work, desk.tools, { ...key, personId: 'p-01', text: 'Vegan, ingen honung' }),
    );
    expect((await kitchenView(desk.tools, s2))?.toReview).toBe(11);
    await desk.tools.tx((work) => saveDietary(work, desk.tools, { ...key, personId: 'p-01', text: 'äter allt' }));
    expect((await kitchenView(desk.tools, s2))?.toReview).toBe(12);
    expect(await door.api('PUT', '/kitchen', { ...said, text: 'finns inte' })).toMatchObject({
      status: 409,
      body: { reason: 'textChanged' },
    });
    const log = await desk.tools.db.selectFrom('audit').select(['act', 'details']).execute();
    expect(log.map(({ act }) => act)).toEqual(expect.arrayContaining(['dietary.read', 'dietary.reviewed']));
    expect(JSON.stringify(log)).not.toMatch(/vegan|honung/i);
  });

  test('CAT-01 X-02 the order is previewed, confirmed and sent once, with number and link and nothing dietary', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const door = await desk.open();
    expect(await rule(desk)).toMatchObject({ state: 'upcoming' });
    const { preview, status } = await order(door);
    expect(status).toBe(200);
    expect(preview).toMatchObject({ recipientCount: 1, to: 'lokalbokning@kommun-ludvika.example', toReview: 12 });
    desk.at('2026-10-01T10:05:00Z');
    await desk.send();
    const [mail] = desk.mails;
    expect(mail?.text).toContain('38 personer');
    expect(mail?.text).toContain(await urlOf(desk));
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/vegan|gluten|allerg|laktos|nöt/i);
    expect(await rule(desk)).toMatchObject({ state: 'met' });
    expect(await order(door)).toMatchObject({ status: 409, body: { reason: 'sentAlready' } });
    await declines(desk, 'p-01', 's-2');
    const { textVersion, recipientCount } = preview;
    expect(await door.api('POST', `${base}/order`, { textVersion, recipientCount })).toMatchObject({
      body: { reason: 'previewChanged' },
    });
    expect(await order(door)).toMatchObject({ status: 200 });
  });

  test('CAT-01 not ordered seven days before is a warning, and an order that was stopped counts as none', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const door = await desk.open();
    await order(door);
    const confirmation = await desk.tools.db.selectFrom('confirmation').select('id').executeTakeFirstOrThrow();
    await stopConfirmation(desk.tools, { ...key, by: { personId: 'st-1', name: 'Karin' } }, confirmation.id);
    desk.at('2026-10-29T10:00:00Z');
    expect(await rule(desk)).toMatchObject({ state: 'next' });
    desk.at('2026-10-30T10:00:00Z');
    expect(await rule(desk)).toMatchObject({ state: 'late', severity: 'warning' });
    await door.api('PUT', `${base}/ordered`, { isOrdered: true });
    expect(await rule(desk)).toMatchObject({ state: 'met' });
    await desk.send();
    expect(desk.mails).toEqual([]);
  });

  test('X-03 one link shows the latest, names nobody, changes nothing, and can be taken back', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const door = await desk.open();
    await door.api('POST', `${base}/link`);
    const path = new URL(await urlOf(desk)).pathname;
    expect(path).toMatch(/^\/kok\/[A-Za-z0-9_-]{43}$/);
    const stored = await desk.tools.db.selectFrom('kitchen').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(path.slice('/kok/'.length));
    const page = (await door.get(path)).text;
    expect(page).toContain('38 personer');
    expect(page).toContain('Utan nötter');
    expect(page).toContain('Allvarlig allergi: 3.');
    expect(page.replace(/Karin[^<]*/, '')).not.toMatch(names);
    expect((await door.get(`${path}?lang=en`)).text).toContain('38 people');
    expect(await desk.tools.db.selectFrom('kitchen').selectAll().execute()).toEqual(stored);
    await declines(desk, 'p-01', 's-2');
    expect((await door.get(path)).text).toContain('37 personer');
    await door.api('POST', `${base}/link`);
    expect((await door.get(path)).status).toBe(404);
    const second = new URL(await urlOf(desk)).pathname;
    expect((await door.get(second)).status).toBe(200);
    await door.api('DELETE', `${base}/link`);
    expect((await door.get(second)).status).toBe(404);
  });

  test('CAT-01 the final number stands from its noon, with what has changed since beside it', async () => {
    desk = await openDesk(engine, { now: '2026-11-02T08:00:00Z', file: sample() });
    const door = await desk.open();
    expect((await nextDueAt(desk.tools))?.toString()).toBe('2026-11-02T11:00:00Z');
    await runDue(desk.tools);
    expect((await kitchenSheet(desk.tools, s2))?.final.at).toBeNull();
    desk.at('2026-11-02T11:00:00Z');
    await runDue(desk.tools);
    await declines(desk, 'p-08', 's-2');
    await desk.tools.tx((work) => saveDietary(work, desk.tools, { ...key, personId: 'p-01', text: 'halal' }));
    await runDue(desk.tools);
    const sheet = await kitchenSheet(desk.tools, s2);
    expect(sheet?.numbers.heads.total).toBe(38);
    expect(sheet?.final.changes.map(({ label, change }) => `${change} ${label.sv}`)).toEqual([
      '-1 personer',
      '-1 veganskt',
      '1 halal',
    ]);
    await door.api('POST', `${base}/link`);
    const page = (await door.get(new URL(await urlOf(desk)).pathname)).text;
    expect(page).toContain('Ändrat sedan 2 november');
    expect(page).toContain('+1 halal');
    expect((await order(door)).preview.subject).toBe('Slutligt antal torsdagen den 5 november: 38 personer');
    // By hand the numbers of now are made final; a later day opens them again.
    await makeFinal(desk.tools, s2, lead);
    expect((await kitchenSheet(desk.tools, s2))?.numbers.heads.total).toBe(37);
    const nothing = { reference: null, contactName: null, contactPhone: null, orderAddress: null, extraHeads: 2 };
    expect(await door.api('PUT', base, { ...nothing, finalOn: '2026-11-05' })).toMatchObject({ status: 409 });
    // A number of the day's own beside the content lead's name.
    await door.api('PUT', base, { ...nothing, contactPhone: '070-111 22 33', finalOn: '2026-11-04' });
    expect((await kitchenSheet(desk.tools, s2))?.contact).toEqual({ name: 'Karin Tunsberg', phone: '070-111 22 33' });
    expect(await door.api('PUT', base, { ...nothing, finalOn: '2026-11-04' })).toMatchObject({ status: 200 });
    expect(await kitchenSheet(desk.tools, s2)).toMatchObject({
      final: { at: null, on: '2026-11-04' },
      numbers: { heads: { extra: 2, total: 39 } },
    });
  });

  test('ROL-04 nobody but the content lead sees the kitchen, and a note about somebody’s food is not kept', async () => {
    desk = await openDesk(engine, { now: open, file: sample() });
    const planner = await desk.open({ ...lead, roles: ['planningGroup', 'processFacilitator'] });
    for (const [method, path] of [
      ['GET', base],
      ['POST', '/kitchen'],
      ['POST', `${base}/link`],
      ['POST', `${base}/order/preview`],
      ['POST', `${base}/final`],
    ] as const)
      expect([path, (await planner.api(method, path)).status]).toEqual([path, 403]);
    const other = await desk.open({ ...lead, tenantId: 'tenant-b' });
    expect((await other.api('GET', base)).status).toBe(409);
    const door = await desk.open();
    const note = {
      contactName: 'Karin är vegan',
      contactPhone: null,
      orderAddress: null,
      extraHeads: 0,
      finalOn: null,
    };
    expect(await door.api('PUT', base, { ...note, reference: null })).toMatchObject({
      status: 409,
      body: {
        reason: 'dietNotKept',
        message: expect.stringContaining('Skriv inte specialkost här. Jag har inte sparat det.') as string,
      },
    });
  });
});
