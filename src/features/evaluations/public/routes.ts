import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express';
import qrcode from 'qrcode';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { openLink } from '../../links/queries.ts';
import { projectBySlug, projectOf, sessionOf } from '../../planning/queries.ts';
import type { Project, Session } from '../../planning/types.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { languageQuery } from '../../shell/pages/shell.ts';
import { answerEvaluation, mailOwnLink, mayAnswer, questionsOf } from '../actions.ts';
import { formPage } from '../pages/form.ts';
import { askForLinkPage, linkSentPage, qrPage, refusedPage, thanksPage, unknownLinkPage } from '../pages/plain.ts';
import { evaluationRowOf, hasAnswered, turnout } from '../queries.ts';
import { answerProblems } from '../questions/rules.ts';
import type { EvaluationKey } from '../types.ts';

const form = urlencoded({ extended: false, limit: '64kb', parameterLimit: 50 });
/** Seconds between two looks at the number of answers on the page that is projected. */
const refreshSeconds = 15;

/**
 * The pages that need no account. Nothing here is written to the access log: a time beside a personal link would be
 * one end of a thread that the store has cut.
 */
export function evaluationsPages(tools: Tools): Router {
  const router = Router();
  router.get('/utvardering/qr/:projectId/:sessionId', showCode(tools));
  router.get('/utvardering/traff/:projectId/:sessionId', askForLink(tools));
  router.post('/utvardering/traff/:projectId/:sessionId', form, sendLink(tools));
  router.get('/utvardering/:secret', showForm(tools));
  router.post('/utvardering/:secret', form, takeAnswers(tools));
  return router;
}

interface Guest {
  readonly key: EvaluationKey;
  readonly personId: string | null;
  readonly project: Project;
  readonly session: Session;
  readonly language: Language;
}

async function guestOf(tools: Tools, request: Request): Promise<Guest | undefined> {
  const secret = request.params['secret'];
  const link = typeof secret === 'string' ? await openLink(tools, secret) : undefined;
  if (link === undefined || !link.purpose.startsWith('evaluation:')) return undefined;
  const sessionId = link.purpose.slice('evaluation:'.length);
  const key = { tenantId: link.tenantId, projectId: link.projectId, sessionId };
  const [project, session] = [await projectOf(tools, key), await sessionOf(tools, key, sessionId)];
  if (project === null || session === null) return undefined;
  return { key, personId: link.personId, project, session, language: pageLanguage(request) };
}

const asked = ({ project }: { project: Project }): { id: string; title: string } => ({
  id: project.projectId,
  title: project.title,
});

function showForm(tools: Tools): RequestHandler {
  return async (request, response) => {
    const guest = await guestOf(tools, request);
    if (guest === undefined) return sendPage(response, unknownLinkPage(pageLanguage(request)), 404);
    if (guest.personId !== null && (await hasAnswered(tools, guest.key, guest.personId)))
      return await thank(tools, response, guest);
    const ready = await mayAnswer(tools, {
      ...guest.key,
      personId: guest.personId,
      evaluation: await evaluationRowOf(tools, guest.key),
      now: tools.clock.now().epochMilliseconds,
    });
    const page = { project: asked(guest), language: guest.language };
    if (!ready.ok) return sendPage(response, refusedPage({ ...page, reason: ready.reason }), 409);
    const questions = await questionsOf(tools, guest.key);
    const sessionNumber = guest.session.number;
    sendPage(response, formPage({ ...page, sessionNumber, questions, filled: {}, problems: new Map() }));
  };
}

function takeAnswers(tools: Tools): RequestHandler {
  return async (request, response) => {
    const guest = await guestOf(tools, request);
    if (guest === undefined) return sendPage(response, unknownLinkPage(pageLanguage(request)), 404);
    const filled = fieldsOf(request.body);
    const answered = await answerEvaluation(tools, { ...guest.key, personId: guest.personId, answers: filled });
    // Back to the same address by GET, which thanks: a reload sends nothing twice.
    if (answered.ok || answered.reason === 'alreadyAnswered')
      return response.redirect(303, `${request.path}${languageQuery(guest.language)}`);
    const page = { project: asked(guest), language: guest.language };
    if (answered.reason !== 'invalidAnswers')
      return sendPage(response, refusedPage({ ...page, reason: answered.reason }), 409);
    const questions = await questionsOf(tools, guest.key);
    const problems = answerProblems(questions, filled);
    const sessionNumber = guest.session.number;
    sendPage(response, formPage({ ...page, sessionNumber, questions, filled, problems }), 422);
  };
}

async function thank(tools: Tools, response: Response, guest: Guest): Promise<void> {
  const counts = await turnout(tools, guest.key);
  sendPage(response, thanksPage({ project: asked(guest), language: guest.language, ...counts }));
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

interface PublicSession {
  readonly key: EvaluationKey;
  readonly project: Project;
  readonly session: Session;
  readonly language: Language;
  /** The address that the code leads to. */
  readonly url: string;
}

async function publicSession(tools: Tools, request: Request): Promise<PublicSession | undefined> {
  const { projectId, sessionId } = request.params;
  if (typeof projectId !== 'string' || typeof sessionId !== 'string') return undefined;
  const project = await projectBySlug(tools, projectId);
  const session = project === null ? null : await sessionOf(tools, project, sessionId);
  if (project === null || session === null || session.cancelled) return undefined;
  return {
    key: { tenantId: project.tenantId, projectId, sessionId },
    project,
    session,
    language: pageLanguage(request),
    url: `${tools.settings.publicUrl}/utvardering/traff/${encodeURIComponent(projectId)}/${encodeURIComponent(sessionId)}`,
  };
}

function askForLink(tools: Tools): RequestHandler {
  return async (request, response) => {
    const found = await publicSession(tools, request);
    if (found === undefined) return sendPage(response, unknownLinkPage(pageLanguage(request)), 404);
    const { session, language } = found;
    sendPage(
      response,
      askForLinkPage({ project: asked(found), language, sessionNumber: session.number, wrong: false }),
    );
  };
}

function sendLink(tools: Tools): RequestHandler {
  return async (request, response) => {
    const found = await publicSession(tools, request);
    if (found === undefined) return sendPage(response, unknownLinkPage(pageLanguage(request)), 404);
    const { session, language } = found;
    const email = fieldsOf(request.body)['email'];
    const project = asked(found);
    if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
      return sendPage(response, askForLinkPage({ project, language, sessionNumber: session.number, wrong: true }), 422);
    await mailOwnLink(tools, found.key, email);
    sendPage(response, linkSentPage({ project, language }));
  };
}

function showCode(tools: Tools): RequestHandler {
  return async (request, response) => {
    const found = await publicSession(tools, request);
    if (found === undefined) return sendPage(response, unknownLinkPage(pageLanguage(request)), 404);
    const { session, language, url } = found;
    const svg = await qrcode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4, width: 480 });
    response.set('Refresh', String(refreshSeconds));
    sendPage(
      response,
      qrPage({
        project: asked(found),
        language,
        sessionNumber: session.number,
        url,
        svg,
        ...(await turnout(tools, found.key)),
      }),
    );
  };
}
