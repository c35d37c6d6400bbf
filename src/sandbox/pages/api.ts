import express, { type Router } from 'express';
import { hasUserObject } from '../directory.ts';
import { occurrencesOf } from '../outlook/series.ts';
import type { StoredMessage } from '../rows.ts';
import type { Sandbox } from '../sandbox.ts';
import { answer, BadWish, field, text } from './answer.ts';
import { chatApi } from './chat-api.ts';
import { clockApi } from './clock-api.ts';
import { calendarOf, mailFileOf } from './letters.ts';
import { progressOf } from './progress.ts';
import type { SandboxEntrances } from './router.ts';
import { openTried, type TriedBook } from './tried.ts';

const LOG_LINES = 300;

/** What the sandbox's pages and the demonstration read and do over HTTP. */
export function sandboxApi(entrances: SandboxEntrances): Router {
  const { sandbox } = entrances;
  const router = express.Router();
  const tried = openTried(sandbox.state);
  router.use(express.json({ limit: '1mb' }), clockApi(entrances), chatApi(entrances));
  router.get(
    '/state',
    answer(() => stateOf(entrances, tried)),
  );
  router.get(
    '/mailbox',
    answer((_body, query) => sandbox.mailbox(query['address'] ?? '').map((message) => letterOf(sandbox, message))),
  );
  router.get(
    '/mails',
    answer(() => sandbox.far.tables.messages.all().map((message) => letterOf(sandbox, message))),
  );
  router.get(
    '/calendar',
    answer((_body, query) =>
      sandbox
        .calendar(query['address'] ?? '')
        .flatMap(occurrencesOf)
        .sort((one, other) => one.startMs - other.startMs),
    ),
  );
  router.post(
    '/answer',
    answer((body) => {
      const given = text(body, 'answer');
      if (given !== 'accept' && given !== 'decline' && given !== 'tentative')
        throw new BadWish('answer är accept, decline eller tentative. / answer is one of those three.');
      const stands = sandbox.answer(text(body, 'event'), text(body, 'address'), given);
      if (stands && given === 'decline') tried.declined(text(body, 'address'));
      return { stands };
    }),
  );
  router.post(
    '/looked',
    answer(() => tried.looked()),
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
  router.get(
    '/fallen',
    answer(() => sandbox.fallen()),
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
    answer(async (_body, query) => ({ token: await tokenFor(entrances, query['oid'] ?? '', query['client']) })),
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

/** A mail without its copies' inner workings. An invitation tells the answer that its reader has given by now. */
function letterOf(sandbox: Sandbox, message: StoredMessage): object {
  const { id, mailbox, folder, kind, sentAt, from, to, cc, subject, body, bodyType } = message;
  const { meeting, isRead, attachments, internetMessageId } = message;
  return {
    ...{ id, mailbox, folder, kind, sentAt, from, to, cc, subject, body, bodyType },
    meeting: meeting?.method === 'REQUEST' ? { ...meeting, response: responseNow(sandbox, message) } : meeting,
    ...{ isRead, internetMessageId },
    attachments: attachments.map(({ name, size }) => ({ name, size })),
  };
}

function responseNow({ far }: Sandbox, { mailbox, meeting }: StoredMessage): string | undefined {
  const copies = far.tables.eventsByUid(meeting?.iCalUId ?? '');
  return copies.find((event) => event.mailbox === mailbox)?.response ?? meeting?.response;
}

async function stateOf(entrances: SandboxEntrances, tried: TriedBook): Promise<object> {
  const { sandbox, chats, marks, startOver, botName } = entrances;
  const { directory, clock } = sandbox;
  const guide = await entrances.guide(tried.facts());
  const talks = chats.book.conversations().map(({ id }) => chats.book.posts(id));
  const outsider = guide === null || guide.outsider === null ? '' : guide.outsider.address;
  return {
    now: clock.now().toString(),
    isFrozen: clock.isFrozen(),
    next: (await clock.nextEvent())?.toString() ?? null,
    marks: await marks(),
    guide,
    progress: progressOf({
      ...{ guide, talks, hasLooked: tried.facts().hasLooked },
      isInvited: sandbox.mailbox(outsider).some(({ kind }) => kind === 'meetingRequest'),
    }),
    mayStartOver: startOver !== null,
    botName,
    posts: talks.reduce((sum, posts) => sum + posts.length, 0),
    version: chats.version(),
    people: directory.people().map((person) => ({
      oid: person.id,
      name: person.displayName,
      mail: person.mail,
      kind: person.kind,
      hasAccount: hasUserObject(person),
      jobTitle: person.jobTitle ?? '',
    })),
    mailboxes: boxesOf(sandbox).map((box) => ({
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

/** Everybody who has a mailbox: those of the world, and whoever else has got mail, such as somebody who has just registered. */
function boxesOf({ directory, far }: Sandbox): readonly { address: string; name: string; kind: string }[] {
  const known = [
    ...directory.mailboxes().map(({ mail, displayName }) => ({ address: mail, name: displayName, kind: 'shared' })),
    ...directory.people().map(({ mail, displayName, kind }) => ({ address: mail, name: displayName, kind })),
    ...directory.rooms().map(({ mail, displayName }) => ({ address: mail, name: displayName, kind: 'room' })),
  ];
  const addresses = new Set(known.map(({ address }) => address.toLowerCase()));
  const strangers = new Map<string, string>();
  for (const { mailbox, folder, to } of far.tables.messages.all()) {
    if (folder !== 'inbox' || addresses.has(mailbox)) continue;
    const named = to.find(({ address }) => address.toLowerCase() === mailbox)?.name;
    strangers.set(mailbox, named || (strangers.get(mailbox) ?? mailbox));
  }
  return [...known, ...[...strangers].map(([address, name]) => ({ address, name, kind: 'stranger' }))];
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

async function tokenFor({ sandbox, clientId }: SandboxEntrances, oid: string, client?: string): Promise<string> {
  const person = sandbox.directory.people().find(({ id }) => id === oid);
  if (person === undefined || !hasUserObject(person))
    throw new BadWish('Personen har inget konto. / The person has no account.');
  return await sandbox.issueUserToken({
    oid,
    tid: sandbox.directory.facts.tenantId,
    name: person.displayName,
    upn: person.userPrincipalName,
    audience: clientId,
    ...(client === undefined ? {} : { azp: client }),
  });
}
