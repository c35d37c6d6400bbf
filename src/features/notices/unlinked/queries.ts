import type { ProjectKey } from '../../../domain/ids.ts';
import { languageOf } from '../../../domain/words.ts';
import type { BotPost } from '../../../ports/messenger.ts';
import type { Tools } from '../../../tools.ts';
import { projectOf } from '../../planning/queries.ts';
import { leadPeopleOf } from '../../registration/facts/queries.ts';
import type { MailOrder } from '../types.ts';
import { unlinkedLetter } from '../letters/unlinked.ts';

/**
 * What the planning group would have read, as a mail to the one who leads, when no chat is linked or the bot has been
 * taken out of it: what needs the planners never goes to nobody. Undefined when nobody leads.
 */
export async function mailToLead(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: ProjectKey,
  post: BotPost,
): Promise<Pick<MailOrder, 'to' | 'letter'> | undefined> {
  const project = await projectOf(tools, key);
  const text = 'text' in post ? post.text : post.summary;
  const [lead] = project === null ? [] : await leadPeopleOf(tools, project);
  if (project === null || lead === undefined) return undefined;
  const tabUrl = `${tools.settings.publicUrl}/tab/idag?projekt=${encodeURIComponent(key.projectId)}`;
  const told = { givenName: lead.givenName, projectTitle: project.title, text, tabUrl };
  return {
    to: { address: lead.email, name: lead.displayName },
    letter: unlinkedLetter(told, languageOf(project.language)),
  };
}
