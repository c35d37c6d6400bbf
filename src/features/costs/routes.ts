import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { agreeLine, putLine, removeLine, setSplit } from './actions.ts';
import { costsOf } from './queries.ts';
import { agreement, costLine, split } from './schema.ts';
import { costRefusals as refusals } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function costsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'costs.edit';
  router.get(
    '/costs',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await costsOf(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.put(
    '/costs/split',
    api({ act, body: split, refusals }, ({ actor, body }) => setSplit(tools, actor, body)),
  );
  router.put(
    '/costs/lines/:id',
    api({ act, body: costLine, refusals }, ({ actor, body, params }) =>
      putLine(tools, actor, { id: params['id'] ?? '', line: body }),
    ),
  );
  router.delete(
    '/costs/lines/:id',
    api({ act, refusals }, ({ actor, params }) => removeLine(tools, actor, params['id'] ?? '')),
  );
  router.put(
    '/costs/lines/:id/agreement',
    api({ act, body: agreement, refusals }, ({ actor, body, params }) =>
      agreeLine(tools, actor, { id: params['id'] ?? '', ...body }),
    ),
  );
  return router;
}
