import { once } from 'node:events';
import express, { type RequestHandler } from 'express';
import { onTestFinished } from 'vitest';
import { planningApi, projectsApi } from '../../../src/features/planning/routes.ts';
import { actorFor } from '../../../src/features/planning/queries.ts';
import type { Tools } from '../../../src/tools.ts';

export interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  readonly text: string;
}

export interface Caller {
  readonly oid: string;
  readonly tenantId?: string;
  readonly language?: 'sv' | 'en';
}

function chooseActor(tools: Tools): RequestHandler<{ projectId: string }> {
  return async (request, response, next) => {
    const identity = response.locals['identity'] as { tenantId: string; oid: string; language: 'sv' | 'en' };
    const actor = await actorFor(tools, identity, request.params.projectId, identity.language);
    if (actor === null) return void response.status(404).json({ reason: 'noProject' });
    response.locals['actor'] = actor;
    next();
  };
}

/** The planning routes on a port of their own, behind an imitation of the sign-in that believes the headers. */
export async function serve(tools: Tools) {
  const app = express();
  app.use(express.json({ limit: '5mb' }));
  app.use((request, response, next) => {
    const language = request.header('x-language') === 'en' ? 'en' : 'sv';
    const [tenantId, oid] = [request.header('x-tenant') ?? '', request.header('x-oid') ?? ''];
    response.locals['identity'] = { tenantId, oid, name: oid, language };
    next();
  });
  app.use('/api/projects', projectsApi(tools));
  app.use('/api/projects/:projectId', chooseActor(tools));
  app.use('/api/projects/:projectId', planningApi(tools));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the machine gave no port');
  return async (caller: Caller, method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${bound.port}/api/projects${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-oid': caller.oid,
        'x-tenant': caller.tenantId ?? 'home',
        'x-language': caller.language ?? 'sv',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
    return { status: response.status, text, body: parsed as Answer['body'] };
  };
}
