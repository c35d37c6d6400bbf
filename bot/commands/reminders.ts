import { say as sayIn } from '../../src/domain/words.ts';
import { setSwitch, undoSwitch } from '../../src/features/reminders/switches/actions.ts';
import { reminderRefusals, type Switched } from '../../src/features/reminders/types.ts';
import { switchedCard } from '../cards/morning.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { fieldOf } from './seen.ts';
import { statusCommand } from './status.ts';

const named = String.raw`(?:veckans |the |weekly )*(läget?|status|påminnelser(?:na)?|reminders)`;
/** "Läget av", "stäng av veckans läge": nothing more, so that "läget på kommunerna" is still a question. */
const after = new RegExp(String.raw`^${named}\s+(av|på|off|on)\W*$`, 'i');
const before = new RegExp(String.raw`^(stäng av|slå av|slå på|sätt på|turn off|turn on)\s+${named}\W*$`, 'i');

/** "Läget av" and "påminnelser på": what the bot tells by itself, on and off. */
export const reminderCommand: Command = {
  id: 'reminders.switch',
  act: 'plan.edit',
  where: 'planning',
  utterances: {
    sv: ['läget av', 'läget på', 'påminnelser av', 'påminnelser på'],
    en: ['status off', 'status on', 'reminders off', 'reminders on'],
  },
  ways: [
    '^laget_av|^laget_pa|^status_off|^status_on',
    '^paminnelser_av|^paminnelser_pa|^paminnelserna_av|^paminnelserna_pa|^reminders_off|^reminders_on',
    '^stang_av|^sla_av|^sla_pa|^satt_pa|^turn_off|^turn_on + laget|=lage|=status|paminnelser|reminders',
  ],
  async run(turn) {
    const meant = switchMeant(turn.text.trim());
    return meant === undefined ? await statusCommand.run(turn) : await flip(turn, meant, show);
  },
};

function switchMeant(text: string): Switched | undefined {
  const [, what = '', how = ''] = after.exec(text) ?? [];
  const [, doing = '', that = ''] = before.exec(text) ?? [];
  const name = what || that;
  if (name === '') return undefined;
  const isOn = /^(på|on)$/i.test(how) || /(på|on)$/i.test(doing);
  return { name: /^(påm|rem)/i.test(name) ? 'reminders' : 'weekly', isOn };
}

async function flip(turn: Turn, wish: Switched, how: typeof show): Promise<Reply> {
  const { language, project } = turn;
  const done = await setSwitch(turn.tools, turn.actor, wish);
  if (!done.ok) return say(sayIn(reminderRefusals[done.reason], language));
  return how(switchedCard({ ...done.value, projectId: project.projectId }, language));
}

/** "Ångra" of somebody whose latest act in the project was such a switch; undefined for everybody else. */
export async function undoOwnSwitch(turn: Turn): Promise<Reply | undefined> {
  const undone = await undoSwitch(turn.tools, turn.actor);
  if (!undone.ok) return undefined;
  const { projectId } = turn.project;
  return show(switchedCard({ ...undone.value, isChanged: true, projectId }, turn.language));
}

export const reminderButtons: readonly Button[] = [
  {
    verb: 'reminders.switch',
    act: 'plan.edit',
    where: 'planning',
    press: (turn, pressed) =>
      flip(
        turn,
        {
          name: fieldOf(pressed, 'name') === 'reminders' ? 'reminders' : 'weekly',
          isOn: fieldOf(pressed, 'turn') === 'on',
        },
        showAll,
      ),
  },
];
