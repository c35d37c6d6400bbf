import express, { type Router } from 'express';
import type { CardAction } from '../chat/client.ts';
import type { ConnectorFault } from '../chat/refusals.ts';
import type { StoredPost } from '../chat/rows.ts';
import { answer, BadWish, field, text } from './answer.ts';
import type { SandboxEntrances } from './router.ts';

/** Teams' chats as somebody sees them, and what somebody can do there. */
export function chatApi(entrances: SandboxEntrances): Router {
  const { chats } = entrances;
  const router = express.Router();
  // Looking at a card is what makes Teams refresh it, so reading as somebody may ask the bot.
  router.get(
    '/chat',
    answer(async (_body, query) => {
      const { conversation: id = '', oid = '' } = query;
      for (const post of chats.book.posts(id)) await chats.client.look(post.id, oid);
      return chats.book.posts(id).map((post) => shown(entrances, post, oid));
    }),
  );
  router.get(
    '/chat/typing',
    answer((_body, { conversation = '' }) => ({ isTyping: chats.isTyping(conversation) })),
  );
  router.post(
    '/chat/say',
    answer(async (body) => {
      const rootId = field(body, 'rootId');
      const { post, heard, status } = await chats.client.say({
        conversationId: text(body, 'conversation'),
        from: text(body, 'oid'),
        text: text(body, 'text'),
        mention: field(body, 'mention') === true,
        rootId: typeof rootId === 'string' ? rootId : null,
      });
      return { ...post, heard, status };
    }),
  );
  router.post(
    '/chat/act',
    answer((body) =>
      chats.client.act({
        postId: text(body, 'post'),
        from: text(body, 'oid'),
        action: actionOf(field(body, 'action')),
      }),
    ),
  );
  router.post(
    '/chat/install',
    answer((body) => chats.client.install(text(body, 'conversation'), text(body, 'oid'))),
  );
  router.post(
    '/chat/uninstall',
    answer((body) => chats.client.uninstall(text(body, 'conversation'), text(body, 'oid'))),
  );
  router.post(
    '/chat/personal',
    answer((body) => chats.book.personal(text(body, 'oid'))),
  );
  router.post(
    '/chat/group',
    answer((body) => {
      const members = field(body, 'memberIds');
      if (!Array.isArray(members)) throw new BadWish('memberIds saknas. / memberIds is missing.');
      return chats.book.addGroupChat({
        id: text(body, 'id'),
        title: text(body, 'title'),
        memberIds: members.map(String),
      });
    }),
  );
  router.post(
    '/chat/faults',
    answer((body) => chats.failNext(body as ConnectorFault)), // for tests and demonstrations only
  );
  return router;
}

function shown({ chats, botName }: SandboxEntrances, post: StoredPost, oid: string): object {
  const person = post.from === 'bot' ? undefined : chats.book.person(post.from);
  return {
    ...post,
    views: undefined,
    author: post.from === 'bot' ? botName : (person?.displayName ?? post.from),
    isGuest: person?.kind === 'guest',
    view: post.views[oid] ?? null,
  };
}

function actionOf(value: unknown): CardAction {
  const type = field(value, 'type');
  if (type !== 'Action.Execute' && type !== 'Action.Submit')
    throw new BadWish('action.type är Action.Execute eller Action.Submit. / action.type is one of those two.');
  const verb = field(value, 'verb');
  return { type, data: field(value, 'data') ?? {}, ...(typeof verb === 'string' ? { verb } : {}) };
}
