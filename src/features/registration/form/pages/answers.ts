import { html } from '../../../../domain/html.ts';
import { listDate } from '../../../../domain/swedish-text.ts';
import type { Language, Words } from '../../../../domain/words.ts';
import { localDate } from '../../../../domain/local-date.ts';
import { publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';
import type { Receipt, RegistrationPhase } from '../../types.ts';

export interface ReceiptPage {
  readonly project: ProjectTelling;
  readonly language: Language;
  readonly result: Receipt['result'];
  readonly position: number | null;
  /** The organisation that a typed name was taken for. */
  readonly matched: { readonly id: string; readonly name: string } | null;
}

const receiptWords = {
  sv: {
    confirmed: ['Du är anmäld', 'Bekräftelsen kommer med e-post direkt. Där finns din personliga länk.'],
    waitingList: ['Du står på väntelistan', 'Vi har skickat ett mejl. Blir det en plats får du den direkt.'],
    lateRequest: [
      'Vi har fått din anmälan',
      'Anmälan har stängt, så innehållsansvarig avgör. Du får besked med e-post.',
    ],
    place: (position: number) => `Du är på plats ${position} i din organisation.`,
    matched: (name: string) =>
      `Vi tolkade din organisation som ${name}. Blev det fel? Hör av dig till innehållsansvarig.`,
    spam: 'Har mejlet inte kommit om några minuter? Titta i skräpposten.',
    title: 'Tack för din anmälan',
  },
  en: {
    confirmed: ['You are registered', 'The confirmation comes by mail at once. Your personal link is in it.'],
    waitingList: ['You are on the waiting list', 'We have sent a mail. If a place becomes free you get it at once.'],
    lateRequest: [
      'We have your registration',
      'Registration has closed, so the content lead decides. You will be told by mail.',
    ],
    place: (position: number) => `You are number ${position} in your organisation.`,
    matched: (name: string) => `We read your organisation as ${name}. Is that wrong? Let the content lead know.`,
    spam: 'Has the mail not come in a few minutes? Look in your junk mail.',
    title: 'Thank you for registering',
  },
} as const;

/** After the post: safe to reload, and it shows nothing that a stranger could not have typed. */
export function receiptPage({ project, language, result, position, matched }: ReceiptPage): string {
  const words = receiptWords[language];
  const [title, next] = words[result];
  const main = html`<h1>${title}</h1>
    <div class="box good" role="status" tabindex="-1" autofocus>
      <p>${next}</p>
      ${result === 'waitingList' && position !== null ? html`<p>${words.place(position)}</p>` : null}
      ${matched === null ? null : html`<p>${words.matched(matched.name)}</p>`}
    </div>
    <p>${words.spam}</p>`;
  const query = {
    svar: result,
    ...(position === null ? {} : { plats: String(position) }),
    ...(matched === null ? {} : { organisation: matched.id }),
  };
  return publicPage({
    title: words.title,
    language,
    main,
    query,
    project: { id: project.projectId, title: project.title },
  });
}

const undecidedWords: Words = {
  sv: 'Anmälan frågar om specialkost, och det är inte bestämt än hur den uppgiften ska hanteras. Försök igen om några dagar.',
  en: 'Registration asks about dietary needs, and it is not decided yet how they are to be handled. Try again in a few days.',
};

/** The form before its time. */
export function notOpenPage(project: ProjectTelling, phase: RegistrationPhase, language: Language): string {
  const sv = language === 'sv';
  const opens = project.registrationOpens === null ? null : listDate(localDate(project.registrationOpens), language);
  const isKnown = phase === 'notOpen' && opens !== null;
  const when =
    phase === 'undecided'
      ? undecidedWords[language]
      : isKnown
        ? sv
          ? `Anmälan öppnar ${opens}.`
          : `Registration opens ${opens}.`
        : sv
          ? 'Anmälan är inte öppen än. Dagen kommer på projektets sida.'
          : 'Registration is not open yet. The day will be on the project’s page.';
  const main = html`<h1>${sv ? 'Anmälan är inte öppen än' : 'Registration is not open yet'}</h1>
    <p>${when}</p>
    ${
      project.lead === null
        ? null
        : html`<p>
            ${sv ? 'Frågor?' : 'Questions?'} ${project.lead.name},
            <a href="mailto:${project.lead.email}">${project.lead.email}</a>
          </p>`
    }`;
  const title = sv ? 'Anmälan' : 'Registration';
  return publicPage({ title, language, main, project: { id: project.projectId, title: project.title } });
}
