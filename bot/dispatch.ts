import { localDateOf } from '../src/domain/local-date.ts';
import { may, type Act } from '../src/domain/policy.ts';
import { languageOf, type Language } from '../src/domain/words.ts';
import { linkOf } from '../src/features/conversations/queries.ts';
import type { ConversationLink } from '../src/features/conversations/types.ts';
import { actorFor, peopleOf, projectOf, projectsFor, sessionsOf, venuesOf } from '../src/features/planning/queries.ts';
import type { Project } from '../src/features/planning/types.ts';
import type { Tools } from '../src/tools.ts';
import type { CardAction, Message, Place, Sender } from './activities.ts';
import { mayNotCard, whichCard } from './cards/plain.ts';
import { chooseProjectCard, linkCard } from './cards/projects.ts';
import { commandTitles, isCommandId, type CommandId } from './command-ids.ts';
import { laterLinked, linkHere } from './commands/link.ts';
import { answerEvaluationCard } from './commands/evaluation.ts';
import { askLead } from './commands/lead.ts';
import { buttons, commandById, commands } from './registry.ts';
import { say, show, showAll, type Command, type Desk, type Reply, type Turn } from './turn.ts';
import { isDietaryStatement } from './understand/dietary.ts';
import { readEntities, type Vocabulary } from './understand/entities.ts';
import { languageSpoken } from './understand/language.ts';
import { smallTalk } from './understand/small-talk.ts';
import { spoken } from './understand/tokens.ts';
import { understand, type Understanding } from './understand/understand.ts';
import { resultCard } from './cards/confirm.ts';
import { wording } from './wording.ts';

/** Somebody says something in a place. */
interface Asked {
  readonly place: Place;
  readonly sender: Sender;
  readonly language: Language;
  readonly text: string;
}

/** What to answer a message. In shared places only those that mention the bot reach this. */
export async function answerMessage(desk: Desk, message: Message): Promise<Reply> {
  const said = spoken(message.text);
  const language = languageSpoken(said) ?? languageOf(message.locale);
  // Before anything else, and whoever says it: it is not read further, nor kept.
  if (isDietaryStatement(said)) return say(wording[language].dietaryTold);
  const asked = { place: message.place, sender: message.person, language, text: message.text };
  const found = await projectFor(desk, asked, undefined);
  if (found.kind === 'reply') return found.reply;
  return answerText(desk, found, asked);
}

async function answerText(desk: Desk, found: Found, asked: Asked): Promise<Reply> {
  const words = wording[asked.language];
  const said = smallTalk(spoken(asked.text));
  // A yes in words says yes to nothing in particular; a no may well mean what was confirmed a moment ago.
  if (said === 'yes') return say(words.pressInstead);
  if (said === 'thanks') return say(words.welcome);
  const known = await vocabularyOf(desk.tools, found.project);
  const meant = said === 'no' ? undoing(asked, known) : understand(asked.text, commands, known);
  if (meant.kind === 'dietaryTold') return say(words.dietaryTold);
  if (meant.kind === 'notUnderstood') return say(suggest(found, meant.suggestions, asked.language));
  const turn = await turnOf(desk, found, { ...asked, entities: meant.entities });
  if (turn === undefined) return say(words.stranger);
  if (said === 'no' && !may(turn.actor.roles, commandById('undo').act)) return say(words.okay);
  if (meant.kind === 'command') return runCommand(turn, commandById(meant.id));
  const [one, other] = meant.suggestions.map((id) => commandTitles[id][asked.language].toLowerCase());
  return show(
    whichCard(
      {
        question: words.whichOne(one ?? '', other ?? ''),
        choices: meant.suggestions.map((id) => ({
          title: commandTitles[id][asked.language],
          verb: 'command',
          data: { command: id, project: found.project.projectId, text: asked.text },
        })),
      },
      asked.language,
    ),
  );
}

function undoing({ text }: Asked, known: Vocabulary): Understanding<CommandId> {
  return { kind: 'command', id: 'undo', entities: readEntities(text, spoken(text), known) };
}

function suggest(found: Found, nearest: readonly CommandId[], language: Language): string {
  const usual: readonly CommandId[] = found.isPlanner
    ? ['status.show', 'session.next']
    : ['session.next', 'registration.mine'];
  const possible = nearest.filter((id) => found.isPlanner || commandById(id).where === 'anywhere');
  const [one = 'help', other = 'help'] = [...new Set([...possible, ...usual])];
  const utterance = (id: CommandId): string => commandById(id).utterances[language][0] ?? '';
  return wording[language].notUnderstood(utterance(one), utterance(other));
}

