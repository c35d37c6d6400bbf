import { may } from '../src/domain/policy.ts';
import { languageOf } from '../src/domain/words.ts';
import { actorFor } from '../src/features/planning/queries.ts';
import type { CardAction, Message } from './activities.ts';
import type { Again } from './asks.ts';
import { resultCard } from './cards/confirm.ts';
import { subtle, withLine } from './cards/parts.ts';
import type { CommandId } from './command-ids.ts';
import { answerEvaluationCard } from './commands/evaluation.ts';
import { laterLinked, linkHere } from './commands/link.ts';
import { lookAtPoll } from './commands/poll.ts';
import { stopRecent } from './commands/undo.ts';
import { buttons, commandById, commands } from './registry.ts';
import { pressButton, runCommand } from './running.ts';
import { keepTalk, talkingIn, type Talking } from './talk.ts';
import { say, showAll, type Desk, type Reply, type Turn } from './turn.ts';
import { isDietaryStatement, tellsOfSomebody } from './understand/dietary.ts';
import { readEntities, type Vocabulary } from './understand/entities.ts';
import { intentsIn } from './understand/intents.ts';
import { languageSpoken } from './understand/language.ts';
import { smallTalk, type SmallTalk } from './understand/small-talk.ts';
import { spoken } from './understand/tokens.ts';
import { understand } from './understand/understand.ts';
import { vocabularyOf } from './vocabulary.ts';
import { projectFor, type Asked, type Found } from './which-project.ts';
import { notUnderstood, unsure } from './suggest.ts';
import { wording } from './wording.ts';

/** What is known when somebody speaks of a project: how the talk has gone, and the names that a message may use. */
interface Scene {
  readonly desk: Desk;
  readonly found: Found;
  readonly asked: Asked;
  readonly talking: Talking;
  readonly known: Vocabulary;
}

/** A reply, and what shows it once more when a yes in words asks for it. */
interface Said {
  readonly reply: Reply;
  readonly again: Again | null;
  readonly sessionId?: string | undefined;
}

/** What to answer a message. In shared places only those that mention the bot reach this. */
export async function answerMessage(desk: Desk, message: Message): Promise<Reply> {
  const said = spoken(message.text);
  const spokenIn = languageSpoken(said);
  // Before anything else, and whoever says it: it is not read further, nor kept.
  if (isDietaryStatement(said) || tellsOfSomebody(message.text))
    return say(wording[spokenIn ?? languageOf(message.locale)].dietaryTold);
  const talking = await talkingIn(desk, message.place, message.person);
  const language = spokenIn ?? talking.language;
  const asked = { place: message.place, sender: message.person, text: message.text };
  return answerText(
    desk,
    { ...asked, language: language ?? languageOf(message.locale) },
    { wanted: undefined, talking: { ...talking, language } },
  );
}

/** `wanted`: the project that a pressed button names. */
async function answerText(
  desk: Desk,
  asked: Asked,
  { wanted, talking }: { readonly wanted: string | undefined; readonly talking: Talking },
): Promise<Reply> {
  const found = await projectFor(desk, asked, { wanted, remembered: talking.memory.projectId });
  if (found.kind === 'reply') {
    await keepTalk(desk, talking, { projectId: null, isOneOfSeveral: false, reply: found.reply, again: null });
    return found.reply;
  }
  const { question } = talking;
  const known = await vocabularyOf(desk.tools, found.project, talking.memory.sessionId);
  const isAnswer = question?.kind === 'project' && found.isNamed && meaningless(asked.text, known);
  const text = isAnswer ? question.text : asked.text;
  const scene = { desk, found, asked: { ...asked, text }, talking, known };
  const said = await answerIn(scene);
  const { isOneOfSeveral, project } = found;
  // Thanks and the like answer no question.
  if (said !== undefined) await keepTalk(desk, talking, { projectId: project.projectId, isOneOfSeveral, ...said });
  return said === undefined ? say(wording[asked.language].welcome) : named(said.reply, found);
}

function meaningless(text: string, known: Vocabulary): boolean {
  return understand(text, commands, known).kind === 'notUnderstood';
}

/** Undefined for thanks: they leave everything as it was. */
async function answerIn(scene: Scene): Promise<Said | undefined> {
  const { asked, known } = scene;
  const small = smallTalk(spoken(asked.text)) ?? stopsPreview(scene);
  if (small === 'thanks') return undefined;
  if (small !== undefined) return answerSmall(scene, small);
  const completed = completedText(scene);
  if (completed !== undefined) return runNamed(scene, completed.command, completed.text);
  const parts = intentsIn(asked.text, commands, known);
  if (parts.length === 1) return answerWish(scene, asked.text);
  const said: Said[] = [];
  for (const part of parts) said.push(await answerWish(scene, part));
  const asking = said.findLast(({ again }) => again !== null);
  return { reply: { kind: 'several', replies: said.map(({ reply }) => reply) }, again: asking?.again ?? null };
}

