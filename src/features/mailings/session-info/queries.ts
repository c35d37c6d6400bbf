import { isAfter, localDate } from '../../../domain/local-date.ts';
import type { Words } from '../../../domain/words.ts';
import { dueBy, sessionInfoDeadline } from '../../../guideline/due-dates.ts';
import type { Session } from '../../planning/types.ts';
import { infoFacts } from '../../sessions/info/queries.ts';
import { infoDraft, type InfoFacts } from '../../sessions/letters/info.ts';
import { answerDraft, reminderDraft } from '../../sessions/letters/reminder.ts';
import { mailingName } from '../rules.ts';
import {
  ownLabel,
  ownWordsOf,
  participantRecipients,
  senderOf,
  sessionNamed,
  waitingLeftOut,
  wordsFor,
} from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { LeftOut, MailingRef, Recipient, Requirement } from '../types.ts';

/** Days before a session when its reminder goes: near enough to be remembered, far enough to answer. */
const reminderDays = 3;
/** Days before a session when those who have not answered are asked, while the food can still be changed. */
const answerDays = 10;

type SessionTemplate = 'info' | 'reminder' | 'unanswered';

/** INF-01, INF-02 and the reminders of one session; undefined when there is no such session. */
export function composeForSession(sources: Sources, ref: MailingRef): Composed | undefined {
  const session = sessionNamed(sources, ref.subject);
  if (session === undefined) return undefined;
  const template = ref.template as SessionTemplate; // asked for these three only
  const day = session.date === null ? undefined : localDate(session.date);
  const own = ownWordsOf(sources, ref, { slot: 'own', label: ownLabel });
  const facts = (recipient: Recipient): InfoFacts =>
    infoFacts({ ...sources, session, sender: senderOf(sources).name }, recipient.language);
  const to = (recipient: Recipient) => ({
    givenName: recipient.givenName,
    own: wordsFor(own, recipient.language),
  });
  const shared = {
    ref,
    session,
    name: mailingName(ref, session.number),
    ownWords: [own],
    // On its own day a reminder is no use any more, and the day after nothing of it is.
    isOver: day !== undefined && isAfter(sources.today, day),
  };
  if (template === 'info')
    return {
      ...shared,
      ...everybody(sources),
      purpose: {
        sv: 'Program och förberedelser, till alla anmälda, senast två veckor före.',
        en: 'Programme and preparation, to all participants, two weeks before at the latest.',
      },
      due: day === undefined ? null : dueBy(sessionInfoDeadline(day), sources.facts.region),
      kind: 'session.info',
      again: 'newWords',
      requirements: [dateKnown(session), agendaKnown(session), preparationKnown(session)],
      draftFor: (recipient) => infoDraft(facts(recipient), to(recipient)),
      milestone: `sessionInfoSent:${session.id}`,
    };
  if (template === 'reminder')
    return {
      ...shared,
      ...comingPeople(sources, session),
      purpose: {
        sv: 'Tid, plats och förberedelser, tre dagar före, till alla som inte har tackat nej.',
        en: 'Time, place and preparation, three days before, to all who have not declined.',
      },
      due: day === undefined ? null : dueBy(day.subtract({ days: reminderDays }), sources.facts.region),
      kind: 'session.reminder',
      again: 'newWords',
      requirements: [dateKnown(session), preparationKnown(session)],
      draftFor: (recipient) => reminderDraft(facts(recipient), to(recipient)),
      milestone: null,
    };
  return {
    ...shared,
    ...unansweredPeople(sources, session),
    purpose: {
      sv: 'Till anmälda som inte har svarat på kalenderbokningen.',
      en: 'To participants who have not answered the calendar booking.',
    },
    due: day === undefined ? null : dueBy(day.subtract({ days: answerDays }), sources.facts.region),
    kind: 'session.unanswered',
    again: 'daily',
    requirements: [dateKnown(session), bookingsSent(sources)],
    draftFor: (recipient) => answerDraft(facts(recipient), to(recipient)),
    milestone: null,
  };
}

function everybody(sources: Sources): Pick<Composed, 'candidates' | 'leftOut'> {
  return { candidates: participantRecipients(sources), leftOut: waitingLeftOut(sources) };
}

