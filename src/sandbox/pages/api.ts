import express, { type RequestHandler, type Router } from 'express';
import { Temporal } from 'temporal-polyfill';
import type { CardAction } from '../chat/client.ts';
import { hasUserObject } from '../directory.ts';
import type { StoredMessage } from '../rows.ts';
import { calendarOf, mailFileOf } from './letters.ts';
import type { SandboxEntrances } from './router.ts';

/** A moment that the product knows of and the clock can be wound to, such as when a registration closes. */
export interface Mark {
  readonly id: string;
  readonly label: string;
  readonly at: string;
}

const LOG_LINES = 300;

class BadWish extends Error {}

function text(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined; // read field by field
  if (typeof value !== 'string' || value === '') throw new BadWish(`${name} saknas. / ${name} is missing.`);
  return value;
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined; // the caller checks
}

/** What the sandbox's pages and the demonstration read and do over HTTP. */
export function sandboxApi(entrances: SandboxEntrances): Router {
  const { sandbox, chats } = entrances;
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }));
  const answer =
    (work: (body: unknown, query: Readonly<Record<string, string>>) => unknown): RequestHandler =>
    async (request, response) => {
      try {
        const query = Object.fromEntries(Object.entries(request.query).map(([name, value]) => [name, String(value)]));
        response.json((await work(request.body, query)) ?? null);
      } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        response.status(cause instanceof BadWish ? 400 : 409).json({ message: cause.message });
      }
    };

  router.get(
    '/state',
    answer(() => stateOf(entrances)),
  );
  router.post(
    '/clock',
    answer((body) => moveClock(entrances, text(body, 'to'))),
  );
  router.get(
    '/mailbox',
    answer((_body, query) => sandbox.mailbox(query['address'] ?? '').map(letterOf)),
  );
  router.get(
    '/mails',
    answer(() => sandbox.far.tables.messages.all().map(letterOf)),
  );
  router.get(
    '/calendar',
    answer((_body, query) => sandbox.calendar(query['address'] ?? '')),
  );
  router.post(
    '/answer',
    answer((body) => {
      const given = text(body, 'answer');
      if (given !== 'accept' && given !== 'decline' && given !== 'tentative')
        throw new BadWish('answer är accept, decline eller tentative.');
      return { stands: sandbox.answer(text(body, 'event'), text(body, 'address'), given) };
    }),
  );
  router.get(
    '/files',
    answer(() => channelsOf(entrances)),
  );
  router.get(
    '/log',
    answer((_body, query) =>
      query['all'] === undefined ? sandbox.requestLog().slice(-LOG_LINES) : sandbox.requestLog(),
    ),
  );
  router.get(
    '/uploads',
    answer(() => sandbox.uploads()),
  );
  router.post(
    '/faults',
    answer((body) => sandbox.failNext(body as Parameters<typeof sandbox.failNext>[0])),
  ); // for tests and demonstrations only
  router.post(
    '/temperament',
    answer((body) =>
      sandbox.setTemperament(
        text(body, 'address'),
        field(body, 'temperament') as Parameters<typeof sandbox.setTemperament>[1],
      ),
    ),
  ); // as above
  router.get(
    '/token',
    answer(async (_body, query) => ({ token: await tokenFor(entrances, query['oid'] ?? '') })),
  );

  router.get(
    '/chat',
    answer(async (_body, query) => {
      const [id = '', oid = ''] = [query['conversation'], query['oid']];
      for (const post of chats.book.posts(id)) await chats.client.look(post.id, oid);
      return chats.book.posts(id).map((post) => ({
        ...post,
        author: post.from === 'bot' ? entrances.botName : (chats.book.person(post.from)?.displayName ?? post.from),
        view: post.views[oid] ?? null,
      }));
    }),
  );
  router.post(
    '/chat/say',
    answer((body) => {
      const rootId = field(body, 'rootId');
      return chats.client.say({
        conversationId: text(body, 'conversation'),
        from: text(body, 'oid'),
        text: text(body, 'text'),
        mention: field(body, 'mention') === true,
        rootId: typeof rootId === 'string' ? rootId : null,
      });
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
      if (!Array.isArray(members)) throw new BadWish('memberIds saknas.');
      return chats.book.addGroupChat({
        id: text(body, 'id'),
        title: text(body, 'title'),
        memberIds: members.map(String),
      });
    }),
  );

  router.get('/mail/:id.eml', (request, response) =>
    sendMail(sandbox.far.tables.messages.get(request.params.id), response),
  );
  router.get('/mail/:id.ics', (request, response) => {
    const message = sandbox.far.tables.messages.get(request.params.id);
    if (!message?.meeting) return void response.status(404).end();
    response.type('text/calendar').send(calendarOf(message, message.meeting));
  });
  router.get('/file/:id', (request, response) => {
    const item = sandbox.far.tables.driveItems.get(request.params.id);
    const bytes = item?.blobId ? sandbox.bytes(item.blobId) : undefined;
    if (item === undefined || bytes === undefined) return void response.status(404).end();
    response.type(item.contentType).attachment(item.name).send(Buffer.from(bytes));
  });
  return router;
}

