import type { Words } from '../../src/domain/words.ts';

/** Where a session's day is built. */
export const agendaEditor = {
  items: { sv: 'Programpunkter', en: 'Items of the programme' },
  empty: {
    sv: 'Inga punkter än. Börja med ett grundprogram och ändra det, eller lägg till en punkt i taget.',
    en: 'No items yet. Begin with a ground programme and change it, or add one item at a time.',
  },
  ground: { sv: 'Lägg in grundprogram', en: 'Insert a ground programme' },
  complete: { sv: 'Lägg till det som saknas', en: 'Add what is missing' },
  completed: { sv: '{n} punkter är tillagda.', en: '{n} items have been added.' },
  nothingLacks: {
    sv: 'Programmet har alla delar som behövs.',
    en: 'The programme has all the parts it needs.',
  },
  how2: {
    sv: 'Flytta en punkt genom att dra i prickarna, med pilarna eller med Alt och pil upp eller ner. Tiderna följer med.',
    en: 'Move an item by dragging its dots, with the arrows, or with Alt and arrow up or down. The times follow.',
  },
  drag: { sv: 'Dra för att flytta', en: 'Drag to move' },
  start: { sv: '{title} börjar', en: '{title} starts' },
  minutes: { sv: '{title}, antal minuter', en: '{title}, minutes' },
  min: { sv: 'min', en: 'min' },
  kind: { sv: '{title}, slag', en: '{title}, kind' },
  what: { sv: 'Punkt {place}, vad', en: 'Item {place}, what' },
  up: { sv: 'Flytta upp {title}', en: 'Move {title} up' },
  down: { sv: 'Flytta ner {title}', en: 'Move {title} down' },
  until: { sv: 'Till {end}.', en: 'Until {end}.' },
  movedTo: {
    sv: '{title} är nu punkt {place} av {count}, {start}–{end}.',
    en: '{title} is now item {place} of {count}, {start}–{end}.',
  },
  removed: { sv: '{title} är borttagen.', en: '{title} has been removed.' },
  nobody: { sv: 'Ansvarig och medverkande', en: 'Responsible and speakers' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  responsibleIs: { sv: 'Ansvarig: {name}', en: 'Responsible: {name}' },
  nobodyYet: { sv: 'Ingen än', en: 'Nobody yet' },
  speakers: { sv: 'Medverkande', en: 'Speakers' },
  speakersAre: { sv: 'Medverkar: {names}', en: 'Speaking: {names}' },
  noSpeakers: {
    sv: 'Det finns inga medverkande än. Lägg till dem under Texter och roller.',
    en: 'There are no speakers yet. Add them under Texts and roles.',
  },
  how: { sv: 'Hur medverkar de?', en: 'How do they take part?' },
  asSpeaker: { sv: 'Som det står hos dem', en: 'As it says about them' },
  onsite: { sv: 'På plats', en: 'In the room' },
  remote: { sv: 'Via länk', en: 'By link' },
  count: { sv: '{n} punkter', en: '{n} items' },
  fine: { sv: 'Programmet är luftigt och har det som behövs.', en: 'The programme is airy and has what it needs.' },
  lookFailed: {
    sv: 'Programmet kunde inte kontrolleras just nu. Du kan spara ändå.',
    en: 'The programme could not be checked just now. You can save all the same.',
  },
} as const satisfies Record<string, Words>;
