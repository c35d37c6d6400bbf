import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { planRefusals } from '../planning/rules.ts';
import { look } from './look/actions.ts';
import { todayOf } from './queries.ts';
import { lookBody } from './schema.ts';
import { dismissTip, restoreTip } from './tips/actions.ts';
import { tipWords } from './types.ts';

/** The day's page. Mounted on `/api/projects/:projectId`. */
export function todayApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/today',
    api({ act: 'plan.view', refusals: planRefusals }, async ({ actor }) => {
      const today = await todayOf(tools, actor);
      return today === null ? refused('noProject') : done(today);
    }),
  );
  router.post(
    '/today/look',
    api({ act: 'plan.view', body: lookBody }, ({ actor, body }) => look(tools, actor, body)),
  );
  router.put(
    '/today/tips/:id/dismissed',
    api({ act: 'plan.edit', refusals: tipWords }, ({ actor, params }) => dismissTip(tools, actor, params['id'] ?? '')),
  );
  router.delete(
    '/today/tips/:id/dismissed',
    api({ act: 'plan.edit' }, ({ actor, params }) => restoreTip(tools, actor, params['id'] ?? '')),
  );
  return router;
}
