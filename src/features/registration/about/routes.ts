import { Router, urlencoded, type Request } from 'express';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { Tools } from '../../../tools.ts';
import { projectBySlug } from '../../planning/queries.ts';
import { decidedRules } from '../../retention/telling/queries.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { messagePage } from '../../shell/pages/message.ts';
import { createLimiter } from '../../shell/rules.ts';
import { tellingOf } from '../facts/queries.ts';
import { reportBarrier } from './actions.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { privacyPage } from './pages/privacy.ts';
import { termsPage } from './pages/terms.ts';
import { postedReport } from './schema.ts';

/** Personal data and accessibility, linked from every footer, and the terms that Teams links to. */
export function aboutPages(tools: Tools): Router {
  const router = Router();
  const mayPost = createLimiter({ most: 10, perMilliseconds: 60_000 });

  const projectFor = async (request: Request) => {
    const project = await projectBySlug(tools, String(request.params['projectId'] ?? ''));
    const telling = project === null ? null : await tellingOf(tools, tools, project);
    return project === null || telling === null ? null : { ...telling, tenantId: project.tenantId };
  };

  router.get(['/personuppgifter', '/personuppgifter/:projectId'], async (request, response) => {
    const project = await projectFor(request);
    const decided = project === null ? [] : await decidedRules(tools, project);
    sendPage(response, privacyPage(project, pageLanguage(request), decided));
  });

  router.get('/villkor', (request, response) => sendPage(response, termsPage(pageLanguage(request))));

  router.get(['/tillganglighet', '/tillganglighet/:projectId'], async (request, response) => {
    const isReported = request.query['rapport'] === 'skickad';
    const project = await projectFor(request);
    sendPage(response, accessibilityPage({ project, language: pageLanguage(request), isReported, isEmpty: false }));
  });

  router.post(
    '/tillganglighet/:projectId',
    urlencoded({ extended: false, limit: '16kb' }),
    async (request, response) => {
      const language = pageLanguage(request);
      const project = await projectFor(request);
      if (project === null) return sendPage(response, messagePage('noProject', language), 404);
      if (!mayPost(request.ip ?? '', performance.now()))
        return sendPage(response, messagePage('tooMany', language), 429);
      const report = postedReport.parse(request.body ?? {});
      if (report.text.trim() === '')
        return sendPage(response, accessibilityPage({ project, language, isReported: false, isEmpty: true }), 422);
      await reportBarrier(tools, project, report);
      const and = language === 'en' ? '&lang=en' : '';
      response.redirect(303, `/tillganglighet/${encodeURIComponent(project.projectId)}?rapport=skickad${and}#rapport`);
    },
  );

  return router;
}
