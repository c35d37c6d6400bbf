import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../../domain/people.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Tools, Work } from '../../../tools.ts';
import { issueLink } from '../../links/actions.ts';
import type { OpenedLink } from '../../links/types.ts';
import { queueMail, queuePost, recordConfirmation, stopConfirmation, supersede } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { markConfirmed } from '../../notices/confirmations/actions.ts';
import { samePreview } from '../../notices/rules.ts';
import type { ConfirmationEntry, Letter, Preview, NoticeKind } from '../../notices/types.ts';
import { personOf, projectOf } from '../../planning/queries.ts';
import type { Person, ProjectHead } from '../../planning/types.ts';
import { leadPeopleOf, tellingOf } from '../facts/queries.ts';
import type { ProjectTelling } from '../facts/types.ts';
import { confirmedPeople, isShut, registrationStateOf } from '../queries.ts';
import { isReached, keyOf } from '../rules.ts';
import { lockProject, putMilestone } from '../store.ts';
import { announcementCard, announcementLetter, closedLetter, closedText, notClosingLetter } from './letters/closing.ts';
import { latestStanding, previewBeforehand, previewNow } from './queries.ts';
import { closingAct, type ClosingRefusal } from './types.ts';

/** Says yes beforehand: at the closing minute it happens by itself, also if the content lead is ill. Opens the form. */
export async function confirmClosing(
  tools: Tools,
  actor: Actor,
  shown: Preview,
): Promise<Outcome<{ confirmationId: string; dueAt: string }, ClosingRefusal>> {
  return await tools.tx(async (work) => {
    await lockProject(work.db, actor);
    const project = await closable(work, actor);
    if (!project.ok) return project;
    if (isShut(project.value, tools)) return refused('dietaryUndecided');
    const { registrationCloses } = project.value;
    if (registrationCloses === null) return refused('noClosingTime');
    const dueAt = Temporal.Instant.from(registrationCloses);
    if (isReached(dueAt, tools.clock.now())) return refused('closingPassed');
    const current = await previewBeforehand({ ...tools, db: work.db }, project.value);
    if (!samePreview(current, shown)) return refused('previewChanged');
    await supersede(work, tools, actor, closingAct);
    const confirmationId = await recordConfirmation(work, tools, {
      ...keyOf(actor),
      act: closingAct,
      preview: { textVersion: current.textVersion, recipientCount: current.recipientCount },
      by: actor,
      dueAt,
    });
    await putMilestone(work.db, { ...keyOf(actor), name: 'registrationOpened', at: tools.clock.now(), source: 'tool' });
    await recordAct(work, tools, actor, { by: actor, act: 'registration.closingConfirmed', subject: confirmationId });
    return done({ confirmationId, dueAt: dueAt.toString() });
  });
}

/** Closes and invites at once, by hand. */
export async function closeNow(
  tools: Tools,
  actor: Actor,
  shown: Preview,
): Promise<Outcome<{ confirmed: number }, ClosingRefusal>> {
  return await tools.tx(async (work) => {
    await lockProject(work.db, actor);
    const project = await closable(work, actor);
    if (!project.ok) return project;
    const current = await previewNow({ ...tools, db: work.db }, project.value);
    if (!samePreview(current, shown)) return refused('previewChanged');
    // What was promised for the closing minute has nothing left to do.
    await supersede(work, tools, actor, closingAct);
    const confirmationId = await recordConfirmation(work, tools, {
      ...keyOf(actor),
      act: closingAct,
      preview: { textVersion: current.textVersion, recipientCount: current.recipientCount },
      by: actor,
    });
    await carryOut(work, tools, { project: project.value, confirmationId, by: actor, source: 'hand' });
    return done({ confirmed: current.recipientCount });
  });
}

/** Takes back what was said yes to beforehand. */
export async function stopClosing(tools: Tools, actor: Actor): Promise<Outcome<null, ClosingRefusal>> {
  const standing = await latestStanding(tools, actor);
  if (standing === undefined || standing.executedAt !== null || standing.stoppedAt !== null)
    return refused('nothingStanding');
  const stopped = await stopConfirmation(tools, { ...keyOf(actor), by: actor }, standing.id);
  return stopped.ok ? done(null) : refused('nothingStanding');
}

/** *Stoppa* from the mail to those who lead. False when it has already gone out. */
export async function stopByLink(tools: Tools, link: OpenedLink): Promise<boolean> {
  const person = await personOf(tools, link, link.personId ?? '');
  const by = { personId: link.personId, name: person?.displayName ?? 'Länken i mejlet' };
  const stopped = await stopConfirmation(tools, { ...keyOf(link), by }, link.subjectId ?? '');
  return stopped.ok || stopped.reason === 'stoppedAlready';
}

async function closable(work: Pick<Work, 'db'>, key: ProjectKey): Promise<Outcome<ProjectHead, ClosingRefusal>> {
  const project = await projectOf(work, key);
  if (project === null || project.state === 'dormant') return refused('dormant');
  const { closed } = await registrationStateOf(work, key);
  return closed || project.state === 'closed' ? refused('closedAlready') : done(project);
}

