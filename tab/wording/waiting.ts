import type { Words } from '../../src/domain/words.ts';

/** A change of a meeting that has not gone out yet. */
export const waiting = {
  title: { sv: 'En ändring väntar på att gå ut i Outlook', en: 'A change is waiting to go out in Outlook' },
  text: {
    sv: 'Ändra gärna mer. Allt går ut tillsammans, en gång.',
    en: 'Change more if you like. Everything goes out together, once.',
  },
  undo: { sv: 'Ångra flytten', en: 'Undo the move' },
  sendNow: { sv: 'Skicka nu', en: 'Send now' },
  undone: { sv: 'Flytten är ångrad. Ingen har fått något.', en: 'The move is undone. Nobody has got anything.' },
  sent: { sv: 'Ändringen går ut nu.', en: 'The change is going out now.' },
} as const satisfies Readonly<Record<string, Words>>;
