import { createServer, type Server } from 'node:http';
import type { Express } from 'express';

const TRIES = 20;
/** Longer than a load balancer keeps an idle connection, so that it is never we who hang up on a request. */
const KEEP_ALIVE_MS = 75_000;

/** Listens on the first free port from `port` on (0: any), and says which ports were busy. */
export async function listen(
  app: Express,
  at: { port: number; host: string },
): Promise<{ server: Server; port: number; busy: number[] }> {
  const busy: number[] = [];
  for (let port = at.port; port < at.port + TRIES; port += 1) {
    const server = await tryPort(app, { port, host: at.host });
    if (server !== 'busy') return { server, port: portOf(server), busy };
    busy.push(port);
  }
  throw new Error(`the ports ${at.port}–${at.port + TRIES - 1} are all in use: set PORT to a free one`);
}

function tryPort(app: Express, at: { port: number; host: string }): Promise<Server | 'busy'> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve('busy');
      else reject(cause);
    });
    server.listen(at.port, at.host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/** Answers what has been asked, takes nothing new. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
