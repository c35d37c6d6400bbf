import type { Language } from '../src/domain/words.ts';
import { whichCard } from './cards/plain.ts';
import { commandTitles, type CommandId } from './command-ids.ts';
import { commandById } from './registry.ts';
import { say, show, type Reply, type Turn } from './turn.ts';
import { wording } from './wording.ts';

/** The two nearest of what the one who asks may ask for, in the words that help shows. */
export function notUnderstood(nearest: readonly CommandId[], isPlanner: boolean, language: Language): Reply {
  const usual: readonly CommandId[] = isPlanner
    ? ['status.show', 'session.next']
    : ['session.next', 'registration.mine'];
  const possible = nearest.filter((id) => isPlanner || commandById(id).where === 'anywhere');
  const [one = 'help', other = 'help'] = [...new Set([...possible, ...usual])];
  const utterance = (id: CommandId): string => (commandById(id).utterances[language][0] ?? '').replace(/\?$/, '');
  return say(wording[language].notUnderstood(utterance(one), utterance(other)));
}

/** Two commands fit equally well: a button each. */
export function unsure(suggestions: readonly CommandId[], { project, text, language }: Turn): Reply {
  const [one, other] = suggestions.map((id) => commandTitles[id][language].toLowerCase().replace(/\?$/, ''));
  return show(
    whichCard(
      {
        question: wording[language].whichOne(one ?? '', other ?? ''),
        choices: suggestions.map((id) => ({
          title: commandTitles[id][language],
          verb: 'command',
          data: { command: id, project: project.projectId, text },
        })),
      },
      language,
    ),
  );
}
