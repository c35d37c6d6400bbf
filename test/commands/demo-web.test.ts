import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openEvidence } from '../../src/commands/demo/evidence.ts';
import { openWeb } from '../../src/commands/demo/web.ts';

test('the script keeps no connection that the server could let go of while it computes', async () => {
  const server = createServer((_request, response) => void response.end('here')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => void (connections += 1));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const web = openWeb(`http://127.0.0.1:${port}`, openEvidence());
  try {
    for (const plan of ['call', 'write', 'visit', 'wait']) {
      expect((await web.submit('/', { plan })).text).toBe('here');
      await turn();
    }
    expect(connections).toBe(4);
  } finally {
    server.close();
  }
});
