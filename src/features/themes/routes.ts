import { Router } from 'express';
import { sendPaper } from '../../adapters/http/pdf.ts';
import { api } from '../../adapters/http/route.ts';
import { done, refused } from '../../domain/outcome.ts';
import type { Tools } from '../../tools.ts';
import { planRefusals } from '../planning/rules.ts';
import {
  addConsultation,
  addProposal,
  changeConsultation,
  changeProposal,
  decideTheme,
  openWithTheme,
  pasteProposals,
  setConsultationRemoved,
  setProposalRemoved,
  takeBackDecision,
} from './actions.ts';
import { askSteering, previewAsking } from './asking/actions.ts';
import { askingRefusals, type SteeringCard } from './asking/types.ts';
import { basisOf, themesView } from './queries.ts';
import { consultationBody, decisionBody, pasteBody, proposalBody, seenBody } from './schema.ts';
import { themeRefusals as refusals } from './types.ts';

const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? '';

/** *Tema*. Mounted on `/api/projects/:projectId`. */
export function themesApi(tools: Tools, card: SteeringCard): Router {
  const router = Router({ mergeParams: true });
  const edit = { act: 'themes.edit', refusals } as const;
  router.get(
    '/themes',
    api({ act: 'plan.view', refusals }, async ({ actor }) => {
      const view = await themesView(tools, actor);
      return view === null ? refused('noProject') : done(view);
    }),
  );
  router.get(
    '/themes/basis',
    api({ act: 'plan.view', refusals }, async ({ actor }, response) => {
      const basis = await basisOf(tools, actor);
      if (basis === null) return refused('noProject');
      await sendPaper(response, basis.paper, basis.name);
      return undefined;
    }),
  );
  router.post(
    '/themes/proposals',
    api({ ...edit, body: proposalBody }, ({ actor, body }) => addProposal(tools, actor, body)),
  );
  router.post(
    '/themes/proposals/several',
    api({ ...edit, body: pasteBody }, ({ actor, body }) => pasteProposals(tools, actor, body.text)),
  );
  router.put(
    '/themes/proposals/:id',
    api({ ...edit, body: proposalBody }, ({ actor, params, body }) => changeProposal(tools, actor, idOf(params), body)),
  );
  router.delete(
    '/themes/proposals/:id',
    api(edit, ({ actor, params }) => setProposalRemoved(tools, actor, idOf(params), true)),
  );
  router.post(
    '/themes/proposals/:id/back',
    api(edit, ({ actor, params }) => setProposalRemoved(tools, actor, idOf(params), false)),
  );
  router.post(
    '/themes/consultations',
    api({ ...edit, body: consultationBody }, ({ actor, body }) => addConsultation(tools, actor, body)),
  );
  router.put(
    '/themes/consultations/:id',
    api({ ...edit, body: consultationBody }, ({ actor, params, body }) =>
      changeConsultation(tools, actor, idOf(params), body),
    ),
  );
  router.delete(
    '/themes/consultations/:id',
    api(edit, ({ actor, params }) => setConsultationRemoved(tools, actor, idOf(params), true)),
  );
  router.post(
    '/themes/consultations/:id/back',
    api(edit, ({ actor, params }) => setConsultationRemoved(tools, actor, idOf(params), false)),
  );
  // Open to all who see the plan: whoever may not decide is told who does, and what to do.
  router.post(
    '/themes/decision',
    api({ act: 'plan.view', refusals, body: decisionBody }, ({ actor, body }) => decideTheme(tools, actor, body)),
  );
  router.delete(
    '/themes/decision',
    api({ act: 'plan.view', refusals }, ({ actor }) => takeBackDecision(tools, actor)),
  );
  router.get(
    '/themes/asking',
    api({ act: 'notices.send', refusals: askingRefusals }, ({ actor }) => previewAsking(tools, actor)),
  );
  router.post(
    '/themes/asking',
    api({ act: 'notices.send', refusals: askingRefusals, body: seenBody }, ({ actor, body }) =>
      askSteering(tools, actor, { seen: body, card }),
    ),
  );
  router.post(
    '/themes/open',
    api({ act: 'plan.edit', refusals: { ...planRefusals, ...refusals } }, ({ actor }) => openWithTheme(tools, actor)),
  );
  return router;
}
