import { languageOf, type Language } from '../src/domain/words.ts';
import { may } from '../src/domain/policy.ts';
import { setTimeout } from 'node:timers/promises';
import { greetOnce, linkConversation } from '../src/features/conversations/actions.ts';
import { linkOf, linksOf } from '../src/features/conversations/queries.ts';
import type { ConversationLink } from '../src/features/conversations/types.ts';
import { actorFor, projectsFor } from '../src/features/planning/queries.ts';
import type { ProjectListItem } from '../src/features/planning/types.ts';
import type { Installed, Sender } from './activities.ts';
import { commandTitles } from './command-ids.ts';
import { greetingCard, linkCard } from './cards/projects.ts';
import { show, silent, type Desk, type Reply } from './turn.ts';
import { wording } from './wording.ts';

/**
 * Greets once per installation, naming who brought the bot. A group chat with one project to choose from becomes its
 * planning chat, unless it has one; with several the bot asks. A channel is never linked without a question, because
 * everybody in the team reads it.
 */
export async function greet(desk: Desk, installed: Installed): Promise<Reply> {
  const { tools } = desk;
  const { place, by } = installed;
  const language = languageOf(installed.locale);
  if (!(await greetOnce(tools, place))) return silent;
  const helpTitle = commandTitles.help[language];
  if (place.kind === 'personal') return show(greetingCard({ by: null, linked: null, helpTitle }, language));
  const mine = by === null ? [] : await patiently(() => projectsFor(tools, { tenantId: by.tid, oid: by.oid }));
  const words = wording[language];
  const name = by === null ? null : await nameOf(desk, by, mine[0], language);
  const greeting = { by: name, helpTitle };
  const known = await linkOf(tools, place);
  const linkable = mine.filter(({ roles }) => may(roles, 'project.linkConversation'));
  if (known !== undefined || by === null || mine.length === 0)
    return show(greetingCard({ ...greeting, linked: linkedLine(known, mine, language) }, language));
  const [only, ...others] = linkable;
  if (only !== undefined && others.length === 0 && place.kind === 'groupChat') {
    const linked = await linkFirst(desk, installed, only, language);
    if (linked !== undefined) return show(greetingCard({ ...greeting, linked }, language));
  }
  const intro = `${name === null ? words.greeting.byNobody : words.greeting.by(name)} ${words.greeting.sendsNothing}`;
  return show(linkCard({ kind: place.kind, projects: linkable, intro }, language));
}

/** What the chat belongs to, also for somebody who brings the bot back; null when that is another's project. */
function linkedLine(
  known: ConversationLink | undefined,
  mine: readonly ProjectListItem[],
  language: Language,
): string | null {
  const words = wording[language];
  if (mine.length === 0) return words.greeting.noProjects;
  const project = mine.find(({ projectId }) => projectId === known?.projectId);
  return known && project ? words.greeting.linked(project.title, words.link[known.audience]) : null;
}

const mostTries = 4;
const shortWait = 500;

/** The directory may be busy at the one moment when the bot greets. Teams waits for fifteen seconds. */
async function patiently<Value>(read: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (cause) {
      if (tries === mostTries) throw cause;
      await setTimeout(shortWait * tries);
    }
  }
}

/** Not every client sends the name of the one who installs; then the project knows it. */
async function nameOf(
  { tools }: Desk,
  by: Sender,
  item: ProjectListItem | undefined,
  language: Language,
): Promise<string | null> {
  if (by.name !== '') return by.name;
  if (item === undefined) return null;
  const actor = await actorFor(tools, { tenantId: by.tid, oid: by.oid }, item.projectId, language);
  return actor?.name ?? null;
}

/** Undefined when the project has its planning chat already: then a person decides. */
async function linkFirst(
  { tools }: Desk,
  { place, by }: Installed,
  item: ProjectListItem,
  language: Language,
): Promise<string | undefined> {
  const key = { tenantId: place.tenantId, projectId: item.projectId };
  const has = (await linksOf(tools, key)).some(({ audience, installed }) => audience === 'planning' && installed);
  const actor = by === null ? null : await actorFor(tools, { tenantId: by.tid, oid: by.oid }, item.projectId, language);
  if (has || actor === null) return undefined;
  const linked = await linkConversation(tools, actor, { conversationId: place.conversationId, audience: 'planning' });
  if (!linked.ok) return undefined;
  return wording[language].greeting.linked(item.title, wording[language].link.planning);
}
