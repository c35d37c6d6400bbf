import { Router } from 'express';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { tickPublication, writePublication } from './actions.ts';
import { publicationsOf } from './queries.ts';
import { textBody, tickBody } from './schema.ts';
import { channels, publicationRefusals as refusals, type Channel } from './types.ts';

const channelIn = (params: Readonly<Record<string, string>>): Channel | undefined =>
  channels.find((one) => one === params['channel']);

/** What is published outside the tool. Mounted on `/api/projects/:projectId`. */
export function publicationsApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'plan.edit';
  router.get(
    '/publications',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await publicationsOf(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.put(
    '/publications/:channel',
    api({ act, body: tickBody, refusals }, async ({ actor, body, params }) => {
      const channel = channelIn(params);
      return channel === undefined ? refused('noChannel') : await tickPublication(tools, actor, channel, body);
    }),
  );
  router.delete(
    '/publications/:channel',
    api({ act, refusals }, async ({ actor, params }) => {
      const channel = channelIn(params);
      return channel === undefined ? refused('noChannel') : await tickPublication(tools, actor, channel, null);
    }),
  );
  router.put(
    '/publications/:channel/text',
    api({ act, body: textBody, refusals }, async ({ actor, body, params }) => {
      const channel = channelIn(params);
      return channel === undefined ? refused('noChannel') : await writePublication(tools, actor, channel, body.text);
    }),
  );
  return router;
}
