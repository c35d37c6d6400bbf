import type { Router } from 'express';
import { api } from '../../../../adapters/http/route.ts';
import { done, refused } from '../../../../domain/outcome.ts';
import type { Tools } from '../../../../tools.ts';
import { confirmDates, previewDates } from '../several/actions.ts';
import { confirmedDates, newDates } from '../several/schema.ts';
import { planRefusals as refusals } from '../../rules.ts';
import { wishForm } from './form/queries.ts';
import { foundDates } from './queries.ts';
import { dateWish } from './schema.ts';

/** Finding dates, and using what was found: under `/dates` of a project. */
export function addDates(router: Router, tools: Tools): void {
  router.get(
    '/dates/wish',
    api({ act: 'plan.edit', refusals }, async ({ actor }) => {
      const form = await wishForm(tools, actor);
      return form === null ? refused('noProject') : done(form);
    }),
  );
  router.post(
    '/dates/find',
    api({ act: 'plan.edit', body: dateWish, refusals }, ({ actor, body }) => foundDates(tools, actor, body)),
  );
  router.post(
    '/dates/preview',
    api({ act: 'plan.edit', body: newDates, refusals }, ({ actor, body }) => previewDates(tools, actor, body.dates)),
  );
  router.post(
    '/dates',
    api({ act: 'plan.edit', body: confirmedDates, refusals }, ({ actor, body }) => confirmDates(tools, actor, body)),
  );
}
