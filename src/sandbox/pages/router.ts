import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import type { TeamsChats } from '../chat/teams.ts';
import type { Sandbox } from '../sandbox.ts';
import { sandboxApi } from './api.ts';
import type { Guide, Mark, Tried } from './guide.ts';

export interface SandboxEntrances {
  readonly sandbox: Sandbox;
  readonly chats: TeamsChats;
  /** Where the browser reaches us, without a final slash. */
  readonly publicUrl: string;
  /** The product's app id: the audience of the tab's tokens. */
  readonly clientId: string;
  readonly botName: string;
  /** Moments of the product that the clock can be wound to. */
  readonly marks: () => Promise<readonly Mark[]>;
  /** What the start page leads to; null while there is no project. */
  readonly guide: (tried: Tried) => Promise<Guide | null>;
  /** Empties everything and begins anew; null where that cannot be done from inside. */
  readonly startOver: (() => Promise<void>) | null;
}

/** Everything the sandbox serves over HTTP, mounted on `/sandbox`: the bot's connector and keys, its API and pages. */
export function sandboxRouter(entrances: SandboxEntrances): Router {
  const { sandbox, chats, publicUrl } = entrances;
  const router = express.Router();
  router.use('/connector', chats.connector);
  // The bot's SDK fetches these itself, past our transports, so they are served on the loopback address.
  router.get('/bot/openid', (_request, response) => {
    response.json({
      issuer: 'https://api.botframework.com',
      jwks_uri: `${publicUrl}/sandbox/bot/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  router.get('/bot/keys', (_request, response) => void response.json(sandbox.keys.botJwks()));
  router.use('/api', sandboxApi(entrances));
  router.use(pagePolicy);
  router.get('/client/adaptivecards.js', (_request, response) => response.sendFile(cardRenderer));
  router.use('/client', express.static(clientFolder));
  router.get('/', (_request, response) => response.sendFile('index.html', { root: clientFolder }));
  return router;
}

const clientFolder = fileURLToPath(new URL('client', import.meta.url));
const cardRenderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** Our own scripts and frames, and nothing from elsewhere; the card renderer and mails set styles of their own. */
const pagePolicy: RequestHandler = (_request, response, next) => {
  response.set(
    'content-security-policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; base-uri 'self'; frame-ancestors 'none'",
  );
  next();
};
