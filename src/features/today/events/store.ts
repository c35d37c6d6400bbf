import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { NewRows } from './types.ts';

/** More than anybody reads; a bound for a busy month. */
const most = 500;

/** Everything that was written after a moment. */
export async function rowsSince(db: Db, key: ProjectKey, since: Temporal.Instant): Promise<NewRows> {
  const from = new Date(since.epochMilliseconds);
  const [registrations, answers, bookings, notices, audit] = await Promise.all([
    registrationsSince(db, key, from),
    answersSince(db, key, from),
    bookingsSince(db, key, from),
    noticesSince(db, key, from),
    auditSince(db, key, from),
  ]);
  return { registrations, answers, bookings, notices, audit };
}

async function registrationsSince(db: Db, { tenantId, projectId }: ProjectKey, from: Date) {
  const rows = await db
    .selectFrom('registration')
    .select(['person_id', 'state', 'registered_at', 'cancelled_at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where((where) => where.or([where('registered_at', '>', from), where('cancelled_at', '>', from)]))
    .orderBy('registered_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    state: row.state,
    registeredAt: row.registered_at.toISOString(),
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
  }));
}

/** The person's own word goes before Outlook's, as everywhere. */
async function answersSince(db: Db, { tenantId, projectId }: ProjectKey, from: Date) {
  const rows = await db
    .selectFrom('session_participation')
    .select(['person_id', 'session_id', 'answer', 'answered_at', 'own_answer', 'own_answer_at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where((where) => where.or([where('answered_at', '>', from), where('own_answer_at', '>', from)]))
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const at = row.own_answer === null ? row.answered_at : row.own_answer_at;
    if (at === null || at <= from) return [];
    const answer = row.own_answer ?? row.answer;
    return [{ personId: row.person_id, sessionId: row.session_id, answer, at: at.toISOString() }];
  });
}

async function bookingsSince(db: Db, { tenantId, projectId }: ProjectKey, from: Date) {
  const rows = await db
    .selectFrom('room_booking')
    .select(['session_id', 'venue_id', 'status', 'answered_at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('answered_at', '>', from)
    .execute();
  return rows.flatMap(({ session_id, venue_id, status, answered_at }) =>
    answered_at === null
      ? []
      : [{ sessionId: session_id, venueId: venue_id, status, answeredAt: answered_at.toISOString() }],
  );
}

async function noticesSince(db: Db, { tenantId, projectId }: ProjectKey, from: Date): Promise<NewRows['notices']> {
  const rows = await db
    .selectFrom('notice')
    .select([
      'kind',
      'session_id',
      'state',
      'confirmation_id',
      'channel',
      'content',
      'sent_at',
      'not_before',
      'bounced_at',
    ])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('state', 'in', ['sent', 'failed', 'bounced'])
    .where((where) =>
      where.or([
        where('sent_at', '>', from),
        where('bounced_at', '>', from),
        where.and([where('state', '=', 'failed'), where('not_before', '>', from)]),
      ]),
    )
    .orderBy('not_before', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const { subject } = row.content;
    return {
      kind: row.kind,
      sessionId: row.session_id,
      state: row.state === 'sent' ? 'sent' : 'failed',
      isAutomatic: row.confirmation_id === null,
      channel: row.channel,
      subject: typeof subject === 'string' ? subject : '',
      at: (row.bounced_at ?? row.sent_at ?? row.not_before).toISOString(),
    };
  });
}

async function auditSince(db: Db, { tenantId, projectId }: ProjectKey, from: Date): Promise<NewRows['audit']> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'actor_name', 'actor_person_id', 'act', 'subject', 'details'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('at', '>', from)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ actor_name, actor_person_id, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: actor_name,
    actorPersonId: actor_person_id,
  }));
}
