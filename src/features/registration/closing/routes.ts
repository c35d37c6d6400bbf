import { Router, type Request, type Response } from 'express';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import { api } from '../../../adapters/http/route.ts';
import { done } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { openLink } from '../../links/queries.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { messagePage } from '../../shell/pages/message.ts';
import { tellingOf } from '../facts/queries.ts';
import { closeNow, confirmClosing, stopByLink, stopClosing } from './actions.ts';
import { stopPage } from './pages/stop.ts';
import { closingView, latestStanding } from './queries.ts';
import { shownPreview } from './schema.ts';
import { closingWords } from './types.ts';

/** Preview, confirm beforehand, close at once, stop. Mounted on `/api/projects/:projectId`. */
export function closingApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'registration.close' as const;
  router.get(
    '/closing',
    api({ act: 'participants.view' }, async ({ actor }) => done(await closingView(tools, actor))),
  );
  router.post(
    '/closing/confirm',
    api({ act, body: shownPreview, refusals: closingWords }, ({ actor, body }) => confirmClosing(tools, actor, body)),
  );
  router.post(
    '/closing/now',
    api({ act, body: shownPreview, refusals: closingWords }, ({ actor, body }) => closeNow(tools, actor, body)),
  );
  router.post(
    '/closing/stop',
    api({ act, refusals: closingWords }, ({ actor }) => stopClosing(tools, actor)),
  );
  return router;
}

/** *Stoppa* from a mail, for those who lead and have no Teams at hand. */
export function closingPages(tools: Tools): Router {
  const router = Router();

  const visit = async (request: Request, response: Response) => {
    const secret = String(request.params['secret'] ?? '');
    const link = await openLink(tools, secret);
    const telling = link === undefined ? null : await tellingOf(tools, tools, link);
    if (link === undefined || telling === null || !link.purpose.startsWith('closing:')) {
      sendPage(response, messagePage('noLink', pageLanguage(request)), 404);
      return undefined;
    }
    return { secret, link, telling };
  };

  router.get('/stoppa/:secret', async (request, response) => {
    const found = await visit(request, response);
    if (found === undefined) return;
    const standing = await latestStanding(tools, found.link);
    const isGone = standing?.executedAt !== null;
    const state = isGone ? 'goneOut' : standing?.stoppedAt === null ? 'standing' : 'stopped';
    sendPage(response, stopPage(found.telling, { secret: found.secret, state, language: pageLanguage(request) }));
  });

  router.post('/stoppa/:secret', async (request, response) => {
    const found = await visit(request, response);
    if (found === undefined) return;
    const { link, telling, secret } = found;
    const isStopped = await stopByLink(tools, link);
    const page = { secret, state: isStopped ? 'stopped' : 'goneOut', language: pageLanguage(request) } as const;
    sendPage(response, stopPage(telling, page), isStopped ? 200 : 409);
  });

  return router;
}
