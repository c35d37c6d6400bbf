import type { Words } from '../../src/domain/words.ts';

/** I dag. */
export const today = {
  greeting: { sv: '{day}, v. {week}', en: '{day}, week {week}' },
  now: { sv: 'Gör nu', en: 'Do now' },
  nothing: { sv: 'Inget brådskar i dag. Ta en kaffe.', en: 'Nothing presses today. Have a coffee.' },
  nextUp: { sv: 'Nästa: {title}, senast {day}.', en: 'Next: {title}, by {day}.' },
  further: { sv: 'Visa {n} till i planeringen', en: 'Show {n} more in the plan' },
  urgent: { sv: 'Behöver dig', en: 'Needs you' },

  next: { sv: 'Nästa träff', en: 'Next session' },
  nextNone: { sv: 'Ingen träff är planerad framåt.', en: 'No session lies ahead.' },
  setDates: { sv: 'Till datumen', en: 'To the dates' },
  open: { sv: 'Öppna träffen', en: 'Open the session' },
  venue: { sv: 'Lokal', en: 'Venue' },
  people: { sv: 'Deltagare', en: 'Participants' },
  peopleText: {
    sv: '{confirmed} anmälda, {accepted} ja, {declined} nej, {noAnswer} utan svar',
    en: '{confirmed} registered, {accepted} yes, {declined} no, {noAnswer} without an answer',
  },
  peopleBefore: { sv: '{confirmed} anmälda', en: '{confirmed} registered' },
  done: { sv: 'Klart ({n})', en: 'Done ({n})' },
  missing: { sv: 'Saknas ({n})', en: 'Missing ({n})' },
  missingNone: { sv: 'Inget saknas.', en: 'Nothing is missing.' },
  by: { sv: 'senast {day}', en: 'by {day}' },
  moreMissing: { sv: '{n} till i träffen', en: '{n} more in the session' },

  awaited: { sv: 'Väntar på svar', en: 'Waiting for answers' },
  awaitedNone: { sv: 'Ingen är skyldig er ett svar.', en: 'Nobody owes you an answer.' },
  sinceToday: { sv: 'sedan i dag', en: 'since today' },
  sinceOne: { sv: 'i 1 dag', en: 'for 1 day' },
  sinceDays: { sv: 'i {n} dagar', en: 'for {n} days' },

  outbound: { sv: 'På väg ut', en: 'On its way' },
  outboundNone: { sv: 'Inget är på väg ut.', en: 'Nothing is on its way.' },

  happened: { sv: 'Hänt sedan sist', en: 'Since last time' },
  happenedSince: { sv: 'Sedan {when}.', en: 'Since {when}.' },
  happenedFirst: { sv: 'Den senaste veckan.', en: 'The last week.' },
  happenedNone: { sv: 'Inget nytt sedan sist.', en: 'Nothing new since last time.' },
  markRead: { sv: 'Markera som läst', en: 'Mark as read' },
  marked: { sv: 'Markerat som läst.', en: 'Marked as read.' },
  lead: { sv: 'Visa: {what}', en: 'Show: {what}' },

  tips: { sv: 'Tips', en: 'Tips' },
  tipsText: { sv: 'Gärna, men inget måste.', en: 'Nice to have, none a must.' },
  seeRule: { sv: 'Se regeln', en: 'See the rule' },
  notForUs: { sv: 'Inte för oss', en: 'Not for us' },
  notForUsOf: { sv: 'Inte för oss: {what}', en: 'Not for us: {what}' },
  dismissed: {
    sv: 'Tipset visas inte mer i det här lärprojektet.',
    en: 'The tip is not shown in this project any more.',
  },
  restored: { sv: 'Tipset visas igen.', en: 'The tip is shown again.' },
  putAside: { sv: 'Bortvalda tips ({n})', en: 'Tips put aside ({n})' },
  putAsideBy: { sv: 'Valdes bort av {by} {day}', en: 'Put aside by {by} on {day}' },
  restore: { sv: 'Visa igen', en: 'Show again' },
  restoreOf: { sv: 'Visa igen: {what}', en: 'Show again: {what}' },
} as const satisfies Record<string, Words>;
