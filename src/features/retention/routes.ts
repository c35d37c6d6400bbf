import { Router } from 'express';
import { sendPaper } from '../../adapters/http/pdf.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { dispose, setRule } from './actions.ts';
import { disclose } from './disclosure/actions.ts';
import { disposalRecord, previewDisposal, retentionOf } from './queries.ts';
import { ruleBody, seenBody } from './schema.ts';
import { disposalRefusals as refusals, ruleRefusals } from './types.ts';

const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? '';

/** *Gallring*. Mounted on `/api/projects/:projectId`. */
export function retentionApi(tools: Tools): Router {
  const router = Router({ mergeParams: true });
  const act = 'retention.edit';
  router.get(
    '/retention',
    api({ act, refusals }, async ({ actor }) => {
      const view = await retentionOf(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.put(
    '/retention/:id/rule',
    api({ act, refusals: ruleRefusals, body: ruleBody }, ({ actor, params, body }) =>
      setRule(tools, actor, { id: idOf(params), rule: body }),
    ),
  );
  router.delete(
    '/retention/:id/rule',
    api({ act, refusals: ruleRefusals }, ({ actor, params }) =>
      setRule(tools, actor, { id: idOf(params), rule: null }),
    ),
  );
  router.get(
    '/retention/:id/disposal',
    api({ act, refusals }, async ({ actor, params }) => {
      const preview = await previewDisposal(tools, actor, idOf(params));
      if (!preview.ok) return preview;
      const { rows: _rows, ...shown } = preview.value;
      return done(shown);
    }),
  );
  router.post(
    '/retention/:id/disposal',
    api({ act, refusals, body: seenBody }, ({ actor, params, body }) =>
      dispose(tools, actor, { id: idOf(params), seen: body }),
    ),
  );
  router.get(
    '/disposals/:id.pdf',
    api({ act, refusals }, async ({ actor, params }, response) => {
      const record = await disposalRecord(tools, actor, idOf(params));
      if (!record.ok) return record;
      await sendPaper(response, record.value.paper, record.value.name);
      return undefined;
    }),
  );
  // POST and not GET, since each of them is written to the log.
  router.post(
    '/disclosure',
    api({ act: 'disclosure.export', refusals }, async ({ actor }, response) => {
      const made = await disclose(tools, actor);
      if (!made.ok) return made;
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      response.type(type).attachment(made.value.name).send(made.value.bytes);
      return undefined;
    }),
  );
  return router;
}
