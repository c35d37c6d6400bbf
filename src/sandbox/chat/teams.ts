import type { Router } from 'express';
import type { Sandbox } from '../sandbox.ts';
import type { BotIdentity } from './activities.ts';
import { openChatBook, type ChatBook } from './chat.ts';
import { openTeamsClient, type TeamsClient } from './client.ts';
import { connectorRouter } from './connector.ts';
import { openConnectorFaults, type ConnectorFault } from './refusals.ts';
import { openTyping } from './typing.ts';

/** Teams' chats on the far side: what is said, what people do, and the connector that the bot answers through. */
export interface TeamsChats {
  readonly book: ChatBook;
  readonly client: TeamsClient;
  /** Mounted where `serviceUrl` points. */
  readonly connector: Router;
  /** Rises with every change, for pages that wait for news. */
  version(): number;
  /** Does the bot show that it is writing there. */
  isTyping(conversationId: string): boolean;
  /** Makes the connector refuse the bot's next calls. */
  failNext(fault: ConnectorFault): void;
  /** The token that the bot shows when it writes: signed by the sandbox, checked by its connector. */
  botToken(): Promise<string>;
}

export interface ChatSettings {
  readonly bot: BotIdentity;
  /** `/api/messages` of the product. */
  readonly botEndpoint: string;
}

/** Real seconds: the bot's own token lives an hour, less what a slow call takes. */
const TOKEN_SECONDS = 3600;
/** Bot Service gives up after ten to fifteen real seconds. */
const PATIENCE_MS = 15_000;

export function openTeamsChats(sandbox: Sandbox, settings: ChatSettings): TeamsChats {
  const { far } = sandbox;
  const book = openChatBook(far);
  let version = 0;
  const changed = (): void => void (version += 1);
  const bot = (): BotIdentity => settings.bot;
  const faults = openConnectorFaults();
  const typing = openTyping();
  const send = async (activity: object): Promise<Response> => {
    const token = await sandbox.issueBotToken({ appId: settings.bot.appId, serviceUrl: settings.bot.serviceUrl });
    try {
      return await fetch(settings.botEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      // What the Bot Service says of a bot that is silent or away.
      return new Response(null, { status: 504 });
    }
  };
  return {
    book,
    client: openTeamsClient({ far, book, bot, send, changed }),
    connector: connectorRouter({ far, book, bot, faults, typing, changed }),
    version: () => version,
    isTyping: typing.isOn,
    failNext: faults.failNext,
    botToken: () =>
      far.keys.sign(
        { iss: 'https://sts.windows.net/sandbox/', aud: 'https://api.botframework.com', appid: settings.bot.appId },
        TOKEN_SECONDS,
      ),
  };
}
