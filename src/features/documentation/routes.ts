import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { addDocument, changeDocument, removeDocument, shareDocumentation } from './actions.ts';
import { documentsOf, previewSharing } from './queries.ts';
import { documentBody, documentFields, shareBody } from './schema.ts';
import { changeRefusals, shareRefusals, uploadRefusals } from './types.ts';
import { readUpload } from './upload/routes.ts';

/** Files of the sessions. Mounted on `/api/projects/:projectId`. */
export function documentationApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/documents',
    api({ act: 'documents.add' }, async ({ actor }) => done(await documentsOf(tools, actor))),
  );
  router.post(
    '/sessions/:sessionId/documents',
    api({ act: 'documents.add', refusals: uploadRefusals }, async ({ actor, params }, { req }) => {
      const uploaded = await readUpload(req);
      if (!uploaded.ok) return uploaded;
      const { name, content, fields } = uploaded.value;
      const facts = documentFields.safeParse(fields);
      if (!facts.success) return refused('noFile');
      return await addDocument(tools, actor, { ...facts.data, sessionId: params['sessionId'] ?? '', name, content });
    }),
  );
  router.put(
    '/documents/:id',
    api({ act: 'documents.add', body: documentBody, refusals: changeRefusals }, ({ actor, params, body }) =>
      changeDocument(tools, actor, params['id'] ?? '', body),
    ),
  );
  router.delete(
    '/documents/:id',
    api({ act: 'documents.add', refusals: changeRefusals }, ({ actor, params }) =>
      removeDocument(tools, actor, params['id'] ?? ''),
    ),
  );
  router.post(
    '/sessions/:sessionId/documents/preview',
    api({ act: 'documents.share', refusals: shareRefusals }, ({ actor, params }) =>
      previewSharing(tools, { ...actor, sessionId: params['sessionId'] ?? '' }),
    ),
  );
  router.post(
    '/sessions/:sessionId/documents/share',
    api({ act: 'documents.share', body: shareBody, refusals: shareRefusals }, ({ actor, params, body }) =>
      shareDocumentation(tools, actor, params['sessionId'] ?? '', body),
    ),
  );
  return router;
}
