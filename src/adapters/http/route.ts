import type { Request, RequestHandler, Response } from 'express';
import type { ZodType } from 'zod';
import { anyTellsDiet, dietNotKept } from '../../domain/dietary-telling.ts';
import type { Actor } from '../../domain/people.ts';
import { may, type Act } from '../../domain/policy.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { say, type Language, type ReasonWords, type Words } from '../../domain/words.ts';

/** What a route of the tab's API knows when its turn comes: who acts, and input that has been read. */
export interface ApiCall<Body> {
  readonly actor: Actor;
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly requestId: string;
}

export interface ApiRoute<Body, Reason extends string> {
  readonly act: Act;
  readonly body?: ZodType<Body>;
  readonly refusals?: ReasonWords<Reason>;
  /** What somebody eats may stand in the input: it goes to the vault. Everywhere else it is not kept. */
  readonly isForVault?: boolean;
}

/** How the API says no: what happened, in the caller's language, and a stable reason for programs. */
export interface Problem {
  readonly reason: string;
  readonly message: string;
  readonly details?: unknown;
}

const forbidden = {
  sv: 'Det får du inte göra i det här lärprojektet. Be innehållsansvarig om hjälp.',
  en: 'You may not do this in this learning project. Ask the content lead for help.',
};
const invalid = { sv: 'Uppgifterna går inte att läsa: {where}.', en: 'The input cannot be read: {where}.' };

export function actorOf(response: Response): Actor {
  return response.locals['actor'] as Actor; // set by the sign-in, which every API route stands behind
}

function strings(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/**
 * Parse, may they, do it, answer. A value answers 200, a refusal 409 with its words, bad input 400, a missing right 403.
 * A handler that has written the response itself (a file) returns undefined.
 */
export function api<Body = undefined, Reason extends string = never>(
  route: ApiRoute<Body, Reason>,
  handle: (call: ApiCall<Body>, response: Response) => Promise<Outcome<unknown, Reason> | undefined>,
): RequestHandler {
  return async (request: Request, response: Response) => {
    const actor = actorOf(response);
    if (!may(actor.roles, route.act))
      return void problem(response, 403, { reason: 'forbidden', message: forbidden[actor.language] });
    const body = route.body?.safeParse(request.body);
    if (body?.success === false) return void problem(response, 400, invalidInput(body.error.issues, actor.language));
    if (route.isForVault !== true && anyTellsDiet(body?.data))
      return void problem(response, 409, { reason: 'dietNotKept', message: dietNotKept[actor.language] });
    const call = {
      actor,
      body: body?.data as Body, // undefined exactly when the route declares no body
      params: strings(request.params),
      query: strings(request.query),
      requestId: String(response.locals['requestId'] ?? ''),
    };
    const outcome = await handle(call, response);
    if (outcome === undefined || response.headersSent) return;
    if (outcome.ok) return void response.json(outcome.value ?? null);
    const words = route.refusals?.[outcome.reason];
    const message = words === undefined ? outcome.reason : say(words, actor.language, outcome.details);
    problem(response, 409, { reason: outcome.reason, message, details: outcome.details });
  };
}

interface InputIssue {
  readonly path: PropertyKey[];
  readonly message: string;
  /** A schema may give words, and the value that they are about. */
  readonly params?: { readonly words?: Words; readonly value?: string } | undefined;
}

/** What has words of its own is said in them; of the rest, where in the input it stands. */
export function invalidInput(issues: readonly InputIssue[], language: Language): Problem {
  const details = issues.map((i) => i.path.map(String).join('.'));
  const said = issues.flatMap(({ params }) =>
    params?.words === undefined ? [] : [say(params.words, language, { value: params.value ?? '' })],
  );
  if (said.length === issues.length) return { reason: 'invalidInput', message: said.join(' '), details };
  const where = issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; ');
  return {
    reason: 'invalidInput',
    message: say(invalid, language, { where }),
    details,
  };
}

export function problem(response: Response, status: number, body: Problem): void {
  response.status(status).json(body);
}
