import { dietNotKept } from '../../../domain/dietary-telling.ts';
import { html, type Html } from '../../../domain/html.ts';
import { say, type Language, type Words } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import { roomStatusWords, type VenueQuestion } from '../types.ts';

const words = {
  title: { sv: 'Går det bra att boka lokalen?', en: 'May we book the venue?' },
  when: { sv: 'När', en: 'When' },
  venue: { sv: 'Lokal', en: 'Venue' },
  heads: { sv: 'Antal personer', en: 'Number of people' },
  headsLater: { sv: 'meddelas senare', en: 'will be told later' },
  equipment: { sv: 'Teknik', en: 'Equipment' },
  layout: { sv: 'Möblering', en: 'Layout' },
  setup: { sv: 'Vi dukar upp från', en: 'We set up from' },
  note: { sv: 'Meddelande till oss (frivilligt)', en: 'Message to us (optional)' },
  yes: { sv: 'Ja, bokat', en: 'Yes, booked' },
  no: { sv: 'Nej, upptaget', en: 'No, taken' },
  change: { sv: 'Du har svarat. Du kan ändra svaret här.', en: 'You have answered. You can change the answer here.' },
  thanksYes: { sv: 'Tack! Lokalen är bokad.', en: 'Thank you. The venue is booked.' },
  thanksNo: {
    sv: 'Tack för svaret. Vi hittar en annan lokal.',
    en: 'Thank you for answering. We will find another venue.',
  },
  outdated: {
    sv: 'Vi behöver inte längre svaret. Träffen har flyttats eller fått en annan lokal.',
    en: 'We no longer need the answer. The session has moved or has another venue.',
  },
  gone: {
    sv: 'Länken gäller inte längre. Mejla oss om du undrar något.',
    en: 'The link is no longer valid. Send us a mail if you have a question.',
  },
  goneTitle: { sv: 'Länken gäller inte', en: 'The link is not valid' },
  questions: { sv: 'Frågor?', en: 'Questions?' },
} as const satisfies Record<string, Words>;

/** The question with two buttons. A press sends a form: opening the page changes nothing, whoever opens it. */
export function venuePage(
  question: VenueQuestion,
  page: { readonly language: Language; readonly path: string; readonly isOutdated: boolean },
): string {
  const { language } = page;
  const answered = question.status === 'confirmedByHand' || question.status === 'declinedByHand';
  return shell(question, language, say(words.title, language), [
    page.isOutdated ? html`<p class="box">${say(words.outdated, language)}</p>` : null,
    !page.isOutdated && answered
      ? html`<p class="box good">${say(roomStatusWords[question.status], language)}. ${say(words.change, language)}</p>`
      : null,
    factList(question, language),
    page.isOutdated ? null : form(page.path, question, language),
    contactLine(question, language),
  ]);
}

export function venueThanks(
  question: VenueQuestion,
  said: { readonly language: Language; readonly answer: 'confirmed' | 'declined'; readonly isNoteKept: boolean },
): string {
  const { language } = said;
  const thanks = say(said.answer === 'confirmed' ? words.thanksYes : words.thanksNo, language);
  return shell(question, language, thanks, [
    said.isNoteKept ? null : html`<p class="box">${dietNotKept[language]}</p>`,
    factList(question, language),
    contactLine(question, language),
  ]);
}

export function venueLinkGone(language: Language): string {
  const title = say(words.goneTitle, language);
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${say(words.gone, language)}</p>`,
  });
}

function shell(question: VenueQuestion, language: Language, title: string, parts: readonly (Html | null)[]): string {
  return publicPage({
    title,
    language,
    project: { id: question.projectId, title: question.projectTitle },
    main: html`<h1>${title}</h1>
      ${parts}`,
  });
}

function factList(question: VenueQuestion, language: Language): Html {
  const rows: readonly (readonly [Words, string])[] = [
    [words.venue, question.venueName],
    [words.when, question.when],
    ...(question.setupFrom === null ? [] : [[words.setup, question.setupFrom] as const]),
    [words.heads, question.heads === 0 ? say(words.headsLater, language) : String(question.heads)],
    [words.equipment, question.equipment.join(', ')],
    ...(question.layout === null ? [] : [[words.layout, question.layout] as const]),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([term, value]) =>
        html`<dt>${say(term, language)}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function form(path: string, { askedFor }: VenueQuestion, language: Language): Html {
  return html`<form method="post" action="${path}${languageQuery(language)}">
    <input type="hidden" name="asked" value="${askedFor}" />
    <div class="field">
      <label for="note">${say(words.note, language)}</label>
      <input id="note" name="note" maxlength="300" autocomplete="off" />
    </div>
    <div class="row">
      <button type="submit" name="answer" value="yes">${say(words.yes, language)}</button>
      <button type="submit" name="answer" value="no" class="second">${say(words.no, language)}</button>
    </div>
  </form>`;
}

function contactLine({ contact }: VenueQuestion, language: Language): Html {
  const phone = contact.phone === null ? '' : `, ${contact.phone}`;
  return html`<p>
    ${say(words.questions, language)} ${contact.name}, <a href="mailto:${contact.email}">${contact.email}</a>${phone}
  </p>`;
}
