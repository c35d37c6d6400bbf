import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { linkLooker, publicLinks } from '../../../src/adapters/http/links.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function webSite(handler: Handler): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }; // it listens on a port
}

const end =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, headers).end();

test('INV-07 a page that answers is there, one that says 404 is not, and one that is out of order is not known', async () => {
  const found = async (status: number) => {
    const site = await webSite(end(status));
    return await linkLooker(publicLinks(site.url)).look(`${site.url}/anmalan`);
  };
  expect(await found(200)).toEqual({ outcome: 'answers', status: 200 });
  expect(await found(404)).toEqual({ outcome: 'missing', status: 404 });
  expect(await found(410)).toEqual({ outcome: 'missing', status: 410 });
  for (const status of [401, 403, 429, 500, 503]) expect(await found(status)).toEqual({ outcome: 'unknown', status });
});

test('INV-07 a server that does not know HEAD is asked as a browser asks, and a moved page is followed', async () => {
  const site = await webSite((request, response) => {
    if (request.url === '/gammal') return void response.writeHead(301, { location: '/ny' }).end();
    if (request.url === '/runt') return void response.writeHead(302, { location: '/runt' }).end();
    response.writeHead(request.method === 'HEAD' ? 405 : 200).end('hej');
  });
  const links = linkLooker(publicLinks(site.url));
  expect(await links.look(`${site.url}/gammal`)).toEqual({ outcome: 'answers', status: 200 });
  expect(site.asked).toEqual(['HEAD /gammal', 'HEAD /ny', 'GET /ny']);
  expect(await links.look(`${site.url}/runt`)).toEqual({ outcome: 'missing', status: 302 });
});

test('INV-07 nobody within the organisation is knocked at, whether by name, by number or by a page that leads there', async () => {
  const inner = await webSite(end(200));
  const links = linkLooker(publicLinks('https://larprojekt.example'));
  const port = new URL(inner.url).port;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433'])
    expect([host, await links.look(`http://${host}:${port}/`)]).toEqual([host, { outcome: 'missing', status: null }]);
  for (const host of ['10.1.2.3', '192.168.0.1', '169.254.169.254', '[fe80::1]'])
    expect([host, await links.look(`http://${host}/`)]).toEqual([host, { outcome: 'missing', status: null }]);
  const outer = await webSite(end(302, { location: 'http://127.0.0.1:1/' }));
  expect(await linkLooker(publicLinks(outer.url)).look(outer.url)).toEqual({ outcome: 'missing', status: null });
  expect(inner.asked).toEqual([]);
  for (const address of ['ftp://x.example/', 'inte en adress', 'javascript:alert(1)'])
    expect(await links.look(address)).toEqual({ outcome: 'missing', status: null });
});
