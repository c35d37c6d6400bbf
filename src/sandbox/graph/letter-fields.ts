import { createHash } from 'node:crypto';
import { newId } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import type { Address, StoredAttachment, StoredMessage } from '../rows.ts';
import { checkedBody, flagOf, isObject, listOf, partOf, textOf } from './check-body.ts';
import type { Fields } from './check-body.ts';
import { GraphFault } from './errors.ts';
import { extendedPropertiesOf } from './event-fields.ts';

/** What a message body says; absent is untouched. */
export type MessageFields = Partial<
  Pick<
    StoredMessage,
    | 'subject'
    | 'bodyType'
    | 'body'
    | 'to'
    | 'cc'
    | 'bcc'
    | 'replyTo'
    | 'importance'
    | 'headers'
    | 'categories'
    | 'attachments'
    | 'extendedProperties'
    | 'isRead'
  >
>;

/** Exchange's default ceiling for one message. */
const mostRecipients = 500;
/** Inline attachments must be smaller; larger ones take an upload session. */
const largestAttachment = 3 * 1024 * 1024;

/** Reads a message, already checked or raw, for a mailbox. Someone else as sender is refused. */
export function readMessage(far: FarSide, mailbox: string, body: unknown): MessageFields {
  const given = checkedBody('message', body);
  checkSender(given, mailbox);
  const content = partOf(given['body']);
  const headers = listOf(given['internetMessageHeaders'])?.map((one) => headerOf(partOf(one) ?? {}));
  const fields: Record<keyof MessageFields, unknown> = {
    subject: textOf(given['subject']),
    bodyType: content === undefined ? undefined : content['contentType'] === 'html' ? 'html' : 'text',
    body: content === undefined ? undefined : (textOf(content['content']) ?? ''),
    to: recipientsOf(given['toRecipients']),
    cc: recipientsOf(given['ccRecipients']),
    bcc: recipientsOf(given['bccRecipients']),
    replyTo: recipientsOf(given['replyTo']),
    importance: textOf(given['importance']),
    headers,
    categories: listOf(given['categories']),
    attachments: attachmentsOf(far, body),
    extendedProperties: extendedPropertiesOf(given),
    isRead: flagOf(given['isRead']),
  };
  // Every value was read by the reader of its own property, above.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as MessageFields;
}

export function checkRecipients(fields: Pick<MessageFields, 'to' | 'cc' | 'bcc'>): void {
  const count = [fields.to, fields.cc, fields.bcc].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (count === 0)
    throw new GraphFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid. No recipient was given.');
  if (count > mostRecipients)
    throw new GraphFault(400, 'ErrorExceedsRecipientLimit', `A message can have at most ${mostRecipients} recipients.`);
}

function checkSender(given: Fields, mailbox: string): void {
  for (const name of ['from', 'sender']) {
    const address = textOf(partOf(partOf(given[name])?.['emailAddress'])?.['address']);
    if (address !== undefined && address.toLowerCase() !== mailbox)
      throw new GraphFault(
        403,
        'ErrorSendAsDenied',
        'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
      );
  }
}

function recipientsOf(value: unknown): Address[] | undefined {
  return listOf(value)?.map((one) => {
    const email = partOf(partOf(one)?.['emailAddress']);
    const address = textOf(email?.['address']) ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(address))
      throw new GraphFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    return { address, name: textOf(email?.['name']) ?? address };
  });
}

function headerOf(value: Fields): { name: string; value: string } {
  const name = textOf(value['name']) ?? '';
  if (!/^x-/i.test(name))
    throw new GraphFault(
      400,
      'InvalidInternetMessageHeader',
      `The internet message header name '${name}' should start with 'x-' or 'X-'.`,
    );
  return { name, value: textOf(value['value']) ?? '' };
}

function attachmentsOf(far: FarSide, body: unknown): StoredAttachment[] | undefined {
  const list = isObject(body) ? listOf(body['attachments']) : undefined;
  return list?.map((one) => readAttachment(far, one));
}

/** Reads one `#microsoft.graph.fileAttachment` and puts its bytes aside; the same bytes are kept once. */
export function readAttachment(far: FarSide, value: unknown): StoredAttachment {
  const given = checkedBody('attachment', value);
  const type = isObject(value) ? textOf(value['@odata.type']) : undefined;
  if (type !== '#microsoft.graph.fileAttachment')
    throw new GraphFault(
      400,
      'RequestBodyRead',
      `The attachment type '${type ?? ''}' is not supported; '#microsoft.graph.fileAttachment' is.`,
    );
  const bytes = Buffer.from(textOf(given['contentBytes']) ?? '', 'base64');
  if (bytes.length >= largestAttachment)
    throw new GraphFault(
      413,
      'RequestEntityTooLarge',
      'The attachment is too large. Use an upload session for attachments of 3 MB or more.',
    );
  const blobId = `mail-${createHash('sha256').update(bytes).digest('hex')}`;
  if (far.state.blobs.get(blobId) === undefined) far.state.blobs.put(blobId, bytes);
  return {
    id: newId(far, 'AAMkAGAtt'),
    name: textOf(given['name']) ?? '',
    contentType: textOf(given['contentType']) ?? 'application/octet-stream',
    size: bytes.length,
    isInline: flagOf(given['isInline']) ?? false,
    contentId: textOf(given['contentId']) ?? null,
    blobId,
  };
}
