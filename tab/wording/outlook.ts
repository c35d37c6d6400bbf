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
  stays: {
    sv: 'Lokalen har frågats om den nya tiden. I kalendern står träffen kvar {when} tills lokalen har tackat ja.',
    en: 'The room has been asked for the new time. In the calendar the session stays on {when} until the room has accepted.',
  },
  staysDeclined: {
    sv: 'Lokalen tackade nej till den nya tiden. I kalendern står träffen kvar {when}. Välj en annan lokal eller en annan tid på sidan Planering.',
    en: 'The room declined the new time. In the calendar the session stays on {when}. Choose another venue or another time on the Planning page.',
  },
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
  sharedStale: {
    sv: 'Den gemensamma möteskalendern har inte fått ändringen',
    en: 'The shared meeting calendar has not got the change',
  },
  sharedFailed: {
    sv: 'Kom inte in i den gemensamma möteskalendern',
    en: 'Did not get into the shared meeting calendar',
  },
  sharedMissing: { sv: 'Finns inte i den gemensamma möteskalendern än', en: 'Not in the shared meeting calendar yet' },
  history: { sv: 'Så har kalendern ändrats', en: 'How the calendar has changed' },
  noHistory: { sv: 'Inget har skrivits i kalendern än.', en: 'Nothing has been written in the calendar yet.' },
  again: { sv: 'Försök igen', en: 'Try again' },
  asked: { sv: 'Vi försöker igen nu.', en: 'We are trying again now.' },
} as const satisfies Readonly<Record<string, Words>>;

export const earlier = {
  mark: { sv: 'Har en gammal kallelse', en: 'Has an old invitation' },
  markTitle: { sv: 'Gammal kallelse till träff {number}', en: 'Old invitation to session {number}' },
  markText: {
    sv: 'Verktyget bokar ett eget möte. I den nya bokningen står att den ersätter den gamla. Har planeringsgruppen redan bokningen får den en uppdatering.',
    en: 'The tool books a meeting of its own. The new booking says that it replaces the old one. If the planning group has the booking already, it gets an update.',
  },
  markLate: {
    sv: 'Den nya bokningen har redan gått ut, så raden om den gamla kommer med först vid nästa ändring av tid eller plats.',
    en: 'The new booking has gone out, so the line about the old one comes with the next change of time or place.',
  },
  by: { sv: 'Vem kallade?', en: 'Who invited?' },
  byHelp: { sv: 'Den som står som organisatör i Outlook.', en: 'The person who is the organiser in Outlook.' },
  markSave: { sv: 'Spara', en: 'Save' },
  marked: { sv: 'Sparat. Nu kan den gamla kallelsen avbokas.', en: 'Saved. The old invitation can be cancelled now.' },
  title: { sv: 'Gammal kallelse från {name}', en: 'Old invitation from {name}' },
  isCancelled: { sv: 'Den gamla är avbokad', en: 'The old one is cancelled' },
  wasCancelled: { sv: 'Den gamla är avbokad ({day})', en: 'The old one is cancelled ({day})' },
  isNoted: { sv: 'Sparat. Den gamla är avbokad.', en: 'Saved. The old one is cancelled.' },
  isOpenAgain: { sv: 'Ångrat. Den gamla är inte avbokad.', en: 'Undone. The old one is not cancelled.' },
  how: { sv: 'Så avbokar {name} den', en: 'How {name} cancels it' },
  copyText: { sv: 'Kopiera texten', en: 'Copy the text' },
  copyAll: { sv: 'Kopiera stegen och texten', en: 'Copy the steps and the text' },
  copied: { sv: 'Kopierat.', en: 'Copied.' },
  unmark: { sv: 'Det finns ingen gammal kallelse', en: 'There is no old invitation' },
  unmarked: { sv: 'Borttaget.', en: 'Removed.' },
} as const satisfies Record<string, Words>;
