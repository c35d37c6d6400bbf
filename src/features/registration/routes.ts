import { Router, type Response } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { may } from '../../domain/policy.ts';
import type { Tools } from '../../tools.ts';
import { aboutPages } from './about/routes.ts';
import { closingApi, closingPages } from './closing/routes.ts';
import { correct, decide, setAnswer, setAttendance } from './decisions/actions.ts';
import { keepDeclined } from './declined/actions.ts';
import { decisionPreview } from './decisions/queries.ts';
import { dietaryApi } from './dietary/routes.ts';
import { participantsCsv, participantsXlsx } from './exports/queries.ts';
import type { ListKind } from './exports/rules.ts';
import { formPages } from './form/routes.ts';
import { countsOf, participantsOf } from './queries.ts';
import { listApi } from './list/routes.ts';
import { answerBody, attendanceBody, correctionBody, decisionBody } from './schema.ts';
import { selfPages } from './self/routes.ts';
import { answerWords, attendanceWords, decisionWords, editWords, type Decision } from './types.ts';

/** *Deltagare* in the tab. Mounted on `/api/projects/:projectId`. */
export function registrationApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const isLead = (actor: Actor): boolean => may(actor.roles, 'participants.edit');
  router.get(
    '/participants',
    api({ act: 'participants.view' }, async ({ actor }) =>
      done(await participantsOf(tools, actor, { phone: isLead(actor) })),
    ),
  );
  router.get(
    '/quotas',
    api({ act: 'participants.view' }, async ({ actor }) => done(await countsOf(tools, actor))),
  );
  router.put(
    '/attendance',
    api({ act: 'attendance.edit', body: attendanceBody, refusals: attendanceWords }, ({ actor, body }) =>
      setAttendance(tools, actor, body),
    ),
  );
  router.use(decisionRoutes(tools), exportRoutes(tools), closingApi(tools), dietaryApi(tools), listApi(tools));
  return router;
}

const isDecision = (text: string | undefined): text is Decision =>
  text === 'approve' || text === 'decline' || text === 'cancel';

function decisionRoutes(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'participants.edit' as const;
  // The mail that the decision sends, to be shown before it is confirmed.
  router.get(
    '/participants/:id/preview/:decision',
    api({ act, refusals: decisionWords }, async ({ actor, params }) => {
      const { id = '', decision } = params;
      return isDecision(decision)
        ? await decisionPreview(tools, actor, { personId: id, decision })
        : refused('notFound');
    }),
  );
  for (const decision of ['approve', 'decline', 'cancel'] as const)
    router.post(
      `/participants/:id/${decision}`,
      api({ act, body: decisionBody, refusals: decisionWords }, ({ actor, body, params }) =>
        decide(tools, actor, { personId: params['id'] ?? '', decision, shown: body }),
      ),
    );
  router.post(
    '/participants/:id/keep',
    api({ act, refusals: decisionWords }, ({ actor, params }) => keepDeclined(tools, actor, params['id'] ?? '')),
  );
  router.put(
    '/participants/:id/answer',
    api({ act, body: answerBody, refusals: answerWords }, ({ actor, body, params }) =>
      setAnswer(tools, actor, params['id'] ?? '', body),
    ),
  );
  router.put(
    '/participants/:id',
    api({ act, body: correctionBody, refusals: editWords }, ({ actor, body, params }) =>
      correct(tools, actor, params['id'] ?? '', body),
    ),
  );
  return router;
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `?list=participants` is the list for the participants themselves: confirmed only, without telephone and answers. */
function exportRoutes(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const kindOf = (asked: string | undefined): ListKind => (asked === 'participants' ? 'participants' : 'lead');
  router.get(
    '/participants.csv',
    api({ act: 'participants.export' }, async ({ actor, query }, response) =>
      sendFile(
        response,
        'text/csv; charset=utf-8',
        'deltagare.csv',
        await participantsCsv(tools, actor, kindOf(query['list'])),
      ),
    ),
  );
  router.get(
    '/participants.xlsx',
    api({ act: 'participants.export' }, async ({ actor, query }, response) =>
      sendFile(response, sheetType, 'deltagare.xlsx', await participantsXlsx(tools, actor, kindOf(query['list']))),
    ),
  );
  return router;
}

function sendFile(
  response: Response,
  type: string,
  name: string,
  content: string | Uint8Array | null,
): Outcome<null, never> | undefined {
  if (content === null) return done(null);
  response
    .attachment(name)
    .type(type)
    .send(typeof content === 'string' ? content : Buffer.from(content));
  return undefined;
}

/** Everything that outsiders meet: form, project page, personal page, stop page, privacy and accessibility. */
export function registrationPages(tools: Tools): Router {
  const router = Router();
  router.use(formPages(tools), selfPages(tools), closingPages(tools), aboutPages(tools));
  return router;
}
