import type { Language } from '../../src/domain/words.ts';

interface SpeakerTalk {
  readonly title: string;
  readonly ready: (yes: number, all: number) => string;
  readonly waiting: string;
  readonly session: (number: number, day: string | null) => string;
  readonly more: (n: number) => string;
  readonly inTab: string;
}

export const speakerTalk: Readonly<Record<Language, SpeakerTalk>> = {
  sv: {
    title: 'Medverkande',
    ready: (yes, all) => (all === 0 ? 'Det finns inga medverkande än.' : `${yes} av ${all} har sagt ja.`),
    waiting: 'De här har inte sagt ja än:',
    session: (number, day) => (day === null ? `träff ${number}` : `träff ${number} den ${day}`),
    more: (n) => `och ${n} till`,
    inTab: 'Fråga eller ändra',
  },
  en: {
    title: 'Speakers',
    ready: (yes, all) => (all === 0 ? 'There are no speakers yet.' : `${yes} of ${all} have said yes.`),
    waiting: 'These have not said yes yet:',
    session: (number, day) => (day === null ? `session ${number}` : `session ${number} on ${day}`),
    more: (n) => `and ${n} more`,
    inTab: 'Ask or change',
  },
};
