import { Temporal } from 'temporal-polyfill';
import { isOutside } from '../domain/reach.ts';
import { inBoth } from '../domain/swedish-text.ts';
import { evaluationsOf } from '../features/evaluations/queries.ts';
import { allProjects, peopleOf, projectOf, rolesOf, sessionsOf } from '../features/planning/queries.ts';
import type { Project, ProjectRef } from '../features/planning/types.ts';
import { countsOf, participantsOf } from '../features/registration/queries.ts';
import type { Guide, Mark } from '../sandbox/pages/guide.ts';
import type { Tools } from '../tools.ts';

/** The moments of the plan that lie ahead: registration closes, sessions start, evaluations open. Soonest first. */
export async function marksOf(tools: Tools): Promise<readonly Mark[]> {
  const projects = await allProjects(tools);
  const marks = (await Promise.all(projects.map((ref) => projectMarks(tools, ref, projects.length > 1)))).flat();
  const now = tools.clock.now();
  return marks
    .filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

async function projectMarks(tools: Tools, key: ProjectRef, isOneOfMany: boolean): Promise<readonly Mark[]> {
  const project = await projectOf(tools, key);
  if (project === null) return [];
  const [sessions, evaluations] = await Promise.all([sessionsOf(tools, key), evaluationsOf(tools, key)]);
  const mark = (what: string, at: string | null, text: { sv: string; en: string }): Mark[] => {
    const label = inBoth((language) => (isOneOfMany ? `${project.title}: ${text[language]}` : text[language]));
    return at === null ? [] : [{ id: `${key.projectId} ${what}`, label, at }];
  };
  return [
    ...mark('closing', closingOf(project), { sv: 'Anmälan stänger', en: 'Registration closes' }),
    ...sessions
      .filter(({ cancelled }) => !cancelled)
      .flatMap(({ id, number, start }) =>
        mark(`start ${id}`, start, { sv: `Träff ${number} börjar`, en: `Session ${number} starts` }),
      ),
    ...evaluations.flatMap(({ sessionId, sessionNumber, opensAt }) =>
      mark(`evaluation ${sessionId}`, opensAt, {
        sv: `Utvärderingen av träff ${sessionNumber} öppnar`,
        en: `The evaluation of session ${sessionNumber} opens`,
      }),
    ),
  ];
}

const closingOf = ({ registrationCloses }: Project): string | null =>
  registrationCloses === null ? null : Temporal.Instant.from(registrationCloses).toString();

/** What a newcomer is shown first: the first project that is under way, else the first. */
export async function guideOf(tools: Tools): Promise<Guide | null> {
  const projects = await allProjects(tools);
  const ref = projects.find(({ isDormant }) => !isDormant) ?? projects[0];
  const project = ref === undefined ? null : await projectOf(tools, ref);
  if (ref === undefined || project === null) return null;
  const [people, roles, counts] = await Promise.all([peopleOf(tools, ref), rolesOf(tools, ref), countsOf(tools, ref)]);
  const leadId = roles.find(({ role }) => role === 'contentLead')?.personId;
  const closesAt = closingOf(project);
  const isOpen = closesAt !== null && Temporal.Instant.compare(Temporal.Instant.from(closesAt), tools.clock.now()) > 0;
  return {
    projectId: ref.projectId,
    title: project.title,
    formPath: `/anmalan/${encodeURIComponent(ref.projectId)}`,
    closingMark: isOpen ? `${ref.projectId} closing` : null,
    closesAt,
    silentMunicipality: counts?.silentMunicipalities[0]?.name ?? null,
    leadOid: people.find(({ id }) => id === leadId)?.oid ?? null,
    outsider: await outsiderOf(tools, ref),
  };
}

async function outsiderOf(tools: Tools, key: ProjectRef): Promise<Guide['outsider']> {
  const list = await participantsOf(tools, key);
  const confirmed = new Set(list?.participants.filter(({ state }) => state === 'confirmed').map(({ id }) => id));
  const found = (await peopleOf(tools, key)).find(({ id, accountType }) => confirmed.has(id) && isOutside(accountType));
  return found === undefined ? null : { name: found.displayName, address: found.email };
}
