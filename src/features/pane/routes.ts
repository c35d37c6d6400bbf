import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { paneOf } from './queries.ts';
import { appointmentQuery } from './schema.ts';
import { paneRefusals } from './types.ts';

/** What stands beside a session in Outlook. Mounted on `/api/projects/:projectId`. */
export function paneApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/pane',
    api({ act: 'project.view', refusals: paneRefusals }, async ({ actor, query }) => {
      const pane = await paneOf(tools, actor, appointmentQuery.parse(query));
      return pane === null ? refused('noProject') : done(pane);
    }),
  );
  return router;
}
