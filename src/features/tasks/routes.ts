import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { addDecision, addTask, changeTask, removeDecision, removeTask, tickTask } from './actions.ts';
import { boardOf } from './queries.ts';
import { newDecision, newTask, taskOrder } from './schema.ts';
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
