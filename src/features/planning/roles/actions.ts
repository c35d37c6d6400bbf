import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor, Role } from '../../../domain/people.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { valuesIn } from '../audit/rules.ts';
import { planChanged } from '../outlook/actions.ts';
import { organisationsOf, peopleOf, projectOf, rolesOf } from '../queries.ts';
import { addressFault } from '../staff/rules.ts';
import * as store from '../store.ts';
import type { Reader } from '../store.ts';
import type { NewPerson, PlanRefusal, Project, RoleAssignment } from '../types.ts';

/** Sets who has which role, adding people who are new. ROL-05: the process facilitator is in the planning group. */
export async function setRoles(
  tools: Tools,
  actor: Actor,
  assignment: RoleAssignment,
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const holders = holdersOf(assignment);
    const fault = await faultOf(work, project, { people: assignment.people ?? [], holders });
    if (fault !== undefined) return fault;
    const position = (await peopleOf(work, actor)).length;
    for (const [index, person] of (assignment.people ?? []).entries()) {
      await store.insertPerson(work, personRow(project, person, position + index));
    }
    const before = (await rolesOf(work, actor)).find(({ role }) => role === 'contentLead')?.personId;
    await store.replaceRoles(work, actor, holders);
    // Letters name the content lead to turn to, unless somebody else was chosen.
    const isContact = before !== undefined && before === project.contactPersonId;
    await store.updateProject(work, actor, isContact ? { contact_person_id: assignment.contentLead } : {});
    const details = { holders: holders.length, values: valuesIn(assignment) };
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'roles.change', details });
    await planChanged(work, project);
    return done(null);
  });
}

interface Holder {
  readonly person_id: string;
  readonly role: Role;
  readonly position: number;
}

function holdersOf(assignment: RoleAssignment): readonly Holder[] {
  const { contentLead, deputy, processFacilitator } = assignment;
  const one = (personId: string | null | undefined) => (personId == null || personId === '' ? [] : [personId]);
  const planningGroup = [...assignment.planningGroup, ...one(contentLead), ...one(processFacilitator)];
  const groups: readonly (readonly [Role, readonly string[]])[] = [
    ['contentLead', one(contentLead)],
    ['deputy', one(deputy)],
    ['processFacilitator', one(processFacilitator)],
    ['planningGroup', planningGroup],
    ['workingGroup', assignment.workingGroup],
    ['steeringGroup', assignment.steeringGroup],
  ];
  return groups.flatMap(([role, people]) =>
    [...new Set(people)].map((person_id, position) => ({ person_id, role, position })),
  );
}

async function faultOf(
  reader: Reader,
  project: Project,
  { people, holders }: { people: readonly NewPerson[]; holders: readonly Holder[] },
) {
  if (!holders.some(({ role }) => role === 'contentLead')) return refused('noContentLead' as const);
  const leads = holders.filter(({ role }) => role === 'contentLead' || role === 'deputy');
  if (new Set(leads.map(({ person_id }) => person_id)).size < leads.length) return refused('leadIsDeputy' as const);
  const present = await peopleOf(reader, project);
  const ids = new Set([...present.map(({ id }) => id), ...people.map(({ id }) => id)]);
  const stranger = holders.find(({ person_id }) => !ids.has(person_id));
  if (stranger !== undefined) return refused('noPerson' as const, { personId: stranger.person_id });
  const known = present.map(({ id, emailKey }) => ({ id, emailKey }));
  const organisations = new Set((await organisationsOf(reader, project)).map(({ id }) => id));
  for (const { id, email, organisationId } of people) {
    const fault = addressFault(email, known);
    if (fault !== undefined) return fault;
    if (known.some((person) => person.id === id)) return refused('addressTaken' as const, { email });
    if (organisationId !== null && !organisations.has(organisationId))
      return refused('noOrganisation' as const, { organisationId });
    known.push({ id, emailKey: foldEmail(email).address });
  }
  return undefined;
}

function personRow(project: Project, person: NewPerson, position: number) {
  return {
    tenant_id: project.tenantId,
    project_id: project.projectId,
    id: person.id,
    kind: 'staff' as const,
    given_name: person.givenName,
    family_name: person.familyName,
    display_name: `${person.givenName} ${person.familyName}`.trim(),
    title: person.title,
    organisation_id: person.organisationId,
    unit: person.unit ?? null,
    email: person.email.trim(),
    email_key: foldEmail(person.email).address,
    phone: person.phone ?? null,
    account_type: person.accountType ?? 'mailOnly',
    oid: null,
    extra: '{}',
    position,
  };
}
