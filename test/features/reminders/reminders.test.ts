import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { morningCard } from '../../../bot/cards/morning.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { reminderJobs } from '../../../src/features/reminders/jobs.ts';
import { remindersOf } from '../../../src/features/reminders/queries.ts';
import { setSwitch, undoSwitch } from '../../../src/features/reminders/switches/actions.ts';
import { quickest } from '../../engines.ts';
import { textOf } from '../../bot/card-text.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

const jobs = reminderJobs(morningCard);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(quickest, { now: '2026-10-12T10:00:00Z', file: sample() });
  await linkPlanningChat();
});
afterEach(() => desk.close());

/** The bot is in the planning chat; what it would post there lies among the notices. */
async function linkPlanningChat(): Promise<void> {
  const { db } = desk.tools;
  const at = { tenant_id: key.tenantId, conversation_id: '19:planning' };
  const far = { service_url: 'https://x.example', bot_id: 'b', team_id: null, oid: null, greeted_at: null };
  const now = new Date('2026-10-12T10:00:00Z');
  await db
    .insertInto('conversation')
    .values({ ...at, ...far, kind: 'groupChat', installed: true, seen_at: now })
    .execute();
  await db
    .insertInto('project_conversation')
    .values({ ...at, project_id: key.projectId, purpose: 'planning', linked_by: 'Karin', linked_at: now })
    .execute();
}

async function posts(): Promise<readonly string[]> {
  const rows = await desk.tools.db
    .selectFrom('notice')
    .select('content')
    .where('kind', '=', 'reminder.morning')
    .orderBy('created_at')
    .execute();
  return rows.map(({ content }) => textOf((content as unknown as { card: Record<string, unknown> }).card));
}

/** Twice, so that a second tick of the same morning is seen to add nothing. */
async function tick(moment: string): Promise<readonly string[]> {
  const before = (await posts()).length;
  desk.at(moment);
  await jobs.runDue(desk.tools);
  await jobs.runDue(desk.tools);
  return (await posts()).slice(before);
}

const mails = async () =>
  (await desk.tools.db.selectFrom('notice').selectAll().where('kind', '=', 'reminder.mail').execute()).map(
    ({ recipient_address, content }) => `${recipient_address}: ${(content as unknown as { subject: string }).subject}`,
  );

const facilitator: Actor = { ...lead, personId: 'st-2', name: 'Jonas', roles: ['processFacilitator'] };

describe('reminders of the guideline’s last days', () => {
  test('X-04 INF-01 at eight, in the planning chat by name and by mail to the one who answers for it, once', async () => {
    await tick('2026-10-12T10:00:00Z');
    expect((await jobs.nextDueAt(desk.tools))?.toString()).toBe('2026-10-13T06:00:00Z');
    expect(await tick('2026-10-15T05:59:00Z')).toEqual([]);
    const [told = '', ...more] = await tick('2026-10-15T06:00:00Z');
    expect(more).toEqual([]);
    expect(told).toContain('Karin Tunsberg');
    expect(told).toContain(
      '**Träff 2: Information två veckor före**: Skicka informationen senast torsdagen den 22 oktober.',
    );
    expect(await mails()).toEqual([expect.stringContaining('karin.tunsberg@region-dalarna.example: Påminnelse: ')]);
    expect(await tick('2026-10-15T09:00:00Z')).toEqual([]);
    expect((await tick('2026-10-16T06:00:00Z')).join()).not.toContain('Information två veckor före');
    expect((await tick('2026-10-20T06:00:00Z')).join()).toContain('senast torsdagen den 22 oktober');
  });

  test('when the date moves the reminder moves with it, and nothing is told of a day that has passed', async () => {
    await tick('2026-10-12T10:00:00Z');
    await tick('2026-10-15T06:00:00Z');
    const move = (date: string) => desk.tools.db.updateTable('session').set({ date }).where('id', '=', 's-2').execute();
    // Two weeks before 30 October has passed already.
    await move('2026-10-30');
    expect((await tick('2026-10-19T06:00:00Z')).join()).not.toContain('Information två veckor före');
    await move('2026-11-26');
    expect((await tick('2026-11-04T07:00:00Z')).join()).not.toContain('Information två veckor före');
    expect((await tick('2026-11-05T07:00:00Z')).join()).toContain('senast torsdagen den 12 november');
    // And back again: that morning has been.
    await move('2026-11-05');
    expect((await tick('2026-11-06T07:00:00Z')).join()).not.toContain('Information två veckor före');
  });

  test('after days without the tool only what is due now is told, in one post', async () => {
    await tick('2026-10-14T06:00:00Z');
    const [told = '', ...more] = await tick('2026-10-22T12:00:00Z');
    expect(more).toEqual([]);
    expect(told.match(/Träff 2: Information två veckor före/g)).toHaveLength(2); // the line and its button
    expect(told).toContain('senast torsdagen den 22 oktober');
    expect(await mails()).toHaveLength(1);
  });

  test('a dormant project, one with the reminders off and one by hand send no mail', async () => {
    await tick('2026-10-12T10:00:00Z');
    await desk.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await tick('2026-10-15T06:00:00Z')).toEqual([]);
    expect(await jobs.nextDueAt(desk.tools)).toBeUndefined();
    await desk.tools.db.updateTable('project').set({ state: 'active' }).execute();
    await setSwitch(desk.tools, lead, { name: 'reminders', isOn: false });
    expect(await tick('2026-10-16T06:00:00Z')).toEqual([]);
    await setSwitch(desk.tools, lead, { name: 'reminders', isOn: true });
    await desk.tools.db.updateTable('project').set({ delivery: 'manual' }).execute();
    expect((await tick('2026-10-19T07:00:00Z')).join()).toContain('Information två veckor före');
    expect(await mails()).toEqual([]);
  });

  test('who wakes a project at ten hears of it the next morning; without a planning chat the mail says it', async () => {
    await desk.tools.db.deleteFrom('project_conversation').execute();
    await tick('2026-10-15T08:00:00Z');
    expect(await mails()).toEqual([]);
    expect(await tick('2026-10-16T06:00:00Z')).toEqual([]);
    expect(await mails()).toHaveLength(1);
  });

  test('X-02 no participant, no diet and no personal link is in a post or a mail', async () => {
    await tick('2026-10-12T06:00:00Z');
    const said = [
      ...(await tick('2026-10-13T06:00:00Z')),
      ...(await tick('2026-10-15T06:00:00Z')),
      ...(await tick('2026-10-26T07:00:00Z')),
      JSON.stringify(await desk.tools.db.selectFrom('notice').select('content').execute()),
    ].join('\n');
    const people = await desk.tools.db
      .selectFrom('person')
      .select('display_name')
      .where('kind', '=', 'participant')
      .execute();
    expect(people.length).toBeGreaterThan(30);
    expect(people.filter(({ display_name }) => said.includes(display_name))).toEqual([]);
    expect(said).not.toMatch(/veg(an|etar)|allerg|gluten|laktos|\/(min|uppgift|kok)\//i);
  });
});

