import type { Words } from '../../src/domain/words.ts';

/** A meeting that somebody has changed in Outlook. */
export const drift = {
  title: {
    sv: 'Någon har ändrat mötet i Outlook. Vilket gäller?',
    en: 'Somebody has changed the meeting in Outlook. Which is right?',
  },
  what: { sv: 'Vad', en: 'What' },
  inPlan: { sv: 'Planen', en: 'The plan' },
  inOutlook: { sv: 'I Outlook', en: 'In Outlook' },
  subject: { sv: 'Rubrik', en: 'Subject' },
  start: { sv: 'Börjar', en: 'Starts' },
  end: { sv: 'Slutar', en: 'Ends' },
  place: { sv: 'Plats', en: 'Place' },
  room: { sv: 'Lokal', en: 'Room' },
  isBooked: { sv: 'Bokad', en: 'Booked' },
  isGone: { sv: 'Borttagen', en: 'Taken off' },
  people: { sv: 'Inbjudna', en: 'Invited' },
  areMissing: { sv: 'Borttagna', en: 'Taken off' },
  meeting: { sv: 'Mötet', en: 'The meeting' },
  isRemoved: { sv: 'Borttaget', en: 'Removed' },
  plan: { sv: 'Planen gäller', en: 'The plan is right' },
  outlook: { sv: 'Outlook gäller', en: 'Outlook is right' },
  makeAgain: { sv: 'Skapa mötet igen', en: 'Make the meeting again' },
  callOff: { sv: 'Ställ in träffen', en: 'Call the session off' },
  planTitle: { sv: 'Planen gäller', en: 'The plan is right' },
  outlookTitle: { sv: 'Outlook gäller', en: 'Outlook is right' },
  mendOutlook: { sv: 'Rätta i Outlook', en: 'Mend Outlook' },
  changePlan: { sv: 'Ändra planen', en: 'Change the plan' },
  mended: { sv: 'Outlook rättas efter planen.', en: 'Outlook is being mended after the plan.' },
  changed: { sv: 'Planen säger nu samma som Outlook.', en: 'The plan now says what Outlook says.' },
} as const satisfies Readonly<Record<string, Words>>;
