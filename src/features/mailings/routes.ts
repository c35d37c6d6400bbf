import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { previewSending, sendMailing, writeOwnWords } from './actions.ts';
import { lookAtLink } from './invitation/actions.ts';
import { outboundOf } from './outbound/queries.ts';
import { letterTo, mailingList, mailingView } from './queries.ts';
import { resendReturned } from './resending/actions.ts';
import { resendBody, selectionBody, sendBody, wordsBody } from './schema.ts';
import { linkRefusals, mailingRefusals, resendRefusals, wordsRefusals } from './types.ts';

/** The tab's Utskick: every letter, one in full, and its sending. Mounted on `/api/projects/:projectId`. */
export function mailingsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const id = (params: Readonly<Record<string, string>>): string => params['mailing'] ?? '';
  router.get(
    '/outbound',
    api({ act: 'notices.view' }, async ({ actor }) => done(await outboundOf(tools, actor, actor.language))),
  );
  router.get(
    '/mailings',
    api({ act: 'notices.view' }, async ({ actor }) => done(await mailingList(tools, actor))),
  );
  router.get(
    '/mailings/:mailing',
    api({ act: 'notices.view', refusals: mailingRefusals }, ({ actor, params }) =>
      mailingView(tools, actor, id(params)),
    ),
  );
  router.get(
    '/mailings/:mailing/letters/:recipient',
    api({ act: 'notices.view', refusals: mailingRefusals }, ({ actor, params }) =>
      letterTo(tools, actor, id(params), params['recipient'] ?? ''),
    ),
  );
  router.put(
    '/mailings/:mailing/words',
    api({ act: 'notices.send', body: wordsBody, refusals: wordsRefusals }, ({ actor, params, body }) =>
      writeOwnWords(tools, actor, id(params), body),
    ),
  );
  router.post(
    '/mailings/:mailing/preview',
    api({ act: 'notices.send', body: selectionBody, refusals: mailingRefusals }, ({ actor, params, body }) =>
      previewSending(tools, actor, id(params), body.selection),
    ),
  );
  router.post(
    '/mailings/:mailing/send',
    api({ act: 'notices.send', body: sendBody, refusals: mailingRefusals }, ({ actor, params, body }) =>
      sendMailing(tools, actor, id(params), body),
    ),
  );
  router.post(
    '/invitation/link',
    api({ act: 'notices.send', refusals: linkRefusals }, ({ actor }) => lookAtLink(tools, actor)),
  );
  router.post(
    '/notices/:id/resend',
    api({ act: 'notices.send', body: resendBody, refusals: resendRefusals }, ({ actor, params, body }) =>
      resendReturned(tools, actor, params['id'] ?? '', body.address),
    ),
  );
  return router;
}