/** "Stoppa" beneath a preview: a no to it, when nothing is on its way out. */
function stopsPreview({ asked, talking }: Scene): 'no' | undefined {
  return talking.question?.kind === 'preview' && /^stopp?a?$/.test(spoken(asked.text).folded) ? 'no' : undefined;
}

/** "Vilken träff?" – "2:an": the answer completes what was asked for. A whole new wish does not. */
function completedText({ asked, talking, known, found }: Scene): { command: CommandId; text: string } | undefined {
  const { question } = talking;
  if (question?.kind !== 'which' || question.project !== found.project.projectId) return undefined;
  const said = spoken(asked.text);
  const entities = readEntities(asked.text, said, known);
  const names = entities.sessionIds.length + entities.dates.length + entities.personIds.length > 0;
  if (!names && entities.missingSession === null) return undefined;
  const meant = understand(asked.text, commands, known);
  const isMereSession = meant.kind === 'command' && meant.id === 'session.next' && said.words.length <= 3;
  if (meant.kind !== 'notUnderstood' && !isMereSession) return undefined;
  return { command: question.command, text: `${question.text} ${asked.text}` };
}

async function answerSmall(scene: Scene, small: Exclude<SmallTalk, 'thanks'>): Promise<Said> {
  const { asked, found, talking } = scene;
  const words = wording[asked.language];
  const turn = await turnFor(scene, asked.text);
  if (turn === undefined) return plain(say(words.stranger));
  const question = talking.question?.project === found.project.projectId ? talking.question : undefined;
  // The same as the button beneath what was just shown; with nothing shown it means what was done last.
  if (small === 'cancel' && question === undefined) return plain(await runCommand(turn, commandById('undo')));
  if (small === 'cancel') return plain(say(question?.kind === 'preview' ? words.cancelled : words.leftAlone));
  if (small === 'yes') return question === undefined ? plain(say(words.nothingAsked)) : sayYes(scene, turn, question);
  // A no may well mean what was confirmed a moment ago, by whomever: that comes before what was only asked.
  const stopped = may(turn.actor.roles, 'notices.send') ? await stopRecent(turn) : undefined;
  if (stopped !== undefined) return plain(stopped);
  const isNothingToUndo = question !== undefined || small === 'later' || !may(turn.actor.roles, 'notices.send');
  return plain(isNothingToUndo ? say(words.okay) : await runCommand(turn, commandById('undo')));
}

/** A yes in words does what was offered; what would go out is shown once more, since only its own button sends it. */
async function sayYes(scene: Scene, turn: Turn, question: NonNullable<Talking['question']>): Promise<Said> {
  const words = wording[turn.language];
  if (question.kind === 'which') return runNamed(scene, question.command, question.text);
  if (question.kind === 'project') return answerWish(scene, question.text);
  const again = question.kind === 'offer' ? question : question.again;
  if (again === null) return plain(say(words.pressInstead));
  const reply = await pressInWords(scene, turn, again);
  if (question.kind === 'offer') return { reply, again };
  const isSame = reply.kind === 'card' && reply.asks?.kind === 'preview' && reply.asks.button === question.button;
  if (!isSame) return { reply, again: null };
  const hasChanged = reply.asks?.kind === 'preview' && reply.asks.textVersion !== question.textVersion;
  const line = hasChanged ? words.changedSince : words.pressButton(question.button);
  return { reply: { ...reply, ...withLine(reply, subtle(line)) }, again };
}

/** Only what shows something, or asks the content lead, is reached without the press of a button. */
async function pressInWords(scene: Scene, turn: Turn, { verb, data }: Again): Promise<Reply> {
  const pressed: CardAction = {
    kind: 'cardAction',
    activityId: '',
    place: turn.place,
    locale: undefined,
    verb,
    data,
    trigger: 'manual',
    via: 'submit',
    cardId: null,
    person: turn.sender,
  };
  const text = textIn(pressed, 'text') ?? '';
  const meant = { ...turn, text, entities: readEntities(text, spoken(text), scene.known) };
  if (verb === 'command' || verb === 'lead.ask') return pressButton(meant, pressed);
  const button = buttons.find((candidate) => candidate.verb === verb);
  return button?.shows === true ? pressButton(meant, pressed) : say(wording[turn.language].pressInstead);
}

