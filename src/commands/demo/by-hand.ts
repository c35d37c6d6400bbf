import { z } from 'zod';
import type { FileSession } from '../../features/planning/file/types.ts';
import type { Life, Shown } from './life.ts';
import { planOf } from './script.ts';

/** The file's plan as the entrances take it: what they do not ask for is left out. */
const plan = z.looseObject({
  project: z.looseObject({
    id: z.string(),
    title: z.string(),
    keyDates: z.record(z.string(), z.string().nullable()).default({}),
  }),
  organisations: z.array(z.looseObject({ id: z.string() })).default([]),
  venues: z.array(z.looseObject({ id: z.string() })).default([]),
  speakers: z.array(z.looseObject({ id: z.string() })).default([]),
});

/**
 * Puts up the file's plan as a content lead does it in the tab, window by window, instead of importing it. The product
 * numbers the sessions itself, so the file's have to be s-1, s-2 … as the product would name them.
 */
export async function createByHand(life: Life): Promise<void> {
  const { script, lead, api } = life;
  const wanted = plan.parse(planOf(script));
  // As they were planned: what is moved later is moved later.
  const sessions = script.file.sessions ?? [];
  await lead.post('/api/projects', {
    ...{ id: wanted.project.id, title: wanted.project.title, sessions: sessions.length },
  });
  for (const organisation of wanted.organisations)
    await lead.put(`${api}/organisations/${organisation.id}`, picked(organisation, organisationFields));
  await lead.put(`${api}/project`, projectFields(wanted.project));
  for (const venue of wanted.venues) await lead.put(`${api}/venues/${venue.id}`, picked(venue, venueFields));
  await setRoles(life);
  for (const speaker of wanted.speakers)
    await lead.put(`${api}/speakers/${speaker.id}`, {
      ...picked(speaker, speakerFields),
      ...(typeof speaker['participantId'] === 'string' ? { personId: speaker['participantId'] } : {}),
    });
  for (const session of sessions) await enterSession(life, session);
}

const organisationFields = ['type', 'name', 'shortName', 'code', 'emailDomain', 'functionMailbox', 'registrarMailbox'];
const venueFields = [
  ...['name', 'city', 'ownerOrganisationId', 'own', 'capacity', 'equipment', 'layoutOptions'],
  ...['roomMailbox', 'bookingContact', 'stepFree'],
];
const speakerFields = [
  ...['displayName', 'organisationId', 'title', 'topic', 'kind', 'mode', 'status', 'email', 'techTest'],
  ...['costSek', 'slidesConsent'],
];

function picked(entry: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])));
}

const DAY_LENGTH = 10;
const MINUTE_LENGTH = 16;

function projectFields(project: z.infer<typeof plan>['project']): Record<string, unknown> {
  const { registrationOpens, registrationCloses, ...keyDates } = project.keyDates;
  const texts = ['subtitle', 'challenge', 'purpose', 'municipalNeed', 'diaryNumber', 'targetGroups', 'guestPolicy'];
  return {
    ...picked(project, [...texts, 'registrationUrl', 'webPage', 'organiserMailbox', 'sharedCalendarMailbox']),
    maxPerOrganisation: project['maxParticipantsPerOrganisation'] ?? {},
    ...(project['maxParticipantsTotal'] == null ? {} : { maxTotal: project['maxParticipantsTotal'] }),
    ...(registrationOpens == null ? {} : { registrationOpens: registrationOpens.slice(0, DAY_LENGTH) }),
    ...(registrationCloses == null ? {} : { registrationCloses: registrationCloses.slice(0, MINUTE_LENGTH) }),
    keyDates,
  };
}

const personFields = ['id', 'givenName', 'familyName', 'title', 'organisationId', 'unit', 'email', 'phone'];

/** The one who puts the project up has the first id; everybody else is entered with the file's. */
async function setRoles({ script, lead, api }: Life): Promise<void> {
  const { staff } = z.looseObject({ staff: z.array(z.looseObject({ id: z.string() })) }).parse(planOf(script));
  const { governance = {} } = script.file;
  const own = (await lead.get<{ me: { personId: string } }>(api)).me.personId;
  const named = (id: string | null | undefined): string | null =>
    id == null ? null : id === governance.contentLead ? own : id === own ? `${id}-b` : id;
  const all = (ids: readonly string[] = []): string[] => ids.flatMap((id) => named(id) ?? []);
  await lead.put(`${api}/roles`, {
    contentLead: own,
    deputy: named(governance.deputy),
    processFacilitator: named(governance.processFacilitator),
    planningGroup: all(governance.planningGroup),
    workingGroup: all(governance.workingGroup),
    steeringGroup: all(governance.steeringGroup),
    people: staff
      .filter(({ id }) => id !== governance.contentLead)
      .map((person) => ({ title: '', organisationId: null, ...picked(person, personFields), id: named(person.id) })),
  });
}

async function enterSession(life: Life, session: FileSession): Promise<void> {
  const { lead, api } = life;
  const path = `/sessions/${session.id}`;
  const texts = picked(session, ['title', 'theme', 'format', 'preparation', 'layout']);
  await lead.put(`${api}${path}`, texts);
  const local = (moment: string | null | undefined): string => (moment ?? '').slice(11, MINUTE_LENGTH);
  const time = {
    date: session.date ?? (session.start ?? '').slice(0, DAY_LENGTH),
    startTime: local(session.start),
    endTime: local(session.end),
  };
  const { textVersion, recipientCount } = await lead.post<Shown>(`${api}${path}/move/preview`, time);
  await lead.post(`${api}${path}/move`, { ...time, confirm: { textVersion, recipientCount } });
  if (session.agenda !== undefined) await lead.put(`${api}${path}/agenda`, { agenda: session.agenda });
}
