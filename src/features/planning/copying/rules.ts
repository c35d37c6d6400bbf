import type { FileAgendaItem, Loose, ProjectFile } from '../file/types.ts';

/** Which of the file's words a copy keeps. What is not named here is of one time only, and stays behind. */
const kept = {
  project: [
    'subtitle',
    'challenge',
    'purpose',
    'municipalNeed',
    'targetGroups',
    'maxParticipantsPerOrganisation',
    'maxParticipantsTotal',
    'contact',
    'sharedCalendarMailbox',
    'organiserMailbox',
    'guestPolicy',
  ],
  governance: ['steeringGroup', 'workingGroup', 'planningGroup', 'contentLead', 'deputy', 'processFacilitator'],
  person: [
    'id',
    'givenName',
    'familyName',
    'displayName',
    'title',
    'organisationId',
    'unit',
    'email',
    'phone',
    'accountType',
  ],
  speaker: ['id', 'displayName', 'organisationId', 'title', 'topic', 'kind', 'mode', 'email'],
  session: ['id', 'number', 'title', 'theme', 'fullDay', 'format', 'venueId', 'preparation', 'agenda', 'layout'],
} as const;

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Loose {
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
}

/**
 * A learning project as a template for the next one: texts, programmes, venues, roles and speakers as ideas. No dates, no
 * participants, no answers, nothing that was sent or decided, and no terms of how dietary needs are kept: these are decided
 * per project.
 */
export function templateOf(
  file: ProjectFile,
  copy: { readonly id: string; readonly title: string },
): Loose & { readonly project: Loose } {
  const { project, governance = {}, staff = [], participants = [] } = file;
  const roles = pick(governance, kept.governance);
  const holders = new Set(Object.values(roles).flat());
  // Somebody of the planning group may have taken part as well; here they only plan.
  const planners = [...staff, ...participants.filter(({ id }) => holders.has(id))];
  const contact = project.contact?.personId;
  const isThere = (id: unknown): boolean => planners.some((person) => person.id === id);
  const withoutGone = ({ responsibleId, ...item }: FileAgendaItem): FileAgendaItem =>
    isThere(responsibleId) ? { ...item, responsibleId } : item;
  const { contact: _contact, ...texts } = pick(project, kept.project);
  return {
    schemaVersion: 1,
    language: file.language,
    timeZone: file.timeZone,
    project: {
      id: copy.id,
      title: copy.title,
      ...texts,
      ...(isThere(contact) ? { contact: { personId: contact } } : {}),
      copiedFrom: project.title,
    },
    governance: roles,
    organisations: file.organisations ?? [],
    staff: planners.map((person) => pick(person, kept.person)),
    speakers: (file.speakers ?? []).map((speaker) => ({ ...pick(speaker, kept.speaker), status: 'idea' })),
    venues: file.venues ?? [],
    sessions: firstDays(file).map((session) => ({
      ...pick(session, kept.session),
      ...(session.agenda === undefined ? {} : { agenda: session.agenda.map(withoutGone) }),
    })),
  };
}

/** Called off sessions stay behind, and of a session of several days only the first: days come with the dates. */
function firstDays({ sessions = [] }: ProjectFile): NonNullable<ProjectFile['sessions']> {
  return sessions.filter(({ cancelledAt, dayOf }) => cancelledAt == null && dayOf === undefined);
}
