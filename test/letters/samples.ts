import { evaluationCard } from '../../bot/cards/evaluation.ts';
import { leadAskedCard } from '../../bot/cards/lead.ts';
import { agendaCard } from '../../bot/cards/planning-meeting.ts';
import { morningCard } from '../../bot/cards/morning.ts';
import { pollCards } from '../../bot/cards/poll.ts';
import { reminderCard } from '../../bot/cards/tasks.ts';
import { wording } from '../../bot/wording.ts';
import { localDate, type LocalDate } from '../../src/domain/local-date.ts';
import type { Language } from '../../src/domain/words.ts';
import { leadAskedLetter } from '../../src/features/conversations/letters/lead-asked.ts';
import { documentationLetter, documentationPost } from '../../src/features/documentation/letters/letters.ts';
import {
  announcement,
  askLetter,
  linkLetter as evaluationLink,
  remindLetter,
} from '../../src/features/evaluations/letters/letters.ts';
import { questionsFor } from '../../src/features/evaluations/questions/rules.ts';
import { orderLetter } from '../../src/features/kitchen/letters/order.ts';
import type { KitchenSheet } from '../../src/features/kitchen/types.ts';
import { boardDraft } from '../../src/features/mailings/letters/board.ts';
import { commitmentDraft } from '../../src/features/mailings/letters/commitment.ts';
import { correctionDraft } from '../../src/features/mailings/letters/correction.ts';
import { standardCover, type CoverGroup } from '../../src/features/mailings/letters/cover.ts';
import { invitationDraft } from '../../src/features/mailings/letters/invitation.ts';
import { silentDraft } from '../../src/features/mailings/letters/silent.ts';
import { standardTexts } from '../../src/features/mailings/invitation/rules.ts';
import {
  bookingLetter,
  cancelledLetter as fileTakenBack,
} from '../../src/features/meetings/by-hand/letters/booking.ts';
import { cancelEarlier } from '../../src/features/meetings/letters/earlier.ts';
import {
  cancelComment,
  invitationBody,
  movedLine,
  newPlaceLine,
} from '../../src/features/meetings/letters/invitation-body.ts';
import {
  driftText,
  failedText,
  linkRemovedText,
  movedText,
  noLinkText,
  roomRemovedText,
  strangerText,
} from '../../src/features/meetings/letters/planning-chat.ts';
import { agendaLetter, roomDeclinedLine, seriesGoneText } from '../../src/features/meetings/series/letters/agenda.ts';
import { seriesFileCancelled, seriesFileLetter } from '../../src/features/meetings/series/letters/file.ts';
import {
  dayLeftOut,
  seriesEnded,
  seriesHtml,
  spanText,
  whenText,
} from '../../src/features/meetings/series/letters/words.ts';
import { speakersLinkBody, speakersLinkCancelled } from '../../src/features/meetings/letters/speakers-link.ts';
import { undecidedLetter, undecidedText } from '../../src/features/meetings/letters/undecided.ts';
import { letter } from '../../src/features/notices/letters/letter.ts';
import type { Draft, Letter, NoticeKind } from '../../src/features/notices/types.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { barrierLetter } from '../../src/features/registration/about/letters/barrier.ts';
import {
  announcementCard,
  announcementLetter,
  closedLetter,
  closedText,
  notClosingLetter,
} from '../../src/features/registration/closing/letters/closing.ts';
import type { ProjectTelling } from '../../src/features/registration/facts/types.ts';
import { declinedAllText } from '../../src/features/registration/letters/declined.ts';
import { guestLetter } from '../../src/features/registration/letters/guests.ts';
import {
  againLetter,
  cancelledLetter,
  confirmedLetter,
  declinedLetter,
  lateLetter,
  linkLetter,
  placeLetter,
  waitingLetter,
  type Registered,
} from '../../src/features/registration/letters/registered.ts';
import { unlinkedLetter } from '../../src/features/notices/letters/unlinked.ts';
import { wholeProjectText } from '../../src/features/registration/rules.ts';
import { declinedText, roomDeclinedLetter } from '../../src/features/rooms/letters/declined.ts';
import { silentText } from '../../src/features/rooms/letters/silent.ts';
import { reminderMail } from '../../src/features/reminders/letters/morning.ts';
import type { Reminder } from '../../src/features/reminders/types.ts';
import { reminderLetter, reminderLine } from '../../src/features/tasks/letters/reminder.ts';
import { pollLetter, pollReminder } from '../../src/features/date-polls/letters/poll-letter.ts';
import { resultLetter } from '../../src/features/date-polls/letters/result.ts';
import { venueChange, venueRelease, venueRequest } from '../../src/features/rooms/letters/venue-mail.ts';
import { steeringLetter } from '../../src/features/themes/letters/steering.ts';
import type { ThemesView } from '../../src/features/themes/types.ts';
import { questionLetter, type QuestionMail } from '../../src/features/speakers/letters/question.ts';
import { infoDraft, type InfoFacts } from '../../src/features/sessions/letters/info.ts';
import { answerDraft, reminderDraft } from '../../src/features/sessions/letters/reminder.ts';
import { textOf } from '../bot/card-text.ts';