interface Closing {
  readonly project: ProjectHead;
  readonly confirmationId: string;
  readonly by: { readonly personId: string | null; readonly name: string };
  readonly source: 'tool' | 'hand';
}

/** The closing itself: a milestone, and Outlook follows. Done once, whoever comes first. */
async function carryOut(work: Work, tools: Tools, { project, confirmationId, by, source }: Closing): Promise<void> {
  const now = tools.clock.now();
  if (!(await markConfirmed(work, { ...keyOf(project), id: confirmationId }, 'executed_at', now))) return;
  await putMilestone(work.db, { ...keyOf(project), name: 'registrationClosed', at: now, source });
  await work.enqueue('meetings.reconcile', keyOf(project));
  const confirmed = (await confirmedPeople(work, project)).length;
  const details = { confirmed, source };
  await recordAct(work, tools, project, { by, act: 'registration.closed', subject: confirmationId, details });
  const telling = await tellingFor(work, tools, project);
  await postToPlanners(work, tools, {
    project,
    kind: 'closing.done',
    version: confirmationId,
    post: { text: closedText(telling, confirmed, { byHand: project.delivery === 'manual' }) },
  });
  // Where a person sends, that person would only be asked to write to herself.
  if (project.delivery === 'manual') return;
  await mailLeads(work, tools, { project, kind: 'closing.doneMail', version: confirmationId }, () =>
    closedLetter(telling, confirmed, by.name),
  );
}

/** At the closing minute, under the yes that was given beforehand. */
export async function executeStanding(tools: Tools, project: ProjectHead, standing: ConfirmationEntry): Promise<void> {
  await tools.tx(async (work) => {
    await lockProject(work.db, project);
    if ((await registrationStateOf(work, project)).closed) return;
    const by = { personId: null, name: standing.confirmedBy };
    await carryOut(work, tools, { project, confirmationId: standing.id, by, source: 'tool' });
  });
}

/** Three days before: a card in the planning chat and a mail to those who lead, both with *Stoppa*. */
export async function announceStanding(tools: Tools, project: ProjectHead, standing: ConfirmationEntry): Promise<void> {
  await tools.tx(async (work) => {
    const now = tools.clock.now();
    if (!(await markConfirmed(work, { ...keyOf(project), id: standing.id }, 'announced_at', now))) return;
    const telling = await tellingFor(work, tools, project);
    const confirmedNow = (await confirmedPeople(work, project)).length;
    const shown = { confirmedBy: standing.confirmedBy, confirmedNow };
    const post = announcementCard(telling, { ...shown, confirmationId: standing.id });
    await postToPlanners(work, tools, { project, kind: 'closing.announced', version: standing.id, post });
    const expiresAt = standing.dueAt === null ? now : Temporal.Instant.from(standing.dueAt);
    await mailLeads(work, tools, { project, kind: 'closing.announcedMail', version: standing.id }, async (lead) => {
      const order = { personId: lead.id, subjectId: standing.id, expiresAt } as const;
      const secret = await issueLink(work, tools, { ...keyOf(project), purpose: `closing:${standing.id}`, ...order });
      return announcementLetter(telling, { ...shown, stopUrl: `${telling.publicUrl}/stoppa/${secret}` });
    });
  });
}

/** Tells those who lead, once, why the closing does not happen by itself. */
export async function tellLeads(
  tools: Tools,
  project: ProjectHead,
  why: 'tellUnconfirmed' | 'tellStopped' | 'tellChanged',
  version: string,
): Promise<void> {
  await tools.tx(async (work) => {
    const telling = await tellingFor(work, tools, project);
    await mailLeads(work, tools, { project, kind: `closing.${why}`, version }, () => notClosingLetter(telling, why));
  });
}

async function tellingFor(work: Pick<Work, 'db'>, tools: Tools, project: ProjectHead): Promise<ProjectTelling> {
  const telling = await tellingOf(work, tools, project);
  if (telling === null) throw new Error(`there is no project ${project.projectId}`);
  return telling;
}

async function postToPlanners(
  work: Work,
  tools: Tools,
  what: {
    readonly project: ProjectHead;
    readonly kind: NoticeKind;
    readonly version: string;
    readonly post: { readonly text: string } | { readonly card: object; readonly summary: string };
  },
): Promise<void> {
  const { project, kind, version, post } = what;
  await queuePost(work, tools, {
    ...keyOf(project),
    kind,
    version,
    post,
    place: 'planningChat',
    grace: 'none',
    confirmationId: null,
  });
}

async function mailLeads(
  work: Work,
  tools: Tools,
  what: { readonly project: ProjectHead; readonly kind: NoticeKind; readonly version: string },
  write: (lead: Person) => Letter | Promise<Letter>,
): Promise<void> {
  for (const lead of await leadPeopleOf(work, what.project)) {
    await queueMail(work, tools, {
      ...keyOf(what.project),
      kind: what.kind,
      personId: lead.id,
      version: what.version,
      to: { address: lead.email, name: lead.displayName },
      letter: await write(lead),
      grace: 'none',
      confirmationId: null,
    });
  }
}
