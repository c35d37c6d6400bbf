import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { AskedToWait } from '../../ports/far-side.ts';
import { askedToWait } from './answers.ts';
import type { GraphTransport } from './middleware.ts';

export interface SignInParts {
  /** The network towards Entra. */
  readonly msalTransport: GraphTransport;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: { readonly secret: string };
}

const graphScope = 'https://graph.microsoft.com/.default';

/** Entra is busy or broken: asked again after its own word, or after this many seconds. */
const usualWaitSeconds = 5;

/** The app's own token for Graph (client credentials). MSAL keeps it until shortly before it expires, on real time. */
export function bearer(parts: SignInParts): () => Promise<string> {
  return appToken(parts, graphScope);
}

/** The same for another of Microsoft's services, such as the one that carries what a bot says. */
export function appToken(parts: SignInParts, scope: string): () => Promise<string> {
  const away: { wait?: AskedToWait } = {};
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: parts.clientId,
      clientSecret: parts.credential.secret,
      authority: `https://login.microsoftonline.com/${parts.tenantId}`,
    },
    system: { networkClient: networkClient(parts.msalTransport, (wait) => void (away.wait = wait)) },
  });
  return async () => {
    try {
      const result = await app.acquireTokenByClientCredential({ scopes: [scope] });
      if (result === null) throw new Error(`Entra gave no token for ${scope}`);
      return result.accessToken;
    } catch (cause) {
      // MSAL makes an error of its own of whatever its network threw.
      const { wait } = away;
      delete away.wait;
      throw wait ?? cause;
    }
  };
}

/** MSAL would remember a busy answer and refuse by itself for a minute; our jobs know how to wait. */
function networkClient(transport: GraphTransport, isAway: (wait: AskedToWait) => void): INetworkModule {
  const send = async <Body>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) => {
    const body = options.body === undefined ? {} : { body: options.body };
    const response = await transport(new Request(url, { method, headers: options.headers ?? {}, ...body }));
    const text = await response.text();
    if (response.status === 429 || response.status >= 500) {
      const wait = new AskedToWait('sign in', askedToWait(response) ?? usualWaitSeconds);
      isAway(wait);
      throw wait;
    }
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
