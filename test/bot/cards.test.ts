import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { numbersText } from '../../bot/commands/rooms-summary.ts';
import { shortName } from '../../bot/understand/entities.ts';
import { previewCard, resultCard } from '../../bot/cards/confirm.ts';
import { evaluationCard, thanksCard } from '../../bot/cards/evaluation.ts';
import { helpCard } from '../../bot/cards/help.ts';
import { leadAskedCard } from '../../bot/cards/lead.ts';
import { text, withLine } from '../../bot/cards/parts.ts';
import {
  countsCard,
  mayNotCard,
  nextSessionCard,
  statusCard,
  wayForwardCard,
  whichCard,
} from '../../bot/cards/plain.ts';
import { pollCards, questionCard } from '../../bot/cards/poll.ts';
import { chooseProjectCard, greetingCard, linkCard } from '../../bot/cards/projects.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { bestDates } from '../../src/features/date-polls/rules.ts';
import type { PollFace } from '../../src/features/date-polls/types.ts';
import { questionsFor } from '../../src/features/evaluations/questions/rules.ts';
import { decideThemeCard, themesCard } from '../../bot/cards/themes.ts';
import type { ThemesView } from '../../src/features/themes/types.ts';
import type { Language } from '../../src/domain/words.ts';
import { wording } from '../../bot/wording.ts';
import { forbiddenWords, longSentences } from '../letters/plain.ts';
import { cardFaults } from './card-checker.ts';
import { textOf } from './card-text.ts';

const projects = Array.from({ length: 12 }, (_, index) => ({ projectId: `lp-${index}`, title: `Lärprojekt ${index}` }));
const url = 'https://dalalab.example/tab';
const crowd = Array.from(
  { length: 30 },
  (_, index) => `Punkt nummer ${index} som är ganska lång för att vara en punkt`,
);
const offer = {
  projectId: 'lp',
  projectTitle: 'Kompetens',
  sessionId: 's-1',
  sessionNumber: 1,
  theme: 'Nuläge',
  closes: 'tisdag 29 september 2026 kl. 15.40',
  audience: 'shared',
} as const;

function themesOf(titles: readonly string[]): ThemesView {
  const rest = { why: '', proposedBy: '', statedSupport: 3, supporters: [], outcome: 'open', support: 3 } as const;
  const named = titles.map((name) => ({ id: name, name }));
  return {
    today: '2026-05-04',
    proposals: titles.map((title, index) => ({ id: title, title, rank: index + 1, ...rest })),
    consultations: [{ id: 'c', forum: 'LGRS', date: '2026-03-06', summary: '', heard: [] }],
    unheard: named.slice(1),
    municipalities: Math.max(named.length, 1),
    decision: null,
    hindrances: [],
    way: 'answer',
    mayTakeBack: false,
    asked: null,
    canOpen: false,
  };
}

function pollOf(count: number): PollFace {
  const first = localDate('2026-09-01');
  return {
    projectId: 'lp-2026-kompetens',
    projectTitle: 'Kompetens i hela Dalarna',
    pollId: '0198c0de-0000-7000-8000-000000000000',
    closesOn: '2026-05-22',
    isOpen: true,
    asked: 20,
    answered: 12,
    days: Array.from({ length: count }, (_, index) => ({
      date: first.add({ days: index }).toString(),
      startTime: '09:00',
      endTime: '16:00',
      counts: { yes: 10, ifNeeded: index % 3, no: 1 },
    })),
    url,
  };
}

