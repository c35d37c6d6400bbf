import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { closeEvaluation, confirmEvaluation } from './actions.ts';
import { evaluationOf, evaluationsOf, previewEvaluation } from './queries.ts';
import { confirmBody } from './schema.ts';
import { closeRefusals, confirmRefusals } from './types.ts';

/** The tab's Utvärdering page. Mounted on `/api/projects/:projectId`. */
export function evaluationsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/evaluations',
    api({ act: 'evaluation.results' }, async ({ actor }) => done(await evaluationsOf(tools, actor))),
  );
  router.get(
    '/evaluations/:sessionId',
    api({ act: 'evaluation.results', refusals: closeRefusals }, async ({ actor, params }) => {
      const view = await evaluationOf(tools, { ...actor, sessionId: params['sessionId'] ?? '' });
      return view === undefined ? refused('sessionUnknown') : done(view);
    }),
  );
  router.post(
    '/evaluations/:sessionId/preview',
    api({ act: 'evaluation.confirm', refusals: confirmRefusals }, ({ actor, params }) =>
      previewEvaluation(tools, { ...actor, sessionId: params['sessionId'] ?? '' }),
    ),
  );
  router.post(
    '/evaluations/:sessionId/confirm',
    api({ act: 'evaluation.confirm', body: confirmBody, refusals: confirmRefusals }, ({ actor, params, body }) =>
      confirmEvaluation(tools, actor, params['sessionId'] ?? '', body),
    ),
  );
  router.post(
    '/evaluations/:sessionId/close',
    api({ act: 'evaluation.confirm', refusals: closeRefusals }, ({ actor, params }) =>
      closeEvaluation(tools, actor, params['sessionId'] ?? ''),
    ),
  );
  return router;
}
