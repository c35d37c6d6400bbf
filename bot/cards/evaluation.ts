import type { CardElementArray } from '@microsoft/teams.cards';
import { longestText, numberOf } from '../../src/features/evaluations/questions/rules.ts';
import type { EvaluationCard, Question } from '../../src/features/evaluations/types.ts';
import type { Language } from '../../src/domain/words.ts';
import { wording } from '../wording.ts';
import { card, choose, press, subtle, text, write, type CardPost } from './parts.ts';

/**
 * EVA-01: the session's five questions. The same card stands in the channel and in a personal chat: it carries the
 * session and nothing about the one who answers.
 */
export const evaluationCard: EvaluationCard = (offer) => {
  const { language } = offer;
  const words = wording[language].evaluation;
  return card({
    language,
    title: words.title(offer.sessionNumber, offer.theme),
    body: [
      text(words.intro),
      ...offer.questions.flatMap((question, index) => ask(question, numberOf(offer.questions, index), language)),
      subtle(words.closes(offer.closes)),
    ],
    actions: [
      press({
        title: words.send,
        verb: 'evaluation.answer',
        style: 'positive',
        withInputs: true,
        data: { project: offer.projectId, session: offer.sessionId },
      }),
    ],
  });
};

function ask(question: Question, number: string, language: Language): CardElementArray {
  const words = wording[language].evaluation;
  const label = `${number}${question.words[language]}`;
  if (question.kind === 'text')
    return [
      write({
        id: question.id,
        label: words.optional(label),
        longest: longestText,
        errorMessage: words.tooLong(longestText),
        ...(question.example === null ? {} : { example: question.example[language] }),
      }),
    ];
  return [
    choose({
      id: question.id,
      label: question.kind === 'one' ? label : words.optional(label),
      choices: question.choices.map((choice) => ({ title: choice.words[language], value: choice.value })),
      ...(question.kind === 'one' ? { required: { errorMessage: words.choose } } : { many: true }),
    }),
  ];
}

/** What the one who answered sees afterwards; everybody else keeps the questions. */
export function thanksCard(
  turnout: { readonly answered: number; readonly invited: number },
  language: Language,
): CardPost {
  const words = wording[language].evaluation;
  return card({ language, title: words.thanksTitle, body: [text(words.thanks(turnout.answered, turnout.invited))] });
}
