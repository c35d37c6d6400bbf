import { ConfidentialClientApplication } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { Client, GraphError } from '@microsoft/microsoft-graph-client';
import type { Context } from '@microsoft/microsoft-graph-client';
import { expect, test } from 'vitest';
import { anna, attendee, openFarSide, organiser, session, tenantId } from './far-side.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const events = `/users/${organiser}/events`;

/** MSAL's own code with the sandbox as its network. */
async function msalToken(sandbox: Sandbox): Promise<string> {
  const send = async <Body>(method: string, url: string, options: NetworkRequestOptions = {}) => {
    const body = options.body === undefined ? null : options.body;
    const response = await sandbox.fetch(new Request(url, { method, headers: options.headers ?? {}, body }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as Body,
    };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const auth = { clientId: '11111111-2222-4333-8444-555555555555', clientSecret: 'hemligt', authority };
  const app = new ConfidentialClientApplication({ auth, system: { networkClient } });
  const result = await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  return result?.accessToken ?? '';
}

/** The Graph client with the sandbox as its last middleware. */
async function graphClient(sandbox: Sandbox): Promise<Client> {
  const token = await msalToken(sandbox);
  return Client.initWithMiddleware({
    middleware: {
      async execute(context: Context) {
        const request = new Request(context.request, context.options);
        request.headers.set('authorization', `Bearer ${token}`);
        context.response = await sandbox.fetch(request);
      },
    },
  });
}

test('MSAL signs in and the Graph client creates, cancels and reads with it', async () => {
  const { sandbox } = await openFarSide();
  const client = await graphClient(sandbox);
  const made = (await client.api(events).post(session({ attendees: [attendee(anna.mail)] }))) as { id: string };
  const read = (await client.api(events).select('subject').get()) as { value: unknown[] };
  expect(read.value).toMatchObject([{ id: made.id, subject: 'Träff 1' }]);
  // An empty 202 with a JSON content type would make the client throw here.
  await client.api(`${events}/${made.id}/cancel`).post({ comment: 'Snö' });
  expect(sandbox.mailbox(anna.mail).map((mail) => mail.kind)).toEqual(['meetingRequest', 'meetingCancelled']);
});

test('a throttled call reaches the caller as a GraphError with its Retry-After', async () => {
  const { sandbox } = await openFarSide();
  const client = await graphClient(sandbox);
  sandbox.failNext({ match: `GET /users/${organiser}`, status: 429, retryAfterSeconds: 5 });
  const fault: unknown = await client
    .api(events)
    .get()
    .catch((caught: unknown) => caught);
  expect(fault).toBeInstanceOf(GraphError);
  expect(fault).toMatchObject({ statusCode: 429, code: 'TooManyRequests' });
  expect((fault as GraphError).headers?.get('retry-after')).toBe('5');
});
