import { refused, done, type Outcome } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import type { Answers, Choice, Question } from '../types.ts';

/** Characters of one free text: the same in form, card and check. */
export const longestText = 1000;

/** How the answers are asked for, in form and card alike. */
export const introduction: Words = {
  sv: 'Tack för i dag. Fem snabba frågor. Svaren sparas utan ditt namn.',
  en: 'Thank you for today. Five quick questions. The answers are stored without your name.',
};

const choice = (value: string, sv: string, en: string): Choice => ({ value, words: { sv, en } });

const useful: Question = {
  kind: 'one',
  id: 'useful',
  number: 1,
  words: {
    sv: 'Hur stor nytta har du av dagen i ditt arbete?',
    en: 'How useful is today to you in your work?',
  },
  choices: [
    choice('1', 'Ingen just nu', 'Not at present'),
    choice('2', 'Liten: en tanke att fundera på', 'A little: a thought to consider'),
    choice(
      '3',
      'Ganska stor: något jag kan använda inom ett halvår',
      'Quite useful: something I can use within six months',
    ),
    choice(
      '4',
      'Stor: något jag kan använda redan den här månaden',
      'Very useful: something I can use already this month',
    ),
  ],
};

const likelihood: Question = {
  kind: 'one',
  id: 'likelihood',
  number: 2,
  words: {
    sv: 'Hur troligt är det att du provar något från i dag före nästa träff?',
    en: 'How likely are you to try something from today before the next session?',
  },
  choices: [
    choice('1', 'Inte troligt', 'Not likely'),
    choice('2', 'Kanske, om det blir tid', 'Perhaps, if there is time'),
    choice('3', 'Troligt', 'Likely'),
    choice('4', 'Jag har redan bestämt vad', 'I have already decided what'),
  ],
};

const plan: Question = {
  kind: 'text',
  id: 'plan',
  number: 3,
  words: { sv: 'Vad ska du göra, och när?', en: 'What will you do, and when?' },
  example: {
    sv: 'Till exempel: ”Ta upp heltidsfrågan på vårt chefsmöte vecka 42.”',
    en: 'For example: “Bring up full-time posts at our managers’ meeting in week 42.”',
  },
};

const changed: Question = {
  kind: 'text',
  id: 'changed',
  number: 2,
  words: {
    sv: 'Vad har du eller din organisation börjat göra annorlunda tack vare lärprojektet?',
    en: 'What have you or your organisation begun to do differently thanks to the learning project?',
  },
  example: null,
};

const contacts: Question = {
  kind: 'one',
  id: 'contacts',
  number: 3,
  words: {
    sv: 'Hur många i gruppen tänker du höra av dig till igen?',
    en: 'How many in the group do you mean to get in touch with again?',
  },
  choices: [
    choice('0', 'Ingen', 'None'),
    choice('1-2', '1–2', '1–2'),
    choice('3-5', '3–5', '3–5'),
    choice('6+', 'Fler än 5', 'More than 5'),
  ],
};

const support: Question = {
  kind: 'many',
  id: 'support',
  number: 4,
  words: { sv: 'Vad behöver du för att det ska bli av?', en: 'What do you need to make it happen?' },
  choices: [
    choice('time', 'Tid', 'Time'),
    choice('manager', 'Stöd från min chef', 'Support from my manager'),
    choice('colleagues', 'Kollegor som hakar på', 'Colleagues who join in'),
    choice('knowledge', 'Mer kunskap', 'More knowledge'),
    choice('contact', 'En kontakt i en annan organisation', 'A contact in another organisation'),
    choice('nothing', 'Inget, jag är på gång', 'Nothing, I am under way'),
  ],
};

const talkTime: Question = {
  kind: 'one',
  id: 'talkTime',
  number: 5,
  words: {
    sv: 'Fick du lagom mycket tid för samtal och erfarenhetsutbyte?',
    en: 'Was there the right amount of time for conversation and exchange?',
  },
  choices: [
    choice('tooLittle', 'För lite', 'Too little'),
    choice('right', 'Lagom', 'About right'),
    choice('tooMuch', 'För mycket', 'Too much'),
  ],
};

const keepOrChange: Question = {
  kind: 'text',
  id: 'keepOrChange',
  number: 5,
  words: { sv: 'Vad ska vi behålla eller ändra?', en: 'What should we keep or change?' },
  example: null,
};

/** EVA-01: the five questions; the project's last session looks back instead of ahead in the second and third. */
export function questionsFor(isLastSession: boolean): readonly Question[] {
  const middle = isLastSession ? [changed, contacts] : [likelihood, plan];
  return [useful, ...middle, support, talkTime, keepOrChange];
}

/** A single choice must be made; the rest may be left empty. */
export function isRequired(question: Question): boolean {
  return question.kind === 'one';
}

export type AnswerProblem = 'missing' | 'unknownChoice' | 'tooLong';

export const problemWords: Readonly<Record<AnswerProblem, Words>> = {
  missing: { sv: 'Välj ett av svaren.', en: 'Choose one of the answers.' },
  unknownChoice: { sv: 'Välj bland svaren i listan.', en: 'Choose among the answers in the list.' },
  tooLong: {
    sv: `Korta texten till högst ${longestText} tecken.`,
    en: `Shorten the text to at most ${longestText} characters.`,
  },
};

/** What is wrong with each question's answer; empty when all can be stored. */
export function answerProblems(
  questions: readonly Question[],
  input: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, AnswerProblem> {
  const found = new Map<string, AnswerProblem>();
  for (const question of questions) {
    const problem = problemOf(question, valuesOf(input[question.id], question.kind));
    if (problem !== undefined) found.set(question.id, problem);
  }
  return found;
}

function problemOf(question: Question, values: readonly string[]): AnswerProblem | undefined {
  if (question.kind === 'text') return values.some((text) => text.length > longestText) ? 'tooLong' : undefined;
  if (isRequired(question) && values.length !== 1) return values.length === 0 ? 'missing' : 'unknownChoice';
  const known = question.choices.map(({ value }) => value);
  return values.every((value) => known.includes(value)) ? undefined : 'unknownChoice';
}

/** A form gives texts and lists of them; a card gives several choices as one text with commas. */
function valuesOf(raw: unknown, kind: Question['kind']): readonly string[] {
  const texts = (Array.isArray(raw) ? raw : [raw]).filter((value): value is string => typeof value === 'string');
  const values = kind === 'many' ? texts.flatMap((text) => text.split(',')) : texts;
  return [...new Set(values.map((value) => value.normalize('NFC').trim()).filter((value) => value !== ''))];
}

/** Reads what a form or a card sent. Unknown fields are dropped, so nothing else can be smuggled into the store. */
export function readAnswers(
  questions: readonly Question[],
  input: Readonly<Record<string, unknown>>,
): Outcome<Answers, 'invalidAnswers'> {
  const problems = answerProblems(questions, input);
  if (problems.size > 0)
    return refused('invalidAnswers', { count: problems.size, questions: [...problems.keys()].join(',') });
  const answers: Record<string, string | readonly string[]> = {};
  for (const question of questions) {
    const values = valuesOf(input[question.id], question.kind);
    const first = values[0];
    if (first !== undefined) answers[question.id] = question.kind === 'many' ? values : first;
  }
  return done(answers);
}

/** "5. " before the first of the questions that share the number. */
export function numberOf(questions: readonly Question[], index: number): string {
  const number = questions[index]?.number;
  return number === undefined || questions[index - 1]?.number === number ? '' : `${number}. `;
}
