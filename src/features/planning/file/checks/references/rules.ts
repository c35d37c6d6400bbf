import { everyValue } from '../../paths/rules.ts';
import { problemAt } from '../../problems/rules.ts';
import type { FileProblem, ProjectFile } from '../../types.ts';

type Kind = 'organisation' | 'person' | 'venue' | 'speaker' | 'session' | 'themeProposal';

const homes: Readonly<Record<Kind, readonly string[]>> = {
  organisation: ['organisations'],
  person: ['staff', 'participants'],
  venue: ['venues'],
  speaker: ['speakers'],
  session: ['sessions'],
  themeProposal: ['governance.themeProposals'],
};

/** Where the file names something by its id. `edgeCases` and `expected` belong to tests and are left alone. */
const references: Readonly<Record<Kind, readonly string[]>> = {
  organisation: [
    'staff[].organisationId',
    'participants[].organisationId',
    'speakers[].organisationId',
    'venues[].ownerOrganisationId',
    'sessions[].soundingBoardOrganisationIds[]',
    'sessions[].catering.orderedFrom',
    'costs.split[].organisationId',
    'guests[].organisationId',
    'governance.themeProposals[].supporters[]',
    'governance.consultations[].heard[]',
  ],
  person: [
    'project.contact.personId',
    'governance.steeringGroup[]',
    'governance.workingGroup[]',
    'governance.planningGroup[]',
    'governance.contentLead',
    'governance.deputy',
    'governance.processFacilitator',
    'dietary[].participantId',
    'speakers[].participantId',
    'speakers[].ownerId',
    'sessions[].agenda[].responsibleId',
    'sessions[].setupMeeting.who[]',
    'sessions[].documentation.noteTakers[]',
    'homework[].compileGroup[]',
    'homework[].answers[][0]',
    'documentationRota[].personIds[]',
    'focusGroups[].memberIds[]',
    'evaluations[].absentParticipantIds[]',
    'attendance[].participantId',
    'guests[].hostId',
    'tasks[].ownerId',
  ],
  venue: ['sessions[].venueId'],
  speaker: ['sessions[].agenda[].speakerIds[]'],
  session: [
    'project.guestPolicy.colleagueAllowedSessions[]',
    'homework[].afterSession',
    'documentationRota[].sessionId',
    'wishes[].sessionId',
    'seating.sessionId',
    'evaluations[].sessionId',
    'attendance[].sessionId',
    'guests[].sessionId',
    'sessions[].dayOf',
  ],
  themeProposal: ['governance.decision.themeProposalId'],
};

export function danglingReferences(file: ProjectFile): readonly FileProblem[] {
  return kinds.flatMap((kind) => {
    const known = new Set(homes[kind].flatMap((home) => everyValue(file, `${home}[].id`).map(({ value }) => value)));
    return references[kind]
      .flatMap((pattern) => valuesAt(file, pattern))
      .filter(({ value }) => value !== null && !known.has(value))
      .map(({ path, value }) => problemAt(path, value, dangling(homes[kind], [...known])));
  });
}

const kinds: readonly Kind[] = ['organisation', 'person', 'venue', 'speaker', 'session', 'themeProposal'];

/** The first element of each answer is who gave it. */
function valuesAt(file: ProjectFile, pattern: string): ReturnType<typeof everyValue> {
  if (!pattern.endsWith('[0]')) return everyValue(file, pattern);
  return everyValue(file, pattern.replace('[0]', '')).flatMap(({ path, value }) =>
    Array.isArray(value) && value.length > 0 ? [{ path: `${path}[0]`, value: value[0] as unknown }] : [],
  );
}

function dangling(where: readonly string[], known: readonly unknown[]) {
  const lists = { sv: where.join(' eller '), en: where.join(' or ') };
  const some = known
    .filter((id) => typeof id === 'string')
    .slice(0, 3)
    .join(', ');
  const such =
    some === '' ? { sv: '', en: '' } : { sv: ` Där finns till exempel ${some}.`, en: ` It has for example ${some}.` };
  return {
    sv: `Det id:t finns inte i ${lists.sv}. Rätta det eller lägg till posten.${such.sv}`,
    en: `There is no such id in ${lists.en}. Correct it or add the entry.${such.en}`,
  };
}

const idSpaces: readonly (readonly string[])[] = [
  ['organisations[].id'],
  ['staff[].id', 'participants[].id'],
  ['venues[].id'],
  ['speakers[].id'],
  ['sessions[].id'],
  ['sessions[].number'],
  ['homework[].id'],
  ['focusGroups[].id'],
  ['wishes[].id'],
  ['governance.themeProposals[].id'],
  ['guests[].id'],
  ['tasks[].id'],
  ['decisions[].id'],
  ['dietary[].participantId'],
  ['milestones[].name'],
  ['publications[].channel'],
  ['retention[].dataClass'],
  ...(['planningGroup', 'workingGroup', 'steeringGroup'] as const).map((group) => [`governance.${group}[]`]),
];

export function repeatedIds(file: ProjectFile): readonly FileProblem[] {
  return idSpaces.flatMap((patterns) => {
    const first = new Map<unknown, string>();
    return patterns
      .flatMap((pattern) => everyValue(pattern === 'sessions[].number' ? withoutDays(file) : file, pattern))
      .flatMap(({ path, value }) => {
        const earlier = first.get(value);
        if (earlier !== undefined) return [problemAt(path, value, repeated(earlier))];
        first.set(value, path);
        return [];
      });
  });
}

/** The days of a session share its number. */
function withoutDays(file: ProjectFile): ProjectFile {
  const sessions = file.sessions?.map((session) =>
    session['dayOf'] === undefined ? session : { ...session, number: undefined },
  );
  return { ...file, sessions };
}

function repeated(earlier: string) {
  return {
    sv: `Samma värde står redan i ${earlier}. Varje post behöver ett eget.`,
    en: `The same value already stands in ${earlier}. Each entry needs its own.`,
  };
}
