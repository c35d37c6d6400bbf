import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done, refused } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { endSeries, previewEnd, previewSeries, setSeries } from './actions.ts';
import { seriesView } from './queries.ts';
import { confirmedEnd, confirmedSeries, seriesOrder } from './schema.ts';
import { seriesRefusals as refusals } from './types.ts';

/** The planning group's own meetings. Mounted on `/api/projects/:projectId`. */
export function seriesApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'notices.send' as const;
  router.get(
    '/planning-meetings',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await seriesView(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.post(
    '/planning-meetings/preview',
    api({ act, body: seriesOrder, refusals }, ({ actor, body }) => previewSeries(tools, actor, body)),
  );
  router.post(
    '/planning-meetings',
    api({ act, body: confirmedSeries, refusals }, ({ actor, body }) => setSeries(tools, actor, body)),
  );
  router.get(
    '/planning-meetings/end',
    api({ act, refusals }, ({ actor }) => previewEnd(tools, actor)),
  );
  router.post(
    '/planning-meetings/end',
    api({ act, body: confirmedEnd, refusals }, ({ actor, body }) => endSeries(tools, actor, body)),
  );
  return router;
}