type Split = Pick<Composed, 'candidates' | 'leftOut'>;

/** Whoever has declined needs no reminder of where the coffee is. */
function comingPeople(sources: Sources, session: Session): Split {
  return split(sources, session, {
    takes: (answer) => answer !== 'declined',
    why: { sv: 'Har tackat nej till träffen.', en: 'Has declined the session.' },
  });
}

function unansweredPeople(sources: Sources, session: Session): Split {
  return split(sources, session, {
    takes: (answer) => answer === 'none',
    why: { sv: 'Har svarat på kalenderbokningen.', en: 'Has answered the calendar booking.' },
  });
}

function split(
  sources: Sources,
  session: Session,
  { takes, why }: { readonly takes: (answer: string) => boolean; readonly why: Words },
): Split {
  const answers = new Map(
    sources.registrations.participants.map((one) => [
      one.id,
      one.sessions.find(({ sessionId }) => sessionId === session.id)?.answer ?? 'none',
    ]),
  );
  const all = participantRecipients(sources);
  const isIn = ({ id }: Recipient): boolean => takes(answers.get(id) ?? 'none');
  const rest: LeftOut[] = all.filter((one) => !isIn(one)).map(({ name }) => ({ name, why }));
  return { candidates: all.filter(isIn), leftOut: [...rest, ...waitingLeftOut(sources)] };
}

function requirement(
  session: Session | null,
  what: Pick<Requirement, 'id' | 'title' | 'action'> & { readonly isMet: boolean; met: Words; missing: Words },
): Requirement {
  return {
    id: what.id,
    title: what.title,
    words: what.isMet ? what.met : what.missing,
    state: what.isMet ? 'met' : 'missing',
    hinders: !what.isMet,
    action: what.action,
    sessionId: session?.id ?? null,
    canOverride: false,
  };
}

function dateKnown(session: Session): Requirement {
  return requirement(session, {
    id: 'date',
    title: { sv: 'Datum och klockslag', en: 'Date and time' },
    action: 'dates.edit',
    isMet: session.date !== null && session.startTime !== null && session.endTime !== null,
    met: { sv: 'Datum och klockslag är satta.', en: 'Date and time are set.' },
    missing: {
      sv: 'Träffen saknar datum eller klockslag. Sätt dem först.',
      en: 'The session has no date or time. Set them first.',
    },
  });
}

function agendaKnown(session: Session): Requirement {
  return requirement(session, {
    id: 'agenda',
    title: { sv: 'Programmet', en: 'The programme' },
    action: 'agenda.edit',
    isMet: session.agenda.length > 0,
    met: { sv: 'Programmet finns.', en: 'There is a programme.' },
    missing: {
      sv: 'Träffen saknar program. Lägg in punkterna först.',
      en: 'The session has no programme. Add its items first.',
    },
  });
}

/** INF-02: blank is no answer, "inget" is. */
function preparationKnown(session: Session): Requirement {
  return requirement(session, {
    id: 'INF-02',
    title: { sv: 'Förberedelser', en: 'Preparation' },
    action: 'agenda.edit',
    isMet: (session.preparation ?? '').trim() !== '',
    met: { sv: 'Det står hur deltagarna ska förbereda sig.', en: 'It says how participants are to prepare.' },
    missing: {
      sv: 'Skriv hur deltagarna ska förbereda sig. Ska de inte det? Skriv ”Du behöver inte förbereda något.”',
      en: 'Write how participants are to prepare. Are they not? Write “You need not prepare anything.”',
    },
  });
}

function bookingsSent({ isRegistrationClosed }: Sources): Requirement {
  return requirement(null, {
    id: 'bookings',
    title: { sv: 'Kalenderbokningar', en: 'Calendar bookings' },
    action: 'registration.close',
    isMet: isRegistrationClosed,
    met: { sv: 'Bokningarna har gått ut.', en: 'The bookings have gone out.' },
    missing: {
      sv: 'Kalenderbokningarna har inte gått ut, så ingen har kunnat svara än.',
      en: 'The calendar bookings have not gone out, so nobody has been able to answer yet.',
    },
  });
}
