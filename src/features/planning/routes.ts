import { Router, type RequestHandler, type Response } from 'express';
import { api, problem } from '../../adapters/http/route.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { say, type Language } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import {
  activate,
  addSession,
  cancelSession,
  changeProject,
  changeSession,
  createProject,
  moveSession,
  overrideRule,
  planRefusals,
  previewActivation,
  previewAdd,
  previewCancel,
  previewMove,
  recordMilestone,
  registerOrganisation,
  registerSpeaker,
  registerVenue,
  setRoles,
} from './actions.ts';
import { setAbstention } from './abstaining/actions.ts';
import { copyProject } from './copying/actions.ts';
import { addDay, previewDay } from './days/actions.ts';
import { importProject, importRefusals } from './file/actions.ts';
import { chartFor } from './guidance/chart/queries.ts';
import { exportProject, fileText } from './file/exporting/queries.ts';
import { statusOf, timelineOf } from './guidance/queries.ts';
import { auditOf, mayReplace, planOf, projectsFor } from './queries.ts';
import { addDates } from './dates/finding/routes.ts';
import { addTogether } from './dates/together/routes.ts';
import { undoMove } from './dates/undo/actions.ts';
import { addRegion } from './region/routes.ts';
import { addRota } from './rota/routes.ts';
import * as schema from './schema.ts';
import { changePerson, removePerson } from './staff/actions.ts';
import { stepsOf } from './steps/queries.ts';
import type { Identity } from './types.ts';

const refusals = planRefusals;

/** Mounted on `/api/projects/:projectId`. */
export function planningApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/',
    api({ act: 'project.view', refusals }, async ({ actor }) => found(await planOf(tools, actor))),
  );
  router.get(
    '/timeline',
    api({ act: 'plan.view', refusals }, async ({ actor }) => found(await timelineOf(tools, actor))),
  );
  router.get(
    '/status',
    api({ act: 'plan.view', refusals }, async ({ actor }) => found(await statusOf(tools, actor))),
  );
  router.get(
    '/audit',
    api({ act: 'plan.view' }, async ({ actor }) => done(await auditOf(tools, actor))),
  );
  router.get(
    '/steps',
    api({ act: 'plan.view' }, async ({ actor }) => done(await stepsOf(tools, actor))),
  );
  router.get(
    '/export',
    api({ act: 'project.export', refusals }, async ({ actor }, response) => {
      const file = await exportProject(tools, actor);
      if (file === null) return refused('noProject');
      response.attachment(`${actor.projectId}.json`).type('application/json').send(fileText(file));
      return undefined;
    }),
  );
  router.post(
    '/copy',
    api({ act: 'project.export', body: schema.copyTitle, refusals }, ({ actor, body }) =>
      copyProject(tools, actor, body),
    ),
  );
  router.put(
    '/project',
    api({ act: 'plan.edit', body: schema.projectPatch, refusals }, ({ actor, body }) =>
      changeProject(tools, actor, body),
    ),
  );
  router.put(
    '/roles',
    api({ act: 'plan.edit', body: schema.roleAssignment, refusals }, ({ actor, body }) => setRoles(tools, actor, body)),
  );
  router.post(
    '/milestones',
    api({ act: 'plan.edit', body: schema.milestone, refusals }, ({ actor, body }) =>
      recordMilestone(tools, actor, body),
    ),
  );
  router.post(
    '/rules/:ruleId/override',
    api({ act: 'plan.override', body: schema.ruleOverride, refusals }, ({ actor, body, params }) =>
      overrideRule(tools, actor, { ...body, ruleId: params['ruleId'] ?? '' }),
    ),
  );
  router.get(
    '/activation',
    api({ act: 'project.activate', refusals }, ({ actor }) => previewActivation(tools, actor)),
  );
  router.post(
    '/activation',
    api({ act: 'project.activate', body: schema.confirm, refusals }, ({ actor, body }) => activate(tools, actor, body)),
  );
  addRegister(router, tools);
  addSessions(router, tools);
  addDates(router, tools);
  addRegion(router, tools);
  addRota(router, tools);
  return router;
}

function addRegister(router: Router, tools: Tools): void {
  router.put(
    '/people/:id',
    api({ act: 'plan.edit', body: schema.staffPerson, refusals }, ({ actor, body, params }) =>
      changePerson(tools, actor, { ...body, personId: params['id'] ?? '' }),
    ),
  );
  router.delete(
    '/people/:id',
    api({ act: 'plan.edit', refusals }, ({ actor, params }) => removePerson(tools, actor, params['id'] ?? '')),
  );
  router.put(
    '/organisations/:id',
    api({ act: 'plan.edit', body: schema.organisation, refusals }, ({ actor, body, params }) =>
      registerOrganisation(tools, actor, { ...body, id: params['id'] ?? '' }),
    ),
  );
  router.put(
    '/organisations/:id/abstention',
    api({ act: 'participants.edit', body: schema.abstention, refusals }, ({ actor, body, params }) =>
      setAbstention(tools, actor, { organisationId: params['id'] ?? '', abstention: body }),
    ),
  );
  router.delete(
    '/organisations/:id/abstention',
    api({ act: 'participants.edit', refusals }, ({ actor, params }) =>
      setAbstention(tools, actor, { organisationId: params['id'] ?? '', abstention: null }),
    ),
  );
  router.put(
    '/venues/:id',
    api({ act: 'plan.edit', body: schema.venue, refusals }, ({ actor, body, params }) =>
      registerVenue(tools, actor, { ...body, id: params['id'] ?? '' }),
    ),
  );
  router.put(
    '/speakers/:id',
    api({ act: 'speakers.edit', body: schema.speaker, refusals }, ({ actor, body, params }) =>
      registerSpeaker(tools, actor, { ...body, id: params['id'] ?? '' }),
    ),
  );
}

