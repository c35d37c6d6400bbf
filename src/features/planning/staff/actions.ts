import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools, Work } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { planChanged } from '../outlook/actions.ts';
import { organisationsOf, peopleOf, projectOf, rolesOf, sessionsOf, speakersOf } from '../queries.ts';
import { lockProject, updateProject } from '../store.ts';
import type { Person, PlanRefusal, Project, StaffPerson } from '../types.ts';
import { addressFault, names } from './rules.ts';
import { deletePerson, hasTask, isAsked, isRegistered, updatePerson } from './store.ts';

type Change = Promise<Outcome<null, PlanRefusal>>;

/**
 * Corrects somebody who plans. A new address may be another account's, so whoever had the old one has to be found anew; one's
 * own is the directory's, because a slip there would shut its owner out.
 */
export function changePerson(
  tools: Tools,
  actor: Actor,
  { personId, ...entry }: StaffPerson & { readonly personId: string },
): Change {
  return onStaff(tools, actor, personId, async (work, project, person) => {
    const isMoved = foldEmail(entry.email).address !== person.emailKey;
    if (isMoved) {
      if (person.id === actor.personId) return refused('ownAddress');
      const others = (await peopleOf(work, project)).filter(({ id }) => id !== person.id);
      const fault = addressFault(entry.email, others);
      if (fault !== undefined) return fault;
    }
    const { organisationId } = entry;
    if (organisationId !== null && !(await organisationsOf(work, project)).some(({ id }) => id === organisationId))
      return refused('noOrganisation', { organisationId });
    await updatePerson(work, project, person.id, {
      ...nameColumns(person, entry),
      title: entry.title,
      organisation_id: organisationId,
      phone: entry.phone,
      email: entry.email,
      ...(isMoved ? { email_key: foldEmail(entry.email).address, oid: null, account_type: 'mailOnly' as const } : {}),
    });
    return done({ act: 'person.change', values: changedValues(person, entry) });
  });
}

function nameColumns(person: Person, { givenName, familyName }: StaffPerson) {
  // The directory may show a name in a way of its own, which stays while the name does.
  if (givenName === person.givenName && familyName === person.familyName) return {};
  const display_name = `${givenName} ${familyName}`.trim();
  return { given_name: givenName, family_name: familyName, display_name };
}

function changedValues(person: Person, entry: StaffPerson): number {
  const fields = ['givenName', 'familyName', 'title', 'organisationId', 'email', 'phone'] as const;
  return fields.filter((name) => (entry[name] ?? '') !== (person[name] ?? '')).length;
}

/** Takes away somebody who was added by mistake: nothing in the plan may hang on them. */
export function removePerson(tools: Tools, actor: Actor, personId: string): Change {
  return onStaff(tools, actor, personId, async (work, project, person) => {
    const tie = await tieOf(work, project, person);
    if (tie !== undefined) return refused(tie, { name: person.displayName });
    await deletePerson(work, project, person.id);
    return done({ act: 'person.remove', values: 0 });
  });
}

async function tieOf(work: Work, project: Project, { id }: Person) {
  if ((await rolesOf(work, project)).some(({ personId }) => personId === id)) return 'personHasRole' as const;
  if (await isRegistered(work, project, id)) return 'personIsRegistered' as const;
  if (await hasTask(work, project, id)) return 'personHasTask' as const;
  const speakers = await speakersOf(work, project);
  const isNamed =
    project.contactPersonId === id ||
    speakers.some(({ personId, ownerId }) => personId === id || ownerId === id) ||
    names([await sessionsOf(work, project), project.blocks], id) ||
    (await isAsked(work, project, id));
  return isNamed ? ('personIsNamed' as const) : undefined;
}

interface Done {
  readonly act: string;
  readonly values: number;
}

function onStaff(
  tools: Tools,
  actor: Actor,
  personId: string,
  write: (work: Work, project: Project, person: Person) => Promise<Outcome<Done, PlanRefusal>>,
): Change {
  return tools.tx(async (work) => {
    await lockProject(work.db, actor);
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    // Whoever has registered looks after their own particulars, or is corrected among the participants.
    const person = (await peopleOf(work, project)).find(({ id, kind }) => id === personId && kind === 'staff');
    if (person === undefined) return refused('noPerson', { personId });
    const outcome = await write(work, project, person);
    if (!outcome.ok) return outcome;
    await updateProject(work, actor, {});
    const { act, values } = outcome.value;
    await writeAudit(work, tools, { ...auditedBy(actor), act, subject: personId, details: { values } });
    await planChanged(work, project);
    return done(null);
  });
}
