import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { changeAgenda } from './actions.ts';
import { sessionBoard } from './queries.ts';
import { completedDraft, lookAtDraft } from './draft/queries.ts';
import { agendaBody, draftBody } from './schema.ts';
import { agendaRefusals } from './types.ts';

/** The tab's Träffar page. Mounted on `/api/projects/:projectId`. */
export function sessionsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/sessions',
    api({ act: 'plan.view' }, async ({ actor }) => done(await sessionBoard(tools, actor))),
  );
  router.put(
    '/sessions/:sessionId/agenda',
    api({ act: 'plan.edit', body: agendaBody, refusals: agendaRefusals }, ({ actor, params, body }) =>
      changeAgenda(tools, actor, params['sessionId'] ?? '', body),
    ),
  );
  const draftOf = ({ actor, params }: { actor: Actor; params: Readonly<Record<string, string>> }) => ({
    tenantId: actor.tenantId,
    projectId: actor.projectId,
    sessionId: params['sessionId'] ?? '',
  });
  router.post(
    '/sessions/:sessionId/agenda/look',
    api({ act: 'plan.edit', body: draftBody, refusals: agendaRefusals }, (asked) =>
      lookAtDraft(tools, draftOf(asked), asked.body.agenda),
    ),
  );
  router.post(
    '/sessions/:sessionId/agenda/completed',
    api({ act: 'plan.edit', body: draftBody, refusals: agendaRefusals }, (asked) =>
      completedDraft(tools, draftOf(asked), asked.body.agenda),
    ),
  );
  return router;
}
