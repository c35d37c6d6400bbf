import { Router, urlencoded } from 'express';
import { pageLanguage } from '../../adapters/http/page-language.ts';
import { api } from '../../adapters/http/route.ts';
import { tellsDiet } from '../../domain/dietary-telling.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { sendPage } from '../shell/pages/answer.ts';
import { answerByHand, answerByLink, confirmRooms, previewRooms } from './actions.ts';
import { venueQuestion } from './host/queries.ts';
import { venueLinkGone, venuePage, venueThanks } from './pages/venue-page.ts';
import { roomsOf } from './queries.ts';
import { answerBody, confirmBody, hostForm, previewBody } from './schema.ts';
import { roomRefusals } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function roomsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const refusals = roomRefusals;
  router.get(
    '/rooms',
    api({ act: 'rooms.view', refusals }, async ({ actor }) => {
      const view = await roomsOf(tools, actor, actor.language);
      return view === null ? refused('nothingToBook') : done(view);
    }),
  );
  router.post(
    '/rooms/preview',
    api({ act: 'rooms.book', body: previewBody, refusals }, ({ actor, body }) =>
      previewRooms(tools, actor, body.choices),
    ),
  );
  router.post(
    '/rooms/confirm',
    api({ act: 'rooms.book', body: confirmBody, refusals }, ({ actor, body }) => confirmRooms(tools, actor, body)),
  );
  router.post(
    '/rooms/:sessionId/answer',
    api({ act: 'rooms.book', body: answerBody, refusals }, ({ actor, body, params }) =>
      answerByHand(tools, actor, params['sessionId'] ?? '', body),
    ),
  );
  return router;
}

/** The host's page behind the personal link. Mounted on `/`. */
export function roomsPages(tools: Tools): Router {
  const router = Router();
  router.get('/lokal/:secret', async (request, response) => {
    const language = pageLanguage(request);
    const found = await venueQuestion(tools, request.params.secret, language);
    if (found === undefined) return sendPage(response, venueLinkGone(language), 404);
    sendPage(response, venuePage(found.question, { language, path: request.path, isOutdated: found.isOutdated }));
  });
  router.post('/lokal/:secret', urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const language = pageLanguage(request);
    const { secret } = request.params;
    const found = await venueQuestion(tools, secret, language);
    if (found === undefined) return sendPage(response, venueLinkGone(language), 404);
    const form = hostForm.safeParse(request.body);
    const answer = form.success && form.data.answer === 'yes' ? 'confirmed' : 'declined';
    const page = { language, path: request.path, isOutdated: found.isOutdated };
    // Somebody who saw another time than the one that is asked about now sees the new one first.
    const sawAnother = form.success && ![undefined, found.question.askedFor].includes(form.data.asked);
    if (!form.success || found.isOutdated || sawAnother)
      return sendPage(response, venuePage(found.question, page), form.success ? 200 : 400);
    const isNoteKept = !tellsDiet(form.data.note);
    await answerByLink(tools, secret, found.sessionId, { answer, note: isNoteKept ? form.data.note : '' });
    sendPage(response, venueThanks(found.question, { language, answer, isNoteKept }));
  });
  return router;
}
