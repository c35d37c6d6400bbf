import type { Words } from '../../src/domain/words.ts';

/** Turordning: bollplank och antecknare. */
export const rota = {
  title: { sv: 'Turordning', en: 'Taking turns' },
  intro: {
    sv: 'Kommunerna turas om att vara bollplank, och planeringsgruppen turas om att anteckna. Förslaget ger alla lika många gånger.',
    en: 'The municipalities take turns as the sounding board, and the planning group takes turns taking notes. The proposal gives everybody as many turns.',
  },
  accept: { sv: 'Ta förslaget', en: 'Take the proposal' },
  accepted: { sv: 'Förslaget är infört.', en: 'The proposal is entered.' },
  saved: { sv: 'Turordningen är ändrad.', en: 'The turns are changed.' },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: 'Ändra träff {number}', en: 'Change session {number}' },
  save: { sv: 'Spara', en: 'Save' },
  board: { sv: 'Bollplank', en: 'Sounding board' },
  notes: { sv: 'Antecknar', en: 'Takes notes' },
  gone: { sv: 'någon som inte är med längre', en: 'somebody who is no longer there' },
  nobody: { sv: 'ingen än', en: 'nobody yet' },
  proposal: { sv: 'Förslag: {names}', en: 'Proposal: {names}' },
  times: { sv: '{name} ({n})', en: '{name} ({n})' },
  askedOn: { sv: 'Frågade {day}', en: 'Asked {day}' },
  ask: { sv: 'Fråga med ett mejl', en: 'Ask by mail' },
  mark: { sv: 'Vi har redan frågat', en: 'We have asked already' },
  unmark: { sv: 'Inte frågade', en: 'Not asked' },
  marked: { sv: 'Noterat.', en: 'Noted.' },
  size: { sv: 'Kommuner per träff', en: 'Municipalities per session' },
  none: { sv: 'Det finns inga träffar än.', en: 'There are no sessions yet.' },
} as const satisfies Record<string, Words>;
