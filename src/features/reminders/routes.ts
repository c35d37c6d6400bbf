import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { remindersOf } from './queries.ts';
import { switched } from './schema.ts';
import { setSwitch } from './switches/actions.ts';
import { reminderRefusals as refusals } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function remindersApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/reminders',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await remindersOf(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.put(
    '/reminders',
    api({ act: 'plan.edit', body: switched, refusals }, ({ actor, body }) => setSwitch(tools, actor, body)),
  );
  return router;
}
