import { once } from 'node:events';
import express, { type Router } from 'express';
import type { Actor } from '../../src/domain/people.ts';
import { lead } from './session-stage.ts';

export interface Web {
  readonly url: string;
  /** Who the tab's API takes the caller for. */
  actAs(actor: Actor): void;
  close(): Promise<void>;
}

/** The routers of a feature on a port of their own; the sign-in is somebody else's test. */
export async function serve(routers: {
  readonly pages: readonly Router[];
  readonly apis: readonly Router[];
}): Promise<Web> {
  let actor = lead;
  const app = express();
  app.use('/api/projects/:projectId', express.json(), (_request, response, next) => {
    response.locals['actor'] = actor;
    next();
  });
  for (const router of routers.apis) app.use('/api/projects/:projectId', router);
  for (const router of routers.pages) app.use(router);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the machine gave no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    actAs: (other) => {
      actor = other;
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** A form as a browser sends it. */
export function formBody(fields: Readonly<Record<string, string | readonly string[]>>): RequestInit {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return { method: 'POST', body, redirect: 'manual' };
}
