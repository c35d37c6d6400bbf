import { graphClient, type GraphClient, type GraphClientParts } from '../../../src/adapters/graph/client.ts';
import type { MeetingDraft } from '../../../src/ports/meetings.ts';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { openFarSide, siljan, tenantId } from '../../sandbox/far-side.ts';

/** The real client towards a sandbox whose clock stands still. */
export async function graphBench(
  more: Partial<World> = {},
  parts: Partial<GraphClientParts> = {},
  options: Partial<SandboxOptions> = {},
): Promise<{ client: GraphClient; sandbox: Sandbox; pass: (minutes: number) => Promise<void> }> {
  const { sandbox, pass } = await openFarSide(more, options);
  return {
    sandbox,
    client: clientTo((request) => sandbox.fetch(request), parts),
    pass: (minutes) => pass({ minutes }),
  };
}

export function clientTo(
  network: (request: Request) => Promise<Response>,
  parts: Partial<GraphClientParts> = {},
): GraphClient {
  return graphClient({
    transport: network,
    msalTransport: network,
    tenantId,
    clientId: '11111111-2222-4333-8444-555555555555',
    credential: { secret: 'hemligt' },
    ...parts,
  });
}

export const tokenAnswer = (): Response =>
  Response.json({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: 'token-of-the-app' });

/** Answers Graph's requests with this, after a token. */
export function answering(
  answer: (request: Request) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) =>
    new URL(request.url).hostname === 'login.microsoftonline.com' ? tokenAnswer() : await answer(request);
}

export function draft(more: Partial<MeetingDraft> = {}): MeetingDraft {
  return {
    subject: 'Dalalab träff 1 av 4 i Falun: Nuläge',
    html: '<p>Välkommen</p>',
    start: '2026-09-22T08:30:00',
    end: '2026-09-22T16:00:00',
    timeZone: 'Europe/Stockholm',
    location: { displayName: 'Sal Siljan', mailbox: siljan },
    attendees: [{ address: siljan, name: 'Sal Siljan', type: 'resource' }],
    categories: ['Dalalab'],
    reminderMinutes: 1440,
    isOnline: false,
    hideAttendees: true,
    transactionId: 'e0c1a6f4-0000-4000-8000-000000000001',
    ...more,
  };
}
