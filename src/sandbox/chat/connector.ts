import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import type { FarSide } from '../far-side.ts';
import { member, oidOfMri, type BotIdentity } from './activities.ts';
import { contentOf, createWish, typeOf, type CreateWish } from './activity-shape.ts';
import { splitThread, type ChatBook } from './chat.ts';
import { openLimits, type LimitedCall } from './limits.ts';
import { requestKind, type RainKind } from '../rain.ts';
import { refusals, refuse, throttled, type ConnectorFaults, type Refusal } from './refusals.ts';
import type { StoredConversation, StoredPost } from './rows.ts';
import type { Typing } from './typing.ts';

/** Teams refuses larger messages: about 100 KB, and it counts in UTF-16, two bytes a unit. */
const MOST_UNITS = (100 * 1024) / 2;

interface ConnectorParts {
  readonly far: FarSide;
  readonly book: ChatBook;
  readonly bot: () => BotIdentity;
  readonly faults: ConnectorFaults;
  readonly typing: Typing;
  /** Somebody's page may want to know. */
  readonly changed: () => void;
}

interface Place {
  readonly conversation: StoredConversation;
  readonly rootId: string | null;
}

interface Desk extends ConnectorParts {
  /** True when the call has been refused as one too many. */
  isThrottled(call: LimitedCall, thread: string, response: Response): boolean;
  /** The conversation that the path names, when the bot is in it; otherwise the refusal has been given. */
  reach(request: Request, response: Response): Place | undefined;
  addPost(place: Place, body: unknown): StoredPost;
}

/** The Bot Framework connector's REST interface, as far as a Teams bot uses it. Every call must bring our own token. */
export function connectorRouter(parts: ConnectorParts): Router {
  const desk = openDesk(parts);
  const router = express.Router();
  router.use(onlyTheBot(desk), express.json({ limit: '1mb' }), sizeError, asTeamsPleases(desk));
  router.post('/v3/conversations', createConversation(desk));
  router.use('/v3/conversations/:conversationId/activities', activityRoutes(desk));
  router.use('/v3/conversations/:conversationId', memberRoutes(desk));
  router.use('/v3/teams/:teamId', teamRoutes(desk));
  router.use((_request, response) => refuse(response, refusals.noOperation));
  return router;
}

function openDesk(parts: ConnectorParts): Desk {
  const { book, far } = parts;
  const limit = openLimits();
  return {
    ...parts,
    isThrottled(call, thread, response) {
      const wait = limit('app', 'all') ?? limit(call, thread);
      if (wait !== undefined) refuse(response, throttled(wait));
      return wait !== undefined;
    },
    reach(request, response) {
      const { conversationId, rootId } = splitThread(threadOf(request));
      const conversation = book.conversation(conversationId);
      if (conversation === undefined) return void refuse(response, refusals.noConversation);
      const isReached =
        conversation.kind === 'personal'
          ? conversation.memberIds.some(book.reaches)
          : conversation.installedBy !== null;
      if (!isReached) return void refuse(response, refusals.notInRoster);
      return { conversation, rootId };
    },
    addPost({ conversation, rootId }, body) {
      const post = book.add({ conversationId: conversation.id, rootId, from: 'bot', ...contentOf(body) });
      far.state.flush();
      parts.typing.stopped(conversation.id);
      parts.changed();
      return post;
    },
  };
}

function createConversation(desk: Desk): RequestHandler {
  const { book } = desk;
  const inChannel = (channelId: string, wish: CreateWish, response: Response): void => {
    const conversation = book.conversation(channelId);
    if (conversation?.installedBy == null) return refuse(response, refusals.notInRoster);
    if (isTooBig(wish.activity)) return refuse(response, refusals.tooBig);
    if (desk.isThrottled('create', conversation.id, response)) return;
    const post = desk.addPost({ conversation, rootId: null }, wish.activity);
    response.status(201).json({ id: `${conversation.id};messageid=${post.id}`, activityId: post.id });
  };
  return (request, response) => {
    const wish = createWish(request.body);
    if (wish.channelId !== null) return inChannel(wish.channelId, wish, response);
    const oid = wish.memberOid;
    if (oid === null || book.person(oid) === undefined) return refuse(response, refusals.noUser);
    if (!book.reaches(oid)) return refuse(response, refusals.notInRoster);
    if (desk.isThrottled('create', 'bot', response)) return;
    const conversation = book.personal(oid);
    desk.far.state.flush();
    response.status(201).json({ id: conversation.id });
  };
}

function activityRoutes(desk: Desk): Router {
  const { book, far } = desk;
  const router = express.Router({ mergeParams: true });
  const send: RequestHandler = (request, response) => {
    const at = desk.reach(request, response);
    if (at === undefined) return;
    if (isTooBig(request.body)) return refuse(response, refusals.tooBig);
    if (desk.isThrottled('send', threadOf(request), response)) return;
    if (typeOf(request.body) === 'typing') {
      desk.typing.started(at.conversation.id);
      desk.changed();
      return void response.status(201).json({ id: '' });
    }
    response.status(201).json({ id: desk.addPost(at, request.body).id });
  };
  router.post(['/', '/:activityId'], send);

  router.put('/:activityId', (request, response) => {
    const at = desk.reach(request, response);
    if (at === undefined) return;
    const post = botsPost(book, request);
    if (post === undefined) return refuse(response, refusals.noActivity);
    if (isTooBig(request.body)) return refuse(response, refusals.tooBig);
    if (desk.isThrottled('send', threadOf(request), response)) return;
    // A changed message shows everybody the new card; what single people saw is gone.
    book.change({ ...post, ...contentOf(request.body), editedAt: far.clock.nowMs(), views: {} });
    far.state.flush();
    desk.changed();
    response.status(200).json({ id: post.id });
  });

  router.delete('/:activityId', (request, response) => {
    if (desk.reach(request, response) === undefined) return;
    const post = botsPost(book, request);
    if (post === undefined) return refuse(response, refusals.noActivity);
    book.change({ ...post, deletedAt: far.clock.nowMs() });
    far.state.flush();
    desk.changed();
    response.status(200).end();
  });
  return router;
}

