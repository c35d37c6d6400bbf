import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { FarSide } from '../far-side.ts';
import { member, oidOfMri, type BotIdentity } from './activities.ts';
import { splitThread, type ChatBook } from './chat.ts';
import { openLimits, type LimitedCall } from './limits.ts';
import type { StoredConversation, StoredPost } from './rows.ts';

/** Teams refuses larger messages; measured on the JSON. */
const MOST_BYTES = 100 * 1024;

interface ConnectorParts {
  readonly far: FarSide;
  readonly book: ChatBook;
  readonly bot: () => BotIdentity;
  /** Somebody's page may want to know. */
  readonly changed: () => void;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter?: number;
}

function refuse(response: Response, { status, code, message, retryAfter }: Refusal): void {
  if (retryAfter !== undefined) response.set('retry-after', String(retryAfter));
  response.status(status).json({ error: { code, message } });
}

/** The Bot Framework connector's REST interface, as far as a Teams bot uses it. Every call must bring our own token. */
export function connectorRouter(parts: ConnectorParts): Router {
  const { far, book } = parts;
  const limit = openLimits();
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }), onlyTheBot(parts));

  const throttled = (call: LimitedCall, thread: string, response: Response): boolean => {
    const retryAfter = limit(call, thread);
    if (retryAfter !== undefined)
      refuse(response, { status: 429, code: 'Throttled', message: 'Too many requests', retryAfter });
    return retryAfter !== undefined;
  };

  /** The conversation that the path names, when the bot is in it. */
  const reach = (
    request: Request,
    response: Response,
  ): { conversation: StoredConversation; rootId: string | null } | undefined => {
    const { conversationId, rootId } = splitThread(String(request.params['conversationId']));
    const conversation = book.conversation(conversationId);
    if (conversation === undefined)
      return void refuse(response, { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' });
    const isReached =
      conversation.kind === 'personal' ? conversation.memberIds.some(book.reaches) : conversation.installedBy !== null;
    if (!isReached)
      return void refuse(response, {
        status: 403,
        code: 'BotNotInConversationRoster',
        message: 'The bot is not part of the conversation roster.',
      });
    return { conversation, rootId };
  };

  const addPost = (conversation: StoredConversation, rootId: string | null, body: unknown): StoredPost => {
    const post = book.add({ conversationId: conversation.id, rootId, from: 'bot', ...contentOf(body) });
    far.state.flush();
    parts.changed();
    return post;
  };

  router.post('/v3/conversations', (request, response) => {
    const wish = createWish(request.body);
    if (wish.channelId !== null) {
      const conversation = book.conversation(wish.channelId);
      if (conversation?.installedBy == null)
        return refuse(response, {
          status: 403,
          code: 'BotNotInConversationRoster',
          message: 'The bot is not part of the conversation roster.',
        });
      if (throttled('create', conversation.id, response)) return;
      const post = addPost(conversation, null, wish.activity);
      return void response.status(201).json({ id: `${conversation.id};messageid=${post.id}`, activityId: post.id });
    }
    const oid = wish.memberOid;
    if (oid === null || book.person(oid) === undefined)
      return refuse(response, { status: 404, code: 'UserNotFound', message: 'The user was not found.' });
    if (!book.reaches(oid))
      return refuse(response, {
        status: 403,
        code: 'BotNotInConversationRoster',
        message: 'The bot is not installed for the user.',
      });
    if (throttled('create', 'bot', response)) return;
    const conversation = book.personal(oid);
    far.state.flush();
    response.status(201).json({ id: conversation.id });
  });

  const send: RequestHandler = (request, response) => {
    const at = reach(request, response);
    if (at === undefined) return;
    if (JSON.stringify(request.body).length > MOST_BYTES)
      return refuse(response, { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large' });
    if (throttled('send', String(request.params['conversationId']), response)) return;
    if (typeOf(request.body) === 'typing') return void response.status(201).json({ id: '' });
    const post = addPost(at.conversation, at.rootId, request.body);
    response.status(201).json({ id: post.id });
  };
  router.post('/v3/conversations/:conversationId/activities', send);
  router.post('/v3/conversations/:conversationId/activities/:activityId', send);

  router.put('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    const at = reach(request, response);
    if (at === undefined) return;
    const post = book.post(String(request.params['activityId']));
    if (post?.from !== 'bot' || post.deletedAt !== null)
      return refuse(response, { status: 404, code: 'ActivityNotFoundInConversation', message: 'Activity not found.' });
    if (throttled('send', String(request.params['conversationId']), response)) return;
    // A changed message shows everybody the new card; what single people saw is gone.
    book.change({ ...post, ...contentOf(request.body), editedAt: far.clock.nowMs(), views: {} });
    far.state.flush();
    parts.changed();
    response.status(200).json({ id: post.id });
  });

  router.delete('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    const at = reach(request, response);
    if (at === undefined) return;
    const post = book.post(String(request.params['activityId']));
    if (post !== undefined) book.change({ ...post, deletedAt: far.clock.nowMs() });
    far.state.flush();
    parts.changed();
    response.status(200).end();
  });

  router.get('/v3/conversations/:conversationId/members', (request, response) => {
    const at = reach(request, response);
    if (at === undefined || throttled('members', at.conversation.id, response)) return;
    response.json(book.members(at.conversation).map((person) => member(far, person)));
  });
  router.get('/v3/conversations/:conversationId/pagedmembers', (request, response) => {
    const at = reach(request, response);
    if (at === undefined || throttled('members', at.conversation.id, response)) return;
    const size = Math.min(Number(request.query['pageSize'] ?? 200) || 200, 500);
    const from = Number(request.query['continuationToken'] ?? 0) || 0;
    const people = book.members(at.conversation);
    const page = people.slice(from, from + size).map((person) => member(far, person));
    response.json({
      members: page,
      ...(from + size < people.length ? { continuationToken: String(from + size) } : {}),
    });
  });
  router.get('/v3/conversations/:conversationId/members/:memberId', (request, response) => {
    const at = reach(request, response);
    if (at === undefined || throttled('members', at.conversation.id, response)) return;
    const oid = oidOfMri(String(request.params['memberId']));
    const person = book.members(at.conversation).find(({ id }) => id === oid);
    if (person === undefined)
      return refuse(response, { status: 404, code: 'MemberNotFoundInConversation', message: 'Member not found.' });
    response.json(member(far, person));
  });
  router.get('/v3/teams/:teamId', (request, response) => {
    const team = teamOf(far, String(request.params['teamId']));
    if (team === undefined) return refuse(response, { status: 404, code: 'NotFound', message: 'Team not found.' });
    response.json({ id: request.params['teamId'], name: team.displayName, aadGroupId: team.id });
  });
  router.get('/v3/teams/:teamId/conversations', (request, response) => {
    const team = teamOf(far, String(request.params['teamId']));
    if (team === undefined) return refuse(response, { status: 404, code: 'NotFound', message: 'Team not found.' });
    response.json({ conversations: team.channels.map(({ id, displayName }) => ({ id, name: displayName })) });
  });
  router.use((_request, response) =>
    refuse(response, { status: 404, code: 'NotFound', message: 'No such operation.' }),
  );
  return router;
}

/** Teams names a team by its first channel's id, in the bot's world. */
function teamOf(far: FarSide, id: string) {
  return far.directory.team(id) ?? far.directory.channel(id)?.team;
}

function onlyTheBot({ far, bot }: ConnectorParts): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    const claims = token === undefined ? undefined : await far.keys.verify(token);
    if (claims === undefined || claims['appid'] !== bot().appId)
      return refuse(response, { status: 401, code: 'BotNotRegistered', message: 'The bot is not registered.' });
    next();
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function typeOf(body: unknown): unknown {
  return record(body)['type'];
}

function contentOf(body: unknown): Pick<StoredPost, 'text' | 'summary' | 'attachments'> {
  const { text, summary, attachments } = record(body);
  const list: unknown[] = Array.isArray(attachments) ? attachments : [];
  return {
    text: typeof text === 'string' ? text : '',
    summary: typeof summary === 'string' ? summary : null,
    attachments: list.map((one) => {
      const { contentType, content } = record(one);
      return { contentType: String(contentType ?? ''), content };
    }),
  };
}

function createWish(body: unknown): { channelId: string | null; memberOid: string | null; activity: unknown } {
  const wish = record(body);
  const channel = record(record(wish['channelData'])['channel'])['id'];
  const members: unknown[] = Array.isArray(wish['members']) ? wish['members'] : [];
  const first = record(members[0]);
  const named = first['aadObjectId'] ?? first['id'];
  return {
    channelId: wish['isGroup'] === true && typeof channel === 'string' ? channel : null,
    memberOid: typeof named === 'string' ? oidOfMri(named) : null,
    activity: wish['activity'],
  };
}
