import { localDate } from '../../../domain/local-date.ts';
import { shortened, type Paper, type PaperPart } from '../../../domain/paper.ts';
import { counted, dayMonth, listText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { RankedProposal, ShownConsultation, ThemesView } from '../types.ts';

const wording = {
  sv: {
    title: 'Beslutsunderlag: tema för lärprojekt',
    project: (title: string) => `Lärprojektet ${title}`,
    proposals: 'Förslag, i ordning efter stöd',
    place: 'Plats',
    theme: 'Tema och varför',
    by: 'Föreslås av',
    support: 'Stöd',
    none: 'Inga förslag är antecknade.',
    supportOf: (n: number, all: number) => (n > all ? counted(n, 'kommun', 'kommuner') : `${n} av ${all} kommuner`),
    talks: 'Samråd med kommunerna',
    noTalks: 'Inget samråd är antecknat.',
    heard: (names: string) => `Hörda: ${names}.`,
    heardCount: (n: number) => `${n} hördes.`,
    noDay: 'dag saknas',
    more: (n: number) => `Och ${counted(n, 'samråd', 'samråd')} till, se fliken Tema.`,
    unheard: (names: string) => `Ej hörda: ${names}.`,
    allHeard: 'Alla kommuner är hörda.',
    nobodyNoted: 'Det är inte noterat vilka kommuner som har hörts.',
    waits: 'Att ordna före beslutet',
    decision: 'Styrgruppens beslut',
    decided: (by: string, day: string, paragraph: string) => `${by} beslutade ${day}${paragraph}:`,
    lines: ['Valt tema:', 'Sparas till ett annat år:', 'Datum och paragraf:'],
    foot: (day: string) => `Skrivet ${day} av Lärprojekt. Styrgruppen gör det slutliga urvalet (regel THM-04).`,
  },
  en: {
    title: 'Decision basis: theme of the learning project',
    project: (title: string) => `The learning project ${title}`,
    proposals: 'Proposals, in order of support',
    place: 'Place',
    theme: 'Theme and why',
    by: 'Proposed by',
    support: 'Support',
    none: 'No proposals are noted.',
    supportOf: (n: number, all: number) =>
      n > all ? counted(n, 'municipality', 'municipalities') : `${n} of ${all} municipalities`,
    talks: 'Consultations with the municipalities',
    noTalks: 'No consultation is noted.',
    heard: (names: string) => `Heard: ${names}.`,
    heardCount: (n: number) => `${n} were heard.`,
    noDay: 'no day',
    more: (n: number) => `And ${counted(n, 'more consultation', 'more consultations')}, see the page Theme.`,
    unheard: (names: string) => `Not heard: ${names}.`,
    allHeard: 'All municipalities have been heard.',
    nobodyNoted: 'It is not noted which municipalities have been heard.',
    waits: 'To see to before the decision',
    decision: "The steering group's decision",
    decided: (by: string, day: string, paragraph: string) => `${by} decided on ${day}${paragraph}:`,
    lines: ['Chosen theme:', 'Kept for another year:', 'Date and paragraph:'],
    foot: (day: string) => `Written ${day} by Lärprojekt. The steering group makes the final choice (rule THM-04).`,
  },
} as const;

type Said = (typeof wording)[Language];

/** What fits on one page: how many consultations are told, and how many names of each. */
const talksShown = 4;
const namesShown = 8;

/** Characters of each of so many texts: few may be longer. */
function mostOf(count: number): number {
  return Math.min(260, Math.max(80, Math.floor(800 / Math.max(count, 1))));
}

/** What the steering group has before it: the proposals with their support, who has been heard, and lines for the decision. */
export function decisionBasis(view: ThemesView, project: { readonly title: string }, language: Language): Paper {
  const said = wording[language];
  return {
    title: said.title,
    language,
    parts: [
      { kind: 'text', text: said.project(project.title) },
      { kind: 'heading', text: said.proposals },
      proposals(view, said),
      { kind: 'heading', text: said.talks },
      ...consultations(view, said, language),
      ...waiting(view, said, language),
      { kind: 'heading', text: said.decision },
      ...decision(view, said, language),
    ],
    foot: said.foot(dayYear(view.today, language)),
  };
}

function dayYear(day: string, language: Language): string {
  return `${dayMonth(localDate(day), language)} ${day.slice(0, 4)}`;
}

function proposals({ proposals: all, municipalities }: ThemesView, said: Said): PaperPart {
  if (all.length === 0) return { kind: 'text', text: said.none };
  const theme = ({ title, why }: RankedProposal) =>
    why === '' ? title : `${title}\n${shortened(why, mostOf(all.length))}`;
  return {
    kind: 'table',
    columns: [
      { title: said.place, share: 0.1 },
      { title: said.theme, share: 0.47, isNamed: true },
      { title: said.by, share: 0.2 },
      { title: said.support, share: 0.23 },
    ],
    rows: all.map((one) => [
      one.support === 0 ? '–' : String(one.rank),
      theme(one),
      one.proposedBy === '' ? '–' : one.proposedBy,
      said.supportOf(one.support, municipalities),
    ]),
  };
}

function consultations(view: ThemesView, said: Said, language: Language): readonly PaperPart[] {
  const { consultations: all, unheard, municipalities } = view;
  if (all.length === 0) return [{ kind: 'text', text: said.noTalks }];
  const shown = all.slice(0, talksShown);
  const more = all.length - shown.length;
  return [
    { kind: 'list', items: shown.map((talk) => talkLine(talk, mostOf(2 * shown.length), { said, language })) },
    ...texts(more > 0 && said.more(more)),
    ...texts(municipalities > 0 && whoIsLeft(unheard, municipalities, { said, language })),
  ];
}

function whoIsLeft(
  unheard: ThemesView['unheard'],
  municipalities: number,
  { said, language }: { readonly said: Said; readonly language: Language },
): string {
  if (unheard.length === 0) return said.allHeard;
  if (unheard.length === municipalities) return said.nobodyNoted;
  return said.unheard(
    listText(
      unheard.map(({ name }) => name),
      language,
    ),
  );
}

function texts(text: string | false): readonly PaperPart[] {
  return text === false ? [] : [{ kind: 'text', text }];
}

function talkLine(
  { forum, date, summary, heard }: ShownConsultation,
  most: number,
  { said, language }: { readonly said: Said; readonly language: Language },
): string {
  const day = date === null ? said.noDay : dayYear(date, language);
  const names = listText(
    heard.map(({ name }) => name),
    language,
  );
  const who = heard.length > namesShown ? said.heardCount(heard.length) : said.heard(names);
  return [`${forum}, ${day}.`, shortened(summary, most), heard.length === 0 ? '' : who]
    .filter((text) => text !== '')
    .join(' ');
}

function waiting({ hindrances }: ThemesView, said: Said, language: Language): readonly PaperPart[] {
  if (hindrances.length === 0) return [];
  return [
    { kind: 'heading', text: said.waits },
    { kind: 'list', items: hindrances.map(({ words }) => words[language]) },
  ];
}

function decision({ decision: taken }: ThemesView, said: Said, language: Language): readonly PaperPart[] {
  if (taken === null || taken.date === null) return [{ kind: 'lines', labels: said.lines }];
  const paragraph = taken.paragraph === null ? '' : `, ${taken.paragraph}`;
  const text = `${said.decided(taken.by, dayYear(taken.date, language), paragraph)} ${taken.title ?? '–'}.`;
  return [{ kind: 'text', text }, ...texts(taken.note !== null && shortened(taken.note, mostOf(1)))];
}
