import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** Signs a token for what comes from `serviceUrl`, as the Bot Connector service would. */
export type SignToken = (serviceUrl: string) => Promise<string>;

export interface Relay {
  /** Where the Playground sends its activities. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Stands between the Playground, which signs nothing, and the product, whose authentication is on: adds a token of the
 * sandbox's key to every activity and passes the answer back. What the bot writes goes straight to the Playground's
 * own connector, which the activity names and which asks for no token. Loopback only.
 */
export async function startRelay(options: { readonly sign: SignToken; readonly target: string }): Promise<Relay> {
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.post('/api/messages', async (request, response) => {
    const activity: unknown = request.body;
    const answer = await fetch(options.target, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await options.sign(serviceUrlOf(activity))}`,
      },
      body: JSON.stringify(activity),
    });
    const type = answer.headers.get('content-type');
    response.status(answer.status);
    if (type !== null) response.type(type);
    response.send(Buffer.from(await answer.arrayBuffer()));
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serviceUrlOf(activity: unknown): string {
  const isRecord = typeof activity === 'object' && activity !== null && 'serviceUrl' in activity;
  return isRecord && typeof activity.serviceUrl === 'string' ? activity.serviceUrl : '';
}
