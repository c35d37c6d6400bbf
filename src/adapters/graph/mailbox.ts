import { z } from 'zod';
import type { MailboxPort, MailResult, OutgoingMail } from '../../ports/mailbox.ts';
import { askedToWait, errorCode, expectOk, type GraphAnswer } from './answers.ts';
import type { GraphCall, GraphClient } from './client.ts';
import { incomingLetters } from './incoming-letters.ts';
import { oneIn, segment, userPath } from './mailbox-path.ts';
import { returnedMails } from './returned-mails.ts';
import { hasOwnKey, ownKey } from './own-property.ts';
import { roomWords } from './room-words.ts';

/** A draft that can be found again needs Mail.ReadWrite beside the right to send. @public */
export const permissions: readonly string[] = ['Mail.ReadWrite', 'Mail.Send'];

export interface MailboxPace {
  /** Exchange Online lets a mailbox send 30 a minute; null leaves the pace to the far side's 429. */
  readonly perMinute: number | null;
  /** Real time in milliseconds: the limit is not the trade's. */
  readonly nowMs: () => number;
}

const prefer = 'IdType="ImmutableId"';
const minuteMs = 60_000;

const messageList = z.object({ value: z.array(z.object({ id: z.string(), isDraft: z.boolean().nullish() })) });
const created = z.object({ id: z.string() });

/** Draft with our key, then send: a repeat finds the draft or the sent mail and never sends a second one. */
export function graphMailbox(
  client: GraphClient,
  pace: MailboxPace = { perMinute: null, nowMs: Date.now },
): MailboxPort {
  const sentAt = new Map<string, number[]>();
  return {
    send: async (mail) => {
      const wait = waitForPace(pace, sentAt, mail.from);
      if (wait > 0) return { result: 'later', retryAfterSeconds: wait };
      const before = mail.firstTry === true ? undefined : await findByKey(client, mail);
      if (before !== undefined && !before.isDraft) return { result: 'sent', messageId: before.id };
      const draft = before ?? (await makeDraft(client, mail));
      if ('result' in draft) return draft;
      const result = await sendDraft(client, mail, draft.id);
      if (result.result === 'sent') sentAt.get(mail.from)?.push(pace.nowMs());
      return result;
    },
    returned: (mailbox, since) => returnedMails(client, mailbox, since),
    letters: (mailbox, since) => incomingLetters(client, mailbox, since),
    roomWords: (mailbox, of) => roomWords(client, mailbox, of),
  };
}

function waitForPace({ perMinute, nowMs }: MailboxPace, sentAt: Map<string, number[]>, from: string): number {
  if (perMinute === null) return 0;
  const recent = (sentAt.get(from) ?? []).filter((at) => at > nowMs() - minuteMs);
  sentAt.set(from, recent);
  const [oldest] = recent;
  if (oldest === undefined || recent.length < perMinute) return 0;
  return Math.max(1, Math.ceil((oldest + minuteMs - nowMs()) / 1000));
}

function call(
  client: GraphClient,
  mail: OutgoingMail,
  request: Omit<GraphCall, 'headers' | 'mailboxes'>,
): Promise<GraphAnswer> {
  return client.call({ ...request, headers: { prefer }, mailboxes: oneIn(mail.from) });
}

async function findByKey(
  client: GraphClient,
  mail: OutgoingMail,
): Promise<{ id: string; isDraft: boolean } | undefined> {
  const answer = await call(client, mail, {
    method: 'GET',
    path: userPath(mail.from, 'messages'),
    query: { $filter: hasOwnKey(mail.key), $select: 'id,isDraft' },
  });
  const { value } = messageList.parse(expectOk('look for a mail', answer).body);
  const found = value.find(({ isDraft }) => isDraft !== true) ?? value[0];
  return found && { id: found.id, isDraft: found.isDraft === true };
}

async function makeDraft(client: GraphClient, mail: OutgoingMail): Promise<{ id: string } | MailResult> {
  const answer = await call(client, mail, {
    method: 'POST',
    path: userPath(mail.from, 'messages'),
    body: messageJson(mail),
  });
  return sayNo(answer) ?? created.parse(expectOk('write a mail', answer).body);
}

async function sendDraft(client: GraphClient, mail: OutgoingMail, id: string): Promise<MailResult> {
  const answer = await call(client, mail, {
    method: 'POST',
    path: userPath(mail.from, 'messages', segment(id), 'send'),
  });
  const no = sayNo(answer);
  if (no !== undefined) return no;
  expectOk('send a mail', answer);
  return { result: 'sent', messageId: id };
}

/** Busy and refused are answers; everything else that is wrong is a fault. */
function sayNo(answer: GraphAnswer): MailResult | undefined {
  const wait = askedToWait(answer);
  if (wait !== undefined) return { result: 'later', retryAfterSeconds: wait };
  if (answer.status !== 400 && answer.status !== 413) return undefined;
  return { result: 'refused', message: `${answer.status} ${errorCode(answer.body)}`.trim() };
}

function messageJson(mail: OutgoingMail): object {
  return {
    subject: mail.subject,
    body: { contentType: 'html', content: mail.html },
    toRecipients: [{ emailAddress: { address: mail.to.address, name: mail.to.name } }],
    ...ownKey(mail.key),
    ...(mail.attachments === undefined || mail.attachments.length === 0
      ? {}
      : {
          attachments: mail.attachments.map(({ name, contentType, content }) => ({
            '@odata.type': '#microsoft.graph.fileAttachment',
            name,
            contentType,
            contentBytes: Buffer.from(content).toString('base64'),
          })),
        }),
  };
}
