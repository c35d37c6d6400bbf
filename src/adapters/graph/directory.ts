import { z } from 'zod';
import type { DirectoryPerson, DirectoryPort } from '../../ports/directory.ts';
import { expectOk } from './answers.ts';
import type { GraphClient } from './client.ts';
import { quoted } from './own-property.ts';

/** Names and addresses, nothing that only an administrator may see. @public */
export const permissions: readonly string[] = ['User.ReadBasic.All'];

const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});
const users = z.object({ value: z.array(user) });
const fields = 'id,displayName,mail,userPrincipalName';

export function graphDirectory(client: GraphClient): DirectoryPort {
  return {
    byMail: async (address) => {
      const answer = await client.call({
        method: 'GET',
        path: '/users',
        query: { $filter: `mail eq '${quoted(address)}'`, $select: fields },
      });
      const { value } = users.parse(expectOk('look up an address', answer).body);
      const [only] = value;
      // An address that two accounts share says nothing about who somebody is.
      return only === undefined || value.length > 1 ? null : person(only);
    },
    byOid: async (oid) => {
      const path = `/users/${encodeURIComponent(oid)}`;
      const answer = await client.call({ method: 'GET', path, query: { $select: fields } });
      return answer.status === 404 ? null : person(user.parse(expectOk('look up a person', answer).body));
    },
  };
}

function person({ id, displayName, mail, userPrincipalName }: z.infer<typeof user>): DirectoryPerson {
  return {
    oid: id,
    displayName: displayName ?? '',
    mail: mail ?? null,
    // userType would need a wider permission; a guest's sign-in name tells as well.
    isGuest: userPrincipalName?.includes('#EXT#') ?? false,
  };
}
