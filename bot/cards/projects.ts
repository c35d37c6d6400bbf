import type { Language } from '../../src/domain/words.ts';
import type { Audience, ConversationKind } from '../../src/features/conversations/types.ts';
import { wording } from '../wording.ts';
import { card, mostActions, press, subtle, text, type CardPost } from './parts.ts';

export interface ProjectChoice {
  readonly projectId: string;
  readonly title: string;
}

/** The one greeting of a conversation: who brought the bot, what it does, and that nothing was sent. */
export function greetingCard(
  data: { readonly by: string | null; readonly linked: string | null; readonly helpTitle: string },
  language: Language,
): CardPost {
  const words = wording[language].greeting;
  return card({
    language,
    title: words.title,
    body: [
      text(data.by === null || data.by === '' ? words.byNobody : words.by(data.by)),
      ...(data.linked === null ? [] : [text(data.linked)]),
      subtle(words.sendsNothing),
      subtle(wording[language].help.shared),
    ],
    actions: [press({ title: data.helpTitle, verb: 'command', data: { command: 'help' } })],
  });
}

/**
 * Which project a group chat or channel belongs to, and as what. A group chat is offered as planning chat, a channel
 * as participants' channel, since everybody in a team reads it.
 */
export function linkCard(
  data: { readonly kind: ConversationKind; readonly projects: readonly ProjectChoice[]; readonly intro?: string },
  language: Language,
): CardPost {
  const words = wording[language].link;
  const audience: Audience = data.kind === 'channel' ? 'participants' : 'planning';
  const title = audience === 'planning' ? words.asPlanning : words.asParticipants;
  return card({
    language,
    title: words.question,
    body: [...(data.intro === undefined ? [] : [text(data.intro)]), subtle(words.explain)],
    actions: [
      ...data.projects
        .slice(0, mostActions - 1)
        .map((project) =>
          press({ title: title(project.title), verb: 'link', data: { project: project.projectId, audience } }),
        ),
      press({ title: words.later, verb: 'link.later' }),
    ],
  });
}

/** Which of several projects a question in a personal chat is about; the button asks it again for that one. */
export function chooseProjectCard(
  data: { readonly projects: readonly ProjectChoice[]; readonly asked: string },
  language: Language,
): CardPost {
  return card({
    language,
    title: wording[language].choose.question,
    asks: { kind: 'project', text: data.asked },
    actions: data.projects
      .slice(0, mostActions)
      .map((project) =>
        press({ title: project.title, verb: 'ask', data: { project: project.projectId, text: data.asked } }),
      ),
  });
}
