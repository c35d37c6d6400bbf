import type { Words } from '../../src/domain/words.ts';

/** Dates for several projects at once. */
export const together = {
  title: { sv: 'Datum för flera lärprojekt', en: 'Dates for several learning projects' },
  intro: {
    sv: 'Verktyget letar dagar åt alla på en gång. Inget lärprojekt får en lokal eller en person som ett annat behöver samma dag. Ingen får något besked förrän du har bekräftat.',
    en: 'The tool looks for days for all of them at once. No learning project gets a venue or a person that another needs on the same day. Nobody is told until you have confirmed.',
  },
  link: { sv: 'Flera lärprojekt samtidigt', en: 'Several learning projects at once' },
  back: { sv: 'Till Hitta datum', en: 'To Find dates' },
  none: { sv: 'Det behövs minst två lärprojekt', en: 'At least two learning projects are needed' },
  noneText: {
    sv: 'Här väljer du bland lärprojekt som du leder och som har träffar att hitta dag för.',
    en: 'Here you choose among learning projects that you lead and that have sessions to find a day for.',
  },
  projects: { sv: 'Lärprojekt', en: 'Learning projects' },
  undated: { sv: '{title} ({n} utan dag)', en: '{title} ({n} without a day)' },
  dated: { sv: '{title} ({n} som har dag och får en ny)', en: '{title} ({n} that have a day and get another)' },
  tooFew: { sv: 'Välj minst två lärprojekt.', en: 'Choose at least two learning projects.' },
  usual: {
    sv: 'Lokaler, platser och personer tas från varje lärprojekt, som när man söker för ett i taget.',
    en: 'Venues, seats and people are taken from each learning project, as when one searches for one at a time.',
  },
  search: { sv: 'Hitta datum för alla', en: 'Find dates for all' },
  result: { sv: 'Dagar för alla', en: 'Days for all' },
  proved: {
    sv: 'Ingen annan fördelning av dagarna är bättre för lärprojekten tillsammans.',
    en: 'No other division of the days is better for the learning projects together.',
  },
  notProved: {
    sv: 'Det här är den bästa fördelningen som hanns med. Det kan finnas en bättre.',
    en: 'This is the best division that there was time for. There may be a better one.',
  },
  show: { sv: 'Visa i kalendern', en: 'Show in the calendar' },
  shown: { sv: 'Visas i kalendern', en: 'Shown in the calendar' },
  isSet: { sv: 'Datumen är satta', en: 'The dates are set' },
  calendar: { sv: 'Kalender: {title}', en: 'Calendar: {title}' },
  calendarText: {
    sv: 'Ändra om du vill. Dagar som ett annat lärprojekt har fått är märkta. Varje lärprojekt bekräftas för sig.',
    en: 'Change it if you like. Days that another learning project has got are marked. Each learning project is confirmed for itself.',
  },
  which: { sv: 'Vilket lärprojekt', en: 'Which learning project' },
  take: { sv: 'Använd datumen för {title}', en: 'Use the dates for {title}' },
  elsewhere: { sv: '{title} har träff den dagen.', en: '{title} has a session that day.' },
  elsewhereShared: {
    sv: '{title} har träff den dagen och behöver {names}.',
    en: '{title} has a session that day and needs {names}.',
  },
  mark: { sv: 'proj', en: 'proj' },
} as const satisfies Readonly<Record<string, Words>>;
