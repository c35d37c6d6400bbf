import { endOfDay, localDate, localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { listDate, timeRange } from '../../domain/swedish-text.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { linkInPreview, previewOf, samePreview } from '../notices/rules.ts';
import type { Letter, Preview } from '../notices/types.ts';
import { organisationsOf, peopleOf, projectOf, rolesOf } from '../planning/queries.ts';
import type { Project } from '../planning/types.ts';
import { leadOf } from '../rooms/booking/queries.ts';
import { pollLetter, pollReminder, type PollMail } from './letters/poll-letter.ts';
import { pollQuestion } from './queries.ts';
import { inOrder, whoIsAsked, type Asked } from './rules.ts';
import { insertPoll, pollRow, saveAnswers } from './store.ts';
import type { Poll, PollAnswer, PollOrder, PollPreview, PollRefusal } from './types.ts';

/** Answers are looked at for some weeks after the last day. */
const linkDaysAfter = 30;

interface Planned {
  readonly project: Project;
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
  return done({ project, asked, mail, preview: previewIn(pollLetter(mail, linkInPreview), asked) });
}

async function mailOf(tools: Pick<Tools, 'db'>, project: Project, order: PollOrder): Promise<PollMail> {
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

function previewIn({ subject, text }: Letter, asked: readonly Asked[]): PollPreview {
  return {
    ...previewOf({ texts: [subject, text], recipients: asked.map(({ address }) => address) }),
    names: asked.map(({ name }) => name),
    subject,
    text,
  };
}

/** Asks everybody who was seen, each with a link of their own. A new question takes the place of the one before. */
export async function sendPoll(
  tools: Tools,
  actor: Actor,
  { confirm, ...order }: PollOrder & { readonly confirm: Preview },
): Promise<Outcome<{ readonly asked: number }, PollRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<{ readonly asked: number }, PollRefusal>> => {
    const planned = await planPoll({ db: work.db, clock: tools.clock }, actor, order);
    if (!planned.ok) return planned;
    const { asked, mail, preview, project } = planned.value;
    if (!samePreview(preview, confirm)) return refused('previewChanged');
    const id = tools.ids.next();
    const at = new Date(tools.clock.now().epochMilliseconds);
    const poll = { id, days: inOrder(order.days), closesOn: order.closesOn };
    await insertPoll(work, actor, { ...poll, at, voters: asked });
    await mailTo(tools, work, actor, {
      project,
      poll,
      preview,
      asked,
      kind: 'dates.poll',
      letter: (url) => pollLetter(mail, url),
    });
    return done({ asked: asked.length });
  });
}

interface Sending {
  readonly project: Project;
  readonly poll: Pick<Poll, 'id' | 'closesOn'>;
  readonly preview: Preview;
  readonly asked: readonly Asked[];
  readonly kind: 'dates.poll' | 'dates.pollReminder';
  readonly letter: (url: string) => Letter;
}

async function mailTo(tools: Tools, work: Work, actor: Actor, sending: Sending): Promise<void> {
  const { project, poll, preview, asked, kind, letter } = sending;
  const { tenantId, projectId } = actor;
  const by = { personId: actor.personId, name: actor.name };
  const act = `${kind}:${poll.id}`;
  const confirmationId = await recordConfirmation(work, tools, { tenantId, projectId, act, preview, by });
  for (const { address, name } of asked) {
    const secret = await issueLink(work, tools, {
      tenantId,
      projectId,
      purpose: `dates:${poll.id}`,
      personId: null,
      subjectId: address,
      expiresAt: endOfDay(localDate(poll.closesOn).add({ days: linkDaysAfter }), project.timeZone),
    });
    await queueMail(work, tools, {
      tenantId,
      projectId,
      kind,
      version: `${confirmationId} ${address}`,
      grace: 'grace',
      confirmationId,
      to: { address, name },
      letter: letter(`${tools.settings.publicUrl}/datum/${secret}`),
    });
  }
  await recordAct(work, tools, actor, { by, act: kind, details: { recipients: asked.length } });
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
  return done({ project, poll, asked, mail, preview: previewIn(pollReminder(mail, linkInPreview), asked) });
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
    await mailTo(tools, work, actor, { project, poll, preview, asked, kind: 'dates.pollReminder', letter });
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
  const entries = days.flatMap(({ date }) => {
    const answer = said[date];
    return answer === undefined ? [] : [[date, answer] as const];
  });
  if (entries.length < days.length) return 'missing';
  const at = new Date(tools.clock.now().epochMilliseconds);
  await tools.tx((work) =>
    saveAnswers(work, found.key, {
      pollId: found.pollId,
      address: voter.address,
      answers: Object.fromEntries(entries),
      at,
    }),
  );
  return 'saved';
}
