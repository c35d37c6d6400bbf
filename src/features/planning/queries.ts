import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import type { Actor, Role } from '../../domain/people.ts';
import { may, whoMay, type Act } from '../../domain/policy.ts';
import type { Language } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import { registrationPage } from '../registration/rules.ts';
import { disposedNotes } from '../retention/protocols/queries.ts';
import { neverHeld } from './dates/held/queries.ts';
import { joinIdentity } from './identity/actions.ts';
import { projectOf, sessionsOf, peopleOf, rolesOf, organisationsOf, venuesOf, speakersOf } from './reading/queries.ts';
import * as store from './store.ts';
import type { Reader } from './store.ts';
import type { PlanAnswer } from './reading/types.ts';
import type { Identity, ProjectListItem } from './types.ts';
import type { AuditLine } from './audit/types.ts';

// The reads that every feature shares.
export {
  projectOf,
  projectBySlug,
  activeProjects,
  allProjects,
  sessionsOf,
  sessionOf,
  sessionTimesOf,
  peopleOf,
  personOf,
  rolesOf,
  organisationsOf,
  venuesOf,
  speakersOf,
  attendeesOf,
} from './reading/queries.ts';
export { factsOf } from './facts/queries.ts';

/**
 * Who a verified sign-in is in a project, or null for a stranger. Joins the sign-in to the person with the same
 * address in the directory on first sight. Reads outside a transaction, because the directory is far away.
 */
export async function actorFor(
  tools: Tools,
  identity: Identity,
  projectId: string,
  language: Language,
): Promise<Actor | null> {
  const key = { tenantId: identity.tenantId, projectId };
  const found =
    (await store.personRowByOid(tools, key, identity.oid)) ??
    ((await joinIdentity(tools, identity)) > 0 ? await store.personRowByOid(tools, key, identity.oid) : undefined);
  if (found === undefined) return null;
  const roles = await rolesOfPerson(tools, key, found.id);
  return { ...key, personId: found.id, name: found.display_name, roles, language };
}

/** The roles held, and `participant` for as long as the registration is confirmed. */
export async function rolesOfPerson(reader: Reader, key: ProjectKey, personId: PersonId): Promise<readonly Role[]> {
  const held = (await rolesOf(reader, key)).filter((holder) => holder.personId === personId).map(({ role }) => role);
  return (await store.isConfirmed(reader, key, personId)) ? [...held, 'participant'] : held;
}

/** The projects where somebody holds a role, by first date. */
export async function projectsFor(tools: Tools, identity: Identity): Promise<readonly ProjectListItem[]> {
  const unseen = await joinIdentity(tools, identity).then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  );
  const ids = await store.projectIdsOfOid(tools, identity);
  // Who has been joined is known without the directory; of a newcomer nothing can be said before it answers.
  if (unseen !== undefined && ids.length === 0) throw new Error('the directory did not answer', unseen);
  const items = await Promise.all(
    ids.map(({ project_id }) => listItem(tools, { tenantId: identity.tenantId, projectId: project_id }, identity.oid)),
  );
  return items
    .filter((item) => item !== null)
    .toSorted((one, other) => (one.firstDate ?? '9').localeCompare(other.firstDate ?? '9', 'sv'));
}

async function listItem(tools: Tools, key: ProjectKey, oid: string): Promise<ProjectListItem | null> {
  const project = await projectOf(tools, key);
  const person = await store.personRowByOid(tools, key, oid);
  if (project === null || person === undefined) return null;
  const roles = await rolesOfPerson(tools, key, person.id);
  if (roles.length === 0) return null;
  const dates = (await sessionsOf(tools, key))
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ date }) => (date === null ? [] : [date]))
    .toSorted();
  return {
    projectId: key.projectId,
    title: project.title,
    state: project.state,
    roles,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
  };
}

/** The project's log, the latest first. */
export async function auditOf(reader: Reader, key: ProjectKey, limit = 200): Promise<readonly AuditLine[]> {
  return (await store.auditRows(reader, key, limit)).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor_name,
    act: row.act,
    subject: row.subject,
    details: row.details,
  }));
}

/** The plan as somebody may see it: participants get days and programme, planners everything. */
export async function planOf(reader: Reader & Pick<Tools, 'settings'>, actor: Actor): Promise<PlanAnswer | null> {
  const project = await projectOf(reader, actor);
  if (project === null) return null;
  const { blocks: _blocks, tenantId: _tenantId, ...shown } = project;
  const [sessions, venues, speakers] = await Promise.all([
    sessionsOf(reader, actor),
    venuesOf(reader, actor),
    speakersOf(reader, actor),
  ]);
  const me = { personId: actor.personId, name: actor.name, roles: actor.roles };
  const allowed = acts.filter((act) => may(actor.roles, act));
  const { dietaryTermsRequired, publicUrl } = reader.settings;
  const page = registrationPage(project, publicUrl);
  if (!may(actor.roles, 'plan.view')) {
    return {
      me,
      may: allowed,
      project: shown,
      dietaryTermsRequired,
      registrationPage: page,
      copiedFrom: null,
      invitation: {},
      neverHeld: [],
      roles: [],
      disposed: [],
      people: [],
      organisations: [],
      sessions: sessions.map((session) => ({ ...session, extra: {} })),
      venues: venues.map((venue) => ({ ...venue, roomMailbox: null, bookingContact: null, extra: {} })),
      speakers: speakers.map((speaker) => ({ ...speaker, ...notForParticipants })),
    };
  }
  const people = await peopleOf(reader, actor);
  return {
    me,
    may: allowed,
    project: shown,
    dietaryTermsRequired,
    registrationPage: page,
    sessions,
    venues,
    speakers,
    copiedFrom: textsIn(project.blocks['project'])['copiedFrom'] ?? null,
    invitation: textsIn(project.blocks['invitation']),
    neverHeld: await neverHeld(reader, actor, sessions),
    roles: await rolesOf(reader, actor),
    people: people.map(
      ({ id, givenName, familyName, displayName, title, organisationId, email, phone, kind, accountType }) => ({
        ...{ id, givenName, familyName, displayName, title, organisationId, email, kind, accountType },
        phone: kind === 'staff' && allowed.includes('plan.edit') ? phone : null,
      }),
    ),
    organisations: await organisationsOf(reader, actor),
    disposed: await disposedNotes(reader, actor),
  };
}

function textsIn(block: unknown): Readonly<Record<string, string>> {
  const entries = typeof block === 'object' && block !== null ? Object.entries(block) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const acts = Object.keys(whoMay) as readonly Act[]; // keys of a literal table

/** Replacing a project changes its whole plan, so it takes the right to edit the one that is there. */
export async function mayReplace(
  tools: Tools,
  identity: Identity & { readonly language: Language },
  file: unknown,
): Promise<boolean> {
  const { project }: { project?: unknown } = typeof file === 'object' && file !== null ? file : {};
  const { id }: { id?: unknown } = typeof project === 'object' && project !== null ? project : {};
  if (typeof id !== 'string') return true;
  const key = { tenantId: identity.tenantId, projectId: id };
  if ((await projectOf(tools, key)) === null) return true;
  const actor = await actorFor(tools, identity, id, identity.language);
  return actor !== null && may(actor.roles, 'plan.edit');
}

/** Of a speaker: how they are reached and what they have answered is the planners' business. */
const notForParticipants = {
  email: null,
  status: null,
  costSek: null,
  ownerId: null,
  askedOn: null,
  answeredOn: null,
  extra: {},
} as const;
