import type { SessionAnswer } from '../../../domain/people.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { queueMail } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { personalUrl } from '../../evaluations/actions.ts';
import { evaluationRowOf } from '../../evaluations/queries.ts';
import { seatOf } from '../../evaluations/seats/queries.ts';
import { personOf, projectOf } from '../../planning/queries.ts';
import { saveDietary } from '../dietary/actions.ts';
import { seatGuest } from '../guests/actions.ts';
import { guestLetter } from '../letters/guests.ts';
import { confirmPlace, followInOutlook, leave } from '../places/actions.ts';
import { placesOf } from '../places/queries.ts';
import { isShut } from '../queries.ts';
import { addressFault, commitmentVersion, hasPlace, keyOf } from '../rules.ts';
import {
  cancelGuests,
  changePerson,
  changeRegistration,
  date,
  lockProject,
  putParticipation,
  registrationRow,
} from '../store.ts';
import type { OpenedLink } from '../../links/types.ts';
import { ownPageOf } from './queries.ts';
import { mayUndo } from './rules.ts';
import type { GuestDetails, OwnDetails, OwnPage, SelfRefusal } from './types.ts';

type Done = Outcome<null, SelfRefusal>;

const own = (page: OwnPage) => ({ personId: page.person.id, name: 'Deltagaren själv' });

/** Corrects one's own details. The address stays: changing it moves every booking, so the content lead does that. */
export async function correctOwn(tools: Tools, link: OpenedLink, typed: OwnDetails): Promise<Done> {
  const page = await ownPageOf(tools, link);
  if (page === null) return refused('notIn');
  const oneLine = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 150);
  const [givenName, familyName, title, phone] = [typed.givenName, typed.familyName, typed.title, typed.phone].map(
    oneLine,
  );
  if (!givenName || !familyName || !title || !phone) return refused('incomplete');
  return await tools.tx(async (work) => {
    const names = { given_name: givenName, family_name: familyName, display_name: `${givenName} ${familyName}` };
    await changePerson(work.db, link, page.person.id, { ...names, title, phone });
    const who = { ...keyOf(link), personId: page.person.id };
    await changeRegistration(work.db, who, { shares_phone: typed.sharesPhone });
    await recordAct(work, tools, link, { by: own(page), act: 'registration.corrected', subject: page.person.id });
    return done(null);
  });
}

/** REG-04: somebody who was brought in from a list without the box ticks it here, and the day is kept. The first time counts. */
export async function commitOwn(tools: Tools, link: OpenedLink, hasTicked: boolean): Promise<Done> {
  const page = await ownPageOf(tools, link);
  if (page === null) return refused('notIn');
  if (!page.asksCommitment) return done(null);
  if (!hasTicked) return refused('notTicked');
  await tools.tx(async (work) => {
    const who = { ...keyOf(link), personId: page.person.id };
    const at = date(tools.clock.now());
    await changeRegistration(work.db, who, { commitment_at: at, commitment_version: commitmentVersion });
    await recordAct(work, tools, link, { by: own(page), act: 'registration.committed', subject: page.person.id });
  });
  return done(null);
}

export async function saveOwnDietary(tools: Tools, link: OpenedLink, text: string): Promise<Done> {
  const [page, project] = [await ownPageOf(tools, link), await projectOf(tools, link)];
  if (page === null || project === null) return refused('notIn');
  // Taking away what is there is never refused.
  if (text.trim() !== '' && isShut(project, tools)) return refused('dietaryUndecided');
  await tools.tx((work) =>
    saveDietary(work, tools, { ...keyOf(link), personId: page.person.id, text: text.normalize('NFC').slice(0, 1000) }),
  );
  return done(null);
}

/** "kan inte" to one session leaves the person in the project. */
export async function answerOwn(
  tools: Tools,
  link: OpenedLink,
  {
    sessionId,
    answer,
  }: { readonly sessionId: string; readonly answer: Extract<SessionAnswer, 'accepted' | 'declined'> },
): Promise<Done> {
  const found = await openSession(tools, link, sessionId);
  if (!found.ok) return found;
  const { page, session } = found.value;
  if (session.isPast) return refused('notAllowed');
  await tools.tx(async (work) => {
    await putOwnAnswer(work, tools, link, { personId: page.person.id, sessionId, answer });
    const details = { answer };
    await recordAct(work, tools, link, { by: own(page), act: 'session.answered', subject: sessionId, details });
  });
  return done(null);
}

async function putOwnAnswer(
  work: Work,
  tools: Tools,
  link: OpenedLink,
  { answer, ...who }: { readonly personId: string; readonly sessionId: string; readonly answer: SessionAnswer },
): Promise<void> {
  const set = { own_answer: answer, own_answer_at: date(tools.clock.now()) };
  await putParticipation(work.db, { ...keyOf(link), ...who, set });
}

