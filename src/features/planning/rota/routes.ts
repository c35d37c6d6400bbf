import type { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done, refused } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { markBoardAsked, setRota } from './actions.ts';
import { rotaOf } from './queries.ts';
import { askedOrder, rotaOrder } from './schema.ts';
import { rotaRefusals as refusals } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function addRota(router: Router, tools: Tools): void {
  router.get(
    '/rota',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await rotaOf(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.put(
    '/rota',
    api({ act: 'plan.edit', body: rotaOrder, refusals }, ({ actor, body }) => setRota(tools, actor, body)),
  );
  router.put(
    '/rota/:sessionId/asked',
    api({ act: 'plan.edit', body: askedOrder, refusals }, ({ actor, params, body }) =>
      markBoardAsked(tools, actor, { sessionId: params['sessionId'] ?? '', on: body.on }),
    ),
  );
}
