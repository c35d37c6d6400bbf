import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { azureBotAuthentication, type BotAuthentication } from '../bot/adapter.ts';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { publicLinks, type LinkTransport } from './adapters/http/links.ts';
import type { GraphTransport } from './adapters/graph/middleware.ts';
import { sandboxClientId, sandboxClientSecret, sandboxTenantId } from './commands/sandbox-world.ts';
import type { TenantConfig } from './config.ts';

/** The six values in which the modes differ. Everything else is the same code in both. */
export interface FarSideValues {
  /** The Graph client's last middleware. */
  readonly graphTransport: GraphTransport;
  /** MSAL's network client. */
  readonly msalTransport: GraphTransport;
  /** How an address on the web is looked at. */
  readonly linkTransport: LinkTransport;
  readonly botCredentials: ServiceClientCredentialsFactory;
  /** Who signs tokens, and where the keys are: for the tab by Entra's addresses, for the bot by its metadata. */
  readonly issuers: {
    readonly bot: BotAuthentication;
    readonly fetchKeys: (url: string, init: RequestInit) => Promise<Response>;
  };
  /** The one address that outsiders see. */
  readonly publicUrl: string;
}

/** Who the product is in a tenant. */
export interface Registration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly botAppId: string;
  readonly allowedTenants: readonly string[];
}

export interface Mode extends FarSideValues {
  readonly name: 'sandbox' | 'tenant';
  readonly registration: Registration;
}

export function tenantMode(config: TenantConfig): Mode {
  const network: GraphTransport = (request) => fetch(request);
  return {
    name: 'tenant',
    graphTransport: network,
    msalTransport: network,
    linkTransport: publicLinks(config.publicUrl),
    botCredentials: new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: config.botAppId,
      MicrosoftAppPassword: config.botAppPassword,
      MicrosoftAppTenantId: config.entraTenantId,
    }),
    issuers: {
      bot: azureBotAuthentication({ appId: config.botAppId, tenantId: config.entraTenantId }),
      fetchKeys: (url, init) => fetch(url, init),
    },
    publicUrl: config.publicUrl,
    registration: {
      tenantId: config.entraTenantId,
      clientId: config.clientId,
      clientSecret: config.clientSecret,
      botAppId: config.botAppId,
      allowedTenants: config.allowedTenants,
    },
  };
}

/** What the sandbox offers a mode: its network, and the token that its connector knows the bot by. */
export interface SandboxSide {
  fetch(request: Request): Promise<Response>;
  botToken(): Promise<string>;
  /** Of the key that signs what comes to the bot. The SDK remembers keys by their address, so a new key gets a new one. */
  readonly keyId?: string;
}

export function sandboxMode(side: SandboxSide, publicUrl: string, alsoAllowed: readonly string[] = []): Mode {
  const network: GraphTransport = (request) => side.fetch(request);
  return {
    name: 'sandbox',
    graphTransport: network,
    msalTransport: network,
    linkTransport: sandboxLinks(side, publicUrl),
    botCredentials: new SandboxBotCredentials(side),
    issuers: {
      bot: {
        appId: sandboxClientId,
        tenantId: sandboxTenantId,
        issuer: 'https://api.botframework.com',
        openIdMetadataUrl: `${publicUrl}/sandbox/bot/openid?key=${encodeURIComponent(side.keyId ?? '')}`,
        loginUrl: `https://login.microsoftonline.com/${sandboxTenantId}`,
        scope: 'https://api.botframework.com',
      },
      fetchKeys: (url, init) => side.fetch(new Request(url, init)),
    },
    publicUrl,
    registration: {
      tenantId: sandboxTenantId,
      clientId: sandboxClientId,
      clientSecret: sandboxClientSecret,
      botAppId: sandboxClientId,
      allowedTenants: [sandboxTenantId, ...alsoAllowed],
    },
  };
}

/** The product's own pages are there for everybody; the rest of the web is the sandbox's. */
function sandboxLinks(side: SandboxSide, publicUrl: string): LinkTransport {
  const own = publicLinks(publicUrl);
  return async (url, method) => {
    if (url.host === new URL(publicUrl).host) return await own(url, method);
    const response = await side.fetch(new Request(url, { method, redirect: 'manual' }));
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') };
  };
}

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Signs what the bot sends with the sandbox's own token. Inbound authentication stays on: the app id is checked. */
class SandboxBotCredentials extends ServiceClientCredentialsFactory {
  readonly #side: SandboxSide;
  constructor(side: SandboxSide) {
    super();
    this.#side = side;
  }
  override isValidAppId(appId = ''): Promise<boolean> {
    return Promise.resolve(appId === sandboxClientId);
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override createCredentials(): Promise<Credentials> {
    const side = this.#side;
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await side.botToken()}`);
        return request;
      },
    }); // the connector only signs with it
  }
}
