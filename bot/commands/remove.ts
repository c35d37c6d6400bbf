import { may } from '../../src/domain/policy.ts';
import { personOf } from '../../src/features/planning/queries.ts';
import { mayNotCard, wayForwardCard } from '../cards/plain.ts';
import { commandTitles } from '../command-ids.ts';
import { show, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/** "Ta bort Per": never done from the chat. Who it would be is said in private only, since a thread has many readers. */
export const removeCommand: Command = {
  id: 'participant.remove',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['ta bort Per'], en: ['remove Per'] },
  ways: [
    'ta_bort|=remove|avboka|avanmal|radera|=delete|stryk',
    'ta_bort|=remove|avboka|avanmal|radera|=delete|stryk + @person',
  ],
  async run(turn) {
    const { language, actor, project, tabUrl } = turn;
    const words = wording[language];
    const found = await foundText(turn);
    if (!may(actor.roles, 'participants.edit'))
      return show(
        mayNotCard(
          {
            projectId: project.projectId,
            command: 'participant.remove',
            text: turn.text,
            before: `${found} ${words.remove.leadOnly}`,
          },
          language,
        ),
      );
    return show(
      wayForwardCard(
        {
          title: commandTitles['participant.remove'][language],
          lines: [found, words.remove.inTab],
          url: { title: words.inTab, href: tabUrl('participants') },
        },
        language,
      ),
    );
  },
};

async function foundText({ tools, project, place, entities, actor, language }: Turn): Promise<string> {
  const words = wording[language].remove;
  const [only, ...more] = entities.personIds;
  if (only === undefined) return words.notFound;
  const mayKnow = place.kind === 'personal' && may(actor.roles, 'participants.view');
  if (more.length > 0 || !mayKnow) return words.foundSome(more.length + 1);
  const person = await personOf(tools, project, only);
  return person === null ? words.notFound : words.found(person.displayName);
}