function cardsIn(language: Language, many: readonly string[]): readonly (readonly [name: string, card: object])[] {
  const plain = { title: 'Titel', lines: many };
  return [
    ['themes', themesCard(themesOf(many), { projectId: 'lp', url }, language).card],
    [
      'decide theme',
      decideThemeCard(
        themesOf(many),
        { projectTitle: 'Vatten', projectId: 'lp', url, version: 'v', notice: 'N' },
        language,
      ).card,
    ],
    ['poll', questionCard(pollOf(40), { own: { '2026-09-01': 'yes' } }, language).card],
    ['poll nudge', pollCards.question(pollOf(3), language, 'nudge').card],
    ['poll closed', pollCards.question({ ...pollOf(40), isOpen: false }, language).card],
    ['poll result', pollCards.result(pollOf(40), language, bestDates(pollOf(40).days, ['a', 'b', 'c', 'd'])).card],
    ['help', helpCard([{ command: 'help', utterance: 'läget', title: 'Läget', about: 'allt' }], true, language).card],
    ['greeting', greetingCard({ by: 'Karin', linked: null, helpTitle: 'Hjälp' }, language).card],
    ['link', linkCard({ kind: 'channel', projects, intro: 'Hej' }, language).card],
    ['choose', chooseProjectCard({ projects, asked: 'läget' }, language).card],
    ['way forward', wayForwardCard({ ...plain, list: many, url: { title: 'Öppna', href: url } }, language).card],
    ['may not', mayNotCard({ projectId: 'lp', command: 'rooms.book', text: 'boka' }, language).card],
    [
      'which',
      whichCard({ question: 'Vilken?', choices: [{ title: 'Träff 1', verb: 'command', data: {} }] }, language).card,
    ],
    [
      'status',
      statusCard(
        {
          projectTitle: 'K',
          dormant: true,
          lines: many,
          late: many,
          next: 'påminn Orsa',
          before: 'Före verktyget: 2 regler föll innan projektet togs in 25 november. De räknas inte som sena.',
          silent: ['Orsa'],
          tabUrl: url,
        },
        language,
      ).card,
    ],
    [
      'next',
      nextSessionCard(
        {
          number: 1,
          isNext: true,
          theme: 'T',
          when: 'tisdag',
          where: 'Falun',
          room: 'Bokad',
          preparation: '–',
          agenda: many,
          missing: many,
          url,
          isForPlanners: true,
        },
        language,
      ).card,
    ],
    [
      'counts',
      countsCard(
        {
          projectTitle: 'K',
          confirmed: 34,
          maxTotal: 40,
          waiting: 2,
          lateRequests: 1,
          cancelled: 0,
          organisations: 13,
          silent: many,
          abstaining: ['Orsa'],
          tabUrl: url,
        },
        language,
      ).card,
    ],
    [
      'preview',
      previewCard(
        {
          title: 'Stäng anmälan',
          body: many.map(text),
          shown: { textVersion: 'v', recipientCount: 34 },
          confirm: { title: 'Skicka', verb: 'registration.close!now', data: { project: 'lp' } },
          texts: [{ title: 'Kan vi boka Runn?', text: 'Hej!\n\nDalalab vill boka Runn.' }],
          url,
        },
        language,
      ).card,
    ],
    [
      'lead asked',
      leadAskedCard({ projectId: 'lp', command: 'rooms.book', text: 'boka', line: 'Mattias undrar', url }, language)
        .card,
    ],
    ['with its project', withLine(resultCard({ title: 'Klart', lines: many, url }, language), text('Kompetens')).card],
    ['result', resultCard({ title: 'Klart', lines: many, url }, language).card],
    ['evaluation', evaluationCard({ ...offer, questions: questionsFor(false), language }).card],
    [
      'last evaluation',
      evaluationCard({ ...offer, questions: questionsFor(true), language, audience: 'personal' }).card,
    ],
    ['thanks', thanksCard({ answered: 3, invited: 34 }, language).card],
  ];
}

const inBoth = (many: readonly string[]) =>
  (['sv', 'en'] as const).flatMap((language) =>
    cardsIn(language, many).map(([name, card]) => [`${name} (${language})`, card] as const),
  );
const all = inBoth(crowd);
/** With as much in each as one usually reads. */
const few = inBoth(['Orsa']);

/** What is said in the same words whoever asks; what has figures in it is read in the cards and letters. */
function fixedTexts(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? fixedTexts(value) : [];
  });
}

