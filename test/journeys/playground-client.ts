import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { startPlayground } from '../../src/commands/playground/process.ts';
import { startRelay } from '../../src/commands/playground/relay.ts';
import { playgroundConfig, playgroundIds } from '../../src/commands/playground/teams.ts';
import { sandboxClientId, sandboxTeamId, sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import type { RunningSandbox } from '../../src/start.ts';
import { textOf } from '../bot/card-text.ts';
import { temporaryFolder } from '../temporary.ts';

const botId = `28:${sandboxClientId}`;

/** What the Playground shows: an own client that nobody here wrote. */
export interface Shown {
  readonly action: string;
  readonly actionConversationId: string;
  readonly message: {
    readonly messageId: string;
    readonly text?: string;
    readonly attachments?: readonly { readonly content: Record<string, unknown> }[];
  };
}

/** The Microsoft 365 Agents Playground in front of the product's bot, with its authentication on. */
export interface PlaygroundClient {
  readonly shown: readonly Shown[];
  ask(path: string, body: unknown): Promise<unknown>;
  /** The next thing that the bot shows in a conversation after what has been shown before. */
  next(conversationId: string, from: number, action?: string): Promise<Shown>;
  /** Somebody writes; a mention where one is needed. Answers what the bot then shows. */
  say(conversationId: string, text: string, oid?: string): Promise<Shown>;
  /** Presses the first button whose title begins so. */
  press(oid: string, face: Shown, title: string, inputs?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** @param oids who is in the Playground, the one who writes first; it is filled up with others of the sandbox. */
export async function openPlayground(running: RunningSandbox, oids: readonly string[]): Promise<PlaygroundClient> {
  const { sandbox, url } = running;
  const relay = await startRelay({
    sign: (serviceUrl) => sandbox.issueBotToken({ appId: sandboxClientId, serviceUrl }),
    target: `${url}/api/messages`,
  });
  const known = sandbox.directory.people().map(({ id, displayName, mail }) => ({ oid: id, name: displayName, mail }));
  const by = (oid: string) => known.filter((person) => person.oid === oid);
  const playground = await startPlayground({
    endpoint: relay.endpoint,
    folder: temporaryFolder('playground'),
    config: playgroundConfig({
      tenantId: sandboxTenantId,
      bot: { appId: sandboxClientId, name: 'Lärprojekt' },
      teamId: sandboxTeamId,
      people: [...oids.flatMap(by), ...known.filter(({ oid }) => !oids.includes(oid))],
    }),
    port: await freePort(),
    headless: true,
  });
  const shown: Shown[] = [];
  const socket = new WebSocket(`${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data: Buffer) => shown.push(JSON.parse(data.toString()) as Shown)); // the Playground's own words
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  async function ask(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${playground.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async function next(conversationId: string, from: number, action = 'createMessage'): Promise<Shown> {
    for (let waited = 0; waited < 200; waited += 1) {
      const found = shown
        .slice(from)
        .find((one) => one.action === action && one.actionConversationId.startsWith(conversationId) && isBots(one));
      if (found !== undefined) return found;
      await sleep(100);
    }
    throw new Error(`nothing came in ${conversationId}: ${JSON.stringify(shown.slice(from)).slice(0, 500)}`);
  }

  return {
    shown,
    ask,
    next,
    async say(conversationId, text, oid = oids[0] ?? '') {
      const before = shown.length;
      const isPersonal = conversationId === playgroundIds.personal;
      await ask(`/_conversation/v1/conversations/${encodeURIComponent(conversationId)}/messages`, {
        from: { id: `29:${oid}` },
        text: isPersonal ? text : `<at>Lärprojekt</at> ${text}`,
        textFormat: isPersonal ? 'plain' : 'xml',
        mentions: isPersonal ? [] : [{ mentioned: { id: botId }, text: '<at>Lärprojekt</at>' }],
      });
      for (let at = before; ;) {
        const found = await next(conversationId, at);
        if (found.message.text !== text) return found;
        at = shown.indexOf(found) + 1;
      }
    },
    press(oid, face, title, inputs = {}) {
      const actions = (face.message.attachments?.[0]?.content['actions'] ?? []) as readonly {
        title: string;
        verb: string;
        data: object;
      }[]; // the bot's own card
      const button = actions.find((action) => action.title.startsWith(title));
      if (button === undefined)
        throw new Error(`no button ${title} among ${actions.map((one) => one.title).join(', ')}`);
      return ask('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        from: { id: `29:${oid}` },
        conversation: { id: face.actionConversationId },
        replyToId: face.message.messageId,
        value: {
          action: { type: 'Action.Execute', verb: button.verb, data: { ...button.data, ...inputs } },
          trigger: 'manual',
        },
      });
    },
    async close() {
      socket.close();
      await playground.stop();
      await relay.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** From the bot, and not one's own message echoed. */
export function isBots({ message }: Shown): boolean {
  return (message.attachments?.length ?? 0) > 0 || (message.text !== undefined && !message.text.includes('<at>'));
}

export function textIn({ message }: Shown): string {
  const card = message.attachments?.[0]?.content;
  return card === undefined ? (message.text ?? '') : textOf(card);
}
