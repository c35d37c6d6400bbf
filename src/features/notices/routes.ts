import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { retryNotice, stopConfirmation, stopNotice } from './actions.ts';
import { byHandApi } from './by-hand/routes.ts';
import { lettersApi } from './inbox/routes.ts';
import { noticeLog } from './queries.ts';
import { stopWords } from './types.ts';

/** The delivery log, and the stop that the grace period is for. Mounted on `/api/projects/:projectId`. */
export function noticesApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/notices',
    api({ act: 'notices.view' }, async ({ actor }) => done(await noticeLog(tools, actor, actor.language))),
  );
  router.post(
    '/notices/:id/stop',
    api({ act: 'notices.send', refusals: stopWords }, ({ actor, params }) =>
      stopNotice(tools, actor, params['id'] ?? ''),
    ),
  );
  router.post(
    '/notices/:id/retry',
    api({ act: 'notices.send', refusals: stopWords }, ({ actor, params }) =>
      retryNotice(tools, actor, params['id'] ?? ''),
    ),
  );
  router.post(
    '/confirmations/:id/stop',
    api({ act: 'notices.send', refusals: stopWords }, ({ actor, params }) =>
      stopConfirmation(tools, { ...actor, by: actor }, params['id'] ?? ''),
    ),
  );
  router.use(byHandApi(tools));
  router.use(lettersApi(tools));
  return router;
}
