import { localDateOf } from '../../src/domain/local-date.ts';
import { sessionsOf } from '../../src/features/planning/queries.ts';
import { countsOf } from '../../src/features/registration/queries.ts';
import { say, type Command, type Reply, type Turn } from '../turn.ts';
import { spoken } from '../understand/tokens.ts';
import { wording } from '../wording.ts';
import { missingCommand } from './counts.ts';

/**
 * "Påminn Tobias om lunchen": the bot reminds of tasks and of nothing else, so it says how one is written. Only the
 * municipalities that have not answered get a letter, when they are named.
 */
export const remindCommand: Command = {
  id: 'reminder.ask',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['påminn mig om lunchen'], en: ['remind me about lunch'] },
  ways: ['paminn|remind', 'paminn|remind + @person|=mig|=mej|=me + =om|=about|=to|=att'],
  run: answer,
};

async function answer(turn: Turn): Promise<Reply> {
  const words = wording[turn.language].remind;
  const said = asked.exec(turn.text.trim())?.groups?.['rest'] ?? '';
  if (await namesOnlySilent(turn, said)) return missingCommand.run(turn);
  const { who = '', when = '', what = '' } = task.exec(said)?.groups ?? {};
  if (what !== '' && isOne(turn, who)) return say(words.task(exampleOf(turn, { who, when, what })));
  if (isOne(turn, said)) return say(words.person(exampleOf(turn, { who: said, when: '', what: '' })));
  if (/uppgift|task/i.test(said)) return say(words.tasks);
  const [number] = /\d+/.exec(/(?:träff\w*|session)\s*\d+/i.exec(said)?.[0] ?? '') ?? [];
  if (/deltag|träff|alla\b|participant|session|everyone/i.test(said))
    return say(words.participants(number ?? String(await nextNumber(turn))));
  return say(words.cannot);
}

const asked = /^.*?(?:påmin\w*|paminn\w*|remind\w*)[\s:,]*(?<rest>.*)$/i;
const task = /^(?<who>\S+(?:\s\p{Lu}\S*)?)(?:\s+(?<when>.+?))?\s+(?:om att|om|about|to|att)\s+(?<what>.+?)[.!?]*$/u;

/** Oneself, or somebody of the project by name. */
function isOne({ entities }: Turn, said: string): boolean {
  return /^(mig|mej|me)\b/i.test(said) || (entities.personIds.length > 0 && said !== '');
}

/** The words of a task: "uppgift till Tobias: lunchen senast torsdag". */
function exampleOf({ language }: Turn, { who, when, what }: Record<'who' | 'when' | 'what', string>): string {
  const words = wording[language].remind;
  const whom = /^(mig|mej|me)$/i.test(who) ? words.me : who.replace(/[.!?]+$/, '');
  const day = when.replace(/^(på|den|on|the)\s+/i, '');
  return words.example(whom, what === '' ? words.something : what, day);
}

/** "Påminn Leksand och Orsa", as the status has it: municipalities that are silent, and no other word. */
async function namesOnlySilent({ tools, project }: Turn, said: string): Promise<boolean> {
  const folded = (text: string): string => spoken(text).folded;
  const parts = said.split(/,|\s+(?:och|and|&)\s+/i).map(folded);
  if (parts.every((part) => part === '')) return false;
  const silent = (await countsOf(tools, project))?.silentMunicipalities ?? [];
  const names = new Set(silent.map(({ shortName }) => folded(shortName)));
  return parts.every((part) => part === '' || names.has(part));
}

async function nextNumber({ tools, project }: Turn): Promise<number> {
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  const sessions = (await sessionsOf(tools, project)).filter(({ cancelled }) => !cancelled);
  return sessions.find(({ date }) => date !== null && date >= today)?.number ?? 1;
}
