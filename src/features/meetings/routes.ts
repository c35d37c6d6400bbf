import { json, Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { deliveryApi } from './delivery/routes.ts';
import { driftApi } from './drift/routes.ts';
import { askReconcile } from './actions.ts';
import { calendarHistory } from './history/queries.ts';
import { meetingsOf } from './queries.ts';
import { notificationsBody } from './schema.ts';
import { seriesApi } from './series/routes.ts';
import { strangersApi } from './strangers/routes.ts';
import { meetingRefusals } from './types.ts';
import { sendNow } from './waiting/actions.ts';
import { takeNotifications } from './watch/actions.ts';

/** Mounted on `/api/projects/:projectId`. */
export function meetingsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const refusals = meetingRefusals;
  router.get(
    '/meetings',
    api({ act: 'rooms.view' }, async ({ actor }) => done(await meetingsOf(tools, actor))),
  );
  router.get(
    '/meetings/history',
    api({ act: 'rooms.view' }, async ({ actor }) => done(await calendarHistory(tools, actor))),
  );
  router.post(
    '/meetings/reconcile',
    api({ act: 'meetings.reconcile', refusals }, ({ actor }) => askReconcile(tools, actor)),
  );
  router.post(
    '/meetings/:sessionId/send-now',
    api({ act: 'meetings.reconcile', refusals }, ({ actor, params }) =>
      sendNow(tools, actor, params['sessionId'] ?? ''),
    ),
  );
  router.use(driftApi(tools));
  router.use(strangersApi(tools));
  router.use(deliveryApi(tools));
  router.use(seriesApi(tools));
  return router;
}

/** Where Graph tells us of changes. Mounted on `/`; what is said here is believed only with our own secret. */
export function meetingsPages(tools: Tools): Router {
  const router = Router();
  router.post('/graph/notifications', json({ limit: '256kb' }), async (request, response) => {
    const token = request.query['validationToken'];
    // The handshake: Graph wants its token back as plain text within 10 seconds.
    if (typeof token === 'string') return void response.status(200).type('text/plain').send(token);
    const body = notificationsBody.safeParse(request.body);
    if (!body.success) return void response.status(400).end();
    await takeNotifications(
      tools,
      body.data.value.map(({ subscriptionId, clientState, lifecycleEvent, changeType, resourceData }) => ({
        subscriptionId,
        clientState,
        lifecycleEvent,
        event:
          resourceData === undefined
            ? null
            : {
                eventId: resourceData.id,
                etag: resourceData['@odata.etag'] ?? null,
                isRemoved: changeType === 'deleted',
              },
      })),
    );
    response.status(202).end();
  });
  return router;
}
