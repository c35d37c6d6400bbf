import type { Words } from '../../src/domain/words.ts';

export const notices = {
  parts: { sv: 'Delar av utskicken', en: 'Parts of the messages' },
  all: { sv: 'Alla utskick', en: 'All messages' },
  invitation: { sv: 'Inbjudan', en: 'Invitation' },
  emptyTitle: { sv: 'Inget har gått ut än', en: 'Nothing has gone out yet' },
  emptyText: {
    sv: 'Allt som skickas från lärprojektet visas här, med mottagare och vem som sa ja.',
    en: 'Everything that the project sends shows here, with recipients and who said yes.',
  },
  outbound: { sv: 'På väg ut', en: 'On its way' },
  outboundIntro: {
    sv: 'Det här har inte gått ut än och kan stoppas.',
    en: 'This has not gone out yet and can be stopped.',
  },
  outboundNone: { sv: 'Inget är på väg ut just nu.', en: 'Nothing is on its way right now.' },
  standing: { sv: 'Händer av sig själv', en: 'Happens by itself' },
  standingIntro: {
    sv: 'Någon har sagt ja i förväg. Det går att stoppa fram till klockslaget.',
    en: 'Somebody has said yes beforehand. It can be stopped until its time.',
  },
  goesAt: { sv: 'Går ut {when}', en: 'Goes out {when}' },
  recipients: { sv: '{n} mottagare', en: '{n} recipients' },
  recipientsOne: { sv: '1 mottagare', en: '1 recipient' },
  by: { sv: 'Bekräftat av {name}', en: 'Confirmed by {name}' },
  automatic: { sv: 'Automatiskt besked', en: 'Automatic message' },
  stop: { sv: 'Stoppa', en: 'Stop' },
  stopOf: { sv: 'Stoppa: {what}', en: 'Stop: {what}' },
  stopped: { sv: 'Stoppat. Inget har gått ut.', en: 'Stopped. Nothing has gone out.' },
  failed: { sv: 'Kom inte fram', en: 'Did not arrive' },
  failedIntro: { sv: 'Kontrollera adressen och försök igen.', en: 'Check the address and try again.' },
  retry: { sv: 'Skicka igen', en: 'Send again' },
  retryOf: { sv: 'Skicka igen till {name}', en: 'Send again to {name}' },
  retried: { sv: 'Skickas igen.', en: 'Being sent again.' },
  log: { sv: 'Logg', en: 'Log' },
  logIntro: { sv: 'Det senaste först.', en: 'The latest first.' },
  logNone: { sv: 'Inget har gått ut än.', en: 'Nothing has gone out yet.' },
  showRecipients: { sv: 'Visa mottagare', en: 'Show recipients' },
  stateWaiting: { sv: 'väntar', en: 'waiting' },
  stateSending: { sv: 'skickas', en: 'being sent' },
  stateSent: { sv: 'skickat', en: 'sent' },
  stateStopped: { sv: 'stoppat', en: 'stopped' },
  stateByHand: { sv: 'väntar på att skickas för hand', en: 'waits to be sent by hand' },
  stateFailed: { sv: 'kom inte fram', en: 'did not arrive' },
  stateBounced: { sv: 'studsade', en: 'came back' },
  mail: { sv: 'Mejl', en: 'Mail' },
  planningChat: { sv: 'Planeringschatten', en: 'The planning chat' },
  participantsChannel: { sv: 'Deltagarnas kanal', en: 'The participants’ channel' },
  personalChat: { sv: 'Egen chatt', en: 'Personal chat' },
} as const satisfies Record<string, Words>;

/** What a standing yes sets off; the part of the act before a colon. */
export const actNames = {
  'registration.close': { sv: 'Anmälan stänger, bokningarna går ut', en: 'The registration closes, bookings go out' },
  evaluation: { sv: 'Utvärderingen öppnar', en: 'The evaluation opens' },
  documents: { sv: 'Dokumentationen delas', en: 'The documentation is shared' },
  rooms: { sv: 'Lokaler bokas', en: 'Venues are booked' },
} as const satisfies Record<string, Words>;
