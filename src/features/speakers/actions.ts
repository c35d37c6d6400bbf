import type { SpeakerId } from '../../domain/ids.ts';
import { endOfDay, localDate, localDateOf, readLocalDate } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, recordConfirmation, stopConfirmation, stopWaitingUnder } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { linkInPreview, previewOf, samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { planChanged } from '../planning/outlook/actions.ts';
import { projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import type { Project, Speaker } from '../planning/types.ts';
import { leadOf } from '../rooms/booking/queries.ts';
import { questionLetter, type QuestionMail } from './letters/question.ts';
import { speakerQuestion } from './queries.ts';
import { lookAt } from '../web-links/actions.ts';
import { answerBy, daysOf, statusOf, talksAhead, talksOf, techTestAhead, webLinks, whyNoQuestion } from './rules.ts';
import { isQuestionWaiting, lockProject, saveState } from './store.ts';
import type { QuestionPreview, SpeakerAnswer, SpeakerRefusal, SpeakerState } from './types.ts';

/** RG-04: looks whether the speakers' own pages still answer. */
export async function lookAtLinks(tools: Tools, actor: Actor): Promise<Outcome<null, 'noProject'>> {
  const urls = new Set((await speakersOf(tools, actor)).flatMap((speaker) => webLinks(speaker).map(({ url }) => url)));
  await Promise.all([...urls].map((url) => lookAt(tools, actor, url)));
  return done(null);
}

/** The page is looked at for some weeks after the last talk. */
const linkDaysAfter = 30;

interface Planned {
  readonly project: Project;
  readonly speaker: Speaker;
  readonly mail: QuestionMail;
  readonly preview: QuestionPreview;
  /** Local day. */
  readonly lastTalk: string;
}

/** Who would be asked, and with which words. Changes nothing. */
export async function previewQuestion(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  speakerId: SpeakerId,
): Promise<Outcome<QuestionPreview, SpeakerRefusal>> {
  const planned = await planQuestion(tools, actor, speakerId);
  return planned.ok ? done(planned.value.preview) : planned;
}

async function planQuestion(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  speakerId: SpeakerId,
): Promise<Outcome<Planned, SpeakerRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const [speakers, sessions, venues] = await Promise.all([
    speakersOf(tools, actor),
    sessionsOf(tools, actor),
    venuesOf(tools, actor),
  ]);
  const speaker = speakers.find(({ id }) => id === speakerId);
  if (speaker === undefined) return refused('noSpeaker');
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const [status, talks] = [statusOf(speaker), talksOf(speaker, sessions)];
  const why = whyNoQuestion(speaker, { status, talks, today, isAwake: project.state === 'active' });
  if (why !== undefined) return refused(why);
  const ahead = talksAhead(talks, today);
  const [first, last] = [ahead[0], ahead.at(-1)];
  if (first === undefined || last === undefined || speaker.email === null) return refused('noTalk');
  const placeOf = (sessionId: string): string | null => {
    const venueId = sessions.find(({ id }) => id === sessionId)?.venueId;
    return venues.find(({ id }) => id === venueId)?.name ?? null;
  };
  const mail: QuestionMail = {
    language: languageOf(project.language),
    projectTitle: project.title,
    topic: speaker.topic,
    talks: ahead.map((talk) => ({ ...talk, place: placeOf(talk.sessionId) })),
    techTest: techTestAhead(speaker, today),
    costSek: speaker.costSek,
    answerBy: answerBy(localDate(first.date), today),
    lead: await leadOf(tools, project),
    isReminder: status !== 'idea',
  };
  const { subject, text } = questionLetter(mail, linkInPreview);
  const to = { name: speaker.displayName, address: speaker.email };
  const preview = { ...previewOf({ texts: [subject, text], recipients: [to.address] }), to, subject, text };
  return done({ project, speaker, mail, preview, lastTalk: last.date });
}

export interface Asked {
  readonly confirmationId: string;
  /** For taking it back. */
  readonly before: SpeakerState;
}

/** Sends the question exactly as it was seen, after a grace in which it can be stopped, and notes that it is asked. */
export async function askSpeaker(
  tools: Tools,
  actor: Actor,
  { speakerId, seen }: { readonly speakerId: SpeakerId; readonly seen: Preview },
): Promise<Outcome<Asked, SpeakerRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Asked, SpeakerRefusal>> => {
    await lockProject(work.db, actor);
    if (await isQuestionWaiting(work, actor, speakerId)) return refused('isWaiting');
    const planned = await planQuestion({ db: work.db, clock: tools.clock }, actor, speakerId);
    if (!planned.ok) return planned;
    const { preview, speaker, mail, project } = planned.value;
    if (!samePreview(preview, seen)) return refused('previewChanged');
    const { tenantId, projectId } = actor;
    const by = { personId: actor.personId, name: actor.name };
    const act = mail.isReminder ? 'speaker.reminded' : 'speaker.asked';
    const order = { tenantId, projectId, act: `${act}:${speakerId}`, preview, by };
    const confirmationId = await recordConfirmation(work, tools, order);
    const secret = await issueLink(work, tools, {
      tenantId,
      projectId,
      purpose: `speaker:${speakerId}`,
      personId: null,
      subjectId: speakerId,
      expiresAt: endOfDay(localDate(planned.value.lastTalk).add({ days: linkDaysAfter }), project.timeZone),
    });
    await queueMail(work, tools, {
      tenantId,
      projectId,
      kind: act,
      version: `${speakerId} ${confirmationId}`,
      grace: 'grace',
      confirmationId,
      to: preview.to,
      letter: questionLetter(mail, `${tools.settings.publicUrl}/medverka/${secret}`),
    });
    const before = stateOf(speaker);
    if (before.status === 'idea') {
      const today = localDateOf(tools.clock.now(), project.timeZone);
      await saveState(work, actor, { id: speakerId, status: 'asked', ...daysOf(speaker, 'asked', today) });
    }
    await recordAct(work, tools, actor, { by, act, subject: speakerId });
    return done({ confirmationId, before });
  });
}

