import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import type { Tools } from '../../../tools.ts';
import { setLetterRead } from './actions.ts';
import { letterRefusals } from './types.ts';

/** What people have written to the organiser's mailbox. Mounted on `/api/projects/:projectId`. */
export function lettersApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.put(
    '/letters/:id/read',
    api({ act: 'participants.edit', refusals: letterRefusals }, ({ actor, params }) =>
      setLetterRead(tools, actor, { id: params['id'] ?? '', isRead: true }),
    ),
  );
  router.delete(
    '/letters/:id/read',
    api({ act: 'participants.edit', refusals: letterRefusals }, ({ actor, params }) =>
      setLetterRead(tools, actor, { id: params['id'] ?? '', isRead: false }),
    ),
  );
  return router;
}
