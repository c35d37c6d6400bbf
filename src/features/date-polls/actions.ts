import { endOfDay, localDate, localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import { listDate, timeRange } from '../../domain/swedish-text.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { conversationFor } from '../conversations/queries.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, queuePost, recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { linkInPreview, previewOf, samePreview } from '../notices/rules.ts';
import type { Letter, Preview } from '../notices/types.ts';
import { organisationsOf, peopleOf, projectOf, rolesOf } from '../planning/queries.ts';
import type { ProjectHead } from '../planning/types.ts';
import { leadOf } from '../rooms/booking/queries.ts';
import { faceOf } from './chat/queries.ts';
import { pollLetter, pollReminder, type PollMail } from './letters/poll-letter.ts';
import { pollQuestion } from './queries.ts';
import { completeAnswers, inOrder, whoIsAsked, type Asked } from './rules.ts';
import { insertPoll, markPoll, pollRow, saveAnswers } from './store.ts';
import { remindsOn } from './telling/rules.ts';
import type { Poll, PollAnswer, PollCards, PollOrder, PollPreview, PollRefusal } from './types.ts';

/** Answers are looked at for some weeks after the last day. */
const linkDaysAfter = 30;

interface Planned {
  readonly project: ProjectHead;
  readonly asked: readonly Asked[];
  readonly mail: PollMail;
  readonly preview: PollPreview;
}

/** Who would be asked about which days, and with which words. Changes nothing. */
export async function previewPoll(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  order: PollOrder,
): Promise<Outcome<PollPreview, PollRefusal>> {
  const planned = await planPoll(tools, actor, order);
  return planned.ok ? done(planned.value.preview) : planned;
}

async function planPoll(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  order: PollOrder,
): Promise<Outcome<Planned, PollRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  if (project.state !== 'active') return refused('dormant');
  if (order.closesOn < localDateOf(tools.clock.now(), project.timeZone).toString()) return refused('closesTooSoon');
  const [people, roles, organisations] = await Promise.all([
    peopleOf(tools, actor),
    rolesOf(tools, actor),
    organisationsOf(tools, actor),
  ]);
  const asked = whoIsAsked(people, roles, organisations);
  if (asked.length === 0) return refused('nobodyToAsk');
  const mail = await mailOf(tools, project, order);
  const hasCard = (await conversationFor(tools, actor, 'planning')) !== undefined;
  const sentOn = localDateOf(tools.clock.now(), project.timeZone).toString();
  const on = remindsOn({ sentOn, closesOn: order.closesOn });
  const { subject, text } = pollReminder(mail, linkInPreview);
  const letters = { first: pollLetter(mail, linkInPreview), reminder: on === null ? null : { on, subject, text } };
  return done({ project, asked, mail, preview: previewIn(letters, asked, hasCard) });
}

export async function mailOf(tools: Pick<Tools, 'db'>, project: ProjectHead, order: PollOrder): Promise<PollMail> {
  const language = languageOf(project.language);
  return {
    language,
    projectTitle: project.title,
    days: inOrder(order.days).map(
      ({ date, startTime, endTime }) =>
        `${listDate(localDate(date), language)} ${timeRange(startTime, endTime, language)}`,
    ),
    closesOn: listDate(localDate(order.closesOn), language),
    lead: await leadOf(tools, project),
  };
}

function previewIn(
  { first: { subject, text }, reminder }: { readonly first: Letter; readonly reminder: PollPreview['reminder'] },
  asked: readonly Asked[],
  hasCard: boolean,
): PollPreview {
  const later = reminder === null ? [] : [reminder.on, reminder.subject, reminder.text];
  const texts = [subject, text, ...later, ...(hasCard ? ['card'] : [])];
  return {
    ...previewOf({ texts, recipients: asked.map(({ address }) => address) }),
    names: asked.map(({ name }) => name),
    subject,
    text,
    hasCard,
    reminder,
  };
}

/**
 * Asks everybody who was seen, each with a link of their own, and puts a card in the planning chat. A new question takes
 * the place of the one before.
 */
export async function sendPoll(
  tools: Tools,
  actor: Actor,
  { confirm, cards, ...order }: PollOrder & { readonly confirm: Preview; readonly cards: PollCards },
): Promise<Outcome<{ readonly asked: number }, PollRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<{ readonly asked: number }, PollRefusal>> => {
    const planned = await planPoll({ db: work.db, clock: tools.clock }, actor, order);
    if (!planned.ok) return planned;
    const { asked, mail, preview, project } = planned.value;
    if (!samePreview(preview, confirm)) return refused('previewChanged');
    const id = tools.ids.next();
    const at = new Date(tools.clock.now().epochMilliseconds);
    const poll = { id, days: inOrder(order.days), closesOn: order.closesOn };
    const letter = (url: string): Letter => pollLetter(mail, url);
    const sending: Sending = { project, poll, preview, asked, kind: 'dates.poll', letter };
    const confirmationId = await confirmSending(tools, work, actor, sending);
    await insertPoll(work, actor, { ...poll, at, voters: asked, confirmationId });
    await mailTo(tools, work, sending, confirmationId);
    if (preview.hasCard) {
      const voters = asked.map((one) => ({ ...one, answers: null }));
      const face = faceOf(tools, project, { ...poll, confirmationId, voters });
      await queuePost(work, tools, {
        tenantId: actor.tenantId,
        projectId: actor.projectId,
        kind: 'dates.pollCard',
        version: id,
        grace: 'grace',
        confirmationId,
        place: 'planningChat',
        post: cards.question(face, languageOf(project.language)),
      });
    }
    return done({ asked: asked.length });
  });
}

