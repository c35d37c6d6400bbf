import { CloudAdapter } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  BotFrameworkAuthenticationFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { LarprojektBot } from './bot.ts';

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

/** `POST /api/messages`, behind a JSON body parser. */
export function botEndpoint(adapter: CloudAdapter, bot: LarprojektBot, log: Logger): RequestHandler {
  return (request, response, next) => {
    adapter
      .process(request, response, (context) => bot.run(context))
      .catch((cause: unknown) => {
        // A bad signature or algorithm makes the adapter throw without having answered.
        log.warn({ reason: cause instanceof Error ? cause.name : 'unknown' }, 'bot request refused');
        if (response.headersSent) return void next(cause);
        response.status(401).json({ reason: 'unauthorized' });
      });
  };
}