/** What one recipient reads: as plain text, and with everything that stands in the mail beside it. */
export interface Sample {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A kind may look in more than one way, such as a mail and the card that says the same. */
export type Samples = Readonly<Record<NoticeKind, readonly Sample[]>>;

export const session = {
  id: 's-1',
  number: 1,
  day: null,
  title: 'Träff 1',
  theme: 'Nuläge och behov',
  date: '2026-09-22',
  startTime: '08:30',
  endTime: '16:00',
  place: { name: 'Regionens hus, sal Siljan', city: 'Falun' },
  colleagueAllowed: false,
};

const themes: Pick<ThemesView, 'proposals' | 'unheard' | 'municipalities'> = {
  proposals: [
    {
      id: 'tp-1',
      title: 'Kompetens i hela Dalarna',
      why: 'Alla kommuner har svårt att hitta folk.',
      proposedBy: 'arbetsgruppen',
      statedSupport: 11,
      outcome: 'open',
      support: 11,
      rank: 1,
      supporters: [],
    },
  ],
  unheard: [{ id: 'org-2034', name: 'Orsa' }],
  municipalities: 15,
};

export const lead = {
  name: 'Karin Tunsberg',
  givenName: 'Karin',
  email: 'karin@region.example',
  phone: '070-174 06 05',
};

export const project: ProjectTelling = {
  projectId: 'lp',
  title: 'Kompetens i hela Dalarna',
  subtitle: null,
  challenge: null,
  purpose: null,
  webPage: null,
  wholeProjectText: null,
  timeZone: 'Europe/Stockholm',
  registrationCloses: '2026-08-28T16:00:00+02:00',
  registrationOpens: null,
  dietaryTerms: { legalBasis: null, retentionDays: null, decisionReference: null },
  sessions: [session],
  lead,
  organiserMailbox: 'dalalab@region.example',
  publicUrl: 'https://dalalab.example',
};

export const person = (language: Language): Registered => ({
  givenName: 'Åsa',
  familyName: 'Lindh',
  title: 'Strateg',
  organisation: 'Falu kommun',
  phone: '070-174 06 12',
  ownPageUrl: 'https://dalalab.example/min/x',
  language,
});

const url = 'https://dalalab.example/x/secret';

function mail({ subject, text, html }: Letter): Sample {
  return { subject, text, html };
}

function draft({ subject, parts }: Draft, language: Language): Sample {
  return mail(letter(subject, parts, language));
}

function post(text: string): Sample {
  return { subject: '', text, html: '' };
}

function card(made: { readonly card: object; readonly summary: string }): Sample {
  return { subject: made.summary, text: textOf(made.card as Record<string, unknown>), html: '' }; // our own JSON
}

/** Reminders of every stage, as many as asked for. */
function someReminders(count: number): readonly Reminder[] {
  const stages = ['late', 'soon', 'ahead'] as const;
  return Array.from({ length: count }, (_, index) => ({
    ruleId: 'INF-01',
    sessionId: `s-${index + 1}`,
    sessionNumber: index + 1,
    owner: 'contentLead',
    title: { sv: 'Information två veckor före', en: 'Information two weeks before' },
    words: { sv: 'Skicka informationen till deltagarna.', en: 'Send the information to the participants.' },
    action: 'sessionInfo.send',
    wiseOn: '2026-10-21',
    dueOn: '2026-10-22',
    stage: stages[index % stages.length] ?? 'late',
  }));
}

/** Every kind of notice as somebody gets it. A new kind without a sample does not compile. */
export function samplesIn(language: Language): Samples {
  const sv = language === 'sv';
  const who = person(language);
  const offer = {
    projectId: 'lp',
    projectTitle: project.title,
    sessionId: 's-1',
    sessionNumber: 1,
    theme: 'Nuläge och behov',
    questions: questionsFor(false),
    closes: sv ? 'tisdag 29 september 2026 kl. 15.40' : 'Tuesday 29 September 2026 at 15:40',
    language,
  };
  const ask = { offer, givenName: 'Åsa', url, sender: lead.name };
  const info = infoFactsIn(language);
  const to = { givenName: 'Åsa', own: '' };
  const venue = {
    language,
    projectTitle: project.title,
    number: '1',
    venueName: 'Siljan',
    when: sv ? 'tisdag 22 september 2026 kl. 9.00–16.00' : 'Tuesday 22 September 2026 9:00–16:00',
    heads: 34,
    equipment: sv ? ['projektor', 'mikrofon'] : ['projector', 'microphone'],
    layout: sv ? 'Öar om sex' : 'Islands of six',
    setupFrom: sv ? 'kl. 7.30' : 'at 7:30',
    lead,
  };
  const poll = {
    language,
    projectTitle: project.title,
    days: [venue.when, sv ? 'onsdag 4 november 2026 kl. 9.00–16.00' : 'Wednesday 4 November 2026 9:00–16:00'],
    closesOn: sv ? 'fredag 22 maj 2026' : 'Friday 22 May 2026',
    lead,
  };
  const pollFace = {
    projectId: 'lp',
    projectTitle: project.title,
    pollId: 'poll',
    closesOn: '2026-05-22',
    isOpen: true,
    asked: 9,
    answered: 3,
    days: [{ date: '2026-11-04', startTime: '09:00', endTime: '16:00', counts: { yes: 2, ifNeeded: 1, no: 0 } }],
    url,
  };
  const rooms = [
    { number: 2, venueName: 'Kulturhuset', hasDeclined: false },
    { number: 3, venueName: 'Runn', hasDeclined: true },
  ];
  const asked = { by: 'Mattias Orre', what: sv ? 'Boka lokaler' : 'Book venues', projectTitle: project.title, url };
  const announced = { confirmedBy: lead.name, confirmedNow: 34, stopUrl: 'https://dalalab.example/stoppa/s' };
  const booking = {
    told: {
      subject: `Dalalab träff 1 av 4 i Falun: ${session.theme}`,
      start: '2026-09-22T08:30:00',
      end: '2026-09-22T16:00:00',
      place: 'Regionens hus, sal Siljan, Falun',
    },
    projectUrl: 'https://dalalab.example/projekt/lp',
    lead: lead.name,
    replaces: 'Maja Ström',
    language,
  };
  const guest = (kind: 'substitute' | 'colleague') =>
    mail(guestLetter(project, { kind, givenName: 'Saga', host: 'Åsa Lindh', session, language }));
  const documents = {
    sessionNumber: 1,
    city: 'Falun',
    files: ['bilder.pdf'],
    opinion: sv ? '21 av 27 ser ganska stor eller stor nytta.' : '21 of 27 see fairly great or great use.',
    homework: [],
    next: { day: info.day, city: 'Mora', theme: null },
    photographers: ['Maja Ström'],
    sender: lead.name,
    own: '',
    language,
  };
  const what = sv ? 'Boka lunch' : 'Book lunch';
  const told = (when: 'tomorrow' | 'later' | 'past') => ({ what, due: localDate('2026-10-23'), when, language });
  const task = { projectId: 'lp', taskId: 't-1', what, url };
  const owner = { givenName: 'Karin', projectTitle: project.title, sender: lead.name, url };
  const question: QuestionMail = {
    language,
    projectTitle: project.title,
    topic: sv ? 'Vad säger forskningen om att behålla folk?' : 'What does research say about keeping people?',
    talks: [
      {
        sessionId: 's-1',
        number: 1,
        day: null,
        date: '2026-09-22',
        start: '09:50',
        end: '10:20',
        title: sv ? 'Så behåller vi folk' : 'How we keep people',
        mode: 'remote',
        place: 'Siljan',
      },
    ],
    techTest: localDate('2026-09-18'),
    costSek: null,
    answerBy: localDate('2026-09-01'),
    lead,
    isReminder: false,
  };
  const reminders = someReminders(12);
  const morning = {
    projectId: 'lp',
    projectTitle: project.title,
    url,
    people: [
      { name: lead.name, oid: null, reminders },
      { name: 'Mattias Orre', oid: '0c0a8a5e-0000-4000-8000-000000000001', reminders: someReminders(1) },
    ],
  };
  const week = {
    monday: '2026-11-02',
    done: [{ sv: 'Träff 1 är genomförd', en: 'Session 1 has been held' }],
    coming: [{ on: '2026-11-05', words: { sv: 'Träff 2: Mora', en: 'Session 2: Mora' } }],
    awaited: [{ sv: 'Runn, träff 2: Tillfrågad, inget svar än', en: 'Runn, session 2: Asked, no answer yet' }],
  };
  const drift = { start: '2026-09-22T09:00:00', location: 'Runn' };
  const planning = planningMeeting(language);
  return {
    'accessibility.report': [mail(barrierLetter({ text: 'Jag kommer inte åt knappen.', email: 'a@b.example' }))],
    'board.asked': [
      draft(
        boardDraft({
          title: project.title,
          municipality: 'Orsa kommun',
          number: 2,
          theme: sv ? 'rekrytering' : 'recruiting',
          date: localDate('2026-11-05'),
          own: '',
          sender: { name: lead.name, email: 'karin@region.example' },
          language,
        }),
        language,
      ),
    ],
    'bot.leadAsked': [
      mail(leadAskedLetter({ ...asked, givenName: 'Karin' }, language)),
      card(
        leadAskedCard(
          {
            projectId: 'lp',
            command: 'rooms.book',
            text: 'boka',
            line: wording[language].askFor(asked.by, asked.what, project.title),
            url,
          },
          language,
        ),
      ),
    ],
    // To those who lead, who read Swedish in every project.
    'closing.announced': [card(announcementCard(project, { ...announced, confirmationId: 'c' }))],
    'closing.announcedMail': [mail(announcementLetter(project, announced))],
    'closing.done': [
      ...[34, 1].map((count) => post(closedText(project, count))),
      ...[34, 1].map((count) => post(closedText(project, count, { byHand: true }))),
    ],
    'closing.doneMail': [mail(closedLetter(project, 34, lead.name))],
    'closing.tellUnconfirmed': [mail(notClosingLetter(project, 'tellUnconfirmed'))],
    'closing.tellStopped': [mail(notClosingLetter(project, 'tellStopped'))],
    'closing.tellChanged': [mail(notClosingLetter(project, 'tellChanged'))],
    correction: [null, infoDraft(info, to)].map((now) =>
      draft(
        correctionDraft({
          subject: infoDraft(info, to).subject,
          sentOn: sv ? '5 juni kl. 10.04' : '5 June at 10:04',
          own: sv ? 'Rätt sal är Runn, inte Siljan.' : 'The right room is Runn, not Siljan.',
          givenName: 'Åsa',
          sender: lead.name,
          now,
          language,
        }),
        language,
      ),
    ),
    'documents.posted': [post(documentationPost(documents, [{ name: 'bilder.pdf', url }]))],
    'documents.shared': [mail(documentationLetter(documents, { givenName: 'Åsa', url }))],
    'evaluation.announced': [
      post(announcement({ sessionNumber: 1, opens: offer.closes, people: 34, confirmedBy: lead.name, language })),
    ],
    'evaluation.link': [mail(evaluationLink(ask))],
    'evaluation.personal': [mail(askLetter(ask)), card(evaluationCard({ ...offer, audience: 'personal' }))],
    'evaluation.reminder': [mail(remindLetter(ask))],
    'evaluation.shared': [
      card(evaluationCard({ ...offer, audience: 'shared' })),
      card(evaluationCard({ ...offer, questions: questionsFor(true), audience: 'shared' })),
    ],
    'guest.substitute': [guest('substitute')],
    'guest.colleague': [guest('colleague')],
    invitation: (['municipalDirectors', 'targetGroups', 'municipalMailboxes'] as const).map((group) =>
      invitation(group, language),
    ),
    'invitation.silent': [3, 1, null].map((places) =>
      draft(
        silentDraft({
          title: project.title,
          municipality: 'Orsa kommun',
          places,
          closes: sv ? 'fredagen den 28 augusti kl. 16.00' : 'Friday 28 August at 16:00',
          registrationUrl: 'https://dalalab.example/anmalan/lp',
          own: '',
          sender: lead,
          language,
        }),
        language,
      ),
    ),
    'kitchen.order': [null, '2026-09-15T10:00:00Z'].map((at) => order(at, language)),
    'meeting.byHand': [true, false].map((isNew) => mail(bookingLetter(booking, { isNew }))),
    'meeting.byHandCancelled': (['called off', 'outlook takes over'] as const).map((why) =>
      mail(fileTakenBack(booking, why)),
    ),
    'meetings.drift': [
      post(driftText(1, drift, language)),
      post(driftText(1, { removed: '2026-09-01T09:00:00Z' }, language)),
    ],
    'meetings.failed': (['session', 'remoteSpeakers'] as const).map((part) =>
      post(failedText({ part, number: 1, stands: false }, '403', language)),
    ),
    'meetings.linkRemoved': [post(linkRemovedText(1, language))],
    'meetings.moved': [
      post(movedText({ number: 3, start: null, venueName: 'Kulturhuset', people: 1 }, language)),
      post(
        movedText(
          { number: 3, start: '2027-01-20T09:00:00', venueName: 'Regionens hus, sal Siljan', people: 38 },
          language,
        ),
      ),
    ],
    'meetings.stranger': [1, 2].map((count) => post(strangerText(2, count, language))),
    'meetings.roomRemoved': [post(roomRemovedText(1, language))],
    'meetings.noLink': (['session', 'remoteSpeakers'] as const).map((part) => post(noLinkText(1, part, language))),
    'meetings.sharedCalendarFailed': [false, true].map((stands) =>
      post(failedText({ part: 'sharedCalendar', number: 1, stands }, '403', language)),
    ),
    personalLink: [mail(linkLetter(project, who))],
    'reminder.mail': [
      mail(reminderMail({ givenName: 'Karin', projectTitle: project.title, reminders, url, language })),
      mail(
        reminderMail({ givenName: 'Karin', projectTitle: project.title, reminders: someReminders(1), url, language }),
      ),
    ],
    'reminder.morning': [
      card(morningCard({ ...morning, week: null }, language)),
      card(morningCard({ ...morning, week }, language)),
      card(morningCard({ ...morning, people: [], week: { ...week, done: [], awaited: [] } }, language)),
    ],
    'registration.confirmed': [
      mail(confirmedLetter(project, who)),
      mail(confirmedLetter({ ...project, sessions: [session, session, session, session] }, who)),
      mail(confirmedLetter({ ...project, lead: { ...lead, phone: null } }, who)),
    ],
    'registration.waiting': [3, null].map((max) => mail(waitingLetter(project, who, { position: 2, max }))),
    'registration.late': [mail(lateLetter(project, who))],
    'registration.merged': [mail(againLetter(project, who))],
    'registration.place': [mail(placeLetter(project, who))],
    'registration.commitment': [
      draft(
        commitmentDraft({
          title: project.title,
          givenName: 'Åsa',
          own: '',
          url: who.ownPageUrl,
          sender: lead.name,
          language,
        }),
        language,
      ),
    ],
    'registration.declined': [mail(declinedLetter(project, who))],
    'registration.cancelled': [mail(cancelledLetter(project, who))],
    'registration.declinedAll': [1, 2].map((count) => post(declinedAllText(count, language))),
    'room.declined': [[], [{ name: 'Runn', capacity: 36 }]].flatMap((alternatives) => {
      const declined = {
        number: '1',
        venueName: 'Siljan',
        when: sv ? 'den 13 januari' : '13 January',
        note: alternatives.length === 0 ? null : 'Fullt',
        guess: 'unsaid' as const,
        stands: alternatives.length === 0 ? null : sv ? '6 januari' : '6 January',
        alternatives,
        nearly: [{ name: 'Väsman', capacity: 40 }],
      };
      const told = { givenName: 'Karin', projectTitle: project.title, tabUrl: 'https://dalalab.example/tab' };
      return [post(declinedText(declined, language)), mail(roomDeclinedLetter(declined, told, language))];
    }),
    'room.silent': ((text) => [
      post(text),
      mail(
        unlinkedLetter(
          { givenName: 'Karin', projectTitle: project.title, text, tabUrl: 'https://dalalab.example/tab' },
          language,
        ),
      ),
    ])(silentText({ number: '1', venueName: 'Siljan' }, language)),
    'rooms.undecided': [post(undecidedText(rooms, language))],
    'rooms.undecidedMail': [
      mail(
        undecidedLetter(
          rooms,
          { givenName: 'Karin', projectTitle: project.title, tabUrl: 'https://dalalab.example/tab' },
          language,
        ),
      ),
    ],
    'dates.poll': [mail(pollLetter(poll, url))],
    'dates.pollCard': [card(pollCards.question({ ...pollFace, answered: 0 }, language))],
    'dates.pollNudge': [card(pollCards.question(pollFace, language, 'nudge'))],
    'dates.pollResult': [
      card(pollCards.result(pollFace, language, [])),
      mail(resultLetter(pollFace, language)),
      mail(resultLetter({ ...pollFace, answered: 0 }, language)),
    ],
    'dates.pollReminder': [mail(pollReminder(poll, url))],
    'planningMeeting.agenda': [
      card(agendaCard(planning.agenda, language)),
      mail(agendaLetter(planning.agenda, language)),
      mail(agendaLetter(planning.empty, language)),
    ],
    'planningMeeting.byHand': [
      mail(seriesFileLetter(planning.file, { isNew: true })),
      mail(seriesFileLetter(planning.file, { isNew: false })),
    ],
    'planningMeeting.byHandCancelled': [
      mail(seriesFileCancelled(planning.file, 'called off')),
      mail(seriesFileCancelled(planning.file, 'outlook takes over')),
    ],
    'planningMeeting.gone': [post(seriesGoneText(language))],
    'planningMeeting.roomDeclined': [post(roomDeclinedLine(language))],
    'session.info': [draft(infoDraft(info, to), language)],
    'session.reminder': [draft(reminderDraft(info, to), language)],
    'session.unanswered': [draft(answerDraft(info, to), language)],
    'speaker.asked': [
      mail(questionLetter(question, url)),
      mail(questionLetter({ ...question, techTest: null, costSek: 5000, topic: null }, url)),
      mail(questionLetter({ ...question, talks: question.talks.map((talk) => ({ ...talk, mode: 'onsite' })) }, url)),
    ],
    'speaker.reminded': [mail(questionLetter({ ...question, isReminder: true }, url))],
    'task.soon': [
      card(reminderCard({ ...task, line: reminderLine('Karin Tunsberg', told('tomorrow')), isLate: false }, language)),
      mail(reminderLetter({ ...told('later'), ...owner })),
    ],
    'task.late': [
      card(reminderCard({ ...task, line: reminderLine('Karin Tunsberg', told('past')), isLate: true }, language)),
      mail(reminderLetter({ ...told('past'), ...owner })),
    ],
    'venue.change': [mail(venueChange({ ...venue, before: venue.when }, url))],
    'venue.release': [mail(venueRelease(venue))],
    'theme.asked': [
      mail(
        steeringLetter(
          { view: themes, projectTitle: 'Kompetens i hela Dalarna', lead, url, givenName: 'Lena' },
          language,
        ),
      ),
    ],
    'venue.request': [mail(venueRequest(venue, url))],
  };
}

function planningMeeting(language: Language) {
  const wish = {
    rhythm: 'fortnight',
    weekday: 2,
    from: '2026-09-08',
    until: '2027-03-01',
    startTime: '09:00',
    endTime: '10:00',
    place: { kind: 'teams' },
    agenda: 'dayBefore',
  } as const;
  const empty = {
    projectId: 'lp',
    day: '2026-09-22',
    when: language === 'sv' ? 'tisdag 22 september kl. 9.00–10.00' : 'Tuesday 22 September 9:00–10:00',
    place: 'Teams',
    joinUrl: null,
    isRoomDeclined: false,
    tasks: [],
    deadline: null,
    speakers: [],
    decisions: [],
    url: 'https://dalalab.example/tab',
  };
  const agenda = {
    ...empty,
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/mote',
    isRoomDeclined: true,
    tasks: [
      { what: 'Boka lunch', who: 'Karin Tunsberg', dueOn: '2026-10-23', isLate: false },
      { what: 'Ring skolan', who: null, dueOn: '2026-09-01', isLate: true },
    ],
    deadline: { title: language === 'sv' ? 'Inbjudan' : 'The invitation', due: '2026-10-01' },
    speakers: [{ name: 'Elin Berg', sessionNumber: 2 }],
    decisions: [{ text: 'Vi kör Borlänge.', decidedOn: '2026-09-10' }],
  };
  const file = {
    told: { subject: 'Planeringsmöte: Kompetens' },
    when: `${whenText(wish, language)}, ${spanText(wish, language)}`,
    place: 'Teams',
    lead: 'Karin Tunsberg',
    url: 'https://dalalab.example/tab',
    language,
  };
  return { agenda, empty, file };
}

/** What stands in a calendar booking, which Outlook sends and not we. */
export function bookingsIn(language: Language): Readonly<Record<string, string>> {
  const booking = (isOnline: boolean): string =>
    invitationBody(
      {
        projectTitle: project.title,
        wholeProjectText: wholeProjectText(null, language),
        isOnline,
        venueName: 'Regionens hus, sal Siljan',
        street: 'Vasagatan 27',
        city: 'Falun',
        arrival: '08:30',
        end: '16:00',
        infoDeadline: '2026-09-08',
        projectPageUrl: 'https://dalalab.example/projekt/lp',
        replaces: isOnline ? null : 'Maja Ström',
        lead,
      },
      language,
    );
  const day = (date: string) => ({ start: `${date}T09:00:00`, end: `${date}T16:00:00` });
  // Its owner's own words, in Swedish whatever the project's language.
  const cancelling = cancelEarlier({ number: '1', date: '2026-09-22', projectTitle: project.title });
  const [from, to] = [day('2027-01-13'), day('2027-01-20')];
  return {
    body: booking(false),
    online: booking(true),
    moved: movedLine(
      { fromStart: from.start, fromEnd: from.end, toStart: to.start, toEnd: to.end, isSamePlace: true },
      language,
    ),
    newPlace: newPlaceLine('Kulturhuset, Mora', 'Regionens hus, sal Siljan', language),
    cancelled: cancelComment(language),
    earlierSteps: cancelling.steps.join('\n'),
    earlierText: cancelling.text,
    speakersLink: speakersLinkBody(
      {
        projectTitle: project.title,
        lead,
        number: 1,
        date: '2026-09-22',
        items: [{ start: '10:00', end: '10:30', title: 'Vi provar' }],
      },
      language,
    ),
    speakersLinkCancelled: speakersLinkCancelled(language),
    planningMeetings: seriesHtml(
      { projectTitle: project.title, lead: lead.name, url: 'https://dalalab.example/tab', postsAgenda: true },
      language,
    ),
    planningMeetingsEnded: seriesEnded(language),
    planningMeetingLeftOut: dayLeftOut(language),
  };
}

function infoFactsIn(language: Language): InfoFacts {
  const sv = language === 'sv';
  return {
    sessionNumber: '1',
    theme: session.theme,
    day: sv ? 'tisdagen den 22 september' : 'Tuesday 22 September',
    shortDay: sv ? '22 september' : '22 September',
    weekday: sv ? 'tisdag' : 'Tuesday',
    times: sv ? 'kl. 8.30–16.00' : '8:30–16:00',
    arrival: sv ? 'kl. 8.30' : 'at 8:30',
    place: 'Regionens hus, sal Siljan, Falun',
    city: 'Falun',
    preparation: sv ? 'Ta med ett exempel.' : 'Bring an example.',
    programme: [sv ? '9.00 Välkommen' : '9:00 Welcome', sv ? '10.00 Samtal' : '10:00 Talks'],
    programmeUrl: 'https://dalalab.example/program/lp/s-1',
    sender: lead.name,
    language,
  };
}

/** With the texts of the project that comes with the product. */
function invitation(group: CoverGroup, language: Language): Sample {
  const { project: told } = sampleProject();
  const sv = language === 'sv';
  const closes = { sv: '28 augusti', en: '28 August' };
  const cover = standardCover(group, {
    project: {
      title: project.title,
      maxPerOrganisation: { municipality: 3 },
      targetGroups: told.targetGroups ?? [],
      diaryNumber: 'RD-2026/01234',
    },
    closes,
  })[language];
  return draft(
    invitationDraft(
      {
        title: project.title,
        subtitle: told.subtitle ?? null,
        challenge: told.challenge ?? '',
        purpose: told.purpose ?? '',
        targetGroups: told.targetGroups ?? [],
        limits: sv
          ? 'Högst 3 personer per kommun, 3 från Region Dalarna och 3 från Länsstyrelsen. Gärna från olika verksamheter.'
          : 'At most 3 people per municipality. Preferably from different parts of the organisation.',
        format: sv ? 'Fyra heldagsträffar på cirka fem månader.' : 'Four full-day sessions in about five months.',
        sessions: [
          sv
            ? 'Träff 1: tisdagen den 22 september (v. 39), kl. 8.30–16.00, Regionens hus, sal Siljan, Falun'
            : 'Session 1: Tuesday 22 September (week 39), 8:30–16:00, Regionens hus, sal Siljan, Falun',
        ],
        wholeProject: wholeProjectText(null, language),
        registrationUrl: 'https://dalalab.example/anmalan/lp',
        closes: sv ? 'fredagen den 28 augusti kl. 16.00' : 'Friday 28 August at 16:00',
        closing: standardTexts.closingText[language],
        about: standardTexts.aboutText[language],
        webPage: null,
        contact: lead,
        language,
      },
      { subject: `Inbjudan: lärprojektet ${project.title}`, cover },
    ),
    language,
  );
}

function order(finalAt: string | null, language: Language): Sample {
  const sv = language === 'sv';
  const sheet: KitchenSheet = {
    projectId: 'lp',
    projectTitle: project.title,
    timeZone: project.timeZone,
    sessionId: 's-1',
    number: 1,
    title: session.title,
    date: session.date,
    start: '08:30',
    end: '16:00',
    state: 'planned',
    venue: session.place,
    layout: sv ? 'Öar om sex' : 'Islands of six',
    equipment: [{ sv: 'projektor', en: 'projector' }],
    opensAt: '07:30',
    meals: [
      { kind: 'arrival', at: '08:30', title: sv ? 'Kaffe och smörgås' : 'Coffee and sandwich' },
      { kind: 'lunch', at: '12:00', title: 'Lunch' },
    ],
    numbers: {
      heads: { participants: 34, substitutes: 0, colleagues: 0, leaders: 3, extra: 0, total: 37 },
      diet: { counts: [], combined: [], severe: 0, others: [], unread: 0 },
    },
    final: { on: '2026-09-15', at: finalAt, changes: [] },
    reference: '4711',
    contact: lead,
  };
  return mail(orderLetter(sheet, { session: day(session.date), final: day('2026-09-15') }, { url, language }));
}

const day = (date: string): LocalDate => localDate(date);
