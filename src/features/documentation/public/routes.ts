import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { Tools } from '../../../tools.ts';
import { openLink } from '../../links/queries.ts';
import type { OpenedLink } from '../../links/types.ts';
import { projectOf } from '../../planning/queries.ts';
import { confirmedPeople } from '../../registration/queries.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { documentsPage, goneLinkPage, removedFilePage } from '../pages/documents.ts';
import { openContent, sharedDocuments, sharingOf, type SharedDocument } from '../queries.ts';
import type { DocumentationKey } from '../types.ts';

/** The page behind a personal link. Files come from the channel through us: no sharing link of SharePoint's is made. */
export function documentationPages(tools: Tools): Router {
  const router = Router();
  router.get('/dokument/:secret', showDocuments(tools));
  router.get('/dokument/:secret/:documentId', sendDocument(tools));
  // The same from the personal page, session by session.
  router.get('/min/:secret/dokument/:sessionId', showDocuments(tools));
  router.get('/min/:secret/dokument/:sessionId/:documentId', sendDocument(tools));
  return router;
}

async function keyOf(tools: Tools, request: Request): Promise<DocumentationKey | undefined> {
  const secret = request.params['secret'];
  const link = typeof secret === 'string' ? await openLink(tools, secret) : undefined;
  if (link === undefined) return undefined;
  const { tenantId, projectId } = link;
  const { sessionId } = request.params;
  if (link.purpose === 'self' && typeof sessionId === 'string')
    return (await isConfirmed(tools, link)) ? { tenantId, projectId, sessionId } : undefined;
  // A link to one session's documents opens no other address.
  if (sessionId !== undefined || !link.purpose.startsWith('documents:')) return undefined;
  return { tenantId, projectId, sessionId: link.purpose.slice('documents:'.length) };
}

async function isConfirmed(tools: Tools, link: OpenedLink): Promise<boolean> {
  return (await confirmedPeople(tools, link)).some(({ personId }) => personId === link.personId);
}

function showDocuments(tools: Tools): RequestHandler {
  return async (request, response) => {
    const language = pageLanguage(request);
    const key = await keyOf(tools, request);
    const sharing = key === undefined ? undefined : await sharingOf(tools, key);
    if (key === undefined || sharing === undefined) return sendPage(response, goneLinkPage(language), 404);
    sendPage(
      response,
      documentsPage({
        project: { id: sharing.project.projectId, title: sharing.project.title },
        sessionNumber: sharing.session.number,
        files: await sharedDocuments(tools, key),
        path: request.path.replace(/\/$/, ''),
        language,
      }),
    );
  };
}

function sendDocument(tools: Tools): RequestHandler {
  return async (request, response) => {
    const key = await keyOf(tools, request);
    const file = (key === undefined ? [] : await sharedDocuments(tools, key)).find(
      ({ id }) => id === request.params['documentId'],
    );
    if (key === undefined || file === undefined || (await projectOf(tools, key)) === null)
      return sendPage(response, goneLinkPage(pageLanguage(request)), 404);
    const content = await openContent(tools, key, file);
    if (content === null) return sendPage(response, removedFilePage(pageLanguage(request)), 410);
    setHeaders(response, file);
    // The browser's and Node's names for the same class differ in their types only.
    await pipeline(Readable.fromWeb(content as NodeStream<Uint8Array>), response);
  };
}

/** Always saved, never shown in place: what others have uploaded must not run under our address. */
function setHeaders(response: Response, file: SharedDocument): void {
  response.attachment(file.name);
  response.set({
    'Content-Type': file.contentType,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
  });
}
