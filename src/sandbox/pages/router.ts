import express, { type Router } from 'express';
import type { TeamsChats } from '../chat/teams.ts';
import type { Sandbox } from '../sandbox.ts';

export interface SandboxEntrances {
  readonly sandbox: Sandbox;
  readonly chats: TeamsChats;
  /** Where the browser reaches us, without a final slash. */
  readonly publicUrl: string;
}

/** Everything the sandbox serves over HTTP, mounted on `/sandbox`: the bot's connector and keys, and its own pages. */
export function sandboxRouter({ sandbox, chats, publicUrl }: SandboxEntrances): Router {
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
  return router;
}
