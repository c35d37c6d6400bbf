import { localDate } from '../../src/domain/local-date.ts';
import { capitalised, listDate, timeRange, weekText } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import { countsText, dayText } from '../../src/features/date-polls/letters/result.ts';
import type { BestDate, DayCounts, PollAnswer, PollCards, PollFace } from '../../src/features/date-polls/types.ts';
import { pollTalk } from '../wording/poll.ts';
import { bullets, card, choose, open, press, subtle, text, type CardPost } from './parts.ts';

/** With more days than this the choices of each fold into one line. */
const mostUnfolded = 4;
const answers: readonly PollAnswer[] = ['yes', 'ifNeeded', 'no'];

export type Own = Readonly<Record<string, PollAnswer>> | null;

export const pollCards: PollCards = {
  question: (face, language, as = 'question') => questionCard(face, { own: null, as }, language),
  result: resultCard,
};

/**
 * The question with numbers alone, as it stands in a shared chat; with `own`, what one person sees who has answered. Teams
 * fetches each person's own view when they look at the card.
 */
export function questionCard(
  face: PollFace,
  { own, as = 'question' }: { readonly own: Own; readonly as?: 'question' | 'nudge' },
  language: Language,
): CardPost {
  const words = pollTalk[language];
  if (!face.isOpen) return closedCard(face, language);
  const closes = words.closes(listDate(localDate(face.closesOn), language));
  const title = as === 'nudge' ? words.nudgeTitle : words.title;
  const silent = face.asked - face.answered;
  const data = { project: face.projectId, poll: face.pollId };
  return card({
    language,
    title,
    summary: as === 'nudge' && silent > 0 ? `${title} ${words.silent(silent)}` : `${title} ${face.projectTitle}`,
    body: [
      text(own === null ? `${words.intro(face.projectTitle)} ${closes}` : `${words.saved} ${closes}`),
      ...timeOfAll(face.days, language).map(text),
      text(standingOf(face, as, language)),
      ...face.days.flatMap((day) => askDay(day, { face, own }, language)),
      subtle(words.shared),
    ],
    actions: [
      press({
        title: own === null ? words.send : words.change,
        verb: 'dates.answer!send',
        style: 'positive',
        withInputs: true,
        data,
      }),
    ],
    refresh: { title: words.refresh, verb: 'dates.answer!look', data },
  });
}

/** The hours that every day has are said once. */
function timeOfAll(days: readonly DayCounts[], language: Language): readonly string[] {
  const times = [...new Set(days.map(({ startTime, endTime }) => timeRange(startTime, endTime, language)))];
  const [only] = times;
  return only === undefined || times.length > 1 ? [] : [pollTalk[language].allAt(only)];
}

function dayName(day: DayCounts, { days }: PollFace, language: Language): string {
  const name =
    timeOfAll(days, language).length === 0 ? dayText(day, language) : listDate(localDate(day.date), language);
  return capitalised(name);
}

function lines(face: PollFace, language: Language): readonly string[] {
  return face.days.map((day) => `${dayName(day, face, language)}: ${countsText(day, language)}`);
}

function standingOf({ answered, asked }: PollFace, as: 'question' | 'nudge', language: Language): string {
  const words = pollTalk[language];
  if (as === 'nudge' && answered < asked) return `**${words.silent(asked - answered)}**`;
  return answered === 0 ? words.nobody : words.answered(answered, asked);
}

function askDay(day: DayCounts, { face, own }: { readonly face: PollFace; readonly own: Own }, language: Language) {
  const words = pollTalk[language];
  const said = own?.[day.date];
  return [
    choose({
      id: day.date,
      label: `${dayName(day, face, language)} (${weekText(localDate(day.date), language)})`,
      choices: answers.map((value) => ({ title: words.answers[value], value })),
      required: { errorMessage: words.choose },
      ...(face.days.length > mostUnfolded ? { folded: { prompt: words.prompt } } : {}),
      ...(said === undefined ? {} : { value: said }),
    }),
    ...(face.answered === 0 ? [] : [subtle(countsText(day, language))]),
  ];
}

function closedCard(face: PollFace, language: Language): CardPost {
  const words = pollTalk[language];
  return card({
    language,
    title: words.closedTitle,
    body: [
      text(words.answered(face.answered, face.asked)),
      ...(face.answered === 0 ? [] : bullets(lines(face, language))),
    ],
    actions: [open(words.inTab, face.url)],
  });
}

/** When the last day to answer has passed: the days with their numbers, and the way to their dates. */
function resultCard(face: PollFace, language: Language, best: readonly BestDate[]): CardPost {
  const words = pollTalk[language];
  const title = words.resultTitle(face.answered, face.asked);
  return card({
    language,
    title,
    body: [
      ...(face.answered === 0
        ? [text(words.noAnswers)]
        : [text(words.bestFirst), ...bullets(lines(face, language)), ...timeOfAll(face.days, language).map(subtle)]),
      text(words.next),
    ],
    actions: [
      ...(best.length === 0
        ? []
        : [
            press({
              title: words.showBest(best.length),
              verb: 'dates.find!preview',
              data: { project: face.projectId, dates: best.map((one) => ({ ...one, venueId: null })) },
            }),
          ]),
      press({ title: words.find, verb: 'command', data: { project: face.projectId, command: 'dates.find' } }),
      open(words.inTab, face.url),
    ],
  });
}
