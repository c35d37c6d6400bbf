import type { Server } from 'node:http';
import express, { type Express } from 'express';
import { listen } from './adapters/http/server.ts';

/** An address that is taken before the product behind it has been composed, and kept while it is composed anew. */
export interface Door {
  readonly server: Server;
  readonly port: number;
  readonly busy: readonly number[];
  open(app: Express): void;
  /** Answers 503 until it is opened again. */
  shut(): void;
}

export async function openDoor(at: { port: number; host: string }): Promise<Door> {
  const front = express();
  const inside: { app?: Express | undefined } = {};
  front.disable('x-powered-by');
  front.use((request, response, next) =>
    inside.app ? inside.app(request, response, next) : void response.status(503).set('retry-after', '1').end(),
  );
  const { server, port, busy } = await listen(front, at);
  return {
    ...{ server, port, busy },
    open: (app) => void (inside.app = app),
    shut: () => void (inside.app = undefined),
  };
}
