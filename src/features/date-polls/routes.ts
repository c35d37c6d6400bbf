import { Router, urlencoded } from 'express';
import { pageLanguage } from '../../adapters/http/page-language.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { sendPage } from '../shell/pages/answer.ts';
import { answerPoll, previewPoll, previewReminder, sendPoll, sendReminder } from './actions.ts';
import { pollLinkGone, pollPage } from './pages/poll-page.ts';
import { pollQuestion, pollView } from './queries.ts';
import { confirmedPoll, confirmedReminder, pollForm, pollOrder } from './schema.ts';
import { pollRefusals as refusals, type PollCards } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function datePollsApi(tools: Tools, cards: PollCards): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/date-poll',
    api({ act: 'plan.edit', refusals }, async ({ actor }) => {
      const view = await pollView(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.post(
    '/date-poll/preview',
    api({ act: 'notices.send', body: pollOrder, refusals }, ({ actor, body }) => previewPoll(tools, actor, body)),
  );
  router.post(
    '/date-poll',
    api({ act: 'notices.send', body: confirmedPoll, refusals }, ({ actor, body }) =>
      sendPoll(tools, actor, { ...body, cards }),
    ),
  );
  router.get(
    '/date-poll/reminder',
    api({ act: 'notices.send', refusals }, ({ actor }) => previewReminder(tools, actor)),
  );
  router.post(
    '/date-poll/reminder',
    api({ act: 'notices.send', body: confirmedReminder, refusals }, ({ actor, body }) =>
      sendReminder(tools, actor, body),
    ),
  );
  return router;
}

/** The page behind the personal link. Mounted on `/`. */
export function datePollsPages(tools: Tools): Router {
  const router = Router();
  router.get('/datum/:secret', async (request, response) => {
    const language = pageLanguage(request);
    const found = await pollQuestion(tools, request.params.secret);
    if (found === undefined) return sendPage(response, pollLinkGone(language), 404);
    const said = request.query['svarat'] === 'ja' ? 'saved' : 'nothing';
    sendPage(response, pollPage(found.question, { language, path: request.path, said }));
  });
  router.post('/datum/:secret', urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
    const language = pageLanguage(request);
    const { secret } = request.params;
    const form = pollForm.safeParse(request.body);
    const chosen = form.success ? form.data : {};
    const outcome = await answerPoll(tools, secret, chosen);
    if (outcome === 'saved') return response.redirect(303, `${request.path}?svarat=ja&lang=${language}`);
    const found = await pollQuestion(tools, secret);
    if (found === undefined) return sendPage(response, pollLinkGone(language), 404);
    const said = outcome === 'missing' ? 'missing' : 'nothing';
    sendPage(response, pollPage(found.question, { language, path: request.path, said, chosen }), 400);
  });
  return router;
}