describe('cards', () => {
  test.each(all)('%s works in every Teams client', (_name, card) => {
    expect(cardFaults(card)).toEqual([]);
  });

  test.each(all)('%s is read by the real renderer without a complaint', (_name, card) => {
    // The package's ESM entry imports without extensions, which Node refuses.
    const cards = createRequire(import.meta.url)(
      'adaptivecards/dist/adaptivecards.js',
    ) as typeof import('adaptivecards');
    const context = new cards.SerializationContext(cards.Versions.v1_5);
    // The parser checks the language against the page's, and Node has no page.
    const { lang: _lang, ...face } = { lang: '', ...card };
    new cards.AdaptiveCard().parse(face, context);
    const complaints = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index)?.message);
    expect(complaints).toEqual([]);
  });

  test.each(few)('%s says what it says in short sentences and plain words', (_name, card) => {
    const said = textOf(card as Record<string, unknown>); // our own JSON
    expect(longSentences(said)).toEqual([]);
    expect(forbiddenWords(said)).toEqual([]);
  });

  test.each(['sv', 'en'] as const)('every fixed answer of the bot (%s) is short and plain', (language) => {
    const said = fixedTexts(wording[language]).join('\n');
    expect(said.split('\n').length).toBeGreaterThan(80);
    expect(longSentences(said)).toEqual([]);
    expect(forbiddenWords(said)).toEqual([]);
  });

  test('the checker finds what it looks for', () => {
    const broken = {
      type: 'AdaptiveCard',
      version: '1.6',
      body: [
        { type: 'Input.Text', id: 'a', isRequired: true },
        { type: 'Input.Text', id: 'a', label: 'x' },
        { type: 'Table' },
      ],
      actions: [{ type: 'Action.Execute', title: 'Skicka', verb: 'v', data: {} }, { type: 'Action.ShowCard' }],
    };
    expect(cardFaults(broken)).toEqual(
      expect.arrayContaining([
        'version 1.6',
        'no language',
        'no heading',
        'element Table',
        'two inputs of one id',
        'a has no label',
        'a has no error message',
        'Skicka loses its verb without Action.Execute',
        'Skicka has no fallback of the same data',
        'button Action.ShowCard',
      ]),
    );
  });

  test('the evaluation asks five numbered questions and carries nothing about the one who answers', () => {
    const { card } = evaluationCard({ ...offer, questions: questionsFor(false), language: 'sv' });
    const json = JSON.stringify(card);
    for (const number of [1, 2, 3, 4, 5]) expect(json).toContain(`"label":"${number}. `);
    expect(json).not.toMatch(/person|oid|mail/i);
    const shared = evaluationCard({ ...offer, questions: questionsFor(false), language: 'sv' }).card;
    const personal = evaluationCard({
      ...offer,
      audience: 'personal',
      questions: questionsFor(false),
      language: 'sv',
    }).card;
    expect(personal).toEqual(shared);
  });

  test('a venue is called what people call it, and sessions in a row are said as a row', () => {
    expect(['Regionens hus, sal Siljan', 'Länsstyrelsen, konferens Runn', 'Kupolen'].map(shortName)).toEqual([
      'Siljan',
      'Runn',
      'Kupolen',
    ]);
    expect([[2], [2, 3], [2, 3, 4], [1, 3, 4]].map((numbers) => numbersText(numbers, 'sv'))).toEqual([
      '2',
      '2 och 3',
      '2–4',
      '1, 3 och 4',
    ]);
  });

  test('a button brings back what was shown', () => {
    const { card } = previewCard(
      {
        title: 'Titel',
        body: [],
        shown: { textVersion: 'v7', recipientCount: 34 },
        confirm: { title: 'Skicka', verb: 'x!confirm', data: { project: 'lp' } },
      },
      'sv',
    );
    expect(card).toMatchObject({
      actions: [{ data: { project: 'lp', textVersion: 'v7', recipientCount: 34, verb: 'x!confirm', lang: 'sv' } }, {}],
    });
  });
});