function stateOf(speaker: Speaker): SpeakerState {
  return { status: statusOf(speaker), askedOn: speaker.askedOn, answeredOn: speaker.answeredOn };
}

/** Stops the question while it waits, and the status is what it was. */
export async function takeQuestionBack(
  tools: Tools,
  actor: Actor,
  { speakerId, confirmationId, before }: Asked & { readonly speakerId: SpeakerId },
): Promise<Outcome<null, SpeakerRefusal>> {
  const by = { personId: actor.personId, name: actor.name };
  const stopped = await stopConfirmation(
    tools,
    { tenantId: actor.tenantId, projectId: actor.projectId, by },
    confirmationId,
  );
  if (!stopped.ok) return refused('nothingWaits');
  const changed = await changeStatus(tools, actor, { id: speakerId, ...before });
  return changed.ok ? done(null) : changed;
}

/**
 * Notes by hand how far it has come with somebody: asked in the corridor, answered on the telephone. Answers what stood
 * before, so that it can be put back.
 */
export async function changeStatus(
  tools: Tools,
  actor: Actor,
  change: { readonly id: SpeakerId } & Pick<SpeakerState, 'status'> & {
      readonly [Day in 'askedOn' | 'answeredOn']?: string | null | undefined;
    },
): Promise<Outcome<SpeakerState, SpeakerRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<SpeakerState, SpeakerRefusal>> => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const speaker = (await speakersOf(work, actor)).find(({ id }) => id === change.id);
    if (speaker === undefined) return refused('noSpeaker');
    for (const value of [change.askedOn, change.answeredOn])
      if (typeof value === 'string' && readLocalDate(value) === undefined) return refused('badDate', { value });
    const follows = daysOf(speaker, change.status, localDateOf(tools.clock.now(), project.timeZone));
    const { askedOn = follows.askedOn, answeredOn = follows.answeredOn, id, status } = change;
    await saveState(work, actor, { id, status, askedOn, answeredOn });
    // Somebody has heard the answer already.
    if (status === 'confirmed' || status === 'declined')
      await stopWaitingUnder(work, actor, [`speaker.asked:${id}`, `speaker.reminded:${id}`]);
    await tellOfIt(tools, work, project, { by: actor, speaker, status });
    return done(stateOf(speaker));
  });
}

/** Whoever was asked answers on the page behind their link. The same answer twice changes nothing; a new one replaces it. */
export async function answerQuestion(tools: Tools, secret: string, answer: SpeakerAnswer): Promise<'saved' | 'gone'> {
  const found = await speakerQuestion(tools, secret);
  if (found === undefined || !found.question.isOpen) return 'gone';
  const { key, question } = found;
  await tools.tx(async (work) => {
    const project = await projectOf(work, key);
    const speaker = (await speakersOf(work, key)).find(({ id }) => id === question.speaker.id);
    if (project === null || speaker === undefined) throw new Error(`there is no speaker ${question.speaker.id}`);
    const days = daysOf(speaker, answer.status, localDateOf(tools.clock.now(), project.timeZone));
    await saveState(work, key, { id: speaker.id, ...answer, ...days });
    if (statusOf(speaker) === answer.status) return;
    const by = { personId: null, name: speaker.displayName };
    await tellOfIt(tools, work, project, { by, speaker, status: answer.status });
  });
  return 'saved';
}

/** The log has it, and the link of those who take part from afar follows it (SPK-02). */
async function tellOfIt(
  tools: Tools,
  work: Work,
  project: Project,
  {
    by,
    speaker,
    status,
  }: {
    readonly by: { readonly personId: string | null; readonly name: string };
    readonly speaker: Speaker;
    readonly status: string;
  },
): Promise<void> {
  await recordAct(work, tools, project, {
    by,
    act: by.personId === null ? 'speaker.answered' : 'speaker.status',
    subject: speaker.id,
    details: { from: statusOf(speaker), to: status },
  });
  await planChanged(work, project);
}
