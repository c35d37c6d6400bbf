import { z } from 'zod';
import type { ReturnedMail } from '../../ports/mailbox.ts';
import { expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { oneIn, userPath } from './mailbox-path.ts';
import { keyProperty, quoted } from './own-property.ts';

/** Reading reports takes no more than the right that drafts take; a mailbox cannot be read with less and written too. @public */
export const permissions: readonly string[] = ['Mail.ReadWrite'];

/** PidTagMessageClass. A report of a mail that could not be delivered has a class of its own. */
const classProperty = 'String 0x001A';
const reportClass = 'REPORT.IPM.Note.NDR';

const reports = z.object({
  value: z.array(
    z.object({
      internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
      body: z.object({ content: z.string().nullish() }).nullish(),
    }),
  ),
});

const originals = z.object({
  value: z.array(
    z.object({
      singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish(),
    }),
  ),
});

/** As many as a look reads; the next look begins a little before this one. */
const most = 100;

/**
 * A report names the mail it is about by its message id; that mail lies in Sent Items and carries our key. Of the
 * report's body only the status code is read, and nothing of it is kept.
 */
export async function returnedMails(
  client: GraphClient,
  mailbox: string,
  since: string,
): Promise<readonly ReturnedMail[]> {
  const answer = await client.call({
    method: 'GET',
    path: userPath(mailbox, 'messages'),
    query: {
      $filter: `receivedDateTime ge ${since} and singleValueExtendedProperties/Any(ep: ep/id eq '${classProperty}' and ep/value eq '${reportClass}')`,
      $select: 'id,internetMessageHeaders,body',
      $top: String(most),
    },
    mailboxes: oneIn(mailbox),
  });
  const found: ReturnedMail[] = [];
  for (const { internetMessageHeaders, body } of reports.parse(expectOk('look for returned mails', answer).body)
    .value) {
    const about = internetMessageHeaders?.find(({ name }) => name.toLowerCase() === 'in-reply-to')?.value;
    const key = about === undefined ? undefined : await keyOf(client, mailbox, about.trim());
    if (key !== undefined) found.push({ key, code: statusCode(body?.content ?? '') });
  }
  return found;
}

async function keyOf(client: GraphClient, mailbox: string, internetMessageId: string): Promise<string | undefined> {
  const answer = await client.call({
    method: 'GET',
    path: userPath(mailbox, 'messages'),
    query: {
      $filter: `internetMessageId eq '${quoted(internetMessageId)}'`,
      $select: 'id',
      $expand: `singleValueExtendedProperties($filter=id eq '${keyProperty}')`,
    },
    mailboxes: oneIn(mailbox),
  });
  const { value } = originals.parse(expectOk('look for the mail that came back', answer).body);
  return value.flatMap(({ singleValueExtendedProperties }) => singleValueExtendedProperties ?? [])[0]?.value;
}

/** "550 5.1.10 RESOLVER.ADR.RecipientNotFound". */
function statusCode(body: string): string | null {
  return /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(body)?.[0] ?? null;
}
