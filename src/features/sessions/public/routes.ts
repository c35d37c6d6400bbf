import { Router, type Request, type RequestHandler } from 'express';
import qrcode from 'qrcode';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { localDate, localDateOf, localTimeOf } from '../../../domain/local-date.ts';
import { placeText } from '../../../domain/place-text.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { organisationsOf, projectBySlug, sessionOf, speakersOf, venuesOf } from '../../planning/queries.ts';
import type { Organisation, Project, Session, Speaker } from '../../planning/types.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { languageQuery } from '../../shell/pages/shell.ts';
import { linkText, webLinks } from '../../speakers/rules.ts';
import { programmePage, unknownProgrammePage, type ProgrammePage, type ProgrammeSpeaker } from '../pages/programme.ts';
import { signPage } from '../pages/sign.ts';
import { agendaOf, programmeUrl, speakersAt } from '../queries.ts';
import { dayAt, type DayNow } from '../rules.ts';

/** Seconds between two looks at the clock on the day itself, for the mark of what goes on now. */
const refreshSeconds = 60;

/** The programme page: no sign-in, nothing personal. Mounted on `/`. */
export function sessionsPages(tools: Tools): Router {
  const router = Router();
  router.get('/program/:projectId/:sessionId', showProgramme(tools));
  router.get('/program/:projectId/:sessionId/skylt', showSign(tools));
  return router;
}

function showProgramme(tools: Tools): RequestHandler {
  return async (request, response) => {
    const language = pageLanguage(request);
    const page = await programmeOf(tools, request, language);
    if (page === undefined) return sendPage(response, unknownProgrammePage(language), 404);
    if (page.now !== null) response.set('Refresh', String(refreshSeconds));
    sendPage(response, programmePage(page));
  };
}

interface FoundProgramme extends ProgrammePage {
  readonly key: ProjectKey;
  readonly sessionId: SessionId;
}

async function programmeOf(tools: Tools, request: Request, language: Language): Promise<FoundProgramme | undefined> {
  const { projectId, sessionId } = request.params;
  if (typeof projectId !== 'string' || typeof sessionId !== 'string') return undefined;
  const project = await projectBySlug(tools, projectId);
  const session = project === null ? null : await sessionOf(tools, project, sessionId);
  if (project === null || session === null || session.cancelled) return undefined;
  const [speakers, organisations] = await Promise.all([speakersOf(tools, project), organisationsOf(tools, project)]);
  const venue = (await venuesOf(tools, project)).find(({ id }) => id === session.venueId);
  return {
    project: { id: project.projectId, title: project.title },
    sessionNumber: sessionNumber(session, language),
    theme: session.theme,
    when: whenText(session, language),
    where: venue === undefined ? null : placeText(venue),
    preparation: session.preparation,
    items: agendaOf(session).map((item) => ({
      ...item,
      speakers: speakersAt(item, speakers).map((one) => introduced(one, organisations)),
    })),
    now: nowIn(tools, project, session),
    signPath: `${request.path.replace(/\/$/, '')}/skylt${languageQuery(language)}`,
    key: project,
    sessionId: session.id,
    language,
  };
}

/** RG-04, RG-05: who it is, whom they come from, and where one can read on. */
function introduced(speaker: Speaker, organisations: readonly Organisation[]): ProgrammeSpeaker {
  const organisation = organisations.find(({ id }) => id === speaker.organisationId)?.name;
  return {
    name: speaker.displayName,
    about: [speaker.title, organisation].flatMap((part) => (part == null || part === '' ? [] : [part])).join(', '),
    links: webLinks(speaker).map((link) => ({ url: link.url, text: linkText(link) })),
  };
}

function whenText({ date, startTime, endTime }: Session, language: Language): string | null {
  if (date === null) return null;
  const day = listDate(localDate(date), language);
  return startTime === null || endTime === null ? day : `${day} ${timeRange(startTime, endTime, language)}`;
}

/** Where the day stands; null on any other day. */
function nowIn(tools: Tools, project: Project, session: Session): DayNow | null {
  const now = tools.clock.now();
  if (localDateOf(now, project.timeZone).toString() !== session.date) return null;
  return dayAt(agendaOf(session), localTimeOf(now, project.timeZone));
}

function showSign(tools: Tools): RequestHandler {
  return async (request, response) => {
    const language = pageLanguage(request);
    const page = await programmeOf(tools, request, language);
    if (page === undefined) return sendPage(response, unknownProgrammePage(language), 404);
    const url = programmeUrl(tools.settings.publicUrl, page.key, page.sessionId);
    const svg = await qrcode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4, width: 480 });
    sendPage(response, signPage({ ...page, url, svg }));
  };
}
