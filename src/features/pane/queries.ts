import type { Actor } from '../../domain/people.ts';
import { placeText } from '../../domain/place-text.ts';
import { may } from '../../domain/policy.ts';
import { sessionNumber } from '../../domain/session-day.ts';
import type { Tools } from '../../tools.ts';
import { documentsOf } from '../documentation/queries.ts';
import type { SessionDocument } from '../documentation/types.ts';
import { evaluationsOf } from '../evaluations/queries.ts';
import type { EvaluationView } from '../evaluations/types.ts';
import { projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Speaker, Venue } from '../planning/types.ts';
import { participantsOf } from '../registration/queries.ts';
import { agendaOf, programmeUrl, speakerNames } from '../sessions/queries.ts';
import { agendaHtml } from './letters/agenda.ts';
import { sessionOfAppointment } from './rules.ts';
import type { AppointmentSigns, Pane, PanePerson, PaneSession } from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** What somebody sees beside an appointment in Outlook; null without such a project. */
export async function paneOf(tools: Reader, actor: Actor, signs: AppointmentSigns): Promise<Pane | null> {
  const project = await projectOf(tools, actor);
  if (project === null) return null;
  const sources = await sourcesOf(tools, project, actor);
  const { publicUrl } = tools.settings;
  return {
    projectId: project.projectId,
    title: project.title,
    projectPageUrl: `${publicUrl}/projekt/${encodeURIComponent(project.projectId)}`,
    sessionId: sessionOfAppointment(signs, sources.sessions, project.timeZone)?.id ?? null,
    sessions: sources.sessions.map((session) => sessionOf(session, sources)),
    participants: await participants(tools, actor),
    mayPlan: may(actor.roles, 'plan.view'),
  };
}

interface Sources {
  readonly project: Project;
  readonly actor: Actor;
  readonly publicUrl: string;
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly evaluations: readonly EvaluationView[];
  readonly documents: readonly SessionDocument[];
}

async function sourcesOf(tools: Reader, project: Project, actor: Actor): Promise<Sources> {
  return {
    ...{ project, actor, publicUrl: tools.settings.publicUrl },
    sessions: (await sessionsOf(tools, project)).filter(({ cancelled }) => !cancelled),
    venues: await venuesOf(tools, project),
    speakers: await speakersOf(tools, project),
    evaluations: await evaluationsOf(tools, project),
    documents: (await documentsOf(tools, project)).filter(({ state }) => state === 'shared'),
  };
}

function sessionOf(session: Session, sources: Sources): PaneSession {
  const { project, actor, publicUrl } = sources;
  const venue = sources.venues.find(({ id }) => id === session.venueId);
  const agenda = agendaOf(session).map((item) => ({
    ...{ start: item.start, end: item.end, title: item.title },
    speakers: speakerNames(item, sources.speakers),
  }));
  const told = {
    id: session.id,
    number: sessionNumber(session, actor.language),
    theme: session.theme,
    date: session.date,
    startTime: session.startTime,
    endTime: session.endTime,
    place: venue === undefined ? null : placeText(venue),
    preparation: session.preparation,
    agenda,
    programmeUrl: programmeUrl(publicUrl, project, session.id),
    documents: sources.documents
      .filter(({ sessionId }) => sessionId === session.id)
      .map(({ name, webUrl }) => ({ name, url: webUrl === '' ? null : webUrl })),
  };
  const view = sources.evaluations.find(({ sessionId }) => sessionId === session.id);
  const form = `${publicUrl}/utvardering/traff/${encodeURIComponent(project.projectId)}/${encodeURIComponent(session.id)}`;
  return {
    ...told,
    agendaHtml: agendaHtml(told, project.title, actor.language),
    evaluation: {
      state: view?.state ?? 'undated',
      opensAt: view?.opensAt ?? null,
      closesAt: view?.closesAt ?? null,
      url: view?.state === 'open' ? form : null,
    },
  };
}

async function participants(tools: Reader, actor: Actor): Promise<Pane['participants']> {
  const list = await participantsOf(tools, actor);
  const confirmed = (list?.participants ?? []).filter(({ state }) => state === 'confirmed');
  const shown = ({ displayName, title, organisation }: (typeof confirmed)[number]): PanePerson => ({
    ...{ name: displayName, title, organisation },
  });
  return { count: confirmed.length, people: may(actor.roles, 'participants.list') ? confirmed.map(shown) : null };
}
