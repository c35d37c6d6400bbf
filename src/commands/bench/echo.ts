import type { TurnContext } from 'botbuilder';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { botAdapter, botEndpoint } from '../../../bot/adapter.ts';
import { createLog } from '../../log.ts';
import { sandboxMode } from '../../modes.ts';
import { openTeamsChats, type TeamsChats } from '../../sandbox/chat/teams.ts';
import type { RunningSandbox } from '../../start.ts';
import { sandboxClientId } from '../sandbox-world.ts';

/** The least that a bot made with the same library can do: says back what was said, and thanks for an answer. */
const echo = {
  run: async (context: TurnContext): Promise<void> => {
    const { type, text } = context.activity;
    if (type === 'message') await context.sendActivity(text ?? '');
    if (type !== 'invoke') return;
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tack' };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  },
};

/** The echo bot in this very process: the same chats, connector, keys and check of who calls as the product has. */
export async function openEcho(running: RunningSandbox): Promise<{ chats: TeamsChats; close(): Promise<void> }> {
  const { sandbox, chats, url } = running;
  const mode = sandboxMode(
    { fetch: sandbox.fetch, botToken: chats.botToken, keyId: sandbox.keys.botJwks().keys[0]?.kid ?? '' },
    url,
  );
  const adapter = await botAdapter({ credentialsFactory: mode.botCredentials, authentication: mode.issuers.bot });
  const app = express();
  app.post('/api/messages', express.json(), botEndpoint(adapter, echo, createLog('silent')));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    chats: openTeamsChats(sandbox, {
      bot: { appId: sandboxClientId, name: 'Lärprojekt', serviceUrl: `${url}/sandbox/connector/` },
      botEndpoint: `http://127.0.0.1:${port}/api/messages`,
    }),
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}