async function answerWish(scene: Scene, text: string): Promise<Said> {
  const { asked, found, known } = scene;
  const words = wording[asked.language];
  const meant = understand(text, commands, known);
  if (meant.kind === 'dietaryTold') return plain(say(words.dietaryTold));
  if (meant.kind === 'notUnderstood') return plain(notUnderstood(meant.suggestions, found.isPlanner, asked.language));
  if (meant.kind === 'command') return runNamed(scene, meant.id, text);
  const turn = await turnFor(scene, text);
  return plain(turn === undefined ? say(words.stranger) : unsure(meant.suggestions, turn));
}

async function runNamed(scene: Scene, id: CommandId, text: string): Promise<Said> {
  const turn = await turnFor(scene, text);
  if (turn === undefined) return plain(say(wording[scene.asked.language].stranger));
  const reply = await runCommand(turn, commandById(id));
  const again = { verb: 'command', data: { project: turn.project.projectId, command: id, text } };
  const [sessionId] = turn.entities.sessionIds.length === 1 ? turn.entities.sessionIds : [];
  return { reply, again, sessionId: sessionId ?? (id === 'session.next' ? scene.known.nextSessionId : undefined) };
}

function plain(reply: Reply): Said {
  return { reply, again: null };
}

/** With several projects every card of a private chat says which one it speaks of. */
function named(reply: Reply, found: Found): Reply {
  if (!found.isOneOfSeveral) return reply;
  if (reply.kind === 'several') return { ...reply, replies: reply.replies.map((one) => named(one, found)) };
  return reply.kind === 'card' ? { ...reply, ...withLine(reply, subtle(found.project.title)) } : reply;
}

/** What to answer a button. */
export async function answerButton(desk: Desk, pressed: CardAction): Promise<Reply> {
  const language = languageOf(textIn(pressed, 'lang') ?? pressed.locale);
  const words = wording[language];
  if (pressed.verb === 'evaluation.answer') return answerEvaluationCard(desk.tools, pressed, language);
  // Nobody has pressed anything, so it is no part of the talk.
  if (pressed.trigger === 'automatic' || pressed.verb === 'dates.answer!look')
    return lookAtPoll(desk, pressed, language);
  if (pressed.verb === 'link.later') return laterLinked(language);
  if (pressed.verb === 'link') return linkHere(desk, pressed, language);
  const asked = { place: pressed.place, sender: pressed.person, language, text: textIn(pressed, 'text') ?? '' };
  const talking = await talkingIn(desk, asked.place, asked.sender);
  if (pressed.verb === 'ask') return answerText(desk, asked, { wanted: textIn(pressed, 'project'), talking });
  if (pressed.verb === 'cancel') {
    const title = pressed.data['leave'] === true ? words.leftAlone : words.cancelled;
    const reply = showAll(resultCard({ title, lines: [] }, language));
    await keepTalk(desk, talking, { projectId: null, isOneOfSeveral: false, reply, again: null });
    return reply;
  }
  const found = await projectFor(
    desk,
    { ...asked, text: '' },
    { wanted: textIn(pressed, 'project'), remembered: talking.memory.projectId },
  );
  if (found.kind === 'reply') return found.reply;
  const known = await vocabularyOf(desk.tools, found.project, talking.memory.sessionId);
  const turn = await turnFor({ desk, found, asked, talking, known }, asked.text);
  if (turn === undefined) return say(words.stranger);
  const reply = await pressButton(turn, pressed);
  await keepTalk(desk, talking, {
    projectId: found.project.projectId,
    isOneOfSeveral: found.isOneOfSeveral,
    sessionId: textIn(pressed, 'session'),
    reply,
    again: againOf(pressed, talking),
  });
  return named(reply, found);
}

/** What shows the same again: the button itself when it only shows, else what showed the card that it stood on. */
function againOf({ verb, data }: CardAction, { question }: Talking): Again | null {
  const shows = verb === 'command' || buttons.some((button) => button.verb === verb && button.shows === true);
  return shows ? { verb, data } : (question?.again ?? null);
}

async function turnFor({ desk, found, asked, known }: Scene, text: string): Promise<Turn | undefined> {
  const { tools } = desk;
  const identity = { tenantId: asked.sender.tid, oid: asked.sender.oid };
  const actor = await actorFor(tools, identity, found.project.projectId, asked.language);
  if (actor === null) return undefined;
  return {
    ...asked,
    text,
    entities: readEntities(text, spoken(text), known),
    tools,
    actor,
    project: found.project,
    link: found.link,
    commands,
    tabUrl: (page, place) => desk.tabUrl(found.project.projectId, page, place),
  };
}

function textIn(pressed: CardAction, name: string): string | undefined {
  const value = pressed.data[name];
  return typeof value === 'string' ? value : undefined;
}
