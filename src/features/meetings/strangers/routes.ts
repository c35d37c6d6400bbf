import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import type { Tools } from '../../../tools.ts';
import { decideStranger } from './actions.ts';
import { strangerBody } from './schema.ts';
import { strangerRefusals } from './types.ts';

/** Who somebody is whom another person has put on a meeting of ours. Mounted on `/api/projects/:projectId`. */
export function strangersApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.post(
    '/meetings/:sessionId/strangers',
    api({ act: 'participants.edit', body: strangerBody, refusals: strangerRefusals }, ({ actor, body, params }) =>
      decideStranger(tools, actor, { sessionId: params['sessionId'] ?? '', address: body.address }, body.decision),
    ),
  );
  return router;
}
