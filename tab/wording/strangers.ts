import type { Words } from '../../src/domain/words.ts';

/** People whom somebody else has put on a meeting. */
export const strangers = {
  title: { sv: 'Vem är det här?', en: 'Who is this?' },
  text: {
    sv: 'Någon annan har lagt till personen i bokningen. Personen är inte anmäld.',
    en: 'Somebody else has put the person on the booking. The person is not registered.',
  },
  substitute: { sv: 'Ersättare', en: 'Substitute' },
  colleague: { sv: 'Följer med', en: 'Comes along' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  stays: { sv: 'Låt stå', en: 'Leave' },
  substituteOf: { sv: '{name}: ersättare', en: '{name}: substitute' },
  colleagueOf: { sv: '{name}: följer med', en: '{name}: comes along' },
  removeOf: { sv: 'Ta bort {name}', en: 'Remove {name}' },
  hostOfSubstitute: { sv: 'I stället för', en: 'In place of' },
  hostOfColleague: { sv: 'Tillsammans med', en: 'Together with' },
  choose: { sv: 'Välj en deltagare', en: 'Choose a participant' },
  save: { sv: 'Spara', en: 'Save' },
  isRemoved: {
    sv: 'Personen får en avbokning i Outlook. Ingen annan får något.',
    en: 'The person gets a cancellation in Outlook. Nobody else gets anything.',
  },
  isGuest: { sv: 'Sparat. Personen räknas med till maten.', en: 'Saved. The person is counted for the food.' },
  taken: { sv: '{name} är borttagen ur bokningen.', en: '{name} has been taken off the booking.' },
  left: { sv: '{name} står kvar i bokningen.', en: '{name} stays on the booking.' },
} as const satisfies Readonly<Record<string, Words>>;
