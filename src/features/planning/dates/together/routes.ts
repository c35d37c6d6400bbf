import type { RequestHandler, Response, Router } from 'express';
import { invalidInput, problem } from '../../../../adapters/http/route.ts';
import { say, type Language } from '../../../../domain/words.ts';
import type { Tools } from '../../../../tools.ts';
import { planRefusals } from '../../rules.ts';
import type { Identity } from '../../types.ts';
import { datesTogether, togetherForm } from './queries.ts';
import { togetherWish } from './schema.ts';

type CallerOf = (response: Response) => Identity & { readonly language: Language };

/** Days for several projects at once: under `/api/projects`, where no project is chosen. Who may what is seen per project. */
export function addTogether(router: Router, tools: Tools, callerOf: CallerOf): void {
  router.get('/together', async (_request, response) => {
    response.json(await togetherForm(tools, callerOf(response)));
  });
  router.post('/together', findTogether(tools, callerOf));
}

function findTogether(tools: Tools, callerOf: CallerOf): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(response);
    const body = togetherWish.safeParse(request.body);
    if (!body.success) return problem(response, 400, invalidInput(body.error.issues, caller.language));
    const found = await datesTogether(tools, caller, body.data);
    if (found.ok) return void response.json(found.value);
    const message = say(planRefusals[found.reason], caller.language, found.details);
    problem(response, 409, { reason: found.reason, message, details: found.details });
  };
}
