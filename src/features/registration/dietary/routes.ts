import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { openTopics, reviewTopic } from './actions.ts';
import { reviewBody } from './schema.ts';
import { reviewWords } from './types.ts';

/** What people have written about food, for the content lead to go through. Mounted on `/api/projects/:projectId`. */
export function dietaryApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  // POST and not GET, since each reading is written to the log.
  router.post(
    '/kitchen',
    api({ act: 'kitchen.view' }, async ({ actor }) => done(await openTopics(tools, actor))),
  );
  router.put(
    '/kitchen',
    api({ act: 'kitchen.view', body: reviewBody, refusals: reviewWords, isForVault: true }, ({ actor, body }) =>
      reviewTopic(tools, actor, body),
    ),
  );
  return router;
}