/** What to answer a button. Data of a card is outside data: the person's own rights in that project decide. */
export async function answerButton(desk: Desk, pressed: CardAction): Promise<Reply> {
  const language = languageOf(textIn(pressed, 'lang') ?? pressed.locale);
  const words = wording[language];
  if (pressed.verb === 'evaluation.answer') return answerEvaluationCard(desk.tools, pressed, language);
  if (pressed.verb === 'cancel') return showAll(resultCard({ title: words.cancelled, lines: [] }, language));
  if (pressed.verb === 'link.later') return laterLinked(language);
  const asked = { place: pressed.place, sender: pressed.person, language, text: textIn(pressed, 'text') ?? '' };
  if (pressed.verb === 'link') return linkHere(desk, pressed, language);
  const found = await projectFor(desk, asked, textIn(pressed, 'project'));
  if (found.kind === 'reply') return found.reply;
  if (pressed.verb === 'ask') return answerText(desk, found, asked);
  const known = await vocabularyOf(desk.tools, found.project);
  const entities = readEntities(asked.text, spoken(asked.text), known);
  const turn = await turnOf(desk, found, { ...asked, entities });
  if (turn === undefined) return say(words.stranger);
  if (pressed.verb === 'lead.ask') return askLead(turn, textIn(pressed, 'what') ?? '');
  if (pressed.verb === 'command') {
    const id = pressed.data['command'];
    return isCommandId(id) ? runCommand(turn, commandById(id)) : say(words.stale);
  }
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

function textIn(pressed: CardAction, name: string): string | undefined {
  const value = pressed.data[name];
  return typeof value === 'string' ? value : undefined;
}

async function runCommand(turn: Turn, command: Command): Promise<Reply> {
  const words = wording[turn.language];
  if (isOutOfPlace(turn, command.where)) return say(words.planningOnly);
  if (may(turn.actor.roles, command.act)) return command.run(turn);
  // What somebody may not even see is not asked for on their behalf.
  if (viewing.includes(command.act) && command.id !== 'participant.remove') return say(words.plannersOnly);
  return show(
    mayNotCard({ projectId: turn.project.projectId, what: commandTitles[command.id][turn.language] }, turn.language),
  );
}

const viewing: readonly Act[] = ['plan.view', 'evaluation.results', 'kitchen.view'];

/** What planners ask never shows in the participants' channel, whoever asks. */
function isOutOfPlace(turn: Turn, where: Command['where']): boolean {
  return where === 'planning' && turn.link?.audience === 'participants';
}

interface Found {
  readonly kind: 'found';
  readonly project: Project;
  readonly link: ConversationLink | undefined;
  readonly isPlanner: boolean;
}

type ProjectSearch = Found | { readonly kind: 'reply'; readonly reply: Reply };

/** The project that somebody talks of: the conversation's own, their only one, or the one they have pointed out. */
async function projectFor(desk: Desk, asked: Asked, wanted: string | undefined): Promise<ProjectSearch> {
  const { tools } = desk;
  const { place, sender, language } = asked;
  const words = wording[language];
  const answer = (reply: Reply): ProjectSearch => ({ kind: 'reply', reply });
  const mine = await projectsFor(tools, { tenantId: sender.tid, oid: sender.oid });
  if (mine.length === 0) return answer(say(words.stranger));
  const link = place.kind === 'personal' ? undefined : await linkOf(tools, place);
  if (place.kind !== 'personal' && link === undefined) {
    const linkable = mine.filter(({ roles }) => may(roles, 'project.linkConversation'));
    if (linkable.length === 0) return answer(say(words.link.notLinked));
    return answer(show(linkCard({ kind: place.kind, projects: linkable, intro: words.link.notLinked }, language)));
  }
  if (link !== undefined && wanted !== undefined && wanted !== link.projectId) return answer(say(words.stale));
  const only = mine.length === 1 ? mine[0] : mine.find(({ title }) => isNamed(title, asked.text));
  const id = link?.projectId ?? wanted ?? only?.projectId;
  if (id === undefined) return answer(show(chooseProjectCard({ projects: mine, asked: asked.text }, language)));
  const item = mine.find(({ projectId }) => projectId === id);
  const project = item === undefined ? null : await projectOf(tools, { tenantId: place.tenantId, projectId: id });
  if (item === undefined || project === null) return answer(say(words.stranger));
  return { kind: 'found', project, link, isPlanner: may(item.roles, 'plan.view') };
}

/** A long word of the project's title stands in the message. */
function isNamed(title: string, text: string): boolean {
  const said = spoken(text);
  return spoken(title).words.some((word) => word.length > 5 && said.words.includes(word));
}

async function vocabularyOf(tools: Tools, project: Project): Promise<Vocabulary> {
  const [sessions, venues, people] = await Promise.all([
    sessionsOf(tools, project),
    venuesOf(tools, project),
    peopleOf(tools, project),
  ]);
  const city = new Map(venues.map((venue) => [venue.id, venue.city]));
  return {
    today: localDateOf(tools.clock.now(), project.timeZone),
    sessions: sessions
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, number, venueId }) => ({ id, number, city: city.get(venueId ?? '') ?? null })),
    venues,
    people,
  };
}

async function turnOf(desk: Desk, found: Found, asked: Asked & Pick<Turn, 'entities'>): Promise<Turn | undefined> {
  const { tools } = desk;
  const identity = { tenantId: asked.sender.tid, oid: asked.sender.oid };
  const actor = await actorFor(tools, identity, found.project.projectId, asked.language);
  if (actor === null) return undefined;
  return {
    ...asked,
    tools,
    actor,
    project: found.project,
    link: found.link,
    commands,
    tabUrl: (page) => desk.tabUrl(found.project.projectId, page),
  };
}