describe('the weekly status', () => {
  test('on Monday: what is done since last week, what comes within three weeks and who is awaited', async () => {
    await tick('2026-10-16T10:00:00Z');
    const [first = ''] = await tick('2026-10-19T06:00:00Z');
    expect(first).toContain('Läget vecka 43: ');
    expect(first).toContain('Kommer inom tre veckor');
    expect(first).toContain('torsdag 5 november: ');
    expect(first).not.toContain('Klart sedan sist');
    expect(await tick('2026-10-21T06:00:00Z')).not.toContainEqual(expect.stringContaining('Läget vecka'));
    await desk.tools.db
      .insertInto('milestone')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        name: 'sessionInfoSent:s-2',
        at: new Date('2026-10-21T10:00:00Z'),
        source: 'hand',
      })
      .execute();
    const [second = ''] = await tick('2026-10-26T07:00:00Z');
    expect(second).toContain('Klart sedan sist\n- Träff 2: Information två veckor före'.replace('sist', 'sist**'));
    const [third = ''] = await tick('2026-11-09T07:00:00Z');
    expect(third).toMatch(/är genomförd/);
  });

  test('it is switched off and on, which is logged, and taken back by whoever did it', async () => {
    await tick('2026-10-16T10:00:00Z');
    expect(await setSwitch(desk.tools, lead, { name: 'weekly', isOn: false })).toMatchObject({
      value: { isChanged: true },
    });
    expect(await setSwitch(desk.tools, lead, { name: 'weekly', isOn: false })).toMatchObject({
      value: { isChanged: false },
    });
    expect((await tick('2026-10-19T06:00:00Z')).join()).not.toContain('Läget vecka');
    expect((await remindersOf(desk.tools, lead))?.nextWeeklyOn).toBeNull();
    expect(await undoSwitch(desk.tools, facilitator)).toMatchObject({ ok: false, reason: 'nothingToUndo' });
    await setSwitch(desk.tools, lead, { name: 'weekly', isOn: true });
    desk.at('2026-10-19T06:30:00Z');
    expect(await undoSwitch(desk.tools, lead)).toMatchObject({ value: { name: 'weekly', isOn: false } });
    desk.at('2026-10-19T08:30:00Z');
    expect(await undoSwitch(desk.tools, lead)).toMatchObject({ ok: false });
    const log = await desk.tools.db.selectFrom('audit').select('act').where('act', 'like', 'reminders.%').execute();
    expect(log.map(({ act }) => act)).toEqual(['reminders.off', 'reminders.on', 'reminders.off']);
  });

  test('the tab shows what comes next, on which morning and to whom', async () => {
    await tick('2026-10-12T10:00:00Z');
    const view = await remindersOf(desk.tools, lead);
    expect(view).toMatchObject({ reminders: true, weekly: true, nextWeeklyOn: '2026-10-19', hasPlanningChat: true });
    expect(view?.coming.length).toBeGreaterThan(0);
    expect(view?.coming).toEqual(view?.coming.toSorted((one, other) => one.on.localeCompare(other.on)));
    expect(view?.coming).toContainEqual(
      expect.objectContaining({ on: '2026-10-15', dueOn: '2026-10-22', sessionNumber: 2, to: 'Karin Tunsberg' }),
    );
  });
});
