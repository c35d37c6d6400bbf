import { sendingEn } from './en-sending.ts';
import type { Wording } from '../wording.ts';

export const en: Wording = {
  ...sendingEn,
  yes: 'Yes',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was sent and nothing was changed.',
  leftAlone: 'Then I do nothing.',
  inTab: 'Open in the tab',
  askLead: 'Ask the content lead',
  fault: 'Something went wrong on my side. Nothing more has happened than what the tab shows. Try again in a while.',
  received: 'That is received already.',
  stale: 'This card is old. Write the command again and you get a new one.',
  stranger:
    'Hello! I help planning groups and participants in learning projects. I cannot find you in any learning project. Ask the content lead to add you with the address you sign in with.',
  otherTenant: 'This bot belongs to another organisation.',
  dietaryTold: 'Do not write dietary needs here. I have not stored it. Use the registration or your personal page.',
  dietaryRefused: 'I do not show that in the chat. The kitchen’s numbers are in the tab.',
  openKitchen: 'Open the kitchen sheet',
  mayNot: (what) => `Only the content lead may do this: ${what}. Shall I ask?`,
  leadAsked: 'A question for you',
  drift: {
    title: (number, side) => `Session ${number}: ${side === 'plan' ? 'the plan is right' : 'Outlook is right'}`,
    confirm: (side) => (side === 'plan' ? 'Mend Outlook' : 'Change the plan'),
    done: (side) =>
      side === 'plan' ? 'Outlook is being mended after the plan.' : 'The plan now says what Outlook says.',
  },
  plannersOnly:
    'I tell that to those who plan only. Ask me about **next session**, **agenda session 2** or **my registration**.',
  pressButton: (button) => `A yes in words sends nothing. Read through and press **${button}**.`,
  changedSince: 'Something has changed since then, so your yes no longer holds. Read through again.',
  nothingAsked: 'I am not waiting for an answer. Write what you want to do, or **help**.',
  pressInstead:
    'A yes in words is not enough for me: press the button of the card. Is it gone? Write the command again.',
  welcome: 'You are welcome.',
  okay: 'All right. I do nothing.',
  asked: (lead) => `Now I have asked ${lead}.`,
  askedNobody: 'The project has no content lead whom I can reach. Say so in the tab.',
  askFor: (name, what, project) => `${name} wonders whether you can do this in ${project}: ${what}`,
  planningOnly: 'I answer that in the planning chat or in a personal chat. This is the participants’ place.',
  notUnderstood: (one, other) =>
    `I did not understand that. Do you mean **${one}** or **${other}**? Write **help** to see all I can do.`,
  whichOne: (one, other) => `Do you mean **${one}** or **${other}**?`,
  whichSession: 'Which session do you mean?',
  noSuchSession: (number, count) => `There is no session ${number}. The project has ${count} sessions.`,
  sessionName: (number) => `Session ${number}`,
  showTexts: (count) => (count === 1 ? 'Read the text' : 'Read the texts'),
  mailSubject: (subject) => `Subject of the mail: ${subject}`,
  noSessions: 'The project has no sessions ahead.',
  help: {
    title: 'Hello! I help you keep the learning project together.',
    intro: 'Write as you usually do, I understand Swedish and English. For example:',
    promise:
      'I never send anything to the participants before you have seen the text and pressed **Send**. I show dietary needs in the tab only, never in the chat. Write **undo** if something went wrong.',
    about: {
      'status.show': 'what is done, what is late, what comes next',
      'session.next': 'date, place, agenda and what is missing',
      'registration.count': 'how many, and which municipalities are silent',
      'rooms.book': 'a proposal per session, shown before anything is booked',
      'registration.close': 'who gets what, before the bookings go out',
      'sessionInfo.preview': 'programme and preparation, which you read before they go out',
      'evaluation.send': 'five questions to the participants when the session ends',
      'documentation.share': 'the files to the channel and to those without Teams',
      'dates.find': 'three proposals by the venues’ and your calendars',
      'theme.show': 'ranked by support, and which municipalities have not been heard',
      'theme.decide': 'the steering group’s answer, recorded with day and name',
      'theme.ask': 'the steering group gets the question about the theme, when you have seen it',
      'publication.show': 'ready texts for the web, the newsletter and LinkedIn',
      'session.proposeDate': 'what speaks against the day, and who is told',
      'task.add': 'is kept with a name and a last day',
      'task.list': 'what is open, with a button for each',
      'task.done': 'ticks it',
      'decision.add': 'is written down with day and name',
      'costs.show': 'the budget, what it is expected to cost and who pays what',
      'reminders.switch': 'the weekly status off or on; the same with reminders',
      'agenda.check': 'whether the agenda leaves air for talking',
      'agenda.show': 'the agenda of a session',
      'speaker.list': 'who has not answered, and until when',
      'registration.mine': 'your own registration, in a personal chat',
      undo: 'stop what has not gone out',
    },
    participantIntro: 'This is what I can help you with:',
    shared: 'In group chats and channels I answer when you mention me.',
  },
  greeting: {
    title: 'Hello! Here I am.',
    by: (name) =>
      `${name} added me. I help keep learning projects together: status, rooms, registration, evaluation and documentation.`,
    byNobody: 'I help keep learning projects together: status, rooms, registration, evaluation and documentation.',
    sendsNothing: 'Adding me sends nothing to anybody.',
    linked: (project, audience) => `This chat is now linked to ${project} as its ${audience}.`,
    noProjects: 'You have no learning projects yet. Create one in the tab and I will link it here.',
  },
  link: {
    question: 'Which learning project does this conversation belong to?',
    asPlanning: (project) => `${project}: planning chat`,
    asParticipants: (project) => `${project}: participants’ channel`,
    explain:
      'The planning chat is for those who plan. All participants read the participants’ channel. A conversation can only be one of them.',
    later: 'Not now',
    laterDone: 'That is fine. Write to me when you want to link a learning project.',
    notLinked: 'This conversation does not belong to a learning project yet.',
    planning: 'planning chat',
    participants: 'participants’ channel',
  },
  choose: {
    question: 'Which learning project do you mean?',
    elsewhere: (here, other) => `This conversation belongs to ${here}. Ask me about ${other} in a private chat.`,
  },
  status: {
    title: (project) => `Status of ${project}`,
    registered: (count) => `${count} registered`,
    waiting: (count) => `${count} on the waiting list`,
    silent: (count) => (count === 1 ? '1 municipality silent' : `${count} municipalities silent`),
    allAnswered: 'every municipality has registered somebody',
    closes: (when) => `Registration closes ${when}.`,
    closed: 'Registration is closed.',
    dormant: 'The project is dormant: nothing goes out until the content lead has woken it in the tab.',
    late: (count) => `Late (${count}):`,
    beforeTool: (count, since) =>
      count === 1
        ? `Before the tool: 1 rule fell due before the project came in on ${since}. It does not count as late.`
        : `Before the tool: ${count} rules fell due before the project came in on ${since}. They do not count as late.`,
    next: 'Do now:',
    nothingNext: 'Nothing needs doing at the moment.',
    due: (title, date) => `${title}, by ${date}`,
    more: (count) => `and ${count} more in the tab`,
    remind: (names) => `remind ${names}`,
  },
  next: {
    title: (number, theme) => (theme === '' ? `Next: session ${number}` : `Next: session ${number}, ${theme}`),
    other: (number, theme) => (theme === '' ? `Session ${number}` : `Session ${number}: ${theme}`),
    when: 'When',
    where: 'Where',
    room: 'Room',
    preparation: 'Prepare',
    missing: 'What is missing:',
    noDate: 'no date yet',
    noVenue: 'no venue yet',
    programme: 'Open the programme',
    noPreparation: 'You need not prepare anything.',
    confirmEvaluation: (number) =>
      `The evaluation is not confirmed. Write **send the evaluation for session ${number}**.`,
  },
  agenda: {
    title: (number) => `Agenda of session ${number}`,
    empty: 'The agenda is not ready yet.',
    airy: 'The agenda is airy enough.',
    notAiry: 'This could be better in the agenda:',
  },
  counts: {
    title: (project) => `Registered for ${project}`,
    confirmed: 'Registered',
    waiting: 'On the waiting list',
    late: 'Late requests',
    cancelled: 'Cancelled',
    organisations: 'Organisations',
    silent: (names) => `Have registered nobody: ${names}.`,
    abstaining: (names) => `Take no part: ${names}.`,
    namesInTab: 'The names are in the tab.',
  },
  missing: {
    title: 'Not answered yet',
    none: 'Every municipality has registered at least one person.',
    list: (names) => `These municipalities have registered nobody: ${names}.`,
    showReminder: 'Show the reminder',
  },
  rooms: {
    room: (number, what, seats) =>
      seats === null ? `Session ${number}: ${what}.` : `Session ${number}: ${what} and seats ${seats}.`,
    free: 'is free',
    busy: 'is taken',
    unknown: 'has a calendar that I cannot see just now',
    noCalendar: (numbers, count) =>
      count === 1
        ? `Session ${numbers} has no room calendar, so I mail the host.`
        : `Sessions ${numbers} have no room calendar, so I mail the hosts.`,
    tooSmall: (number, venue, seats, people) => `Note: ${venue} seats ${seats}, you are ${people} (session ${number}).`,
    remark: (number, remarks) => `Note, session ${number}: ${remarks}`,
    see: (rooms, mails) =>
      mails === 0 ? 'See the booking' : rooms === 0 ? 'See the mails to hosts' : 'See booking and mails',
    otherVenue: (number) => `Another venue, session ${number}`,
    choose: 'Choose one, and I show what it means. Nothing is booked.',
    noOther: (number) => `There is no other venue for session ${number}. Add one in the tab under Planning, Venues.`,
    option: (venue, seats, hasWarnings) =>
      `${venue}${seats === null ? '' : ` (${seats})`}${hasWarnings ? ', with a remark' : ''}`,
    nothing: 'Every session has a venue, or has been asked about.',
    confirm: (count) => (count === 1 ? 'Book 1 venue' : `Book ${count} venues`),
    question: (rooms, mails) => {
      const parts = [
        ...(rooms === 0 ? [] : [rooms === 1 ? '1 room booking' : `${rooms} room bookings`]),
        ...(mails === 0 ? [] : [mails === 1 ? '1 mail to a host' : `${mails} mails to hosts`]),
      ];
      return `${parts.length === 0 ? 'No host is asked' : `This makes ${parts.join(' and ')}`}. The participants get nothing.`;
    },
    needsReason:
      'Something speaks against these venues. Write why they will do, or choose others in the tab under Planning, Venues.',
    reasonLabel: (number) => `Session ${number}: why will the venue do all the same?`,
    reasonExample: 'For example: four leaders stand along the wall',
    reason: (reason) => `Reason: ${reason}`,
    withReasons: 'Include venues with a reason',
    reasonsRead: 'Nothing is booked yet. Read through with your reasons and press once more.',
    noReason: 'Write a reason first. Nothing is booked.',
    unseen: 'I cannot see the rooms’ calendars right now. A room that is taken declines when it is asked.',
    working: 'The venues are being asked now. The card changes when the answers have come.',
    done: (time) => `This is how it stands ${time}:`,
    line: (number, venue, status) => `Session ${number}, ${venue}: ${status}`,
  },
  move: {
    title: (number) => `Move session ${number}`,
    whichDate: 'Which date should the session move to? Write for example **move session 3 to 20 January**.',
    from: 'From',
    to: 'To',
    confirm: (date) => `Move to ${date}`,
    keep: (date) => `Keep ${date}`,
    moved: (date) => `The session has moved to ${date}. The venue is asked first, then the bookings are updated.`,
    noSuchDay: (day) => `${day} does not exist in the calendar.`,
    isHoliday: (date, holiday) => `${date} is ${holiday}.`,
    isWeekend: (date, weekday) => `${date} is a ${weekday}.`,
    stands: (date) => `${date} still stands.`,
    updates: (count) =>
      count === 0
        ? 'Nobody is invited yet.'
        : `That makes ${count === 1 ? '1 updated booking' : `${count} updated bookings`}.`,
    dayInWeek: (week) => `Which day of week ${week}?`,
    meant: (date) => `Do you mean ${date}?`,
    previewDay: (date) => `Preview ${date}`,
    kept: 'The session stays where it is.',
    weekdayDiffers: 'The weekday and the date do not agree.',
    several: 'Which date do you mean?',
  },
  mine: {
    confirmed: (project) => `You are registered for ${project}. The registration is for all sessions.`,
    waiting: (project, place) => `You are number ${place} on the waiting list of ${project}.`,
    none: (project) => `You are not registered for ${project}.`,
    link: (url) => `Write your e-mail address on the project’s page and you get a personal link by mail: ${url}`,
    notHere: 'I answer that in a personal chat with you.',
  },
  remove: {
    found: (name) => `I find ${name}.`,
    foundSome: (count) => (count === 1 ? 'I find one person of that name.' : `I find ${count} people of that name.`),
    notFound: 'I find nobody of that name.',
    leadOnly: 'Only the content lead can cancel a participant.',
    inTab: 'You cancel somebody in the tab under Participants. It shows what that means before you confirm.',
  },
  soundingBoard: {
    board: {
      are: (number, names, _count) => `Session ${number}: the sounding board is ${names}.`,
      none: (number) => `Session ${number} has no sounding board yet.`,
      fair: (number, names) =>
        `Session ${number} has no sounding board yet. It is the turn of ${names}. Choose in the tab under Planning, Tasks.`,
    },
    notes: {
      are: (number, names, count) => `Session ${number}: ${names} ${count === 1 ? 'takes' : 'take'} notes.`,
      none: (number) => `Session ${number} has nobody to take notes yet.`,
      fair: (number, names) =>
        `Session ${number} has nobody to take notes yet. It is the turn of ${names}. Choose in the tab under Planning, Tasks.`,
    },
  },
  decline: {
    own: (url) =>
      `You cancel on your own page. The link came by mail when you registered. Get it again here: ${url} Is it one session that you cannot come to? Decline it in your calendar. I have not changed anything.`,
    planner:
      'Is it a session that you cannot come to? Decline it in your calendar. You are not registered as a participant, so there is no registration to cancel.',
    session:
      'You cancel a session in the tab under Planning, Dates: Edit the session, then Remove the session. It shows who is told before you confirm. I have not changed anything.',
  },
  remind: {
    me: 'me',
    something: 'what is to be done',
    example: (who, what, day) => `task for ${who}: ${what}${day === '' ? '' : ` by ${day}`}`,
    task: (example) => `I remind of tasks. Write **${example}** and I remind when the day is near. Nothing was sent.`,
    person: (example) =>
      `I remind of tasks. Write for example **${example} by Friday** and I remind when the day is near. Nothing was sent.`,
    tasks:
      'Of tasks I remind by myself, when the last day is near. Write **tasks** to see what is open. Nothing was sent.',
    participants: (number) =>
      `You remind participants with the information before the session. Write **send the info for session ${number}** and you can read it before it goes out. Nothing was sent.`,
    cannot:
      'I cannot remind of that. Write **remind the municipalities** for those who have not answered, or **task for Karin: book lunch by Friday**. Nothing was sent.',
  },
  forward: {
    'planning.where':
      'The planning is in the tab: timeline, dates, venues, tasks and roles. I also answer **status**, **tasks** and **planning meetings**.',
    'invitation.where':
      'You read and send the invitation in the tab under Messages. It shows what goes out, and to whom, before you confirm. I have not sent anything.',
    'roles.where':
      'Who does what is in the tab under Planning, Texts and roles. Write **tasks** to see who has which task.',
    'guideline.where':
      'The guidelines are in the tab under Planning, Timeline. Open a row to see the rule’s text and what is missing.',
    'agenda.edit': 'You change the agenda in the tab under Sessions. I have not changed anything.',
    'wish.add': 'I cannot keep wishes yet. Write it in the planning chat, where everybody sees it. Nothing was stored.',
    'homework.remind':
      'I cannot send homework reminders yet. Nothing was sent. Put it in the information before the session: **send the info**.',
    'seating.create': 'I cannot make seating plans yet. The participant list is in the tab under Participants.',
    'report.draft': 'I cannot write the meeting report yet. The session’s documentation is in the tab under Sessions.',
  },
};
