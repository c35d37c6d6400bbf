import type { ProjectKey } from '../../../domain/ids.ts';
import { isOutside } from '../../../domain/reach.ts';
import { languageOf } from '../../../domain/words.ts';
import type { BotPost } from '../../../ports/messenger.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, projectOf, rolesOf } from '../../planning/queries.ts';
import type { Person } from '../../planning/types.ts';
import type { MailOrder } from '../types.ts';
import { unlinkedLetter } from '../letters/unlinked.ts';

/**
 * What the planning group would have read, as a mail to the one who leads, when no chat is linked or the bot has been
 * taken out of it: what needs the planners never goes to nobody. Undefined when nobody who leads has an address with us.
 */
export async function mailToLead(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: ProjectKey,
  post: BotPost,
): Promise<Pick<MailOrder, 'to' | 'letter'> | undefined> {
  const project = await projectOf(tools, key);
  const text = 'text' in post ? post.text : post.summary;
  const [people, roles] = [await peopleOf(tools, key), await rolesOf(tools, key)];
  const holders = (role: string): readonly Person[] =>
    people.filter(({ id }) => roles.some((one) => one.role === role && one.personId === id));
  const lead = [...holders('contentLead'), ...holders('deputy')].find(({ accountType }) => !isOutside(accountType));
  if (project === null || lead === undefined) return undefined;
  const tabUrl = `${tools.settings.publicUrl}/tab/idag?projekt=${encodeURIComponent(key.projectId)}`;
  const told = { givenName: lead.givenName, projectTitle: project.title, text, tabUrl };
  return {
    to: { address: lead.email, name: lead.displayName },
    letter: unlinkedLetter(told, languageOf(project.language)),
  };
}
