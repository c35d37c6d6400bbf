import type { Call } from './call.ts';
import { GraphFault } from './errors.ts';
import { userNotFound } from './users.ts';

/** The mailbox that the path names, or the refusal for a user that is not there or has none. */
export function mailboxOf(call: Call): string {
  const named = call.param('user');
  const address = call.far.directory.mailboxAddress(named);
  if (address !== undefined) return address;
  if (call.far.directory.user(named) === undefined) {
    if (named.includes('@')) throw new GraphFault(404, 'ErrorInvalidUser', `The requested user '${named}' is invalid.`);
    throw userNotFound(named);
  }
  throw new GraphFault(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}
