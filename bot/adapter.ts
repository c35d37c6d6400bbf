import { CloudAdapter, type Response as BotResponse, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  BotFrameworkAuthenticationFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** Who the bot is, who may call it and where the keys are. Azure's and the sandbox's are two values of this shape. */
export interface BotAuthentication {
  /** The bot's Entra application id. Never empty: an empty one switches authentication off. */
  readonly appId: string;
  /** The tenant of the single-tenant bot. */
  readonly tenantId: string;
  /** Who signs what Teams sends us. */
  readonly issuer: string;
  /** Where the signer's keys are published. */
  readonly openIdMetadataUrl: string;
  /** Where the bot's own token comes from, and what it is for. */
  readonly loginUrl: string;
  readonly scope: string;
}

/** Azure's public cloud, for a bot registered as single tenant. */
export function azureBotAuthentication(bot: { readonly appId: string; readonly tenantId: string }): BotAuthentication {
  return {
    ...bot,
    issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    loginUrl: `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${bot.tenantId}`,
    scope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  };
}

/** Inbound authentication is always on: an empty app id or a factory that switches it off is refused here. */
export async function botAdapter(options: {
  readonly credentialsFactory: ServiceClientCredentialsFactory;
  readonly authentication: BotAuthentication;
}): Promise<CloudAdapter> {
  const { credentialsFactory, authentication } = options;
  if (authentication.appId.trim() === '')
    throw new Error('Boten saknar app-id. An empty app id would let anybody speak to the bot: set BOT_APP_ID.');
  if (await credentialsFactory.isAuthenticationDisabled())
    throw new Error('Botens inloggningskontroll är avstängd. The bot’s authentication must not be switched off.');
  return new CloudAdapter(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      authentication.loginUrl,
      authentication.scope,
      authentication.issuer,
      AuthenticationConstants.OAuthUrl,
      authentication.openIdMetadataUrl,
      // Tokens of the Emulator's kind (an app's own) are checked against the same keys, so none of them passes.
      authentication.openIdMetadataUrl,
      '',
      credentialsFactory,
      new AuthenticationConfiguration([]),
    ),
  );
}

/** Whoever takes the turns of the adapter. */
interface TurnTaker {
  run(context: TurnContext): Promise<void>;
}

/** `POST /api/messages`, behind a JSON body parser. Whoever is not let in gets 401 and no reason. */
export function botEndpoint(adapter: CloudAdapter, bot: TurnTaker, log: Logger): RequestHandler {
  return (request, response, next) => {
    const entry = { isIn: false };
    const turn = (context: TurnContext): Promise<void> => {
      entry.isIn = true;
      return bot.run(context);
    };
    const processed = adapter.process(request, answering(response, entry, log), turn);
    processed.catch((cause: unknown) => {
      if (entry.isIn || response.headersSent) return void next(cause);
      log.warn('bot request refused');
      response.status(401).end();
    });
  };
}

/** The adapter calls a bad signature a fault of its own (500) and tells the caller why; outsiders need to know neither. */
function answering(response: Response, entry: { readonly isIn: boolean }, log: Logger): BotResponse {
  const face: BotResponse = {
    socket: response.socket,
    end: (...args: unknown[]) => response.end(...(args as [])), // the adapter ends without arguments
    header: (name: string, value: unknown) => response.header(name, String(value)),
    send: (body: unknown) => (entry.isIn ? response.send(body) : response),
    status: (code: number) => {
      if (!entry.isIn) log.warn({ status: code }, 'bot request refused');
      return response.status(code === 500 && !entry.isIn ? 401 : code);
    },
  };
  return face;
}
