import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import type { Actor } from '../../domain/people.ts';
import type { Language } from '../../domain/words.ts';
import { AskedToWait, FarSideFault } from '../../ports/far-side.ts';
import { withRequestId } from '../local/request-id.ts';
import { pageLanguage } from './page-language.ts';
import { refuseUnreadable } from './readable.ts';
import { problem } from './route.ts';
import { tabFiles } from './tab-files.ts';
import { signIn, type Identity, type SignInSettings } from './sign-in.ts';

declare global {
  namespace Express {
    interface Request {
      /** This request's log, with its id. */
      log?: Logger;
    }
  }
}

export interface AppParts {
  readonly log: Logger;
  readonly signIn: SignInSettings;
  /** Who acts in this project; null when the person has no part in it. */
  readonly actorFor: (identity: Identity, projectId: string, language: Language) => Promise<Actor | null>;
  /** Mounted on `/api/projects`, behind the sign-in, before a project is chosen. */
  readonly projectsApi: Router;
  /** Mounted on `/api/projects/:projectId`, behind the sign-in and the actor. */
  readonly projectApis: readonly Router[];
  /** Public pages and other entrances, mounted on `/`. */
  readonly pages: readonly Router[];
  readonly botEndpoint: RequestHandler;
  /** Where the built tab lies; null when it is not built. */
  readonly tabFolder: string | null;
  readonly ready: () => Promise<void>;
  /** The sandbox's own pages: exist in sandbox mode only. */
  readonly sandbox: Router | null;
}

/** Hosts that may frame the tab: Microsoft's table for Teams, Outlook and Microsoft 365. */
const frameAncestors = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
].join(' ');

/** A personal link's secret in a path never reaches the log. */
const secretPath = /^(\/(?:min|utvardering|lokal|dokument|kok|stoppa)\/)[A-Za-z0-9_-]{30,}/;

/** The whole web entrance, assembled from routers that features and bot bring. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestId(parts.log), secureHeaders(parts.sandbox === null));
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  app.get('/readyz', async (_request, response) => {
    await parts.ready();
    response.type('text/plain').send('ready');
  });
  app.post('/api/messages', express.json({ limit: '256kb' }), parts.botEndpoint);
  app.use('/api', signIn(parts.signIn), express.json({ limit: '5mb' }), refuseUnreadable);
  app.use('/api/projects', parts.projectsApi);
  app.use('/api/projects/:projectId', chooseActor(parts.actorFor), ...parts.projectApis);
  app.use('/api', (_request, response) =>
    problem(response, 404, { reason: 'notFound', message: 'Adressen finns inte. / No such address.' }),
  );
  if (parts.sandbox) app.use('/sandbox', parts.sandbox);
  app.get('/tab/pane/sign-in.json', (_request, response) => void response.json({ clientId: parts.signIn.clientId }));
  if (parts.tabFolder !== null) app.use('/tab', tabFiles(parts.tabFolder));
  app.use(...parts.pages);
  app.use(notFound, failed(parts.log));
  return app;
}

function requestId(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const started = performance.now();
    response.locals['requestId'] = id;
    response.set('x-request-id', id);
    request.log = log.child({ requestId: id });
    response.on('finish', () => {
      const path = request.path.replace(secretPath, '$1…');
      // Answers to an evaluation leave no line: its time could be joined to an answer.
      if (path.startsWith('/utvardering')) return;
      request.log?.info(
        { method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - started) },
        'request',
      );
    });
    withRequestId(id, next);
  };
}

function secureHeaders(mayLeave: boolean): RequestHandler {
  const tab = tabPolicy(mayLeave);
  return (request, response, next) => {
    response.set({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': policyOf(request.path, tab),
    });
    next();
  };
}

const publicPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
function policyOf(path: string, tab: string): string {
  if (path === '/tab/pane' || path.startsWith('/tab/pane/')) return panePolicy;
  return path.startsWith('/tab') ? tab : publicPolicy;
}

/** Outlook's own library has to come from Microsoft's address, and fetches the rest of itself; sign-in asks Entra. */
const panePolicy = `default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' https://login.microsoftonline.com https://appsforoffice.microsoft.com; frame-ancestors ${frameAncestors}; base-uri 'none'; object-src 'none'`;

/** teams-js asks Microsoft for its list of valid hosts; refused, as in the sandbox, it uses its own. */
function tabPolicy(mayLeave: boolean): string {
  const connect = mayLeave ? "'self' https://res.cdn.office.net" : "'self'";
  return `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src ${connect}; frame-ancestors ${frameAncestors}; base-uri 'none'; object-src 'none'`;
}

function chooseActor(actorFor: AppParts['actorFor']): RequestHandler<{ projectId: string }> {
  return async (request, response, next) => {
    const identity = response.locals['identity'] as Identity; // set by the sign-in just before
    const { projectId } = request.params;
    const actor = await actorFor(identity, projectId, identity.language);
    if (actor === null) {
      const message =
        identity.language === 'sv'
          ? 'Lärprojektet finns inte, eller så är du inte med i det.'
          : 'No such learning project, or you have no part in it.';
      return problem(response, 404, { reason: 'projectNotFound', message });
    }
    response.locals['actor'] = actor;
    next();
  };
}

/** Every address of the tab that is not a file is the tab itself: it chooses the page. */
const notFound: RequestHandler = (request, response) => {
  const sv = pageLanguage(request) === 'sv';
  response
    .status(404)
    .type('html')
    .send(
      plainPage(
        sv,
        sv ? 'Sidan finns inte' : 'No such page',
        sv
          ? 'Kontrollera adressen, eller be innehållsansvarig om en ny länk.'
          : 'Check the address, or ask the content lead for a new link.',
      ),
    );
};

/** One place where a broken world becomes an answer: what happened, what to do, and the id to quote. */
function failed(log: Logger): ErrorRequestHandler {
  return (cause: unknown, request, response, next) => {
    if (response.headersSent) return next(cause);
    const status = statusOf(cause);
    if (cause instanceof AskedToWait) response.set('retry-after', String(cause.retryAfterSeconds));
    const id = String(response.locals['requestId'] ?? '');
    (request.log ?? log).error({ err: cause, status }, 'request failed');
    const sv = pageLanguage(request) === 'sv';
    const message =
      status < 500
        ? sv
          ? 'Det du skickade går inte att läsa.'
          : 'What you sent cannot be read.'
        : status > 500
          ? farSideWords[sv ? 'sv' : 'en']
          : sv
            ? `Något gick fel hos oss. Försök igen om en stund. Ange ${id} om du hör av dig.`
            : `Something went wrong on our side. Try again in a while. Quote ${id} if you contact us.`;
    if (request.path.startsWith('/api'))
      return problem(response, status, { reason: status < 500 ? 'unreadable' : 'fault', message });
    response
      .status(status)
      .type('html')
      .send(plainPage(sv, sv ? 'Det gick inte' : 'It did not work', message));
  };
}

const farSideWords = {
  sv: 'Microsoft 365 svarar inte som det ska just nu. Försök igen om en stund.',
  en: 'Microsoft 365 does not answer as it should at the moment. Try again in a while.',
};

/** What Microsoft answered to us is not what we answer: its 404 is no missing page of ours. */
function statusOf(cause: unknown): number {
  if (cause instanceof AskedToWait) return 503;
  if (cause instanceof FarSideFault) return 502;
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function plainPage(sv: boolean, title: string, message: string): string {
  return `<!doctype html><html lang="${sv ? 'sv' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/public.css"><main id="main"><h1>${title}</h1><p>${message}</p></main></html>`;
}
