import { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import type { Tools } from '../../../tools.ts';
import { takeInList } from './actions.ts';
import { listPreview } from './queries.ts';
import { confirmedListBody, listBody } from './schema.ts';
import { listWords } from './types.ts';

/** A participant list that was kept elsewhere: look first, then take in. Mounted on `/api/projects/:projectId`. */
export function listApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'participants.edit' as const;
  // A list may have a column of dietary needs, which goes to the vault and nowhere else.
  const isForVault = true;
  router.post(
    '/participants/list/preview',
    api({ act, body: listBody, isForVault, refusals: listWords }, ({ actor, body }) => listPreview(tools, actor, body)),
  );
  router.post(
    '/participants/list',
    api({ act, body: confirmedListBody, isForVault, refusals: listWords }, ({ actor, body }) => {
      const { textVersion, recipientCount, ...input } = body;
      return takeInList(tools, actor, { ...input, shown: { textVersion, recipientCount } });
    }),
  );
  return router;
}
