import { foldEmail } from '../../../domain/swedish-text.ts';
import { localDateOf, readLocalDate } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools, Work } from '../../../tools.ts';
import { daysOf, statusOf } from '../../speakers/rules.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { valuesIn } from '../audit/rules.ts';
import { planChanged } from '../outlook/actions.ts';
import { organisationsOf, peopleOf, personOf, projectOf, speakersOf, venuesOf } from '../queries.ts';
import { updateProject } from '../store.ts';
import type { RegisteredSpeaker } from '../schema.ts';
import type { Organisation, PlanRefusal, Project, Venue } from '../types.ts';
import { putOrganisation, putSpeaker, putVenue } from './store.ts';

type Entry<Whole> = Omit<Whole, 'extra'>;
type Put = Promise<Outcome<null, PlanRefusal>>;

/** Adds an organisation whose people may take part, or corrects it. */
export function registerOrganisation(tools: Tools, actor: Actor, entry: Entry<Organisation>): Put {
  return put(tools, actor, { act: 'organisation.register', entry }, async (work, project) => {
    await putOrganisation(work, {
      ...common(project, entry.id, (await organisationsOf(work, project)).length),
      type: entry.type,
      name: entry.name,
      short_name: entry.shortName,
      code: entry.code,
      email_domain: entry.emailDomain,
      function_mailbox: entry.functionMailbox,
      registrar_mailbox: entry.registrarMailbox,
    });
    return undefined;
  });
}

/** Adds a venue to choose among, or corrects it. Booking it is another matter. */
export function registerVenue(tools: Tools, actor: Actor, entry: Entry<Venue>): Put {
  return put(tools, actor, { act: 'venue.register', entry }, async (work, project) => {
    const fault = await organisationFault(work, project, entry.ownerOrganisationId);
    if (fault !== undefined) return fault;
    await putVenue(work, {
      ...common(project, entry.id, (await venuesOf(work, project)).length),
      name: entry.name,
      city: entry.city,
      owner_organisation_id: entry.ownerOrganisationId,
      own: entry.own,
      capacity: entry.capacity,
      equipment: JSON.stringify(entry.equipment),
      layout_options: JSON.stringify(entry.layoutOptions),
      room_mailbox: entry.roomMailbox,
      booking_contact: entry.bookingContact,
      step_free: entry.stepFree,
    });
    return undefined;
  });
}

/** Adds somebody who takes part in the agenda, or corrects it: status, technical test, consent to share slides. */
export function registerSpeaker(tools: Tools, actor: Actor, entry: RegisteredSpeaker): Put {
  return put(tools, actor, { act: 'speaker.register', entry }, async (work, project) => {
    const fault = await organisationFault(work, project, entry.organisationId);
    if (fault !== undefined) return fault;
    if (entry.personId !== null && (await personOf(work, project, entry.personId)) === null)
      return refused('noPerson', { personId: entry.personId });
    if (entry.techTest !== null && readLocalDate(entry.techTest) === undefined)
      return refused('badDate', { value: entry.techTest });
    if (entry.ownerId !== null && (await personOf(work, project, entry.ownerId)) === null)
      return refused('noPerson', { personId: entry.ownerId });
    const personId = entry.personId ?? (await byAddress(work, project, entry.email));
    const known = await speakersOf(work, project);
    const before = known.find(({ id }) => id === entry.id);
    const today = localDateOf(tools.clock.now(), project.timeZone);
    const days = daysOf(before, statusOf(entry), today);
    await putSpeaker(work, {
      ...common(project, entry.id, known.length),
      display_name: entry.displayName,
      person_id: personId,
      organisation_id: entry.organisationId,
      title: entry.title,
      topic: entry.topic,
      kind: entry.kind,
      mode: entry.mode,
      status: entry.status,
      email: entry.email,
      tech_test: entry.techTest,
      cost_sek: entry.costSek,
      slides_consent: entry.slidesConsent,
      links: JSON.stringify(entry.links),
      owner_person_id: entry.ownerId,
      asked_on: days.askedOn,
      answered_on: days.answeredOn,
    });
    return undefined;
  });
}

/** RG-05: somebody of the project who also speaks is one and the same person. */
async function byAddress(work: Work, project: Project, email: string | null): Promise<string | null> {
  if (email === null) return null;
  const key = foldEmail(email).address;
  return (await peopleOf(work, project)).find((person) => person.emailKey === key)?.id ?? null;
}

function common({ tenantId, projectId }: Project, id: string, position: number) {
  return { tenant_id: tenantId, project_id: projectId, id, extra: '{}', position };
}

async function organisationFault(work: Work, project: Project, organisationId: string | null) {
  if (organisationId === null) return undefined;
  const isKnown = (await organisationsOf(work, project)).some(({ id }) => id === organisationId);
  return isKnown ? undefined : refused('noOrganisation' as const, { organisationId });
}

type Fault = ReturnType<typeof refused<PlanRefusal>> | undefined;

function put(
  tools: Tools,
  actor: Actor,
  { act, entry }: { readonly act: string; readonly entry: { readonly id: string } },
  write: (work: Work, project: Project) => Promise<Fault>,
): Put {
  return tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const fault = await write(work, project);
    if (fault !== undefined) return fault;
    await updateProject(work, actor, {});
    const { id, ...typed } = entry;
    const details = { values: valuesIn(typed) };
    await writeAudit(work, tools, { ...auditedBy(actor), act, subject: id, details });
    await planChanged(work, project);
    return done(null);
  });
}
