import { Temporal } from 'temporal-polyfill';
import { isOutside } from '../domain/reach.ts';
import { inBoth } from '../domain/swedish-text.ts';
import { evaluationsOf } from '../features/evaluations/queries.ts';
import { kitchenSheet } from '../features/kitchen/queries.ts';
import { allProjects, peopleOf, projectOf, rolesOf, sessionsOf } from '../features/planning/queries.ts';
import type { Project, ProjectRef } from '../features/planning/types.ts';
import { participantsOf, registrationStateOf } from '../features/registration/queries.ts';
import type { Participant, ParticipantList } from '../features/registration/types.ts';
import type { Guide, GuidePerson, Kitchen, Mark, Tried } from '../sandbox/pages/guide.ts';
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
export async function guideOf(tools: Tools, tried: Tried): Promise<Guide | null> {
  const projects = await allProjects(tools);
  const ref = projects.find(({ isDormant }) => !isDormant) ?? projects[0];
  const project = ref === undefined ? null : await projectOf(tools, ref);
  const list = ref === undefined ? null : await participantsOf(tools, ref);
  if (ref === undefined || project === null || list === null) return null;
  const [people, roles, { closed }] = await Promise.all([
    peopleOf(tools, ref),
    rolesOf(tools, ref),
    registrationStateOf(tools, ref),
  ]);
  const leadId = roles.find(({ role }) => role === 'contentLead')?.personId;
  const closesAt = closingOf(project);
  const isOpen = closesAt !== null && Temporal.Instant.compare(Temporal.Instant.from(closesAt), tools.clock.now()) > 0;
  const newcomer = newcomerOf(list);
  return {
    projectId: ref.projectId,
    title: project.title,
    tabPage: 'idag',
    formPath: `/anmalan/${encodeURIComponent(ref.projectId)}`,
    closingMark: isOpen ? `${ref.projectId} closing` : null,
    closesAt,
    isClosed: closed,
    silentMunicipality: list.counts.silentMunicipalities[0]?.name ?? null,
    newcomer: newcomer && { ...personOf(newcomer), municipality: newcomer.organisation },
    leadOid: people.find(({ id }) => id === leadId)?.oid ?? null,
    outsider: outsiderOf(list, newcomer),
    kitchen: await kitchenOf(tools, ref, { list, tried }),
  };
}

const personOf = ({ displayName, email }: Participant): GuidePerson => ({ name: displayName, address: email });

/** The latest who has registered on the form from a municipality where everybody else was silent until then. */
function newcomerOf({ participants }: ParticipantList): Participant | null {
  const present = participants.filter(({ state }) => state === 'confirmed' || state === 'waitingList');
  // Those of the project file were answered elsewhere: none of our mails has gone to them.
  const isNew = ({ source, confirmationMail }: Participant): boolean =>
    source === 'webForm' && confirmationMail !== 'none';
  const wasSilent = ({ organisationId, organisationType }: Participant): boolean =>
    organisationType === 'municipality' &&
    present.every((other) => other.organisationId !== organisationId || isNew(other));
  return (
    present
      .filter((one) => isNew(one) && wasSilent(one))
      .toSorted((one, other) => one.registeredAt.localeCompare(other.registeredAt))
      .at(-1) ?? null
  );
}

function outsiderOf({ participants }: ParticipantList, newcomer: Participant | null): GuidePerson | null {
  const outside = participants.filter((one) => one.state === 'confirmed' && isOutside(one.accountType));
  const found = outside.find(({ id }) => id === newcomer?.id) ?? outside[0];
  return found === undefined ? null : personOf(found);
}

/** Others' answers come by themselves; only one's own page and a mailbox where somebody pressed a button tell of a hand. */
async function kitchenOf(
  tools: Tools,
  key: ProjectRef,
  { list, tried }: { readonly list: ParticipantList; readonly tried: Tried },
): Promise<Kitchen | null> {
  const byHand = list.participants
    .filter((one) => one.state === 'confirmed' && isOutside(one.accountType))
    .flatMap((one) =>
      one.sessions
        .filter(({ answer, answerFrom }) => answer === 'declined' && (answerFrom === 'own' || isTried(one, tried)))
        .map(({ sessionId }) => ({ sessionId, name: one.displayName })),
    );
  const declined = byHand[0];
  const ahead = await sessionsOf(tools, key);
  const now = tools.clock.now();
  const isAhead = (end: string | null): boolean =>
    end !== null && Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0;
  const session =
    ahead.find(({ id }) => id === declined?.sessionId) ??
    ahead.find(({ cancelled, end }) => !cancelled && isAhead(end));
  if (session === undefined) return null;
  const sheet = await kitchenSheet(tools, { ...key, sessionId: session.id });
  const portions = sheet?.numbers.heads.total;
  return portions === undefined
    ? null
    : { sessionNumber: session.number, portions, declinedBy: declined?.name ?? null };
}

const isTried = ({ email }: Participant, { declinedBy }: Tried): boolean => email.toLowerCase() === declinedBy;
