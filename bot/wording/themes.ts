import type { Language } from '../../src/domain/words.ts';

interface ThemeTalk {
  readonly title: string;
  readonly none: string;
  /** "11 av 15 kommuner". */
  readonly support: (support: number, municipalities: number) => string;
  readonly line: (rank: number, title: string, support: string) => string;
  readonly unheard: (names: string, count: number, all: number) => string;
  readonly allHeard: string;
  readonly nobodyNoted: string;
  readonly noTalks: string;
  readonly tip: string;
  readonly undecided: string;
  readonly decided: (title: string, by: string, day: string, paragraph: string | null) => string;
  readonly decide: string;
  readonly decideTitle: string;
  readonly steering: string;
  /** To those who may not, and to the content lead. */
  readonly askSteering: string;
  readonly askThem: string;
  readonly writeProtocol: string;
  readonly choose: string;
  readonly chooseFirst: string;
  readonly asSteering: string;
  readonly waits: string;
  readonly waitsHow: string;
  readonly changed: string;
  readonly done: (title: string) => string;
  readonly takeBack: string;
  readonly inTab: string;
  readonly ask: string;
  readonly askWho: (people: number) => string;
  readonly askHow: string;
}

const sv: ThemeTalk = {
  title: 'Temaförslag',
  none: 'Det finns inga temaförslag än. Lägg till dem i fliken Tema.',
  support: (support, municipalities) =>
    support === 0
      ? 'inget stöd noterat'
      : support > municipalities
        ? `${support} kommuner`
        : `${support} av ${municipalities} kommuner`,
  line: (rank, title, support) => `**${rank}. ${title}:** ${support}`,
  unheard: (names, count, all) => `Ej hörda, ${count} av ${all}: ${names}.`,
  allHeard: 'Alla kommuner är hörda.',
  nobodyNoted: 'Det är inte noterat vilka kommuner som har hörts. Kryssa i dem i fliken Tema.',
  noTalks: 'Inget samråd är antecknat än.',
  tip: 'Ett tips: ta fram minst två förslag.',
  undecided: 'Styrgruppen har inte beslutat än.',
  decided: (title, by, day, paragraph) =>
    `Temat är **${title}**. ${by} beslutade ${day}${paragraph === null ? '' : `, ${paragraph}`}.`,
  decide: 'Besluta tema',
  decideTitle: 'Vilket tema väljer styrgruppen?',
  steering: 'Det beslutar styrgruppen.',
  askSteering: 'Be någon i styrgruppen skriva **besluta tema** till mig, eller svara i fliken Tema.',
  askThem: 'Skriv **fråga styrgruppen**, så skickar jag frågan till dem när du har sett den.',
  writeProtocol: 'Har de beslutat på ett möte skriver du in protokollets datum och paragraf i fliken Tema.',
  choose: 'Tema',
  chooseFirst: 'Välj ett tema först.',
  asSteering: 'Ditt svar antecknas som styrgruppens beslut, med dagens datum och ditt namn.',
  waits: 'Beslutet får vänta:',
  waitsHow: 'Innehållsansvarig ordnar det, eller går vidare med ett skäl, i fliken Tema.',
  changed: 'Förslagen har ändrats. Inget är beslutat. Det här är de nya.',
  done: (title) => `Temat är beslutat: ${title}`,
  takeBack: 'Blev det fel kan du ta tillbaka beslutet i fliken Tema.',
  inTab: 'Öppna Tema',
  ask: 'Skicka frågan',
  askWho: (people) =>
    people === 1 ? 'Frågan går till en person i styrgruppen.' : `Frågan går till ${people} personer i styrgruppen.`,
  askHow: 'Den som har en chatt med mig får ett kort att svara på. De andra får ett mejl.',
};

const en: ThemeTalk = {
  title: 'Theme proposals',
  none: 'There are no theme proposals yet. Add them on the page Theme in the tab.',
  support: (support, municipalities) =>
    support === 0
      ? 'no support noted'
      : support > municipalities
        ? `${support} municipalities`
        : `${support} of ${municipalities} municipalities`,
  line: (rank, title, support) => `**${rank}. ${title}:** ${support}`,
  unheard: (names, count, all) => `Not heard, ${count} of ${all}: ${names}.`,
  allHeard: 'All municipalities have been heard.',
  nobodyNoted: 'It is not noted which municipalities have been heard. Tick them on the page Theme.',
  noTalks: 'No consultation is noted yet.',
  tip: 'A tip: make at least two proposals.',
  undecided: 'The steering group has not decided yet.',
  decided: (title, by, day, paragraph) =>
    `The theme is **${title}**. ${by} decided on ${day}${paragraph === null ? '' : `, ${paragraph}`}.`,
  decide: 'Decide the theme',
  decideTitle: 'Which theme does the steering group choose?',
  steering: 'The steering group decides that.',
  askSteering:
    'Ask somebody of the steering group to write **decide the theme** to me, or to answer on the page Theme.',
  askThem: 'Write **ask the steering group**, and I send them the question when you have seen it.',
  writeProtocol:
    'If they have decided in a meeting, enter the date and the paragraph of the protocol on the page Theme.',
  choose: 'Theme',
  chooseFirst: 'Choose a theme first.',
  asSteering: 'Your answer is recorded as the decision of the steering group, with today’s date and your name.',
  waits: 'The decision has to wait:',
  waitsHow: 'The content lead sees to it, or goes on with a reason, on the page Theme.',
  changed: 'The proposals have changed. Nothing is decided. These are the new ones.',
  done: (title) => `The theme is decided: ${title}`,
  takeBack: 'If that was wrong, take the decision back on the page Theme.',
  inTab: 'Open Theme',
  ask: 'Send the question',
  askWho: (people) =>
    people === 1
      ? 'The question goes to one person of the steering group.'
      : `The question goes to ${people} people of the steering group.`,
  askHow: 'Whoever has a chat with me gets a card to answer. The others get a mail.',
};

export const themeTalk: Readonly<Record<Language, ThemeTalk>> = { sv, en };