function addSessions(router: Router, tools: Tools): void {
  router.post(
    '/sessions',
    api({ act: 'plan.edit', body: schema.addedSession, refusals }, ({ actor, body }) => addSession(tools, actor, body)),
  );
  router.post(
    '/sessions/preview',
    api({ act: 'plan.edit', body: schema.newSession, refusals }, ({ actor, body }) => previewAdd(tools, actor, body)),
  );
  router.put(
    '/sessions/:id',
    api({ act: 'plan.edit', body: schema.sessionPatch, refusals }, ({ actor, body, params }) =>
      changeSession(tools, actor, { ...body, sessionId: params['id'] ?? '' }),
    ),
  );
  router.post(
    '/sessions/:id/move/preview',
    api({ act: 'plan.edit', body: schema.newTime, refusals }, ({ actor, body, params }) =>
      previewMove(tools, actor, { ...body, sessionId: params['id'] ?? '' }),
    ),
  );
  router.post(
    '/sessions/:id/move/undo',
    api({ act: 'plan.edit', refusals }, ({ actor, params }) => undoMove(tools, actor, params['id'] ?? '')),
  );
  router.post(
    '/sessions/:id/move',
    api({ act: 'plan.edit', body: schema.confirmedTime, refusals }, ({ actor, body, params }) =>
      moveSession(tools, actor, { ...body, sessionId: params['id'] ?? '' }),
    ),
  );
  router.post(
    '/sessions/:id/days/preview',
    api({ act: 'plan.edit', body: schema.newTime, refusals }, ({ actor, body, params }) =>
      previewDay(tools, actor, { ...body, sessionId: params['id'] ?? '' }),
    ),
  );
  router.post(
    '/sessions/:id/days',
    api({ act: 'plan.edit', body: schema.confirmedTime, refusals }, ({ actor, body, params }) =>
      addDay(tools, actor, { ...body, sessionId: params['id'] ?? '' }),
    ),
  );
  router.get(
    '/sessions/:id/cancel',
    api({ act: 'plan.edit', refusals }, ({ actor, params }) => previewCancel(tools, actor, params['id'] ?? '')),
  );
  router.post(
    '/sessions/:id/cancel',
    api({ act: 'plan.edit', body: schema.confirm, refusals }, ({ actor, body, params }) =>
      cancelSession(tools, actor, { sessionId: params['id'] ?? '', confirm: body }),
    ),
  );
}

function found<Value>(value: Value | null): Outcome<Value, 'noProject'> {
  return value === null ? refused('noProject') : done(value);
}

interface Caller extends Identity {
  readonly name: string;
  readonly language: Language;
}

function callerOf(response: Response): Caller {
  return response.locals['identity'] as Caller; // set by the sign-in, which this router stands behind
}

/** Mounted on `/api/projects`, where somebody has signed in and no project is chosen yet. */
export function projectsApi(tools: Tools): Router {
  const router = Router();
  router.get('/', listProjects(tools));
  router.get('/chart', showChart(tools));
  addTogether(router, tools, callerOf);
  router.post('/', newProject(tools));
  router.post('/import', bringProject(tools));
  return router;
}

function listProjects(tools: Tools): RequestHandler {
  return async (_request, response) => {
    response.json(await projectsFor(tools, callerOf(response)));
  };
}

function showChart(tools: Tools): RequestHandler {
  return async (_request, response) => {
    response.json(await chartFor(tools, callerOf(response)));
  };
}

function newProject(tools: Tools): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(response);
    const body = schema.newProject.safeParse(request.body);
    if (!body.success) {
      const where = body.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      const words = { sv: `Uppgifterna går inte att läsa: ${where}.`, en: `The input cannot be read: ${where}.` };
      return problem(response, 400, { reason: 'invalidInput', message: words[caller.language] });
    }
    const outcome = await createProject(tools, caller, body.data);
    if (outcome.ok) return void response.status(201).json(outcome.value);
    const message = say(planRefusals[outcome.reason], caller.language, outcome.details);
    problem(response, 409, { reason: outcome.reason, message, details: outcome.details });
  };
}

const replaceForbidden = {
  sv: 'Bara innehållsansvarig får ersätta lärprojektet med en fil.',
  en: 'Only the content lead may replace the learning project with a file.',
};

/** The body is the file itself. Nothing is sent because of it, so any person of the tenant may bring one. */
function bringProject(tools: Tools): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(response);
    const replace = request.query['replace'] === 'true';
    if (replace && !(await mayReplace(tools, caller, request.body)))
      return problem(response, 403, { reason: 'forbidden', message: replaceForbidden[caller.language] });
    const outcome = await importProject(tools, caller.tenantId, request.body, {
      actorName: caller.name,
      replace,
      requestId: String(response.locals['requestId'] ?? ''),
    });
    if (outcome.ok) return void response.status(201).json(outcome.value);
    problem(response, outcome.reason === 'invalidFile' ? 400 : 409, {
      reason: outcome.reason,
      message: say(importRefusals[outcome.reason], caller.language, outcome.details),
      details: outcome.problems.map(({ path, value, words }) => ({ path, value, message: words[caller.language] })),
    });
  };
}
