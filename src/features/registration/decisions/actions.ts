import type { Actor } from '../../../domain/people.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordConfirmation } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { organisationsOf, peopleOf, projectOf, sessionsOf } from '../../planning/queries.ts';
import { declinedLetter } from '../letters/registered.ts';
import { writeTo } from '../mailing/actions.ts';
import { confirmPlace, followInOutlook, leave } from '../places/actions.ts';
import { addressFault, keyOf } from '../rules.ts';
import {
  changePerson,
  changeRegistration,
  date,
  lockProject,
  putParticipation,
  registrationRow,
  type PersonChange,
} from '../store.ts';
import type { AnswerRefusal, AttendanceRefusal, Decision, DecisionRefusal, EditRefusal } from '../types.ts';
import { decisionPreview } from './queries.ts';

/**
 * The content lead's yes or no to one registration, under the preview that was shown. Approving goes past a full
 * organisation: the lead sees the counts and decides.
 */
export async function decide(
  tools: Tools,
  actor: Actor,
  what: { readonly personId: string; readonly decision: Decision; readonly shown: Preview },
): Promise<Outcome<null, DecisionRefusal>> {
  return await tools.tx(async (work) => {
    await lockProject(work.db, actor);
    const project = await projectOf(work, actor);
    if (project === null || project.state === 'dormant') return refused('dormant');
    const current = await decisionPreview({ ...tools, db: work.db }, actor, what);
    if (!current.ok) return current;
    if (!samePreview(current.value, what.shown)) return refused('previewChanged');
    const confirmationId = await recordConfirmation(work, tools, {
      ...keyOf(actor),
      act: `registration.${what.decision}`,
      preview: what.shown,
      by: actor,
    });
    const about = { project, personId: what.personId, by: actor, confirmationId };
    if (what.decision === 'approve') await confirmPlace(work, tools, about);
    else if (what.decision === 'cancel') await leave(work, tools, { ...about, language: 'sv' });
    else await decline(work, tools, about);
    return done(null);
  });
}

async function decline(
  work: Work,
  tools: Tools,
  {
    project,
    personId,
    by,
    confirmationId,
  }: Omit<Parameters<typeof confirmPlace>[2], 'confirmationId'> & { readonly confirmationId: string },
): Promise<void> {
  await changeRegistration(work.db, { ...keyOf(project), personId }, { state: 'declined', waiting_position: null });
  const version = tools.clock.now().toString();
  const kind = 'registration.declined';
  const about = { project, personId, language: 'sv', kind, version, confirmationId } as const;
  await writeTo(work, tools, about, declinedLetter);
  await recordAct(work, tools, project, { by, act: 'registration.declined', subject: personId });
}

export interface Correction {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly title?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | undefined;
  readonly organisationId?: string | null | undefined;
}

/** Corrects somebody's details. A new address forgets who signed in with the old one, and Outlook follows. */
export async function correct(
  tools: Tools,
  actor: Actor,
  personId: string,
  correction: Correction,
): Promise<Outcome<null, EditRefusal>> {
  const fault = correction.email === undefined ? undefined : addressFault(correction.email);
  if (fault?.reason === 'addressHasAccents') return refused('addressHasAccents', { suggestion: fault.suggestion });
  if (fault !== undefined) return refused('addressUnreadable');
  return await tools.tx(async (work) => {
    const people = await peopleOf(work, actor);
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) return refused('notFound');
    const { organisationId = null } = correction;
    if (organisationId !== null && !(await organisationsOf(work, actor)).some(({ id }) => id === organisationId))
      return refused('noOrganisation');
    const email = correction.email === undefined ? person.emailKey : foldEmail(correction.email).address;
    if (people.some(({ id, emailKey }) => id !== personId && emailKey === email)) return refused('addressTaken');
    const given = correction.givenName ?? person.givenName;
    const family = correction.familyName ?? person.familyName;
    const isRenamed = given !== person.givenName || family !== person.familyName;
    const change: PersonChange = {
      ...(isRenamed ? { given_name: given, family_name: family, display_name: `${given} ${family}` } : {}),
      ...(correction.title === undefined ? {} : { title: correction.title }),
      ...(correction.phone === undefined ? {} : { phone: correction.phone }),
      ...(correction.organisationId === undefined ? {} : { organisation_id: correction.organisationId }),
      ...(email === person.emailKey ? {} : { email, email_key: email, oid: null }),
    };
    await changePerson(work.db, actor, personId, change);
    await recordAct(work, tools, actor, { by: actor, act: 'registration.corrected', subject: personId });
    await followInOutlook(work, actor);
    return done(null);
  });
}

/** an answer that somebody has given by telephone. It goes before Outlook's until it is taken back with null. */
export async function setAnswer(
  tools: Tools,
  actor: Actor,
  personId: string,
  { sessionId, answer }: { readonly sessionId: string; readonly answer: 'accepted' | 'declined' | null },
): Promise<Outcome<null, AnswerRefusal>> {
  return await tools.tx(async (work) => {
    if ((await registrationRow(work.db, actor, personId))?.state !== 'confirmed') return refused('notRegistered');
    if (!(await sessionsOf(work, actor)).some(({ id, cancelled }) => id === sessionId && !cancelled))
      return refused('noSession');
    const set = { own_answer: answer, own_answer_at: answer === null ? null : date(tools.clock.now()) };
    await putParticipation(work.db, { ...keyOf(actor), personId, sessionId, set });
    const details = { sessionId, answer };
    await recordAct(work, tools, actor, { by: actor, act: 'answer.byHand', subject: personId, details });
    return done(null);
  });
}

export interface AttendanceTick {
  readonly personId: string;
  readonly sessionId: string;
  /** null takes the tick away. */
  readonly attended: boolean | null;
}

/** Who was there. Ticked by the planners, one or many at a time. */
export async function setAttendance(
  tools: Tools,
  actor: Actor,
  ticks: readonly AttendanceTick[],
): Promise<Outcome<{ readonly ticked: number }, AttendanceRefusal>> {
  return await tools.tx(async (work) => {
    const people = new Set((await peopleOf(work, actor)).map(({ id }) => id));
    const sessions = new Set((await sessionsOf(work, actor)).map(({ id }) => id));
    if (!ticks.every(({ personId }) => people.has(personId))) return refused('notFound');
    if (!ticks.every(({ sessionId }) => sessions.has(sessionId))) return refused('noSession');
    for (const { personId, sessionId, attended } of ticks)
      await putParticipation(work.db, { ...keyOf(actor), personId, sessionId, set: { attended } });
    return done({ ticked: ticks.length });
  });
}
