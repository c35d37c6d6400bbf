import type { Words } from '../../src/domain/words.ts';

/** Påminnelser och veckans läge. */
export const reminders = {
  title: { sv: 'Påminnelser', en: 'Reminders' },
  intro: {
    sv: 'Räknas ut efter riktlinjerna och era datum. De går kl. 8 på arbetsdagar, aldrig i juli eller under julhelgerna. Flyttas ett datum flyttas de med.',
    en: 'Worked out from the guidelines and your dates. They go at 8 on working days, never in July or around Christmas. When a date moves, they move with it.',
  },
  reminders: { sv: 'Påminnelser om sista dagar', en: 'Reminders of last days' },
  remindersText: {
    sv: 'I planeringschatten, och i mejl till den som ansvarar.',
    en: 'In the planning chat, and by mail to the one who answers for it.',
  },
  weekly: { sv: 'Veckans läge', en: 'The weekly status' },
  weeklyText: {
    sv: 'På måndagar i planeringschatten: vad som är klart, vad som kommer och vem ni väntar på.',
    en: 'On Mondays in the planning chat: what is done, what comes and whose answers you await.',
  },
  weeklyNext: { sv: 'Nästa kommer {day}.', en: 'The next one comes {day}.' },
  on: { sv: 'På', en: 'On' },
  off: { sv: 'Av', en: 'Off' },
  turnOn: { sv: 'Slå på', en: 'Turn on' },
  turnOff: { sv: 'Stäng av', en: 'Turn off' },
  turnedOn: { sv: '{name}: på.', en: '{name}: on.' },
  turnedOff: { sv: '{name}: av.', en: '{name}: off.' },
  noChat: {
    sv: 'Boten är inte med i någon planeringschatt än. Lägg till den där, så kommer det som ska stå i chatten.',
    en: 'The bot is in no planning chat yet. Add it there, and what belongs in the chat will come.',
  },
  next: { sv: 'Närmast', en: 'Next' },
  none: { sv: 'Inget att påminna om just nu.', en: 'Nothing to remind of right now.' },
  line: { sv: 'till {to}', en: 'to {to}' },
  ahead: { sv: 'en vecka före', en: 'a week before' },
  soon: { sv: 'strax före sista dagen, {due}', en: 'just before the last day, {due}' },
  late: { sv: 'om den inte är gjord {due}', en: 'if it is not done by {due}' },
  session: { sv: 'Träff {number}: {title}', en: 'Session {number}: {title}' },
} as const satisfies Record<string, Words>;