/** A bot changes and removes its own messages and nobody else's. */
function botsPost(book: ChatBook, request: Request): StoredPost | undefined {
  const post = book.post(String(request.params['activityId']));
  return post?.from === 'bot' && post.deletedAt === null ? post : undefined;
}

const PAGE_SIZE = 200;
const LARGEST_PAGE = 500;

function memberRoutes({ book, far, reach, isThrottled }: Desk): Router {
  const router = express.Router({ mergeParams: true });
  const asked = (request: Request, response: Response, call: LimitedCall): StoredConversation | undefined => {
    const at = reach(request, response);
    return at === undefined || isThrottled(call, at.conversation.id, response) ? undefined : at.conversation;
  };
  router.get('/members', (request, response) => {
    const conversation = asked(request, response, 'roster');
    if (conversation !== undefined) response.json(book.members(conversation).map((person) => member(far, person)));
  });
  router.get('/pagedmembers', (request, response) => {
    const conversation = asked(request, response, 'members');
    if (conversation === undefined) return;
    const size = Math.min(Number(request.query['pageSize'] ?? PAGE_SIZE) || PAGE_SIZE, LARGEST_PAGE);
    const from = Number(request.query['continuationToken'] ?? 0) || 0;
    const people = book.members(conversation);
    const members = people.slice(from, from + size).map((person) => member(far, person));
    const more = from + size < people.length ? { continuationToken: String(from + size) } : {};
    response.json({ members, ...more });
  });
  router.get('/members/:memberId', (request, response) => {
    const conversation = asked(request, response, 'members');
    if (conversation === undefined) return;
    const oid = oidOfMri(request.params['memberId']);
    const person = book.members(conversation).find(({ id }) => id === oid);
    if (person === undefined) return refuse(response, refusals.noMember);
    response.json(member(far, person));
  });
  return router;
}

function teamRoutes({ far, isThrottled }: Desk): Router {
  const router = express.Router({ mergeParams: true });
  // Teams names a team by its first channel's id, in the bot's world.
  const teamOf = (id: string) => far.directory.team(id) ?? far.directory.channel(id)?.team;
  router.get('/', (request, response) => {
    const id = String((request.params as Record<string, unknown>)['teamId']); // the parent router's
    const team = teamOf(id);
    if (team === undefined) return refuse(response, refusals.noTeam);
    response.json({ id, name: team.displayName, aadGroupId: team.id });
  });
  router.get('/conversations', (request, response) => {
    const team = teamOf(String((request.params as Record<string, unknown>)['teamId'])); // as above
    if (team === undefined) return refuse(response, refusals.noTeam);
    if (isThrottled('conversations', team.id, response)) return;
    response.json({ conversations: team.channels.map(({ id, displayName }) => ({ id, name: displayName })) });
  });
  return router;
}

function onlyTheBot({ far, bot }: Desk): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    const claims = token === undefined ? undefined : await far.keys.verify(token);
    if (claims === undefined || claims['appid'] !== bot().appId) return refuse(response, refusals.notOurs);
    next();
  };
}

/** Somebody asked for a fault: this call meets it instead of being done. */
function asTeamsPleases({ faults, far }: Desk): RequestHandler {
  return (request, response, next) => {
    const met = faults.take(request.method);
    if (met !== undefined) return refuse(response, met);
    const falls = far.rain.draw(`connector ${requestKind(request.method, request.path)}`, rainOnConnector);
    if (falls === 'reset') return void request.socket.destroy();
    if (falls === 'lostAnswer') return loseAnswer(request, response, next);
    const refusal = falls === undefined ? undefined : fallen[falls];
    return refusal === undefined ? next() : refuse(response, refusal);
  };
}

const fallen: Partial<Record<RainKind, Refusal>> = {
  throttled: throttled(1),
  throttledWithoutWait: { status: 429, code: 'Throttled', message: 'Too many requests' },
  unavailable: { status: 503, code: 'ServiceUnavailable', message: 'Service unavailable' },
  stale: refusals.concurrent,
};
const rainOnConnector: readonly RainKind[] = [
  ...['throttled', 'throttledWithoutWait', 'unavailable', 'stale'],
  ...['reset', 'lostAnswer'],
] as const;

/** The work is done, and whoever asked for it only sees the connection break. */
function loseAnswer(request: Request, response: Response, next: NextFunction): void {
  response.end = (() => {
    request.socket.destroy();
    return response;
  }) as Response['end']; // called in one of its four ways, and answers to none
  next();
}

/** What the JSON reader gave up on is too large for Teams as well. */
const sizeError: ErrorRequestHandler = (cause: unknown, _request, response, next) => {
  const isSize = typeof cause === 'object' && cause !== null && 'type' in cause && cause.type === 'entity.too.large';
  if (!isSize) return next(cause);
  refuse(response, refusals.tooBig);
};

/** As the path names it, with any `;messageid=`. Express types a parent router's parameters as absent. */
function threadOf({ params }: Request): string {
  return String((params as Record<string, unknown>)['conversationId']);
}

function isTooBig(body: unknown): boolean {
  return (JSON.stringify(body) ?? '').length > MOST_UNITS;
}