async function openSession(
  tools: Tools,
  link: OpenedLink,
  sessionId: string,
): Promise<Outcome<{ page: OwnPage; session: OwnPage['sessions'][number] }, SelfRefusal>> {
  const page = await ownPageOf(tools, link);
  if (page === null || page.state !== 'confirmed') return refused('notIn');
  const session = page.sessions.find(({ id }) => id === sessionId);
  return session === undefined ? refused('unknownSession') : done({ page, session });
}

/** A substitute takes the seat for one session; a colleague comes along where the project's policy allows it (RG-14). */
export async function nameGuest(
  tools: Tools,
  link: OpenedLink,
  wish: { readonly sessionId: string; readonly kind: 'substitute' | 'colleague'; readonly guest: GuestDetails },
  language: Language,
): Promise<Done> {
  const { sessionId, kind, guest } = wish;
  const found = await openSession(tools, link, sessionId);
  if (!found.ok) return found;
  const { page, session } = found.value;
  if (!(kind === 'substitute' ? session.mayNameSubstitute : session.mayBringColleague)) return refused('notAllowed');
  const [givenName, familyName] = [guest.givenName.trim(), guest.familyName.trim()];
  if (givenName === '' || familyName === '' || guest.email.trim() === '') return refused('incomplete');
  const fault = addressFault(guest.email);
  if (fault?.reason === 'addressHasAccents') return refused('addressHasAccents', { suggestion: fault.suggestion });
  if (fault !== undefined) return refused('addressUnreadable');
  const email = foldEmail(guest.email).address;
  const organisationId = page.organisations.some(({ id }) => id === guest.organisationId) ? guest.organisationId : null;
  await tools.tx(async (work) => {
    const host = { hostPersonId: page.person.id, by: own(page) };
    const id = await seatGuest(work, tools, link, {
      ...host,
      sessionId,
      kind,
      givenName,
      familyName,
      organisationId,
      email,
    });
    await queueMail(work, tools, {
      ...keyOf(link),
      kind: `guest.${kind}`,
      sessionId,
      personId: page.person.id,
      version: id,
      to: { address: email, name: `${givenName} ${familyName}` },
      letter: guestLetter(page.project, { kind, givenName, host: page.person.displayName, session, language }),
      grace: 'none',
      confirmationId: null,
    });
  });
  return done(null);
}

export async function removeGuest(tools: Tools, link: OpenedLink, guestId: string): Promise<Done> {
  const page = await ownPageOf(tools, link);
  if (page === null) return refused('notIn');
  await tools.tx(async (work) => {
    const now = tools.clock.now();
    await cancelGuests(work.db, { ...keyOf(link), hostPersonId: page.person.id, id: guestId, now });
    await followInOutlook(work, link);
  });
  return done(null);
}

/** Leaves the whole project. */
export async function leaveProject(tools: Tools, link: OpenedLink, language: Language): Promise<Done> {
  const project = await projectOf(tools, link);
  const page = await ownPageOf(tools, link);
  if (project === null || page === null) return refused('notIn');
  const by = own(page);
  const hasLeft = await tools.tx((work) => leave(work, tools, { project, personId: page.person.id, by, language }));
  return hasLeft ? done(null) : refused('notIn');
}

/**
 * Takes the leaving back, for a day and while the place is free. What was forgotten then stays forgotten: guests and
 * food are told anew.
 */
export async function comeBack(tools: Tools, link: OpenedLink): Promise<Done> {
  const page = await ownPageOf(tools, link);
  if (page === null) return refused('notIn');
  return await tools.tx(async (work) => {
    await lockProject(work.db, link);
    const [project, person] = [await projectOf(work, link), await personOf(work, link, page.person.id)];
    const row = await registrationRow(work.db, link, page.person.id);
    if (project === null || person === null || row === undefined) return refused('notIn');
    // Posted twice: the first one did it.
    if (row.state === 'confirmed') return done(null);
    const places = await placesOf(work, project);
    const isFree = hasPlace(places.of(person.organisationId), places.project);
    if (!mayUndo(row, tools.clock.now()) || !isFree) return refused('placeGone');
    const who = { ...keyOf(link), personId: person.id };
    await changeRegistration(work.db, who, { cancelled_at: null });
    await confirmPlace(work, tools, { project, personId: person.id, by: own(page) });
    return done(null);
  });
}

/** A new personal link to an evaluation that is open to this person; answers its address. */
export async function openEvaluationOf(
  tools: Tools,
  link: OpenedLink,
  sessionId: string,
): Promise<Outcome<string, SelfRefusal>> {
  const found = await openSession(tools, link, sessionId);
  if (!found.ok) return found;
  const key = { ...keyOf(link), sessionId };
  const seat = await seatOf(tools, key, link.personId);
  const row = await evaluationRowOf(tools, key);
  if (found.value.session.evaluation !== 'open' || seat === undefined || row === undefined)
    return refused('noEvaluation');
  return done(await tools.tx((work) => personalUrl(work, tools, { key, seat, closes: row.closes_at })));
}