function sendMail(message: StoredMessage | undefined, response: express.Response): void {
  if (message === undefined) return void response.status(404).end();
  response.type('message/rfc822').send(mailFileOf(message));
}

function actionOf(value: unknown): CardAction {
  const type = field(value, 'type');
  if (type !== 'Action.Execute' && type !== 'Action.Submit')
    throw new BadWish('action.type är Action.Execute eller Action.Submit.');
  const verb = field(value, 'verb');
  return { type, data: field(value, 'data') ?? {}, ...(typeof verb === 'string' ? { verb } : {}) };
}

/** A mail without its copies' inner workings. */
function letterOf({
  id,
  mailbox,
  folder,
  kind,
  sentAt,
  from,
  to,
  cc,
  subject,
  body,
  bodyType,
  meeting,
  isRead,
  attachments,
  internetMessageId,
}: StoredMessage): object {
  return {
    id,
    mailbox,
    folder,
    kind,
    sentAt,
    from,
    to,
    cc,
    subject,
    body,
    bodyType,
    meeting,
    isRead,
    internetMessageId,
    attachments: attachments.map(({ name, size }) => ({ name, size })),
  };
}

async function stateOf({ sandbox, chats, marks, botName }: SandboxEntrances): Promise<object> {
  const { directory, clock } = sandbox;
  const boxes = [
    ...directory.mailboxes().map(({ mail, displayName }) => ({ address: mail, name: displayName, kind: 'shared' })),
    ...directory.people().map(({ mail, displayName, kind }) => ({ address: mail, name: displayName, kind })),
    ...directory.rooms().map(({ mail, displayName }) => ({ address: mail, name: displayName, kind: 'room' })),
  ];
  return {
    now: clock.now().toString(),
    isFrozen: clock.isFrozen(),
    next: (await clock.nextEvent())?.toString() ?? null,
    marks: await marks(),
    botName,
    version: chats.version(),
    people: directory.people().map((person) => ({
      oid: person.id,
      name: person.displayName,
      mail: person.mail,
      kind: person.kind,
      hasAccount: hasUserObject(person),
      jobTitle: person.jobTitle ?? '',
    })),
    mailboxes: boxes.map((box) => ({
      ...box,
      mails: sandbox.mailbox(box.address).filter(({ folder }) => folder === 'inbox').length,
    })),
    conversations: chats.book.conversations().map(({ id, kind, title, memberIds, installedBy }) => ({
      id,
      kind,
      title,
      memberIds,
      isInstalled: installedBy !== null,
    })),
  };
}

async function moveClock({ sandbox, marks }: SandboxEntrances, to: string): Promise<object> {
  const { clock } = sandbox;
  const mark = (await marks()).find(({ id }) => id === to);
  const target =
    to === 'next'
      ? await clock.nextEvent()
      : to === 'day'
        ? clock.now().add({ hours: 24 })
        : to === 'settle'
          ? clock.now()
          : instantOf(mark?.at ?? to);
  if (target !== null) await clock.advanceTo(target);
  return { now: clock.now().toString() };
}

function instantOf(value: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw new BadWish(`${value} är ingen tidpunkt. Skriv till exempel 2026-09-22T08:30:00+02:00.`);
  }
}

function channelsOf({ sandbox }: SandboxEntrances): object[] {
  return sandbox.directory.teams().flatMap((team) =>
    team.channels.map((channel) => ({
      id: channel.id,
      name: `${team.displayName} › ${channel.displayName}`,
      files: sandbox.channelFiles(channel.id).map(({ id, name, isFolder, size, parentId, modifiedAt }) => ({
        id,
        name,
        isFolder,
        size,
        parentId,
        modifiedAt,
      })),
    })),
  );
}

async function tokenFor({ sandbox, clientId }: SandboxEntrances, oid: string): Promise<string> {
  const person = sandbox.directory.people().find(({ id }) => id === oid);
  if (person === undefined || !hasUserObject(person))
    throw new BadWish('Personen har inget konto. / The person has no account.');
  return await sandbox.issueUserToken({
    oid,
    tid: sandbox.directory.facts.tenantId,
    name: person.displayName,
    upn: person.userPrincipalName,
    audience: clientId,
  });
}
