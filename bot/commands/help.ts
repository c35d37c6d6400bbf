import { may } from '../../src/domain/policy.ts';
import { helpCard, type HelpLine } from '../cards/help.ts';
import { commandTitles } from '../command-ids.ts';
import { show, type Command, type Turn } from '../turn.ts';

/** "Hjälp": only what the one who asks may ask for, and where they ask. */
export const helpCommand: Command = {
  id: 'help',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['hjälp', 'hej', 'vad kan du?'], en: ['help', 'hi', 'what can you do?'] },
  ways: ['hjalp|help|=hej|=hejsan|hello|=hi|kommandon|commands', 'vad + =kan + =du', 'what + =can + =you'],
  run: (turn) => Promise.resolve(show(helpCard(linesFor(turn), may(turn.actor.roles, 'plan.view'), turn.language))),
};

/** Those that are answered in full come first in the registry; eight lines are what people read. */
function linesFor({ actor, link, language, commands }: Turn): readonly HelpLine[] {
  return commands
    .filter(({ id, act }) => id !== 'help' && may(actor.roles, act))
    .filter(({ where }) => where === 'anywhere' || link?.audience !== 'participants')
    .slice(0, 9)
    .map((command) => ({
      command: command.id,
      utterance: command.utterances[language][0] ?? '',
      title: commandTitles[command.id][language],
    }));
}
