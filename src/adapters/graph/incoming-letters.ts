import { z } from 'zod';
import type { IncomingLetter } from '../../ports/mailbox.ts';
import { expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { oneIn, userPath } from './mailbox-path.ts';
import { quoted } from './own-property.ts';

/** A mailbox cannot be read with less and written too. @public */
export const permissions: readonly string[] = ['Mail.ReadWrite'];

const list = z.object({
  value: z.array(
    z.object({
      '@odata.type': z.string().optional(),
      id: z.string(),
      subject: z.string().nullish(),
      bodyPreview: z.string().nullish(),
      receivedDateTime: z.string(),
      webLink: z.string().nullish(),
      from: z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() }).nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

const prefer = 'IdType="ImmutableId"';
const pageSize = 50;
/** A look takes no more; the next begins where the last letter of this one lies. */
const mostPages = 4;

/** Letters from others to the mailbox since an instant, the oldest first. Of a body only whether it says anything is read. */
export async function incomingLetters(
  client: GraphClient,
  mailbox: string,
  since: string,
): Promise<readonly IncomingLetter[]> {
  const found: IncomingLetter[] = [];
  const first = {
    path: userPath(mailbox, 'messages'),
    query: {
      // What is ordered by has to stand first in the filter.
      $filter: `receivedDateTime ge ${since} and isDraft eq false and from/emailAddress/address ne '${quoted(mailbox)}'`,
      $orderby: 'receivedDateTime asc',
      $select: 'id,subject,bodyPreview,receivedDateTime,webLink,from',
      $top: String(pageSize),
    },
  };
  let next: { path: string; query?: Record<string, string> } | undefined = first;
  for (let page = 0; page < mostPages && next !== undefined; page += 1) {
    const answer = await client.call({ method: 'GET', ...next, headers: { prefer }, mailboxes: oneIn(mailbox) });
    const { value, '@odata.nextLink': link } = list.parse(expectOk('read the inbox', answer).body);
    found.push(
      ...value.flatMap((one): IncomingLetter[] => {
        const from = one.from?.emailAddress?.address;
        if (from === undefined || from === null || one.webLink === undefined || one.webLink === null) return [];
        return [
          {
            id: one.id,
            from,
            subject: one.subject ?? '',
            receivedAt: one.receivedDateTime,
            webLink: one.webLink,
            // Exchange's own messages about meetings come as event messages of some kind.
            isAnswer: /eventMessage/i.test(one['@odata.type'] ?? ''),
            saysSomething: (one.bodyPreview ?? '').trim() !== '',
          },
        ];
      }),
    );
    next = link === undefined ? undefined : { path: link };
  }
  return found;
}
