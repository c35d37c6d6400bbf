import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import {
  oidOf,
  organiserMailboxOf,
  participantsChannelId,
  planningChatId,
  sandboxTenantId,
  worldOf,
} from '../../src/commands/sandbox-world.ts';
import { importProject } from '../../src/features/planning/file/actions.ts';
import { activate, previewActivation } from '../../src/features/planning/activation/actions.ts';
import { actorFor } from '../../src/features/planning/queries.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import type { CardAction } from '../../src/sandbox/chat/client.ts';
import type { StoredPost } from '../../src/sandbox/chat/rows.ts';
import { startSandbox, type RunningSandbox } from '../../src/start.ts';
import type { Actor } from '../../src/domain/people.ts';
import { quickest } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { textOf } from './card-text.ts';

/** People of the sample project, by what they are in it. */
export const people = {
  lead: oidOf('karin.tunsberg@region-dalarna.example'),
  /** In the working group, and no lead. */
  planner: oidOf('mattias.orre@region-dalarna.example'),
  /** In the planning group, a guest from another organisation. */
  guest: oidOf('eva-lotta.norrby@lansstyrelsen-dalarna.example'),
  /** A confirmed participant with an account, and no other part. */
  participant: oidOf('dmitri.petrov@region-dalarna.example'),
  stranger: oidOf('ove.utomstaende@region-dalarna.example'),
};

/** Works in the same organisation and has no part in any learning project. */
const outsider = {
  id: 'st-99',
  displayName: 'Ove Utomstående',
  email: 'ove.utomstaende@region-dalarna.example',
  accountType: 'member',
};

/** A message as everybody sees it. */
export interface Face {
  readonly id: string;
  readonly text: string;
  readonly card: Record<string, unknown> | undefined;
}

/** The whole product with its sandbox, as a chat: say, press, and read what the bot wrote. */
export interface BotStage {
  readonly running: RunningSandbox;
  readonly projectId: string;
  /** Somebody writes to the bot, with a mention where one is needed; answers what the bot then posted. */
  say(oid: string, text: string, conversationId?: string): Promise<Face>;
  /** Presses the first button whose title begins so; answers the card as everybody now sees it. */
  press(oid: string, face: Face, title: string, inputs?: Record<string, unknown>): Promise<Pressed>;
  personal(oid: string): string;
  latest(conversationId: string): Face;
  face(postId: string): Face;
  actor(oid: string): Promise<Actor>;
  activate(): Promise<void>;
  close(): Promise<void>;
}

export interface Pressed {
  /** What the one who pressed sees. */
  readonly own: { readonly card?: string; readonly toast?: string };
  /** What everybody sees. */
  readonly shared: Face;
}

export { participantsChannelId, planningChatId, sandboxTenantId };

export async function openBotStage(
  now: string,
  change: (file: { participants: unknown[] }) => void = () => undefined,
): Promise<BotStage> {
  const file = structuredClone(sampleProject());
  change(file as unknown as { participants: unknown[] });
  const running = await startSandbox({
    config: {
      mode: 'sandbox',
      fresh: false,
      port: 0,
      dataFolder: temporaryFolder('bot'),
      databaseUrl: await quickest.preparedUrl(),
      logLevel: 'silent',
      roles: ['web', 'worker'],
      graceSeconds: 60,
    },
    world: worldOf({ ...file, staff: [...(file.staff ?? []), outsider] }, { startsAt: now }),
    organiserMailbox: organiserMailboxOf(file),
    log: pino({ level: process.env['BOT_LOG'] ?? 'silent' }),
    tabFolder: null,
    frozen: true,
    inMemory: true,
  });
  const { product, chats } = running;
  const { tools } = product;
  const imported = await importProject(tools, sandboxTenantId, file, { actorName: 'test' });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  const projectId = file.project.id;

  const faceOf = (post: StoredPost): Face => {
    const content = post.attachments[0]?.content;
    const card = typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : undefined; // the bot's own JSON
    return { id: post.id, text: card === undefined ? post.text : textOf(card), card };
  };
  const face = (postId: string): Face => {
    const post = chats.book.post(postId);
    if (post === undefined) throw new Error(`no post ${postId}`);
    return faceOf(post);
  };
  const latest = (conversationId: string): Face => {
    const post = chats.book.posts(conversationId).findLast(({ from }) => from === 'bot');
    if (post === undefined) throw new Error(`the bot has written nothing in ${conversationId}`);
    return faceOf(post);
  };
  const personal = (oid: string): string => {
    const { id, installedBy } = chats.book.personal(oid);
    if (installedBy === null) chats.book.install(id, oid);
    return id;
  };
  const actor = async (oid: string): Promise<Actor> => {
    const found = await actorFor(tools, { tenantId: sandboxTenantId, oid }, projectId, 'sv');
    if (found === null) throw new Error(`${oid} has no part in the project`);
    return found;
  };

  return {
    running,
    projectId,
    personal,
    latest,
    face,
    actor,
    async say(oid, text, conversationId = personal(oid)) {
      const isPersonal = conversationId === chats.book.personal(oid).id;
      const before = chats.book.posts(conversationId).length;
      await chats.client.say({ conversationId, from: oid, text, mention: !isPersonal });
      const answers = chats.book
        .posts(conversationId)
        .slice(before)
        .filter(({ from }) => from === 'bot');
      const [answer] = answers;
      if (answer === undefined) throw new Error(`no answer to "${text}"`);
      if (answers.length > 1) throw new Error(`${answers.length} answers to "${text}"`);
      return faceOf(answer);
    },
    async press(oid, before, title, inputs = {}) {
      const action = buttonOf(before, title, inputs);
      const answer = await chats.client.act({ postId: before.id, from: oid, action });
      if (answer === null) return { own: {}, shared: face(before.id) };
      const isCard = answer.type === 'application/vnd.microsoft.card.adaptive';
      const own = isCard
        ? { card: textOf(answer.value as Record<string, unknown>) } // the bot's own JSON
        : { toast: typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value) };
      return { own, shared: face(before.id) };
    },
    async activate() {
      const lead = await actor(people.lead);
      const preview = await previewActivation(tools, lead);
      if (!preview.ok) throw new Error(preview.reason);
      const active = await activate(tools, lead, preview.value);
      if (!active.ok) throw new Error(active.reason);
    },
    close: () => running.close(),
  };
}

function buttonOf({ card }: Face, title: string, inputs: Record<string, unknown>): CardAction {
  const actions = (card?.['actions'] ?? []) as readonly {
    type: string;
    title?: string;
    verb?: string;
    data?: object;
  }[]; // the bot's own JSON
  const found = actions.find((action) => action.type === 'Action.Execute' && action.title?.startsWith(title) === true);
  if (found?.verb === undefined)
    throw new Error(`no button "${title}" among ${actions.map((action) => action.title).join(', ')}`);
  return { type: 'Action.Execute', verb: found.verb, data: { ...found.data, ...inputs } };
}

export function at(iso: string): Temporal.Instant {
  return Temporal.Instant.from(iso);
}
