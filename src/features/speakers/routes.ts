import { Router, urlencoded } from 'express';
import { pageLanguage } from '../../adapters/http/page-language.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { sendPage } from '../shell/pages/answer.ts';
import { answerQuestion, askSpeaker, changeStatus, lookAtLinks, previewQuestion, takeQuestionBack } from './actions.ts';
import { questionGone, questionPage } from './pages/question-page.ts';
import { speakerQuestion, speakersView } from './queries.ts';
import { answerForm, seenBody, stateBody, takeBackBody, type AnswerForm } from './schema.ts';
import { speakerRefusals as refusals, type SpeakerAnswer } from './types.ts';

/** Mounted on `/api/projects/:projectId`. */
export function speakersApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? '';
  router.get(
    '/speakers',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await speakersView(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.post(
    '/speakers/links',
    api({ act: 'speakers.edit', refusals }, ({ actor }) => lookAtLinks(tools, actor)),
  );
  router.put(
    '/speakers/:id/status',
    api({ act: 'speakers.edit', body: stateBody, refusals }, ({ actor, params, body }) =>
      changeStatus(tools, actor, { id: idOf(params), ...body }),
    ),
  );
  router.get(
    '/speakers/:id/question',
    api({ act: 'notices.send', refusals }, ({ actor, params }) => previewQuestion(tools, actor, idOf(params))),
  );
  router.post(
    '/speakers/:id/question',
    api({ act: 'notices.send', body: seenBody, refusals }, ({ actor, params, body }) =>
      askSpeaker(tools, actor, { speakerId: idOf(params), seen: body }),
    ),
  );
  router.post(
    '/speakers/:id/question/take-back',
    api({ act: 'notices.send', body: takeBackBody, refusals }, ({ actor, params, body }) => {
      const { confirmationId, before } = body;
      const { status, askedOn = null, answeredOn = null } = before;
      return takeQuestionBack(tools, actor, {
        speakerId: idOf(params),
        confirmationId,
        before: { status, askedOn, answeredOn },
      });
    }),
  );
  return router;
}

const answers = { ja: 'confirmed', kanske: 'tentative', nej: 'declined' } as const;

function answerIn({ svar, dela }: AnswerForm): SpeakerAnswer {
  return { status: answers[svar], ...(dela === undefined ? {} : { slidesConsent: dela === 'ja' }) };
}

/** The page behind the personal link. Mounted on `/`. */
export function speakersPages(tools: Tools): Router {
  const router = Router();
  router.get('/medverka/:secret', async (request, response) => {
    const language = pageLanguage(request);
    const found = await speakerQuestion(tools, request.params.secret);
    if (found === undefined) return sendPage(response, questionGone(language), 404);
    const said = request.query['svarat'] === 'ja' ? 'saved' : 'nothing';
    sendPage(response, questionPage(found.question, { language, path: request.path, said }));
  });
  router.post('/medverka/:secret', urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
    const language = pageLanguage(request);
    const { secret } = request.params;
    const form = answerForm.safeParse(request.body);
    const answer = form.success ? answerIn(form.data) : undefined;
    const outcome = answer === undefined ? 'missing' : await answerQuestion(tools, secret, answer);
    if (outcome === 'saved') return response.redirect(303, `${request.path}?svarat=ja&lang=${language}`);
    const found = await speakerQuestion(tools, secret);
    if (found === undefined) return sendPage(response, questionGone(language), 404);
    const said = outcome === 'missing' ? 'missing' : 'nothing';
    sendPage(response, questionPage(found.question, { language, path: request.path, said }), 400);
  });
  return router;
}
