import type { Language } from '../../src/domain/words.ts';
import type { PollAnswer } from '../../src/features/date-polls/types.ts';

interface PollTalk {
  readonly title: string;
  readonly nudgeTitle: string;
  readonly intro: (project: string) => string;
  readonly silent: (count: number) => string;
  readonly closes: (day: string) => string;
  readonly answered: (answered: number, asked: number) => string;
  readonly nobody: string;
  readonly shared: string;
  readonly answers: Readonly<Record<PollAnswer, string>>;
  readonly choose: string;
  readonly prompt: string;
  /** "kl. 9.00–16.00". */
  readonly allAt: (time: string) => string;
  readonly send: string;
  readonly change: string;
  readonly saved: string;
  readonly refresh: string;
  readonly closedTitle: string;
  readonly resultTitle: (answered: number, asked: number) => string;
  readonly noAnswers: string;
  readonly bestFirst: string;
  readonly next: string;
  readonly showBest: (count: number) => string;
  readonly find: string;
  readonly inTab: string;
}

const sv: PollTalk = {
  title: 'Vilka dagar passar?',
  nudgeTitle: 'Påminnelse: vilka dagar passar?',
  intro: (project) => `Vi väljer dagar för träffarna i ${project}. Svara för varje dag.`,
  silent: (count) => (count === 1 ? 'En har inte svarat än.' : `${count} har inte svarat än.`),
  closes: (day) => `Sista svarsdag är ${day}.`,
  answered: (answered, asked) => `${answered} av ${asked} har svarat.`,
  nobody: 'Ingen har svarat än.',
  shared: 'Här syns bara antal. Den innehållsansvariga ser vem som har svarat vad.',
  answers: { yes: 'Ja', ifNeeded: 'Om det krisar', no: 'Nej' },
  choose: 'Välj ett svar för dagen.',
  prompt: 'Välj svar',
  allAt: (time) => `Alla dagar är ${time}.`,
  send: 'Skicka svaret',
  change: 'Ändra svaret',
  saved: 'Tack! Ditt svar är sparat.',
  refresh: 'Visa mitt svar',
  closedTitle: 'Frågan om dagar är stängd',
  resultTitle: (answered, asked) => `Svaren om dagarna: ${answered} av ${asked} svarade`,
  noAnswers: 'Ingen svarade.',
  bestFirst: 'Bäst först:',
  next: 'Nästa steg är att välja datum. Inget är bokat.',
  showBest: (count) => (count === 1 ? 'Visa bästa dagen' : `Visa de ${count} bästa dagarna`),
  find: 'Hitta datum',
  inTab: 'Välj i fliken',
};

const en: PollTalk = {
  title: 'Which days suit you?',
  nudgeTitle: 'Reminder: which days suit you?',
  intro: (project) => `We are choosing days for the sessions of ${project}. Answer for each day.`,
  silent: (count) => (count === 1 ? 'One has not answered yet.' : `${count} have not answered yet.`),
  closes: (day) => `The last day to answer is ${day}.`,
  answered: (answered, asked) => `${answered} of ${asked} have answered.`,
  nobody: 'Nobody has answered yet.',
  shared: 'Only numbers show here. The content lead sees who has answered what.',
  answers: { yes: 'Yes', ifNeeded: 'If need be', no: 'No' },
  choose: 'Choose an answer for the day.',
  prompt: 'Choose an answer',
  allAt: (time) => `All days are ${time}.`,
  send: 'Send the answer',
  change: 'Change the answer',
  saved: 'Thank you. Your answer is saved.',
  refresh: 'Show my answer',
  closedTitle: 'The question about days is closed',
  resultTitle: (answered, asked) => `The answers about the days: ${answered} of ${asked} answered`,
  noAnswers: 'Nobody answered.',
  bestFirst: 'Best first:',
  next: 'The next step is to choose the dates. Nothing is booked.',
  showBest: (count) => (count === 1 ? 'Show the best day' : `Show the ${count} best days`),
  find: 'Find dates',
  inTab: 'Choose in the tab',
};

export const pollTalk: Readonly<Record<Language, PollTalk>> = { sv, en };
