import { may } from '../src/domain/policy.ts';
import type { Language } from '../src/domain/words.ts';
import { linkOf } from '../src/features/conversations/queries.ts';
import type { ConversationLink } from '../src/features/conversations/types.ts';
import { projectOf, projectsFor } from '../src/features/planning/queries.ts';
import type { Project, ProjectListItem } from '../src/features/planning/types.ts';
import type { Place, Sender } from './activities.ts';
import { chooseProjectCard, linkCard } from './cards/projects.ts';
import { say, show, type Desk, type Reply } from './turn.ts';
import { hit, spoken } from './understand/tokens.ts';
import { wording } from './wording.ts';

/** Somebody says something in a place. */
export interface Asked {
  readonly place: Place;
  readonly sender: Sender;
  readonly language: Language;
  readonly text: string;
}

export interface Found {
  readonly kind: 'found';
  readonly project: Project;
  readonly link: ConversationLink | undefined;
  readonly isPlanner: boolean;
  /** Its name stands in the message. */
  readonly isNamed: boolean;
  /** Whoever asks has other projects too, and nothing but the talk tells which one is meant. */
  readonly isOneOfSeveral: boolean;
}

export type ProjectSearch = Found | { readonly kind: 'reply'; readonly reply: Reply };

/**
 * The project that somebody talks of: the conversation's own, their only one, the one they name, or the one they have
 * pointed out before in this conversation.
 */
export async function projectFor(
  { tools }: Desk,
  asked: Asked,
  known: { readonly wanted?: string | undefined; readonly remembered?: string | null },
): Promise<ProjectSearch> {
  const { place, sender, language } = asked;
  const words = wording[language];
  const mine = await projectsFor(tools, { tenantId: sender.tid, oid: sender.oid });
  if (mine.length === 0) return answer(say(words.stranger));
  const link = place.kind === 'personal' ? undefined : await linkOf(tools, place);
  if (place.kind !== 'personal' && link === undefined) {
    const linkable = mine.filter(({ roles }) => may(roles, 'project.linkConversation'));
    if (linkable.length === 0) return answer(say(words.link.notLinked));
    return answer(show(linkCard({ kind: place.kind, projects: linkable, intro: words.link.notLinked }, language)));
  }
  const named = namedIn(asked.text, mine);
  if (link !== undefined) {
    const own = mine.find(({ projectId }) => projectId === link.projectId);
    if (known.wanted !== undefined && known.wanted !== link.projectId) return answer(say(words.stale));
    if (named !== undefined && own !== undefined && named.projectId !== link.projectId)
      return answer(say(words.choose.elsewhere(own.title, named.title)));
  }
  const only = mine.length === 1 ? mine[0] : undefined;
  const remembered = mine.find(({ projectId }) => projectId === known.remembered);
  const id = link?.projectId ?? known.wanted ?? (only ?? named ?? remembered)?.projectId;
  if (id === undefined) return answer(show(chooseProjectCard({ projects: mine, asked: asked.text }, language)));
  const item = mine.find(({ projectId }) => projectId === id);
  const project = item === undefined ? null : await projectOf(tools, { tenantId: place.tenantId, projectId: id });
  if (item === undefined || project === null) return answer(say(words.stranger));
  return {
    kind: 'found',
    project,
    link,
    isPlanner: may(item.roles, 'plan.view'),
    isNamed: named?.projectId === id,
    isOneOfSeveral: link === undefined && mine.length > 1,
  };
}

function answer(reply: Reply): ProjectSearch {
  return { kind: 'reply', reply };
}

/** "läget i kompetensprojektet": the one whose title has most of its long words in the message, if one alone has. */
function namedIn(text: string, projects: readonly ProjectListItem[]): ProjectListItem | undefined {
  const said = spoken(text);
  const ranked = projects
    .map((project) => {
      const title = spoken(project.title).words.filter((word) => word.length > 5);
      return { project, hits: title.filter((word) => hit(word, said) === 'exact').length };
    })
    .toSorted((one, other) => other.hits - one.hits);
  const [first, second] = ranked;
  return first === undefined || first.hits === 0 || first.hits === second?.hits ? undefined : first.project;
}
