import { html, type Html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import { capitalised, listDate, timeRange, weekText } from '../../../domain/swedish-text.ts';
import { say, type Language, type Words } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import type { PollAnswer, PollDay, PollVoter } from '../types.ts';

const words = {
  title: { sv: 'Vilka dagar passar?', en: 'Which days suit you?' },
  as: { sv: 'Du svarar för {name}.', en: 'You answer for {name}.' },
  save: { sv: 'Skicka svaret', en: 'Send the answer' },
  saved: {
    sv: 'Tack! Svaret är sparat. Du kan ändra det till och med sista svarsdag.',
    en: 'Thank you. The answer is saved. You can change it until the last day to answer.',
  },
  closes: { sv: 'Sista svarsdag är {day}.', en: 'The last day to answer is {day}.' },
  closed: {
    sv: 'Sista svarsdag har varit, så svaret går inte att ändra.',
    en: 'The last day to answer has passed, so the answer cannot be changed.',
  },
  missing: { sv: 'Svara på varje dag, så vet vi.', en: 'Answer for each day, so that we know.' },
  gone: {
    sv: 'Länken gäller inte längre. Mejla den som skickade den om du undrar något.',
    en: 'The link is no longer valid. Write to whoever sent it if you have a question.',
  },
  goneTitle: { sv: 'Länken gäller inte', en: 'The link is not valid' },
} as const satisfies Record<string, Words>;

const answers: readonly { readonly value: PollAnswer; readonly words: Words }[] = [
  { value: 'yes', words: { sv: 'Ja', en: 'Yes' } },
  { value: 'ifNeeded', words: { sv: 'Om det krisar', en: 'If need be' } },
  { value: 'no', words: { sv: 'Nej', en: 'No' } },
];

export interface PollQuestion {
  readonly project: { readonly id: string; readonly title: string };
  readonly days: readonly PollDay[];
  readonly closesOn: string;
  readonly isOpen: boolean;
  readonly voter: PollVoter;
}

interface Shown {
  readonly language: Language;
  readonly path: string;
  readonly said: 'nothing' | 'saved' | 'missing';
  /** What was chosen in a form that lacked something. */
  readonly chosen?: Readonly<Record<string, PollAnswer>>;
}

/** A row of three choices per day. Opening it changes nothing, whoever opens it. */
export function pollPage(question: PollQuestion, shown: Shown): string {
  const { language } = shown;
  const title = say(words.title, language);
  const closes = say(words.closes, language, { day: listDate(localDate(question.closesOn), language) });
  return publicPage({
    title,
    language,
    project: question.project,
    main: html`<h1>${title}</h1>
      ${shown.said === 'saved' ? html`<p class="box good" role="status">${say(words.saved, language)}</p>` : null}
      ${shown.said === 'missing' ? html`<p class="box" role="alert">${say(words.missing, language)}</p>` : null}
      <p>
        ${say(words.as, language, { name: question.voter.name })}
        ${question.isOpen ? closes : say(words.closed, language)}
      </p>
      ${question.isOpen ? form(question, shown) : null}`,
  });
}

function form({ days, voter }: PollQuestion, { language, path, chosen }: Shown): Html {
  return html`<form method="post" action="${path}${languageQuery(language)}">
    ${days.map((day) => dayField(day, chosen?.[day.date] ?? voter.answers?.[day.date], language))}
    <button type="submit">${say(words.save, language)}</button>
  </form>`;
}

function dayField({ date, startTime, endTime }: PollDay, chosen: PollAnswer | undefined, language: Language): Html {
  const day = localDate(date);
  return html`<fieldset>
    <legend>
      ${capitalised(listDate(day, language))} (${weekText(day, language)}), ${timeRange(startTime, endTime, language)}
    </legend>
    ${answers.map(
      ({ value, words: name }) =>
        html`<label class="choice">
          <input type="radio" name="${date}" value="${value}" required ${value === chosen ? html`checked` : null} />
          ${say(name, language)}
        </label>`,
    )}
  </fieldset>`;
}

export function pollLinkGone(language: Language): string {
  const title = say(words.goneTitle, language);
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${say(words.gone, language)}</p>`,
  });
}
