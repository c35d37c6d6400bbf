import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmEvaluation } from '../../../src/features/evaluations/actions.ts';
import { previewEvaluation } from '../../../src/features/evaluations/queries.ts';
import { agendaHtml } from '../../../src/features/pane/letters/agenda.ts';
import { paneOf } from '../../../src/features/pane/queries.ts';
import { sessionOfAppointment } from '../../../src/features/pane/rules.ts';
import { appointmentQuery } from '../../../src/features/pane/schema.ts';
import type { Role } from '../../../src/domain/people.ts';
import { quickest } from '../../engines.ts';
import { aProject, key, lead, newStage, type Stage } from '../session-stage.ts';

const sessions = [
  { id: 's-1', number: 1, date: '2026-09-22' },
  { id: 's-2a', number: 2, date: '2026-11-05' },
  { id: 's-2b', number: 2, date: '2026-11-06' },
  { id: 's-3', number: 3, date: null },
];
const found = (start: string | null, number: number | null) =>
  sessionOfAppointment({ start, number }, sessions, 'Europe/Stockholm')?.id;

describe('which session an appointment is about', () => {
  test('the day decides, in the project’s own zone', () => {
    expect(found('2026-09-22T06:30:00Z', null)).toBe('s-1');
    expect(found('2026-11-05T23:30:00Z', null)).toBe('s-2b');
  });

  test('RG-07 of a session over two days each booking shows its own', () => {
    expect([found('2026-11-05T08:00:00Z', 2), found('2026-11-06T08:00:00Z', 2)]).toEqual(['s-2a', 's-2b']);
  });

  test('an appointment that was moved in Outlook is known by its number, where that is one session’s alone', () => {
    expect(found('2026-12-24T08:00:00Z', 1)).toBe('s-1');
    expect(found('2026-12-24T08:00:00Z', 2)).toBeUndefined();
    expect(found(null, 3)).toBe('s-3');
    expect(found(null, null)).toBeUndefined();
  });

  test('what cannot be read of the appointment is left out, not refused', () => {
    expect(appointmentQuery.parse({ start: 'i morgon', number: 'två' })).toEqual({ start: null, number: null });
    expect(appointmentQuery.parse({ start: '2026-09-22T06:30:00.000Z', number: '2' })).toMatchObject({ number: 2 });
  });
});

test('AGD-05 the agenda in a message is plain HTML in which nothing of the programme can act', () => {
  const session = {
    ...{ number: '1', theme: 'Nuläge <script>', date: '2026-09-22', place: 'Sal Siljan, Falun' },
    agenda: [{ start: '09:00', end: '10:15', title: 'Fika & start', speakers: ['Åsa Öberg'] }] as const,
    programmeUrl: 'https://larprojekt.example/program/lp-1/s-1',
  };
  const sv = agendaHtml(session, 'Kompetens', 'sv');
  expect(sv).toContain('Träff 1: Nuläge &lt;script&gt;');
  expect(sv).toContain('tisdag 22 september 2026');
  expect(sv).toContain('9.00–10.15');
  expect(sv).toContain('Fika &amp; start');
  expect(agendaHtml(session, 'Kompetens', 'en')).toContain('Session 1');
  expect(agendaHtml({ ...session, agenda: [] }, 'Kompetens', 'sv')).toBeNull();
});

function aFile(name: string, sharedAt: Date | null) {
  return {
    ...{ tenant_id: key.tenantId, project_id: key.projectId, session_id: 's-1', id: name, name },
    ...{ kind: 'other' as const, content_type: 'application/pdf', size: 10, rights_confirmed: true },
    ...{ speaker_id: null, photographer: null, alt_text: null, drive_id: null, item_id: null, web_url: null },
    ...{
      added_by: 'Karin Lund',
      added_at: new Date('2026-09-22T15:00:00Z'),
      shared_at: sharedAt,
      confirmation_id: null,
    },
  };
}

describe('what somebody sees beside the appointment', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await newStage(quickest);
    await aProject(stage, 3);
  });
  afterEach(() => stage.database.close());
  const seenBy = (roles: readonly Role[]) =>
    paneOf(stage.tools, { ...lead, roles }, { start: null, number: 1 }).then((pane) => {
      if (pane === null) throw new Error('no pane');
      return pane;
    });

  test('LST-01 who takes part and who arranges see the others by name and work, and nothing else of them', async () => {
    for (const roles of [['participant'], ['contentLead']] as const) {
      const { participants } = await seenBy(roles);
      expect(participants.count).toBe(3);
      expect(participants.people?.map((person) => Object.keys(person).toSorted())).toEqual(
        Array.from({ length: 3 }, () => ['name', 'organisation', 'title']),
      );
    }
  });

  test('LST-01 the steering group sees how many, not who', async () => {
    const { participants } = await seenBy(['steeringGroup']);
    expect(participants).toEqual({ count: 3, people: null });
  });

  test('EVA-01 the questions are linked to while they are open, by an address that is nobody’s own', async () => {
    const evaluation = async () => (await seenBy(['participant'])).sessions[0]?.evaluation;
    expect(await evaluation()).toMatchObject({ url: null });
    const preview = await previewEvaluation(stage.tools, { ...key, sessionId: 's-1' });
    if (!preview.ok) throw new Error(preview.reason);
    await confirmEvaluation(stage.tools, lead, 's-1', preview.value);
    await stage.at('2026-09-22T15:40');
    expect(await evaluation()).toMatchObject({
      state: 'open',
      url: `${stage.tools.settings.publicUrl}/utvardering/traff/lp-1/s-1`,
    });
    expect(JSON.stringify(await seenBy(['participant']))).not.toMatch(/[A-Za-z0-9_-]{43}/);
    await stage.at('2026-10-30T12:00');
    expect(await evaluation()).toMatchObject({ state: 'closed', url: null });
  });

  test('DOC-02 a file is named when it has been shared, not before', async () => {
    await stage.tools.db
      .insertInto('document')
      .values([aFile('shared.pdf', new Date('2026-09-23T08:00:00Z')), aFile('waiting.pdf', null)])
      .execute();
    const { sessions: seen, sessionId } = await seenBy(['participant']);
    const session = seen.find(({ id }) => id === sessionId);
    expect(session?.documents.map(({ name }) => name)).toEqual(['shared.pdf']);
  });

  test('another tenant’s project is not there', async () => {
    const stranger = { ...lead, ...key, tenantId: 'tenant-2' };
    expect(await paneOf(stage.tools, stranger, { start: null, number: 1 })).toBeNull();
  });
});
