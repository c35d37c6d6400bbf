import { expect, test } from 'vitest';
import { valuesIn } from '../../../src/features/planning/audit/rules.ts';
import { duties, humanSteps } from '../../../src/features/planning/steps/rules.ts';
import { onEachEngine } from '../../engines.ts';
import { serve } from './api.ts';
import { openTools } from './tools.ts';

const karin = { oid: 'oid-karin' };

test('every value that is typed or chosen is a step, and empty ones are none', () => {
  expect(valuesIn({ title: 'Träff', theme: '', agenda: [{ start: '09:00', title: 'Kaffe', speakerIds: [] }] })).toBe(3);
  expect(valuesIn(undefined)).toBe(0);
  expect(valuesIn({ isOwn: false, capacity: 0 })).toBe(2);
});

test('an act counts for the duty whose word is closest, and one that nobody knows is counted as other', () => {
  const count = (act: string, milestone: string | null = null) => ({ act, milestone, times: 1, values: 2 });
  const { duties: rows, sum } = humanSteps([
    count('registration.cancelled'),
    count('registration.closingConfirmed'),
    count('milestone.record', 'publishedWeb'),
    count('never.heardOf'),
  ]);
  const steps = Object.fromEntries(rows.flatMap(({ id, steps: some }) => (some > 0 ? [[id, some]] : [])));
  expect(steps).toEqual({ registration: 3, calendarBookings: 3, publication: 3, other: 3 });
  expect(sum).toBe(12);
});

test('what is compared is what was done, or happens by itself, and was counted on paper: an undone duty saves nothing', () => {
  const { compared, duties: rows } = humanSteps([
    { act: 'rooms.booked', milestone: null, times: 2, values: 0 },
    { act: 'agenda.change', milestone: null, times: 1, values: 9 },
  ]);
  const paper = (id: string): number => duties.find((duty) => duty.id === id)?.today ?? 0;
  expect(compared).toMatchObject({ steps: 2, today: paper('datesAndRooms') + paper('registration') });
  expect(rows.find(({ id }) => id === 'theme')).toMatchObject({ steps: 0, isLived: false });
});

onEachEngine('the count of human steps', (engine) => {
  test('holds what the content lead has done in the tab, and neither participants nor the tool itself', async () => {
    const tools = await openTools(engine);
    tools.people.push({
      oid: 'oid-karin',
      displayName: 'Karin Tunsberg',
      mail: 'karin.tunsberg@region-dalarna.example',
      isGuest: false,
    });
    const call = await serve(tools);
    expect((await call(karin, 'POST', '', { id: 'lp', title: 'Nytt', sessions: 1 })).status).toBe(201);
    expect((await call(karin, 'PUT', '/lp/project', { purpose: 'Lära', targetGroups: ['HR', 'Chefer'] })).status).toBe(
      200,
    );
    const key = { tenant_id: 'home', project_id: 'lp' };
    const line = { at: new Date(0), details: '{}', subject: null, request_id: null };
    await tools.db
      .insertInto('audit')
      .values([
        { ...key, ...line, id: 'a', act: 'registration.received', actor_name: 'Göran', actor_person_id: 'p-1' },
        { ...key, ...line, id: 'b', act: 'registration.closed', actor_name: 'Lärprojekt', actor_person_id: null },
      ])
      .execute();
    const { body } = await call(karin, 'GET', '/lp/steps');
    const { duties: rows } = body as unknown as { duties: readonly { id: string; steps: number }[] };
    const steps = Object.fromEntries(rows.flatMap(({ id, steps: some }) => (some > 0 ? [[id, some]] : [])));
    // One press and three values to create it, one press and three values to describe it.
    expect(steps).toEqual({ setUp: 4, invitation: 4 });
  });
});
