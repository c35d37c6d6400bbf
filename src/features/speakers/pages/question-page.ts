import { html, type Html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import { capitalised, listDate, timeRange } from '../../../domain/swedish-text.ts';
import { say, type Language, type Words } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import type { SpeakerQuestion, SpeakerStatus } from '../types.ts';

const words = {
  title: { sv: 'Vill du medverka?', en: 'Will you take part?' },
  as: { sv: 'Frågan är till {name}.', en: 'The question is for {name}.' },
  about: { sv: 'Det gäller: {topic}', en: 'It is about: {topic}' },
  undated: { sv: 'Dagen är inte bestämd än', en: 'The day is not decided yet' },
  byLink: { sv: 'via länk', en: 'by link' },
  can: { sv: 'Kan du vara med?', en: 'Can you take part?' },
  share: {
    sv: 'Får vi dela din presentation med deltagarna efteråt?',
    en: 'May we share your slides with the participants afterwards?',
  },
  shareHelp: {
    sv: 'Säg ja bara om bilderna i den är dina egna, eller om du har rätt att använda dem.',
    en: 'Say yes only if the pictures in them are your own, or if you have the right to use them.',
  },
  shareYes: { sv: 'Ja, den får delas', en: 'Yes, they may be shared' },
  shareNo: { sv: 'Nej', en: 'No' },
  save: { sv: 'Skicka svaret', en: 'Send the answer' },
  saved: {
    sv: 'Tack! Svaret är sparat. Du kan ändra det här ända till dagen.',
    en: 'Thank you. The answer is saved. You can change it here until the day itself.',
  },
  missing: { sv: 'Svara ja, kanske eller nej.', en: 'Answer yes, perhaps or no.' },
  closed: {
    sv: 'Dagen har varit, så svaret går inte att ändra.',
    en: 'The day has passed, so the answer cannot be changed.',
  },
  contact: { sv: 'Undrar du något? Kontakta {name}, {email}.', en: 'Do you have a question? Contact {name}, {email}.' },
  goneTitle: { sv: 'Länken gäller inte', en: 'The link is not valid' },
  gone: {
    sv: 'Länken gäller inte längre. Mejla den som skickade den om du undrar något.',
    en: 'The link is no longer valid. Write to whoever sent it if you have a question.',
  },
} as const satisfies Record<string, Words>;

const answers: readonly { readonly value: string; readonly status: SpeakerStatus; readonly words: Words }[] = [
  { value: 'ja', status: 'confirmed', words: { sv: 'Ja, jag är med', en: 'Yes, I will take part' } },
  { value: 'kanske', status: 'tentative', words: { sv: 'Kanske, jag återkommer', en: 'Perhaps, I will come back' } },
  { value: 'nej', status: 'declined', words: { sv: 'Nej, jag kan inte', en: 'No, I cannot' } },
];

interface Shown {
  readonly language: Language;
  readonly path: string;
  readonly said: 'nothing' | 'saved' | 'missing';
}

/** What it is about, and the answer. Opening it changes nothing, whoever opens it. */
export function questionPage(question: SpeakerQuestion, shown: Shown): string {
  const { language, said } = shown;
  const { speaker, lead } = question;
  const title = say(words.title, language);
  return publicPage({
    title,
    language,
    project: question.project,
    hasErrors: said === 'missing',
    main: html`<h1>${title}</h1>
      ${said === 'saved' ? html`<p class="box good" role="status">${say(words.saved, language)}</p>` : null}
      ${said === 'missing' ? html`<p class="box" role="alert">${say(words.missing, language)}</p>` : null}
      <p>${say(words.as, language, { name: speaker.displayName })}</p>
      ${speaker.topic === null ? null : html`<p>${say(words.about, language, { topic: speaker.topic })}</p>`}
      <ul>
        ${question.talks.map((talk) => html`<li>${talkText(talk, language)}</li>`)}
      </ul>
      ${question.isOpen ? form(question, shown) : html`<p class="box">${say(words.closed, language)}</p>`}
      <p>${say(words.contact, language, lead)}</p>`,
  });
}

function talkText(talk: SpeakerQuestion['talks'][number], language: Language): string {
  const day = talk.date === null ? say(words.undated, language) : capitalised(listDate(localDate(talk.date), language));
  const where = talk.mode === 'remote' ? say(words.byLink, language) : talk.place;
  return `${day} ${timeRange(talk.start, talk.end, language)}: ${talk.title}${where === null ? '' : ` (${where})`}`;
}

interface Choice {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

function form({ status, speaker }: SpeakerQuestion, { language, path }: Shown): Html {
  const { slidesConsent } = speaker;
  return html`<form method="post" action="${path}${languageQuery(language)}">
    <fieldset>
      <legend>${say(words.can, language)}</legend>
      ${answers.map((one) =>
        choice({ name: 'svar', value: one.value, text: say(one.words, language), isChosen: one.status === status }),
      )}
    </fieldset>
    <fieldset>
      <legend>${say(words.share, language)}</legend>
      <p class="quiet">${say(words.shareHelp, language)}</p>
      ${choice({ name: 'dela', value: 'ja', text: say(words.shareYes, language), isChosen: slidesConsent === true })}
      ${choice({ name: 'dela', value: 'nej', text: say(words.shareNo, language), isChosen: slidesConsent === false })}
    </fieldset>
    <button type="submit">${say(words.save, language)}</button>
  </form>`;
}

/** Whether somebody comes has to be answered; the slides can wait. */
function choice({ name, value, text, isChosen }: Choice): Html {
  return html`<label class="choice">
    <input
      type="radio"
      name="${name}"
      value="${value}"
      ${name === 'svar' ? html`required` : null}
      ${isChosen ? html`checked` : null}
    />
    ${text}
  </label>`;
}

export function questionGone(language: Language): string {
  const title = say(words.goneTitle, language);
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${say(words.gone, language)}</p>`,
  });
}
