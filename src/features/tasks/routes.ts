import { Router, urlencoded } from 'express';
import { pageLanguage } from '../../adapters/http/page-language.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { sendPage } from '../shell/pages/answer.ts';
import { addDecision, addTask, changeTask, removeDecision, removeTask, tickTask } from './actions.ts';
import { taskGonePage, taskPage } from './pages/task-page.ts';
import { boardOf, taskBehind } from './queries.ts';
import { newDecision, newTask, taskForm, taskOrder } from './schema.ts';
import { taskWords as refusals } from './types.ts';

/** The planning group's tasks and decisions. Mounted on `/api/projects/:projectId`. */
export function tasksApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'tasks.edit';
  router.get(
    '/tasks',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const board = await boardOf(tools, actor);
      return board === null ? refused('noProject') : done(board);
    }),
  );
  router.post(
    '/tasks',
    api({ act, body: newTask, refusals }, ({ actor, body }) =>
      addTask(tools, actor, { ...body, source: body.ruleId === undefined ? 'tab' : 'rule' }),
    ),
  );
  router.put(
    '/tasks/:id',
    api({ act, body: taskOrder, refusals }, ({ actor, body, params }) =>
      changeTask(tools, actor, params['id'] ?? '', body),
    ),
  );
  router.delete(
    '/tasks/:id',
    api({ act, refusals }, ({ actor, params }) => removeTask(tools, actor, params['id'] ?? '')),
  );
  router.put(
    '/tasks/:id/done',
    api({ act, refusals }, ({ actor, params }) => tickTask(tools, actor, params['id'] ?? '', true)),
  );
  router.delete(
    '/tasks/:id/done',
    api({ act, refusals }, ({ actor, params }) => tickTask(tools, actor, params['id'] ?? '', false)),
  );
  router.post(
    '/decisions',
    api({ act, body: newDecision, refusals }, ({ actor, body }) => addDecision(tools, actor, body)),
  );
  router.delete(
    '/decisions/:id',
    api({ act, refusals }, ({ actor, params }) => removeDecision(tools, actor, params['id'] ?? '')),
  );
  return router;
}

/** The page behind the personal link of an owner without an account. Mounted on `/`. */
export function tasksPages(tools: Tools): Router {
  const router = Router();
  router.get('/uppgift/:secret', async (request, response) => {
    const language = pageLanguage(request);
    const found = await taskBehind(tools, request.params.secret);
    if (found === undefined) return sendPage(response, taskGonePage(language), 404);
    sendPage(response, taskPage(found, { language, path: request.path }));
  });
  router.post('/uppgift/:secret', urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    const language = pageLanguage(request);
    const found = await taskBehind(tools, request.params.secret);
    const form = taskForm.safeParse(request.body);
    if (found === undefined || !form.success) return sendPage(response, taskGonePage(language), 404);
    await tickTask(tools, found.actor, found.task.id, form.data.klar === 'ja');
    response.redirect(303, `${request.path}?lang=${language}`);
  });
  return router;
}
