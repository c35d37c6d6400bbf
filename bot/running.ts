import { may, type Act } from '../src/domain/policy.ts';
import type { Language } from '../src/domain/words.ts';
import type { CardAction } from './activities.ts';
import { mayNotCard } from './cards/plain.ts';
import { commandTitles, isCommandId } from './command-ids.ts';
import { askLead } from './commands/lead.ts';
import { buttons, commandById } from './registry.ts';
import { say, show, type Command, type Reply, type Turn } from './turn.ts';
import { wording } from './wording.ts';

/** Runs a command for whoever may, where it may be asked; offers to ask the content lead for whoever may not. */
export async function runCommand(turn: Turn, command: Command): Promise<Reply> {
  const words = wording[turn.language];
  if (isOutOfPlace(turn, command.where)) return say(words.planningOnly);
  if (may(turn.actor.roles, command.act)) return command.run(turn);
  // What somebody may not even see is not asked for on their behalf.
  if (viewing.includes(command.act) && command.id !== 'participant.remove') return say(words.plannersOnly);
  return show(mayNotCard({ projectId: turn.project.projectId, command: command.id, text: turn.text }, turn.language));
}

const viewing: readonly Act[] = ['plan.view', 'evaluation.results', 'kitchen.view'];

/** What planners ask never shows in the participants' channel, whoever asks. */
function isOutOfPlace(turn: Turn, where: Command['where']): boolean {
  return where === 'planning' && turn.link?.audience === 'participants';
}

/** Does what a button stands for. Data of a card is outside data: the person's own rights in that project decide. */
export async function pressButton(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { language } = turn;
  const words = wording[language];
  const id = pressed.data['command'];
  if (pressed.verb === 'lead.ask') return isCommandId(id) ? askLead(turn, id) : say(words.stale);
  if (pressed.verb === 'command') return isCommandId(id) ? runCommand(turn, commandById(id)) : say(words.stale);
  const button = buttons.find(({ verb }) => verb === pressed.verb);
  if (button === undefined) return say(words.stale);
  if (isOutOfPlace(turn, button.where)) return say(words.planningOnly);
  if (!may(turn.actor.roles, button.act)) return say(words.mayNot(titleOfVerb(button.verb, language)));
  return button.press(turn, pressed);
}

function titleOfVerb(verb: string, language: Language): string {
  const [id = ''] = verb.split('!');
  return isCommandId(id) ? commandTitles[id][language] : wording[language].yes;
}
