import { readdirSync } from 'node:fs';
import { extname, sep } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

/** The built tab, and the pane in it: files by their names, which change with their content, and a page for every address. */
export function tabFiles(folder: string): Router {
  const router = express.Router();
  router.use(
    squeezed(folder),
    express.static(folder, { index: false, redirect: false, immutable: true, maxAge: '1h' }),
  );
  router.get('/pane', (_request, response) => {
    response.set('cache-control', 'no-cache');
    response.sendFile('pane/index.html', { root: folder });
  });
  router.get(/.*/, (_request, response) => {
    response.set('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder });
  });
  return router;
}

/** Whoever reads brotli gets the copy that the build has laid beside the file: a quarter of the weight. */
function squeezed(folder: string): RequestHandler {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const copies = new Set(names.filter((name) => name.endsWith('.br')).map((name) => `/${name.split(sep).join('/')}`));
  return (request, response, next) => {
    const copy = `${request.path}.br`;
    if (!copies.has(copy)) return next();
    response.vary('accept-encoding');
    if (request.acceptsEncodings('br') !== 'br') return next();
    response.type(extname(request.path)).set('content-encoding', 'br');
    request.url = copy;
    next();
  };
}
