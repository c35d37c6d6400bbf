import { Router, urlencoded, type Request, type Response } from 'express';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { projectBySlug, organisationsOf } from '../../planning/queries.ts';
import type { Project } from '../../planning/types.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { messagePage } from '../../shell/pages/message.ts';
import { createLimiter } from '../../shell/rules.ts';
import { tellingOf } from '../facts/queries.ts';
import type { ProjectTelling } from '../facts/types.ts';
import { registrationPhase } from '../queries.ts';
import { addressFault, invitedOrganisations } from '../rules.ts';
import type { Receipt, RegistrationPhase } from '../types.ts';
import { mailOwnLink, takeForm } from './actions.ts';
import { notOpenPage, receiptPage } from './pages/answers.ts';
import { emptyForm, formPage } from './pages/form.ts';
import { projectPage, type ProjectPage } from './pages/project.ts';
import { faultText } from './pages/words.ts';
import type { FormFault, PostedForm } from './rules.ts';
import { postedAddress, postedForm } from './schema.ts';

interface Visit {
  readonly project: Project;
  readonly telling: ProjectTelling;
  readonly phase: RegistrationPhase;
  readonly language: Language;
}

/** The public form, its receipt, and the project's page. */
export function formPages(tools: Tools): Router {
  const router = Router();
  const body = urlencoded({ extended: false, limit: '32kb' });
  const mayPost = createLimiter({ most: 120, perMilliseconds: 60_000 });
  const isSpared = (request: Request): boolean => mayPost(request.ip ?? '', performance.now());

  router.get('/anmalan/:projectId', async (request, response) => {
    const visit = await visitOf(tools, request, response);
    if (visit !== undefined) await showForm(tools, visit, response, { posted: emptyForm, faults: [] });
  });

  router.post('/anmalan/:projectId', body, async (request, response) => {
    const visit = await visitOf(tools, request, response);
    if (visit === undefined) return;
    if (!isSpared(request)) return tooMany(response, visit.language);
    const { webbplats, ...posted } = postedForm.parse(request.body ?? {});
    // A machine that fills in the trap gets the same answer as everybody, and is not registered.
    if (webbplats !== '') return toReceipt(response, visit, { result: 'confirmed', position: null });
    const taken = await takeForm(tools, visit.project, posted, visit.language);
    if (taken.kind === 'notOpen')
      return sendPage(response, notOpenPage(visit.telling, taken.phase, visit.language), 409);
    if (taken.kind === 'faults') return await showForm(tools, visit, response, { posted, faults: taken.faults });
    toReceipt(response, visit, taken.receipt, taken.matched?.id);
  });

  router.get('/anmalan/:projectId/klar', async (request, response) => {
    const visit = await visitOf(tools, request, response);
    if (visit === undefined) return;
    const matched = (await organisationsOf(tools, visit.project)).find(
      ({ id }) => id === request.query['organisation'],
    );
    const position = Number(request.query['plats']);
    const { telling: project, language } = visit;
    const page = receiptPage({
      project,
      language,
      result: resultOf(request.query['svar']),
      matched: matched ?? null,
      position: Number.isSafeInteger(position) && position > 0 ? position : null,
    });
    sendPage(response, page);
  });

  router.get('/projekt/:projectId', async (request, response) => {
    const visit = await visitOf(tools, request, response);
    if (visit !== undefined) showProject(response, visit, { isAsked: request.query['lank'] === 'skickad' });
  });

  router.post('/projekt/:projectId', body, async (request, response) => {
    const visit = await visitOf(tools, request, response);
    if (visit === undefined) return;
    if (!isSpared(request)) return tooMany(response, visit.language);
    const { email } = postedAddress.parse(request.body ?? {});
    const fault = emailFault(email);
    if (fault !== undefined) {
      const text = faultText(fault, visit.language);
      return showProject(response, visit, { isAsked: false, fault: { value: email, text } });
    }
    await mailOwnLink(tools, visit.project, email, visit.language);
    response.redirect(
      303,
      `/projekt/${encodeURIComponent(visit.project.projectId)}?lank=skickad${and(visit.language)}#lank`,
    );
  });

  return router;
}

/** The project, or an answered 404. */
async function visitOf(tools: Tools, request: Request, response: Response): Promise<Visit | undefined> {
  const language = pageLanguage(request);
  const project = await projectBySlug(tools, String(request.params['projectId'] ?? ''));
  const telling = project === null ? null : await tellingOf(tools, tools, project);
  if (project === null || telling === null) {
    sendPage(response, messagePage('noProject', language), 404);
    return undefined;
  }
  return { project, telling, language, phase: await registrationPhase(tools, project) };
}

async function showForm(
  tools: Tools,
  { project, telling, phase, language }: Visit,
  response: Response,
  form: { readonly posted: PostedForm; readonly faults: readonly FormFault[] },
): Promise<void> {
  if (phase !== 'open' && phase !== 'closed') return sendPage(response, notOpenPage(telling, phase, language));
  const organisations = invitedOrganisations(project, await organisationsOf(tools, project));
  const page = formPage({ project: telling, organisations, language, isLate: phase === 'closed', ...form });
  sendPage(response, page, form.faults.length === 0 ? 200 : 422);
}

function showProject(
  response: Response,
  { telling, phase, language }: Visit,
  shown: Pick<ProjectPage, 'isAsked' | 'fault'>,
): void {
  sendPage(
    response,
    projectPage({ project: telling, phase, language, ...shown }),
    shown.fault === undefined ? 200 : 422,
  );
}

function emailFault(email: string): FormFault | undefined {
  if (email.trim() === '') return { field: 'email', reason: 'missing' };
  const fault = addressFault(email);
  return fault === undefined ? undefined : { field: 'email', ...fault };
}

/** The receipt's address says what became of it and nothing about whom, so that it can be reloaded and shared. */
function toReceipt(
  response: Response,
  { project, language }: Visit,
  { result, position }: Pick<Receipt, 'result' | 'position'>,
  organisationId?: string,
): void {
  const query = new URLSearchParams({ svar: result });
  if (result === 'waitingList' && position !== null) query.set('plats', String(position));
  if (organisationId !== undefined) query.set('organisation', organisationId);
  if (language === 'en') query.set('lang', 'en');
  response.redirect(303, `/anmalan/${encodeURIComponent(project.projectId)}/klar?${query.toString()}`);
}

function resultOf(asked: unknown): Receipt['result'] {
  return asked === 'waitingList' || asked === 'lateRequest' ? asked : 'confirmed';
}

function and(language: Language): string {
  return language === 'en' ? '&lang=en' : '';
}

function tooMany(response: Response, language: Language): void {
  response.set('Retry-After', '60');
  sendPage(response, messagePage('tooMany', language), 429);
}
