import { expect, test } from 'vitest';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { factsOf } from '../../../src/features/planning/queries.ts';
import type { ProjectFile } from '../../../src/features/planning/file/types.ts';
import { evaluate, type Evaluation } from '../../../src/guideline/evaluate.ts';
import type { ProjectFacts } from '../../../src/guideline/facts.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import { onEachEngine } from '../../engines.ts';
import { sample } from './project-file.ts';
import { openTools, type TestTools } from './tools.ts';

const key = { tenantId: 'home', projectId: 'lp-2026-kompetens' };
const ids = { tenant_id: 'home', project_id: 'lp-2026-kompetens' };

async function seen(tools: TestTools): Promise<ProjectFacts> {
  const facts = await factsOf(tools, key);
  if (facts === null) throw new Error('the project is not there');
  return facts;
}

function stateOf(facts: ProjectFacts, ruleId: string, sessionId?: string): Evaluation['state'] | undefined {
  return evaluate(facts, currentVersion).find(
    ({ ruleId: id, scope }) =>
      id === ruleId && (sessionId === undefined || (scope.kind === 'session' && scope.sessionId === sessionId)),
  )?.state;
}

onEachEngine('the project as the guideline sees it', (engine) => {
  async function imported(now: string, file: ProjectFile = sample()): Promise<TestTools> {
    const tools = await openTools(engine, now);
    await importProject(tools, 'home', file, { actorName: 'Karin' });
    return tools;
  }

  test('the sample in September', async () => {
    const facts = await seen(await imported('2026-09-10T08:00:00Z'));
    expect(facts.theme).toMatchObject({ proposals: 3, decision: { byRole: 'steeringGroup' } });
    expect(facts.roles.planningGroup.map(({ organisationType }) => organisationType)).toEqual([
      'region',
      'region',
      'countyAdministrativeBoard',
      'municipality',
      'municipality',
      'municipality',
    ]);
    expect(
      facts.sessions.map(({ onSiteLeaders, noteTakers, setupStart }) => [onSiteLeaders, noteTakers, setupStart]),
    ).toEqual([
      [4, 2, '07:30'],
      [4, 2, '08:00'],
      [4, 2, '08:00'],
      [4, 2, '08:00'],
    ]);
    expect(facts.registration).toMatchObject({ confirmed: 34, waiting: 0, withoutCommitment: 0, unconfirmedByMail: 0 });
    expect(String(facts.registration.bookingsSentOn)).toBe('2026-08-28');
    expect(facts.organisations.filter(({ invited }) => invited)).toHaveLength(17);
    expect(facts.costSplit).toMatchObject({ shares: [60, 40], guidanceFromSteeringGroup: true });
    expect(facts.sessions.map(({ roomStatus }) => roomStatus)).toEqual(Array(4).fill('confirmedByHand'));
  });

  test('CAL-01 is met when every confirmed participant is on the event of every session', async () => {
    const tools = await imported('2026-08-28T14:05:00Z');
    await tools.db
      .insertInto('milestone')
      .values([{ ...ids, name: 'registrationClosed', at: new Date('2026-08-28T14:00:00Z'), source: 'tool' }])
      .execute();
    const people = (sample().participants ?? []).map(({ email }) => ({ address: email, type: 'required' }));
    expect(stateOf(await seen(tools), 'CAL-01')).not.toBe('met');
    for (const session_id of ['s-1', 's-2', 's-3', 's-4']) {
      await tools.db
        .insertInto('meeting_mirror')
        .values({
          ...ids,
          session_id,
          part: 'session',
          mailbox: 'm',
          transaction_id: session_id,
          event_id: session_id,
          ical_uid: null,
          etag: null,
          written: JSON.stringify({ attendees: people }),
          join_url: null,
          state: 'live',
          updated_at: new Date('2026-08-28T14:01:00Z'),
        })
        .execute();
    }
    await tools.db
      .updateTable('milestone')
      .set({ at: new Date('2026-08-28T14:01:00Z'), source: 'tool' })
      .where('name', '=', 'calendarBookingsSent')
      .execute();
    const facts = await seen(tools);
    expect(facts.sessions.map(({ invited, notInvited }) => [invited, notInvited])).toEqual(
      Array.from({ length: 4 }, () => [34, 0]),
    );
    expect(facts.registration.closedAt?.toString()).toBe('2026-08-28T14:00:00Z');
  });

  test('VEN-02 what the tool has booked goes before what a file claimed', async () => {
    const tools = await imported('2026-05-20T08:00:00Z');
    await tools.db
      .insertInto('room_booking')
      .values({
        ...ids,
        session_id: 's-2',
        venue_id: 'v-2',
        status: 'declinedByHand',
        asked_at: null,
        answered_at: null,
        answer_note: null,
        head_count: 44,
        head_count_source: 'maximum',
        override_reason: null,
        asked_for: null,
      })
      .execute();
    const facts = await seen(tools);
    expect(facts.sessions.map(({ roomStatus }) => roomStatus)).toEqual([
      'confirmedByHand',
      'declined',
      'confirmedByHand',
      'confirmedByHand',
    ]);
    expect(stateOf(facts, 'VEN-02', 's-2')).not.toBe('met');
  });

  test('REG-01 two absences of the same person are counted once', async () => {
    const tools = await imported('2026-11-10T08:00:00Z');
    const absent = (session_id: string, person_id: string) => ({
      ...ids,
      session_id,
      person_id,
      answer: 'none' as const,
      attended: false,
    });
    await tools.db
      .insertInto('session_participation')
      .values([absent('s-1', 'p-06'), absent('s-2', 'p-06'), absent('s-1', 'p-19')])
      .execute();
    expect((await seen(tools)).registration.absentTwice).toBe(1);
  });

  test('a file with nothing but a title gives facts, and nothing is met that cannot be', async () => {
    const tools = await imported('2026-05-20T08:00:00Z', {
      schemaVersion: 1,
      project: { id: 'lp-2026-kompetens', title: 'Tomt' },
    });
    const facts = await seen(tools);
    expect(facts.sessions).toEqual([]);
    expect(stateOf(facts, 'INV-02')).not.toBe('met');
  });
});
