import { html, type Html } from '../../../domain/html.ts';
import { say, type Language } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import {
  introduction,
  isRequired,
  longestText,
  numberOf,
  problemWords,
  type AnswerProblem,
} from '../questions/rules.ts';
import type { Question } from '../types.ts';

export interface FormPage {
  readonly project: { readonly id: string; readonly title: string };
  readonly sessionNumber: number;
  readonly questions: readonly Question[];
  /** What has been filled in, given back when something is wrong. */
  readonly filled: Readonly<Record<string, unknown>>;
  readonly problems: ReadonlyMap<string, AnswerProblem>;
  readonly language: Language;
}

const words = {
  sv: {
    title: 'Utvärdering av träff',
    send: 'Skicka svaren',
    optional: '(frivilligt)',
    several: 'Du kan välja flera.',
    wrong: 'Det saknas {count} svar. Rätta dem och skicka igen.',
  },
  en: {
    title: 'Evaluation of session',
    send: 'Send the answers',
    optional: '(optional)',
    several: 'You can choose several.',
    wrong: '{count} answers are missing. Correct them and send again.',
  },
} as const;

/** The five questions as a form that needs no script: a group with a legend for each, faults beside their question. */
export function formPage(page: FormPage): string {
  const { language, problems, sessionNumber, project } = page;
  const text = words[language];
  const title = `${text.title} ${sessionNumber}`;
  const main = html`<h1>${title}</h1>
    <p>${introduction[language]}</p>
    ${problems.size > 0 && faultBox(page)}
    <form method="post" action="${languageQuery(language)}" novalidate>
      ${page.questions.map((question, index) => field(question, { ...page, number: numberOf(page.questions, index) }))}
      <p><button type="submit">${text.send}</button></p>
    </form>`;
  return publicPage({ title, language, project, main, hasErrors: problems.size > 0 });
}

function faultBox({ problems, questions, language }: FormPage): Html {
  const text = say({ sv: words.sv.wrong, en: words.en.wrong }, language, { count: problems.size });
  const links = questions
    .filter(({ id }) => problems.has(id))
    .map((question) => html`<li><a href="#${firstControl(question)}">${question.words[language]}</a></li>`);
  return html`<div class="box bad" role="alert" aria-labelledby="fel" tabindex="-1" autofocus>
    <h2 id="fel">${text}</h2>
    <ul>
      ${links}
    </ul>
  </div>`;
}

/** Where the link of a fault leads: the first choice, so that the keyboard stands where the answer is given. */
function firstControl(question: Question): string {
  return question.kind === 'text' ? question.id : `${question.id}-0`;
}

interface Asked extends FormPage {
  readonly number: string;
}

function field(question: Question, page: Asked): Html {
  const problem = page.problems.get(question.id);
  const fault =
    problem === undefined
      ? null
      : html`<p class="wrong-text" id="${question.id}-fault">${problemWords[problem][page.language]}</p>`;
  return question.kind === 'text' ? textField(question, page, fault) : choices(question, page, fault);
}

function choices(question: Exclude<Question, { kind: 'text' }>, page: Asked, fault: Html | null): Html {
  const { language } = page;
  const text = words[language];
  const chosen = [page.filled[question.id]].flat();
  const options = question.choices.map(
    (choice, index) =>
      html`<div class="choice">
        <input
          type="${question.kind === 'one' ? 'radio' : 'checkbox'}"
          name="${question.id}"
          id="${question.id}-${index}"
          value="${choice.value}"
          ${chosen.includes(choice.value) && html`checked`}
          ${isRequired(question) && html`required`}
          ${fault !== null && html`aria-describedby="${question.id}-fault"`}
        />
        <label for="${question.id}-${index}">${choice.words[language]}</label>
      </div>`,
  );
  return html`<fieldset class="field ${fault !== null && html`wrong`}">
    <legend>${page.number}${question.words[language]} ${!isRequired(question) && text.optional}</legend>
    ${question.kind === 'many' && html`<p class="hint">${text.several}</p>`} ${fault} ${options}
  </fieldset>`;
}

function textField(question: Extract<Question, { kind: 'text' }>, page: Asked, fault: Html | null): Html {
  const { language } = page;
  const filled = page.filled[question.id];
  const hint = `${question.id}-hint`;
  const described = [question.example === null ? null : hint, fault === null ? null : `${question.id}-fault`]
    .filter((id) => id !== null)
    .join(' ');
  // The line break after the tag is swallowed by the reader, so that a text of ours never is.
  return html`<div class="field ${fault !== null && html`wrong`}">
    <label for="${question.id}">${page.number}${question.words[language]} ${words[language].optional}</label>
    ${question.example !== null && html`<p class="hint" id="${hint}">${question.example[language]}</p>`} ${fault}
    <textarea
      id="${question.id}"
      name="${question.id}"
      rows="3"
      maxlength="${longestText}"
      ${described !== '' && html`aria-describedby="${described}"`}
    >
${typeof filled === 'string' ? filled : ''}</textarea>
  </div>`;
}
