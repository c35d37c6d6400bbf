import { describe, expect, test } from 'vitest';
import { anna, attendee, openFarSide, organiser, session, stockholmTime } from './far-side.ts';
import type { Answered, FarSideInTest } from './far-side.ts';

const events = `/users/${organiser}/events`;
const window = 'startDateTime=2026-08-01T00:00:00Z&endDateTime=2027-08-01T00:00:00Z';
const view = `/users/${organiser}/calendarView`;

const on = (date: string, subject: string) =>
  session({ subject, start: stockholmTime(`${date}T09:00:00`), end: stockholmTime(`${date}T16:00:00`) });

const subjects = (answered: Answered) => (answered.body['value'] as { subject: string }[]).map((one) => one.subject);

test('the view holds what lies in the window, by start', async () => {
  const { graph } = await openFarSide();
  for (const [date, subject] of [
    ['2026-11-05', 'Träff 2'],
    ['2026-09-22', 'Träff 1'],
    ['2027-09-01', 'Nästa år'],
  ] as const)
    await graph('POST', events, on(date, subject));
  expect(subjects(await graph('GET', `${view}?${window}`))).toEqual(['Träff 1', 'Träff 2']);
});

test('a window is required', async () => {
  const { graph } = await openFarSide();
  expect((await graph('GET', view)).status).toBe(400);
});

test('an offset in the window counts, also when its plus sign was not encoded', async () => {
  const { graph } = await openFarSide();
  await graph('POST', events, on('2026-09-22', 'Träff 1'));
  const from = (text: string) => graph('GET', `${view}?startDateTime=${text}&endDateTime=2026-09-30T00:00:00Z`);
  expect(subjects(await from('2026-09-22T15:59:00+02:00'))).toEqual(['Träff 1']);
  expect(subjects(await from('2026-09-22T16:00:00%2B02:00'))).toEqual([]);
});

describe('its delta', () => {
  const delta = `${view}/delta`;
  const follow = (far: FarSideInTest, link: unknown, headers?: Record<string, string>) =>
    far.graph('GET', String(link).replace('https://graph.microsoft.com/v1.0', ''), undefined, headers);

  test('tells everything once, then only what changed, and what is gone by its id', async () => {
    const far = await openFarSide();
    const first = await far.graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    const second = await far.graph('POST', events, on('2026-11-05', 'Träff 2'));
    const start = await far.graph('GET', `${delta}?${window}`);
    expect(start.body['value']).toHaveLength(2);
    const quiet = await follow(far, start.body['@odata.deltaLink']);
    expect(quiet.body['value']).toEqual([]);
    far.sandbox.answer(first.id, anna.mail, 'accept');
    await far.graph('DELETE', `${events}/${second.id}`);
    const later = await follow(far, quiet.body['@odata.deltaLink']);
    expect(later.body['value']).toMatchObject([
      { id: first.body['id'], attendees: [{ status: { response: 'accepted' } }] },
      { id: second.body['id'], '@removed': { reason: 'deleted' } },
    ]);
    expect((await follow(far, later.body['@odata.deltaLink'])).body['value']).toEqual([]);
  });

  test('comes in pages of the preferred size', async () => {
    const far = await openFarSide();
    for (let i = 1; i <= 5; i += 1) await far.graph('POST', events, on(`2026-09-0${i}`, `Träff ${i}`));
    const prefer = { prefer: 'odata.maxpagesize=2' };
    let page = await far.graph('GET', `${delta}?${window}`, undefined, prefer);
    const seen = subjects(page);
    while (page.body['@odata.nextLink'] !== undefined) {
      page = await follow(far, page.body['@odata.nextLink'], prefer);
      seen.push(...subjects(page));
    }
    expect(seen).toEqual(['Träff 1', 'Träff 2', 'Träff 3', 'Träff 4', 'Träff 5']);
    expect(page.body['@odata.deltaLink']).toContain('$deltatoken');
  });

  test('a meeting moved out of the window is told as removed', async () => {
    const far = await openFarSide();
    const made = await far.graph('POST', events, session());
    const start = await far.graph('GET', `${delta}?${window}`);
    await far.graph('PATCH', `${events}/${made.id}`, {
      start: stockholmTime('2027-09-22T09:00:00'),
      end: stockholmTime('2027-09-22T16:00:00'),
    });
    const later = await follow(far, start.body['@odata.deltaLink']);
    expect(later.body['value']).toEqual([{ '@removed': { reason: 'deleted' }, id: made.body['id'] }]);
  });

  test('a broken token is gone for good: 410 and start over', async () => {
    const far = await openFarSide();
    const broken = await far.graph('GET', `${delta}?$deltatoken=trasig`);
    expect(broken.status).toBe(410);
    expect(broken.body['error']).toMatchObject({ code: 'SyncStateNotFound' });
    expect(broken.headers.get('location')).toContain('/calendarView/delta');
  });

  test('selecting and expanding is not supported', async () => {
    const { graph } = await openFarSide();
    expect((await graph('GET', `${delta}?${window}&$select=subject`)).status).toBe(400);
  });
});
