import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import type { GraphTransport } from './middleware.ts';

export interface SignInParts {
  /** The network towards Entra. */
  readonly msalTransport: GraphTransport;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: { readonly secret: string };
}

const graphScope = 'https://graph.microsoft.com/.default';

/** The app's own token for Graph (client credentials). MSAL keeps it until shortly before it expires, on real time. */
export function bearer(parts: SignInParts): () => Promise<string> {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: parts.clientId,
      clientSecret: parts.credential.secret,
      authority: `https://login.microsoftonline.com/${parts.tenantId}`,
    },
    system: { networkClient: networkClient(parts.msalTransport) },
  });
  return async () => {
    const result = await app.acquireTokenByClientCredential({ scopes: [graphScope] });
    if (result === null) throw new Error('Entra gave no token for Graph');
    return result.accessToken;
  };
}

function networkClient(transport: GraphTransport): INetworkModule {
  const send = async <Body>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) => {
    const body = options.body === undefined ? {} : { body: options.body };
    const response = await transport(new Request(url, { method, headers: options.headers ?? {}, ...body }));
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (text === '' ? {} : JSON.parse(text)) as Body, // MSAL checks what it reads
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
