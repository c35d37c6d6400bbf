import { Router } from 'express';
import { pageLanguage } from '../../adapters/http/page-language.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { sendPage } from '../shell/pages/answer.ts';
import { changeAgreement, makeFinal, previewOrder, renewLink, revokeLink, sayOrdered, sendOrder } from './actions.ts';
import { kitchenLinkGone, kitchenPage } from './pages/sheet.ts';
import { kitchenView, sheetByLink } from './queries.ts';
import { agreementBody, orderBody, orderedBody } from './schema.ts';
import { kitchenRefusals } from './types.ts';

/** *Mat* of a session. Mounted on `/api/projects/:projectId`. */
export function kitchenApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const refusals = kitchenRefusals;
  const base = '/sessions/:id/kitchen';
  const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? '';
  router.get(
    base,
    api({ act: 'kitchen.view', refusals }, async ({ actor, params }) => {
      const { tenantId, projectId } = actor;
      const view = await kitchenView(tools, { tenantId, projectId, sessionId: idOf(params) });
      return view === null ? refused('sessionUnknown') : done(view);
    }),
  );
  router.put(
    base,
    api({ act: 'kitchen.edit', body: agreementBody, refusals }, ({ actor, params, body }) =>
      changeAgreement(tools, actor, idOf(params), body),
    ),
  );
  router.post(
    `${base}/final`,
    api({ act: 'kitchen.edit', refusals }, async ({ actor, params }) => {
      const { tenantId, projectId } = actor;
      const isDone = await makeFinal(tools, { tenantId, projectId, sessionId: idOf(params) }, actor);
      return isDone ? done(null) : refused('sessionUnknown');
    }),
  );
  router.post(
    `${base}/link`,
    api({ act: 'kitchen.edit', refusals }, ({ actor, params }) => renewLink(tools, actor, idOf(params))),
  );
  router.delete(
    `${base}/link`,
    api({ act: 'kitchen.edit', refusals }, ({ actor, params }) => revokeLink(tools, actor, idOf(params))),
  );
  router.post(
    `${base}/order/preview`,
    api({ act: 'notices.send', refusals }, ({ actor, params }) => previewOrder(tools, actor, idOf(params))),
  );
  router.post(
    `${base}/order`,
    api({ act: 'notices.send', body: orderBody, refusals }, ({ actor, params, body }) =>
      sendOrder(tools, actor, idOf(params), body),
    ),
  );
  router.put(
    `${base}/ordered`,
    api({ act: 'kitchen.edit', body: orderedBody, refusals }, ({ actor, params, body }) =>
      sayOrdered(tools, actor, idOf(params), body.isOrdered),
    ),
  );
  return router;
}

/** The kitchen's page behind its link. Mounted on `/`. Opening it changes nothing. */
export function kitchenPages(tools: Tools): Router {
  const router = Router();
  router.get('/kok/:secret', async (request, response) => {
    const language = pageLanguage(request);
    const sheet = await sheetByLink(tools, request.params.secret);
    if (sheet === undefined) return sendPage(response, kitchenLinkGone(language), 404);
    sendPage(response, kitchenPage(sheet, { language, now: tools.clock.now() }));
  });
  return router;
}
