import type { Words } from '../../src/domain/words.ts';

/** The pane beside an appointment in Outlook. */
export const pane = {
  belongs: { sv: 'Hör till {session} i {project}', en: 'Belongs to {session} of {project}' },
  belongsProject: { sv: 'Hör till {project}', en: 'Belongs to {project}' },
  unknownSession: {
    sv: 'Tiden i bokningen stämmer inte med någon träff. Välj vilken du vill se.',
    en: 'The time of the booking fits none of the sessions. Choose which one to see.',
  },
  when: { sv: 'Tid', en: 'Time' },
  where: { sv: 'Plats', en: 'Place' },
  theme: { sv: 'Tema', en: 'Theme' },
  noTime: { sv: 'Inget datum än', en: 'No date yet' },
  noPlace: { sv: 'Ingen lokal än', en: 'No venue yet' },
  preparation: { sv: 'Förbered dig så här', en: 'Prepare like this' },
  agenda: { sv: 'Agenda', en: 'Agenda' },
  agendaNone: { sv: 'Agendan är inte klar än. Den kommer här.', en: 'The agenda is not ready yet. It will be here.' },
  programmePage: { sv: 'Programmet på webben', en: 'The programme on the web' },
  participants: { sv: 'Deltagare', en: 'Participants' },
  participantsCount: { sv: '{count} är med i lärprojektet.', en: '{count} take part in the learning project.' },
  participantsShow: { sv: 'Visa alla', en: 'Show all' },
  participantsNot: {
    sv: 'Listan syns för dem som deltar och för dem som ordnar.',
    en: 'The list is seen by those who take part and those who arrange.',
  },
  documents: { sv: 'Dokument', en: 'Documents' },
  documentsNone: { sv: 'Inga dokument är delade än.', en: 'No documents have been shared yet.' },
  documentOnPage: { sv: 'finns på din personliga sida', en: 'is on your personal page' },
  evaluation: { sv: 'Utvärdering', en: 'Evaluation' },
  evaluationOpen: { sv: 'Öppen till {when}.', en: 'Open until {when}.' },
  evaluationAnswer: { sv: 'Svara på utvärderingen', en: 'Answer the evaluation' },
  evaluationOpens: { sv: 'Öppnar {when}.', en: 'Opens {when}.' },
  evaluationClosed: { sv: 'Stängd. Tack till alla som svarade.', en: 'Closed. Thank you to all who answered.' },
  evaluationLater: { sv: 'Kommer sist på träffen.', en: 'Comes at the end of the session.' },
  projectPage: { sv: 'Lärprojektets sida', en: 'The learning project’s page' },
  openTab: { sv: 'Öppna träffen i Teams', en: 'Open the session in Teams' },
  otherSessions: { sv: 'Visa en annan träff', en: 'Show another session' },

  insertTitle: { sv: 'Infoga agenda', en: 'Insert agenda' },
  insertIntro: {
    sv: 'Agendan hamnar där markören står. Du kan ändra texten innan du skickar.',
    en: 'The agenda goes where the cursor stands. You can change the text before you send.',
  },
  insert: { sv: 'Infoga agenda', en: 'Insert agenda' },
  inserted: { sv: 'Agendan är infogad.', en: 'The agenda is inserted.' },
  insertFailed: {
    sv: 'Det gick inte att infoga. Sätt markören i texten och se till att meddelandet är i HTML-format.',
    en: 'It could not be inserted. Put the cursor in the text and see that the message is in HTML format.',
  },
  whichProject: { sv: 'Lärprojekt', en: 'Learning project' },
  whichSession: { sv: 'Träff', en: 'Session' },
  noProjects: { sv: 'Du är inte med i något lärprojekt', en: 'You have no part in a learning project' },
  noProjectsText: {
    sv: 'Be innehållsansvarig lägga till dig, så kan du infoga agendor här.',
    en: 'Ask a content lead to add you, and you can insert agendas here.',
  },

  notOurs: { sv: 'Det här är ingen träff i ett lärprojekt', en: 'This is no session of a learning project' },
  notOursText: {
    sv: 'Öppna bokningen av en träff, så visas agenda, deltagare och dokument här.',
    en: 'Open the booking of a session, and its agenda, participants and documents show here.',
  },
  nothingOpen: { sv: 'Ingen bokning är öppen', en: 'No booking is open' },
  noPart: { sv: 'Du är inte med i det här lärprojektet', en: 'You have no part in this learning project' },
  noPartText: {
    sv: 'Program och din personliga länk finns på lärprojektets egen sida.',
    en: 'The programme and your personal link are on the learning project’s own page.',
  },
  signInFailed: { sv: 'Det gick inte att logga in', en: 'Signing in did not work' },
  signInFailedText: {
    sv: 'Försök igen. Hjälper det inte, be it-avdelningen godkänna appen. Lärprojektets sida går att öppna ändå.',
    en: 'Try again. If that does not help, ask IT to approve the app. The project’s page can be opened all the same.',
  },
  outside: { sv: 'Panelen hör hemma i Outlook', en: 'The pane lives in Outlook' },
  outsideText: {
    sv: 'Öppna bokningen av en träff i Outlook och välj Lärprojekt.',
    en: 'Open the booking of a session in Outlook and choose Lärprojekt.',
  },
  unreadable: {
    sv: 'Outlook visade inte vad bokningen innehåller.',
    en: 'Outlook did not show what the booking holds.',
  },
} as const satisfies Record<string, Words>;
