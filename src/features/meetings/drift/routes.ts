import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import type { Tools } from '../../../tools.ts';
import { planRefusals } from '../../planning/rules.ts';
import { previewDrift, settleDrift } from './actions.ts';
import { driftAsked, driftBody } from './schema.ts';
import { driftRefusals } from './types.ts';

/** Which side is right after somebody's edit in Outlook. Mounted on `/api/projects/:projectId`. */
export function driftApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'meetings.reconcile' as const;
  const refusals = { ...planRefusals, ...driftRefusals };
  const sessionOf = (params: Readonly<Record<string, string>>): string => params['sessionId'] ?? '';
  router.post(
    '/meetings/:sessionId/drift/preview',
    api({ act, refusals, body: driftAsked }, ({ actor, body, params }) =>
      previewDrift(tools, actor, { sessionId: sessionOf(params), ...body }),
    ),
  );
  router.post(
    '/meetings/:sessionId/drift',
    api({ act, refusals, body: driftBody }, ({ actor, body, params }) =>
      settleDrift(tools, actor, { sessionId: sessionOf(params), ...body }),
    ),
  );
  return router;
}
