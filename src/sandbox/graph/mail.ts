import { newId } from '../far-side.ts';
import { messageOf, newMessageId, post } from '../outlook/post-office.ts';
import type { Letter } from '../outlook/post-office.ts';
import type { StoredAttachment, StoredMessage } from '../rows.ts';
import { accepted, contextOf, created, noContent, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { checkedBody, flagOf } from './check-body.ts';
import { GraphFault, itemNotFound } from './errors.ts';
import { expandedProperties, mayPass } from './extended-properties.ts';
import { checkRecipients, readAttachment, readMessage } from './letter-fields.ts';
import type { MessageFields } from './letter-fields.ts';
import { mailboxOf } from './mailbox.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';
import { messageShape, propertiesShape } from './shapes.ts';

export const mailRoutes: Routes = {
  'POST /users/{user}/sendMail': sendMail,
  'POST /users/{user}/messages': createDraft,
  'GET /users/{user}/messages': listMessages,
  'GET /users/{user}/messages/{message}': (call) => ok(answerMessage(call, messageNamed(call))),
  'PATCH /users/{user}/messages/{message}': patchMessage,
  'DELETE /users/{user}/messages/{message}': (call) => {
    call.far.tables.messages.delete(messageNamed(call).id);
    return noContent;
  },
  'POST /users/{user}/messages/{message}/send': sendDraft,
  'POST /users/{user}/messages/{message}/attachments': addAttachment,
};

/** Accepted is not delivered, and there is no id to ask about: those who need one write a draft and send it. */
function sendMail(call: Call): Reply {
  const mailbox = mailboxOf(call);
  const action = checkedBody('sendMail', call.body);
  const body = action['message'] === undefined ? undefined : rawMessage(call.body);
  if (body === undefined)
    throw new GraphFault(400, 'ErrorInvalidArgument', "The required parameter 'message' is missing.");
  const fields = readMessage(call.far, mailbox, body);
  checkRecipients(fields);
  post(call.far, letterOf(call, mailbox, fields), { saveToSentItems: flagOf(action['saveToSentItems']) ?? true });
  return accepted;
}

/** As sent: the annotations that tell one kind of attachment from another are not properties. */
function rawMessage(body: unknown): unknown {
  const entries = Object.entries(body ?? {});
  return entries.find(([name]) => name.toLowerCase() === 'message')?.[1];
}

function letterOf(call: Call, mailbox: string, fields: MessageFields): Letter {
  const { isRead: _isRead, to, subject, body, bodyType, ...more } = fields;
  return {
    ...more,
    kind: 'mail',
    from: { address: mailbox, name: call.far.directory.displayName(mailbox) },
    to: to ?? [],
    subject: subject ?? '',
    body: body ?? '',
    bodyType: bodyType ?? 'text',
  };
}

function createDraft(call: Call): Reply {
  const { far } = call;
  const mailbox = mailboxOf(call);
  const draft = messageOf(far, letterOf(call, mailbox, readMessage(far, mailbox, call.body)));
  const message = far.tables.messages.put({
    ...draft,
    id: newId(far, 'AAkALg'),
    movingId: newId(far, 'AAMkAG'),
    internetMessageId: newMessageId(far),
    conversationId: newId(far, 'AAQkAG'),
    mailbox,
    folder: 'drafts',
    isRead: true,
    meeting: null,
  });
  return created(answerMessage(call, message));
}

function patchMessage(call: Call): Reply {
  const { far } = call;
  const message = messageNamed(call);
  const fields = readMessage(far, message.mailbox, call.body);
  const changesContent = Object.keys(fields).some((name) => name !== 'isRead' && name !== 'categories');
  if (message.folder !== 'drafts' && changesContent)
    throw new GraphFault(400, 'ErrorInvalidPropertySet', 'Only a draft can be changed.');
  const stamp = { change: far.state.nextChange(), modifiedAt: far.clock.nowMs() };
  return ok(answerMessage(call, far.tables.messages.put({ ...message, ...fields, ...stamp })));
}

/** The draft itself becomes the copy in Sent Items: its immutable id stays, the other one changes with the folder. */
function sendDraft(call: Call): Reply {
  const { far } = call;
  const message = messageNamed(call);
  if (message.folder !== 'drafts')
    throw new GraphFault(400, 'ErrorInvalidRequest', 'The message has already been sent.');
  checkRecipients(message);
  const now = far.clock.nowMs();
  const sent = { folder: 'sentitems', movingId: newId(far, 'AAMkAG'), change: far.state.nextChange() } as const;
  far.tables.messages.put({ ...message, ...sent, sentAt: now, receivedAt: now, modifiedAt: now });
  post(far, message, { saveToSentItems: false });
  return accepted;
}

function addAttachment(call: Call): Reply {
  const message = messageNamed(call);
  if (message.folder !== 'drafts') throw new GraphFault(400, 'ErrorInvalidPropertySet', 'Only a draft can be changed.');
  const attachment = readAttachment(call.far, call.body);
  call.far.tables.messages.put({ ...message, attachments: [...message.attachments, attachment] });
  return created(attachmentShape(call, attachment));
}

function attachmentShape(call: Call, attachment: StoredAttachment): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    id: attachment.id,
    name: attachment.name,
    contentType: attachment.contentType,
    size: attachment.size,
    isInline: attachment.isInline,
    contentId: attachment.contentId,
    contentBytes: Buffer.from(call.far.state.blobs.get(attachment.blobId) ?? []).toString('base64'),
  };
}

function listMessages(call: Call): Reply {
  const mailbox = mailboxOf(call);
  const messages = mayPass(call, call.far.tables.messagesOf(mailbox)).sort(
    (a, b) => b.receivedAt - a.receivedAt || b.change - a.change,
  );
  const items = messages.map((message) => filterable(shapeFor(call, message), message, call));
  return ok(listed(call, contextOf(`users('${mailbox}')/messages`), items, { pageSize: 10 }));
}

/** Filtered by its extended properties, but not listed with them unless `$expand` asks. */
function filterable(shape: Record<string, unknown>, message: StoredMessage, call: Call): Record<string, unknown> {
  if (call.query.has('$expand')) return shape;
  const value = propertiesShape(message.extendedProperties);
  return Object.defineProperty(shape, 'singleValueExtendedProperties', { value, enumerable: false });
}

const shapeFor = (call: Call, message: StoredMessage): Record<string, unknown> => ({
  ...messageShape(message, call.prefer),
  // Headers come when they are asked for, and only then.
  ...(/internetMessageHeaders/i.test(call.query.get('$select') ?? '')
    ? { internetMessageHeaders: message.headers.map(({ name, value }) => ({ name, value })) }
    : {}),
  ...(/attachments/.test(call.query.get('$expand') ?? '')
    ? { attachments: message.attachments.map((attachment) => attachmentShape(call, attachment)) }
    : {}),
  ...expandedProperties(call, message.extendedProperties),
});

function answerMessage(call: Call, message: StoredMessage): Record<string, unknown> {
  const context = contextOf(`users('${message.mailbox}')/messages/$entity`);
  return { '@odata.context': context, ...selected(call, shapeFor(call, message)) };
}

/** By the immutable id, or by the one it has in its present folder. */
function messageNamed(call: Call): StoredMessage {
  const mailbox = mailboxOf(call);
  const id = call.param('message');
  const { messages, messagesByMovingId } = call.far.tables;
  const message = messages.get(id) ?? messagesByMovingId(id)[0];
  if (message?.mailbox !== mailbox) throw itemNotFound();
  return message;
}
