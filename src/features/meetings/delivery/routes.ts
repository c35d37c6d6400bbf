import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { setDelivery } from './actions.ts';
import { deliveryOf } from './queries.ts';
import { deliveryBody } from './schema.ts';
import { deliveryWords } from './types.ts';

/** who sends. Mounted on `/api/projects/:projectId`. */
export function deliveryApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'notices.send' as const;
  router.get(
    '/delivery',
    api({ act: 'notices.view' }, async ({ actor }) => done(await deliveryOf(tools, actor))),
  );
  router.post(
    '/delivery',
    api({ act, body: deliveryBody, refusals: deliveryWords }, ({ actor, body }) => {
      const { to, ...shown } = body;
      return setDelivery(tools, actor, { to, shown });
    }),
  );
  return router;
}
