import type { Language } from '../../src/domain/words.ts';

interface PublicationTalk {
  readonly title: string;
  readonly state: {
    readonly done: (day: string) => string;
    readonly late: string;
    readonly now: string;
    readonly later: string;
  };
  readonly how: string;
  readonly inTab: string;
  readonly ticked: (name: string, day: string) => string;
  readonly wrong: (medium: string) => string;
  readonly tooEarly: (name: string) => string;
  readonly unticked: (name: string) => string;
  readonly notTicked: (name: string) => string;
}

export const publicationTalk: Readonly<Record<Language, PublicationTalk>> = {
  sv: {
    title: 'Texter att publicera',
    state: { done: (day) => `publicerad ${day}`, late: 'skulle ha publicerats', now: 'att publicera', later: 'senare' },
    how: 'Skriv **text till nyhetsbrevet** för att få texten här, eller **publicerat på webben https://…** när det är gjort.',
    inTab: 'Till texterna',
    ticked: (name, day) => `${name}: publicerat ${day}. Det är avbockat.`,
    wrong: (medium) => `Blev det fel? Skriv **inte publicerat ${medium}**.`,
    tooEarly: (name) => `${name} kan inte bockas av än: det har inte börjat.`,
    unticked: (name) => `${name}: inte längre avbockat.`,
    notTicked: (name) => `${name} är inte avbockat.`,
  },
  en: {
    title: 'Texts to publish',
    state: { done: (day) => `published ${day}`, late: 'was due', now: 'to publish', later: 'later' },
    how: 'Write **text for the newsletter** to get the text here, or **published on the web https://…** when it is done.',
    inTab: 'To the texts',
    ticked: (name, day) => `${name}: published ${day}. It is ticked off.`,
    wrong: (medium) => `Was that wrong? Write **not published ${medium}**.`,
    tooEarly: (name) => `${name} cannot be ticked yet: it has not begun.`,
    unticked: (name) => `${name}: no longer ticked.`,
    notTicked: (name) => `${name} is not ticked.`,
  },
};

/** "inte publicerat på webben". */
export const mediumWords: Readonly<Record<'web' | 'newsletter' | 'linkedIn', Readonly<Record<Language, string>>>> = {
  web: { sv: 'på webben', en: 'on the web' },
  newsletter: { sv: 'i nyhetsbrevet', en: 'in the newsletter' },
  linkedIn: { sv: 'på LinkedIn', en: 'on LinkedIn' },
};
