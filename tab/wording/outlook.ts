import type { Words } from '../../src/domain/words.ts';

export const outlook = {
  title: { sv: 'I Outlook', en: 'In Outlook' },
  none: {
    sv: 'Inget möte ännu. Det skapas när lokalen är bokad.',
    en: 'No meeting yet. It is made when the venue is booked.',
  },
  intended: { sv: 'Mötet håller på att skapas', en: 'The meeting is being made' },
  live: {
    sv: '{invited} inbjudna: {accepted} ja, {declined} nej, {tentative} kanske, {none} utan svar',
    en: '{invited} invited: {accepted} yes, {declined} no, {tentative} perhaps, {none} without answer',
  },
  cancelled: { sv: 'Mötet är inställt', en: 'The meeting is cancelled' },
  readAt: { sv: 'Kalendern lästes {when}.', en: 'The calendar was read {when}.' },
  speakersWaiting: {
    sv: 'Länken till medverkande skickas när lokalen är klar',
    en: 'The speakers’ link is sent when the venue is settled',
  },
  speakersInvited: {
    sv: '{speakers} medverkande har fått en egen länk',
    en: '{speakers} speakers have a link of their own',
  },
  speakersFailed: { sv: 'Länken till medverkande gick inte att skapa', en: 'The speakers’ link could not be made' },
  shared: { sv: 'Finns i den gemensamma möteskalendern', en: 'Stands in the shared meeting calendar' },
  sharedMissing: { sv: 'Finns inte i den gemensamma möteskalendern än', en: 'Not in the shared meeting calendar yet' },
  drift: {
    sv: 'Någon har ändrat mötet i Outlook. Vilket gäller?',
    en: 'Somebody has changed the meeting in Outlook. Which is right?',
  },
  inOutlook: { sv: 'I Outlook', en: 'In Outlook' },
  subject: { sv: 'Rubrik', en: 'Subject' },
  start: { sv: 'Börjar', en: 'Starts' },
  end: { sv: 'Slutar', en: 'Ends' },
  location: { sv: 'Plats', en: 'Place' },
  removed: { sv: 'Mötet', en: 'The meeting' },
  isRemoved: { sv: 'Borttaget', en: 'Removed' },
  restore: { sv: 'Planen gäller, rätta i Outlook', en: 'The plan is right, mend Outlook' },
  restored: { sv: 'Outlook rättas efter planen.', en: 'Outlook is being mended after the plan.' },
  editInstead: {
    sv: 'Gäller Outlook? Ändra då träffen på sidan Planering.',
    en: 'Is Outlook right? Then change the session on the Planning page.',
  },
  again: { sv: 'Försök igen', en: 'Try again' },
  asked: { sv: 'Vi försöker igen nu.', en: 'We are trying again now.' },
} as const satisfies Readonly<Record<string, Words>>;
