import { html, Html } from '../../../domain/html.ts';
import { say, type Language } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import { answerRefusals, type AnswerRefusal } from '../types.ts';

interface OfProject {
  readonly project: { readonly id: string; readonly title: string };
  readonly language: Language;
}

const words = {
  sv: {
    thanks: 'Tack!',
    counted: '{answered} av {invited} har svarat. Sammanställningen kommer med dokumentationen.',
    stored: 'Svaren sparas utan ditt namn.',
    sorry: 'Det går inte att svara just nu',
    unknown: 'Länken gäller inte',
    unknownText:
      'Länken har gått ut eller är felskriven. Be om en ny på utvärderingens sida, eller fråga innehållsansvarig.',
    ask: 'Utvärdering av träff {number}',
    askText: 'Skriv e-postadressen som du anmälde dig med. Vi mejlar din personliga länk till fem snabba frågor.',
    email: 'E-post',
    emailHint: 'Din adress i jobbet.',
    emailWrong: 'E-postadressen ser inte rätt ut. Skriv till exempel namn@kommun.se.',
    send: 'Mejla min länk',
    sent: 'Titta i din inkorg',
    sentText:
      'Är adressen anmäld till lärprojektet och utvärderingen öppen? Då har du strax ett mejl med din länk. Titta i skräpposten om det dröjer.',
    qrTitle: 'Utvärdera träff {number}',
    qrText: 'Rikta mobilens kamera mot rutan, eller skriv adressen:',
    qrAlt: 'QR-kod till {url}',
    mail: 'Har du fått ett mejl eller ett kort i Teams? Svara där i stället.',
  },
  en: {
    thanks: 'Thank you!',
    counted: '{answered} of {invited} have answered. The summary comes with the documentation.',
    stored: 'The answers are stored without your name.',
    sorry: 'You cannot answer right now',
    unknown: 'The link is not valid',
    unknownText:
      'The link has expired or is misspelt. Ask for a new one on the page of the evaluation, or ask the content lead.',
    ask: 'Evaluation of session {number}',
    askText: 'Write the e-mail address that you registered with. We mail your personal link to five quick questions.',
    email: 'E-mail',
    emailHint: 'Your address at work.',
    emailWrong: 'The e-mail address does not look right. Write for example name@kommun.se.',
    send: 'Mail my link',
    sent: 'Look in your inbox',
    sentText:
      'Is the address registered for the learning project, and the evaluation open? Then you will have a mail with your link shortly. Look among the junk mail if it takes long.',
    qrTitle: 'Evaluate session {number}',
    qrText: 'Point the camera of your phone at the square, or write the address:',
    qrAlt: 'QR code to {url}',
    mail: 'Have you got a mail or a card in Teams? Answer there instead.',
  },
} as const;

type Key = keyof (typeof words)['sv'];

function text(key: Key, language: Language, details: Readonly<Record<string, string | number>> = {}): string {
  return say({ sv: words.sv[key], en: words.en[key] }, language, details);
}

export function thanksPage({
  project,
  language,
  answered,
  invited,
}: OfProject & { readonly answered: number; readonly invited: number }): string {
  const title = text('thanks', language);
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <div class="box good" role="status" tabindex="-1" autofocus>
        <p>${text('counted', language, { answered, invited })}</p>
        <p>${text('stored', language)}</p>
      </div>`,
  });
}

export function refusedPage({ project, language, reason }: OfProject & { readonly reason: AnswerRefusal }): string {
  const title = text('sorry', language);
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <p>${answerRefusals[reason][language]}</p>`,
  });
}

export function unknownLinkPage(language: Language): string {
  const title = text('unknown', language);
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${text('unknownText', language)}</p>`,
  });
}

interface OfSession extends OfProject {
  readonly sessionNumber: number;
}

/** Where the QR code leads: everybody's address, so it asks for one's own link instead of showing anything. */
export function askForLinkPage({
  project,
  language,
  sessionNumber,
  wrong,
}: OfSession & { readonly wrong: boolean }): string {
  const title = text('ask', language, { number: sessionNumber });
  return publicPage({
    title,
    language,
    project,
    hasErrors: wrong,
    main: html`<h1>${title}</h1>
      <p>${text('askText', language)}</p>
      <form method="post" action="${languageQuery(language)}" novalidate>
        <div class="field ${wrong && html`wrong`}">
          <label for="email">${text('email', language)}</label>
          <p class="hint" id="email-hint">${text('emailHint', language)}</p>
          ${wrong && html`<p class="wrong-text" id="email-fault" role="alert">${text('emailWrong', language)}</p>`}
          <input
            type="email"
            id="email"
            name="email"
            autocomplete="email"
            required
            ${wrong && html`autofocus`}
            aria-describedby="${wrong ? 'email-hint email-fault' : 'email-hint'}"
            ${wrong && html`aria-invalid="true"`}
          />
        </div>
        <p><button type="submit">${text('send', language)}</button></p>
      </form>`,
  });
}

/** The same whether the address is known or not, so that the page tells nobody who is registered. */
export function linkSentPage({ project, language }: OfProject): string {
  const title = text('sent', language);
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <p role="status">${text('sentText', language)}</p>`,
  });
}

/** To project in the room: a large code, the address in words, and how many have answered. */
export function qrPage({
  project,
  language,
  sessionNumber,
  url,
  svg,
  answered,
  invited,
}: OfSession & {
  readonly url: string;
  /** An `<svg>` element, made by ourselves. */
  readonly svg: string;
  readonly answered: number;
  readonly invited: number;
}): string {
  const title = text('qrTitle', language, { number: sessionNumber });
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <p>${text('qrText', language)}</p>
      <p><a href="${url}">${url.replace(/^https?:\/\//, '')}</a></p>
      <div role="img" aria-label="${text('qrAlt', language, { url })}">${new Html(svg)}</div>
      <p role="status"><strong>${text('counted', language, { answered, invited }).split('.')[0]}.</strong></p>
      <p class="quiet">${text('mail', language)}</p>`,
  });
}
