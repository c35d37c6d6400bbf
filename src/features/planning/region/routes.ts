import type { Router } from 'express';
import { api } from '../../../adapters/http/route.ts';
import { done } from '../../../domain/outcome.ts';
import type { Tools } from '../../../tools.ts';
import { removePeriod, restorePeriod, savePeriod } from './actions.ts';
import { regionOf } from './queries.ts';
import { periodWish } from './schema.ts';
import { regionRefusals as refusals } from './types.ts';

/** Mounted on `/api/projects/:projectId`; the periods are those of the whole tenant. */
export function addRegion(router: Router, tools: Tools): void {
  router.get(
    '/region',
    api({ act: 'plan.view' }, async ({ actor }) => done(await regionOf(tools, actor.tenantId))),
  );
  router.put(
    '/region/:id',
    api({ act: 'plan.edit', body: periodWish, refusals }, ({ actor, body, params }) =>
      savePeriod(tools, actor, { id: params['id'] ?? '', wish: body }),
    ),
  );
  router.delete(
    '/region/:id',
    api({ act: 'plan.edit', refusals }, ({ actor, params }) => removePeriod(tools, actor, params['id'] ?? '')),
  );
  router.post(
    '/region/:id/restore',
    api({ act: 'plan.edit', refusals }, ({ actor, params }) => restorePeriod(tools, actor, params['id'] ?? '')),
  );
}
