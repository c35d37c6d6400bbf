import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { tickSent } from './actions.ts';
import { handFile, handList } from './queries.ts';
import { tickBody } from './schema.ts';
import { handWords } from './types.ts';

/** the list of what a person sends. Its texts hold personal links, so it is the lead's alone. */
export function byHandApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'notices.send' as const;
  router.get(
    '/by-hand',
    api({ act }, async ({ actor }) => done(await handList(tools, actor))),
  );
  router.post(
    '/by-hand',
    api({ act, body: tickBody, refusals: handWords }, ({ actor, body }) => tickSent(tools, actor, body)),
  );
  router.get(
    '/by-hand/:id/file',
    api({ act, refusals: handWords }, async ({ actor, params }, response) => {
      const file = await handFile(tools, actor, params['id'] ?? '');
      if (file === null) return { ok: false, reason: 'notWaiting', details: {} };
      response.attachment(file.name).type(file.contentType).send(file.text);
      return undefined;
    }),
  );
  return router;
}