interface Sending {
  readonly project: ProjectHead;
  readonly poll: Pick<Poll, 'id' | 'closesOn'>;
  readonly preview: Preview;
  readonly asked: readonly Asked[];
  readonly kind: 'dates.poll' | 'dates.pollReminder';
  readonly letter: (url: string) => Letter;
}

async function confirmSending(tools: Tools, work: Work, actor: Actor, sending: Sending): Promise<string> {
  const { poll, preview, asked, kind } = sending;
  const { tenantId, projectId } = actor;
  const by = { personId: actor.personId, name: actor.name };
  const act = `${kind}:${poll.id}`;
  await recordAct(work, tools, actor, { by, act: kind, details: { recipients: asked.length } });
  return await recordConfirmation(work, tools, { tenantId, projectId, act, preview, by });
}

async function mailTo(tools: Tools, work: Work, sending: Sending, confirmationId: string): Promise<void> {
  const { project, poll, asked, kind, letter } = sending;
  const { tenantId, projectId } = project;
  for (const { address, name } of asked)
    await queueMail(work, tools, {
      tenantId,
      projectId,
      kind,
      version: `${confirmationId} ${address}`,
      grace: 'grace',
      confirmationId,
      to: { address, name },
      letter: letter(await answerUrl(work, tools, { project, poll, address })),
    });
}

/** A link of somebody's own, to the page where they answer. */
export async function answerUrl(
  work: Work,
  tools: Tools,
  { project, poll, address }: Pick<Sending, 'project' | 'poll'> & { readonly address: string },
): Promise<string> {
  const secret = await issueLink(work, tools, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    purpose: `dates:${poll.id}`,
    personId: null,
    subjectId: address,
    expiresAt: endOfDay(localDate(poll.closesOn).add({ days: linkDaysAfter }), project.timeZone),
  });
  return `${tools.settings.publicUrl}/datum/${secret}`;
}

/** Those who have not answered, and what they would be reminded with. */
export async function previewReminder(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
): Promise<Outcome<PollPreview, PollRefusal>> {
  const planned = await planReminder(tools, actor);
  return planned.ok ? done(planned.value.preview) : planned;
}

async function planReminder(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
): Promise<Outcome<Planned & { readonly poll: Poll }, PollRefusal>> {
  const [project, poll] = await Promise.all([projectOf(tools, actor), pollRow(tools, actor)]);
  if (project === null) return refused('noProject');
  if (poll === null) return refused('noPoll');
  if (poll.closesOn < localDateOf(tools.clock.now(), project.timeZone).toString()) return refused('closed');
  const asked = poll.voters.filter(({ answers }) => answers === null);
  if (asked.length === 0) return refused('nobodyToAsk');
  const mail = await mailOf(tools, project, poll);
  return done({
    project,
    poll,
    asked,
    mail,
    preview: previewIn({ first: pollReminder(mail, linkInPreview), reminder: null }, asked, false),
  });
}

export async function sendReminder(
  tools: Tools,
  actor: Actor,
  confirm: Preview,
): Promise<Outcome<{ readonly asked: number }, PollRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<{ readonly asked: number }, PollRefusal>> => {
    const planned = await planReminder({ db: work.db, clock: tools.clock }, actor);
    if (!planned.ok) return planned;
    const { asked, mail, preview, project, poll } = planned.value;
    if (!samePreview(preview, confirm)) return refused('previewChanged');
    const letter = (url: string): Letter => pollReminder(mail, url);
    const sending: Sending = { project, poll, preview, asked, kind: 'dates.pollReminder', letter };
    await mailTo(tools, work, sending, await confirmSending(tools, work, actor, sending));
    // Nobody is reminded twice: what would have come by itself has now come.
    await markPoll(work, { ...actor, id: poll.id }, 'reminded_at', new Date(tools.clock.now().epochMilliseconds));
    return done({ asked: asked.length });
  });
}

/** Somebody answers on the page behind their link. The same answer twice changes nothing; a new one replaces it. */
export async function answerPoll(
  tools: Tools,
  secret: string,
  said: Readonly<Record<string, PollAnswer>>,
): Promise<'saved' | 'missing' | 'gone'> {
  const found = await pollQuestion(tools, secret);
  if (found === undefined || !found.question.isOpen) return 'gone';
  const { days, voter } = found.question;
  const answers = completeAnswers(days, said);
  if (answers === undefined) return 'missing';
  await keepAnswers(tools, found.key, { pollId: found.pollId, address: voter.address, answers });
  return 'saved';
}

/** Each has one answer, whichever way it came; the cards in the chat follow. */
export async function keepAnswers(
  tools: Tools,
  key: ProjectKey,
  said: {
    readonly pollId: string;
    readonly address: string;
    readonly answers: Readonly<Record<string, PollAnswer>>;
  },
): Promise<void> {
  const { tenantId, projectId } = key;
  const at = new Date(tools.clock.now().epochMilliseconds);
  await tools.tx(async (work) => {
    await saveAnswers(work, key, { ...said, at });
    await work.enqueue('datePolls.show', { tenantId, projectId, pollId: said.pollId });
  });
}
