import { may } from '../../src/domain/policy.ts';
import { helpCard, type HelpLine } from '../cards/help.ts';
import { commandTitles } from '../command-ids.ts';
import { wording } from '../wording.ts';
import { show, type Command, type Turn } from '../turn.ts';

/** "Hjälp": only what the one who asks may ask for, and where they ask. */
export const helpCommand: Command = {
  id: 'help',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['hjälp', 'hej', 'vad kan du?'], en: ['help', 'hi', 'what can you do?'] },
  ways: [
    'hjalp|help|=hej|=hejsan|hello|=hi|kommandon|commands',
    'vad + =kan|=gor + =du',
    'vem + =ar + =du',
    'what + =do + =you + =do',
    'who_are_you',
    'what + =can + =you',
  ],
  run: (turn) => Promise.resolve(show(helpCard(linesFor(turn), may(turn.actor.roles, 'plan.view'), turn.language))),
};

/** Those worth telling about, in the order of the wording, as far as the one who asks may ask for them here. */
function linesFor({ actor, link, language, commands }: Turn): readonly HelpLine[] {
  return Object.entries(wording[language].help.about).flatMap(([id, about]) => {
    const command = commands.find((candidate) => candidate.id === id);
    if (command === undefined || !may(actor.roles, command.act)) return [];
    if (command.where === 'planning' && link?.audience === 'participants') return [];
    const utterance = command.utterances[language][0] ?? '';
    return [{ command: command.id, utterance, title: commandTitles[command.id][language], about }];
  });
}
