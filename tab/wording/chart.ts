/** The projects' time as a picture. */
export const chart = {
  title: { sv: 'Tidslinje', en: 'Timeline' },
  intro: {
    sv: 'Dina lärprojekt sida vid sida. Zooma med knapparna, eller med + och − när bilden är vald.',
    en: 'Your learning projects side by side. Zoom with the buttons, or with + and − when the picture has focus.',
  },
  zoom: { sv: 'Hur nära', en: 'How near' },
  all: { sv: 'Allt', en: 'All' },
  half: { sv: 'Halvår', en: 'Half a year' },
  quarter: { sv: 'Kvartal', en: 'Quarter' },
  month: { sv: 'Månad', en: 'Month' },
  region: { sv: 'Tidslinjen, går att rulla i sidled', en: 'The timeline, scrolls sideways' },
  today: { sv: 'I dag', en: 'Today' },
  lateOne: { sv: '1 försenad', en: '1 late' },
  late: { sv: '{n} försenade', en: '{n} late' },
  legend: {
    session: { sv: 'Träff', en: 'Session' },
    due: { sv: 'Sista dag för något som ska göras', en: 'Last day of something to do' },
    dueLate: { sv: 'Försenat', en: 'Late' },
    away: { sv: 'Många är lediga', en: 'Many are away' },
    now: { sv: 'I dag', en: 'Today' },
  },
} as const;
