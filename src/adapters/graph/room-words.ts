import { z } from 'zod';
import type { RoomLetters } from '../../ports/mailbox.ts';
import { expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { oneIn, userPath } from './mailbox-path.ts';
import { quoted } from './own-property.ts';

/** As for the rest of the mailbox. @public */
export const permissions: readonly string[] = ['Mail.ReadWrite'];

const list = z.object({
  value: z.array(z.object({ subject: z.string().nullish(), bodyPreview: z.string().nullish() })),
});

const lettersLookedAt = '10';

/** The beginning of the latest letter from a room about one meeting; null when it has written nothing. */
export async function roomWords(
  client: GraphClient,
  mailbox: string,
  { room, subject, since }: RoomLetters,
): Promise<string | null> {
  const answer = await client.call({
    method: 'GET',
    path: userPath(mailbox, 'messages'),
    query: {
      // What is ordered by has to stand first in the filter.
      $filter: `receivedDateTime ge ${since} and isDraft eq false and from/emailAddress/address eq '${quoted(room)}'`,
      $orderby: 'receivedDateTime desc',
      $select: 'id,subject,bodyPreview',
      $top: lettersLookedAt,
    },
    headers: { prefer: 'IdType="ImmutableId"' },
    mailboxes: oneIn(mailbox),
  });
  const { value } = list.parse(expectOk('read what a room says', answer).body);
  const said = value.find((one) => one.subject?.includes(subject) === true)?.bodyPreview?.trim() ?? '';
  return said === '' ? null : said;
}
