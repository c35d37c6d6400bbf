import type { Words } from '../../src/domain/words.ts';

/** The frame around every page, and what all pages share. */
export const shell = {
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to content' },
  pages: { sv: 'Sidor', en: 'Pages' },
  todayPage: { sv: 'I dag', en: 'Today' },
  planning: { sv: 'Planering', en: 'Planning' },
  themes: { sv: 'Tema', en: 'Theme' },
  participants: { sv: 'Deltagare', en: 'Participants' },
  sessions: { sv: 'Träffar', en: 'Sessions' },
  evaluation: { sv: 'Utvärdering', en: 'Evaluation' },
  notices: { sv: 'Utskick', en: 'Messages' },
  projects: { sv: 'Lärprojekt', en: 'Learning projects' },
  changeProject: { sv: 'Byt lärprojekt', en: 'Change project' },
  appName: { sv: 'Lärprojekt', en: 'Learning projects' },
  dormant: { sv: 'Vilande', en: 'Dormant' },
  active: { sv: 'Pågår', en: 'Active' },
  closed: { sv: 'Avslutat', en: 'Closed' },

  notYoursTitle: { sv: 'Du är inte med i det lärprojektet', en: 'You have no part in that project' },
  notYours: {
    sv: 'Länken går till ett lärprojekt som inte finns eller som du inte är med i. Be innehållsansvarig lägga till dig.',
    en: 'The link is to a project that does not exist or that you have no part in. Ask its content lead to add you.',
  },

  loading: { sv: 'Hämtar …', en: 'Loading …' },
  retry: { sv: 'Försök igen', en: 'Try again' },
  failedTitle: { sv: 'Det gick inte att visa sidan', en: 'The page could not be shown' },
  failedAdvice: {
    sv: 'Inget är ändrat. Hjälper det inte, ladda om fliken.',
    en: 'Nothing has changed. If that does not help, reload the tab.',
  },
  pageBroke: {
    sv: 'Något i sidan gick sönder. Det du har sparat finns kvar.',
    en: 'Something on the page broke. What you have saved is safe.',
  },
  noNetwork: {
    sv: 'Vi når inte servern. Kontrollera att du är uppkopplad och försök igen.',
    en: 'The server cannot be reached. Check your connection and try again.',
  },
  noToken: {
    sv: 'Vi fick ingen inloggning. Ladda om fliken. Hjälper det inte, be it-avdelningen godkänna appen.',
    en: 'We got no sign-in. Reload the tab. If that does not help, ask IT to approve the app.',
  },
  fault: { sv: 'Något gick fel hos oss. Försök igen om en stund.', en: 'Something went wrong on our side. Try again.' },
  mayNotTitle: { sv: 'Sidan är inte öppen för dig', en: 'This page is not open to you' },
  mayNot: {
    sv: 'Din roll i lärprojektet visar inte den här sidan. Be innehållsansvarig om hjälp.',
    en: 'Your role in the learning project does not show this page. Ask the content lead for help.',
  },
  mayNotParticipant: {
    sv: 'Är du deltagare finns träffar, program och din personliga länk på lärprojektets egen sida.',
    en: 'If you take part, the sessions, the programme and your personal link are on the learning project’s own page.',
  },
  projectPage: { sv: 'Till lärprojektets sida', en: 'To the learning project’s page' },
  noTheme: { sv: 'Tema saknas än', en: 'No theme yet' },

  outsideTitle: { sv: 'Öppna fliken i Teams', en: 'Open the tab in Teams' },
  outsideText: {
    sv: 'Sidan hör hemma i Teams, där du redan är inloggad. Öppna Teams och välj appen Lärprojekt.',
    en: 'This page lives in Teams, where you are signed in already. Open Teams and choose the app Lärprojekt.',
  },
  outsideLink: { sv: 'Öppna Teams', en: 'Open Teams' },
  outsideParticipant: {
    sv: 'Är du deltagare? Då behöver du inte Teams. Använd länken i mejlet du fick när du anmälde dig.',
    en: 'Are you a participant? Then you do not need Teams. Use the link in the mail you got when you registered.',
  },

  cancel: { sv: 'Avbryt', en: 'Cancel' },
  close: { sv: 'Stäng', en: 'Close' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
  change: { sv: 'Ändra', en: 'Change' },
  stop: { sv: 'Stoppa', en: 'Stop' },
  undo: { sv: 'Ångra', en: 'Undo' },
  undone: { sv: 'Ångrat. Allt är som förut.', en: 'Undone. All is as before.' },
  show: { sv: 'Visa', en: 'Show' },
  opensOutside: { sv: 'öppnas utanför Teams', en: 'opens outside Teams' },
  session: { sv: 'Träff {number}', en: 'Session {number}' },
  sessionDay: { sv: 'Träff {number}, dag {day} av {of}', en: 'Session {number}, day {day} of {of}' },
  noDate: { sv: 'Inget datum än', en: 'No date yet' },
  week: { sv: 'v. {week}', en: 'week {week}' },
  today: { sv: 'I dag', en: 'Today' },

  previewLoading: { sv: 'Tar fram förhandsvisningen …', en: 'Preparing the preview …' },
  previewChanged: {
    sv: 'Något ändrades medan du läste. Inget har skickats. Det här är det nya.',
    en: 'Something changed while you were reading. Nothing was sent. This is the new version.',
  },
  recipientsNone: { sv: 'Går till ingen.', en: 'Goes to nobody.' },
  recipientsOne: { sv: 'Går till 1 mottagare.', en: 'Goes to 1 recipient.' },
  recipients: { sv: 'Går till {n} mottagare.', en: 'Goes to {n} recipients.' },
  subject: { sv: 'Ämne', en: 'Subject' },
  showText: { sv: 'Visa texten', en: 'Show the text' },
  working: { sv: 'Vänta …', en: 'Please wait …' },
} as const satisfies Record<string, Words>;
