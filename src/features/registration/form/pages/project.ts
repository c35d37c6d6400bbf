import { Temporal } from 'temporal-polyfill';
import { html, type Html } from '../../../../domain/html.ts';
import { localDate } from '../../../../domain/local-date.ts';
import { placeText } from '../../../../domain/place-text.ts';
import { sessionNumber } from '../../../../domain/session-day.ts';
import { listDateTime, weekText } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { errorSummary, textField } from '../../../shell/pages/fields.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling, SessionTelling } from '../../facts/types.ts';
import { whenText } from '../../letters/lines.ts';
import { wholeProjectText } from '../../rules.ts';
import type { RegistrationPhase } from '../../types.ts';

export interface ProjectPage {
  readonly project: ProjectTelling;
  readonly phase: RegistrationPhase;
  readonly language: Language;
  /** The address was sent in: the answer is the same whether we know it or not. */
  readonly isAsked: boolean;
  /** What was typed when it cannot be an address. */
  readonly fault?: { readonly value: string; readonly text: string };
}

const words = {
  sv: {
    sessions: 'Träffar',
    session: (number: string) => `Träff ${number}`,
    programme: 'Program och praktisk information',
    register: 'Anmäl dig',
    closes: (when: string) => `Anmälan stänger ${when}.`,
    closed: 'Anmälan har stängt.',
    own: 'Är du redan anmäld?',
    ownText:
      'Skriv din e-postadress så mejlar vi din personliga länk. Där kan du se, ändra och avboka, eller skicka en ersättare.',
    email: 'E-post',
    send: 'Mejla min länk',
    asked: 'Om adressen är anmäld kommer ett mejl med din personliga länk om en liten stund.',
    spam: 'Kommer inget? Titta i skräpposten, eller använd adressen som du anmälde dig med.',
    challenge: 'Utmaningen',
    purpose: 'Syfte',
    questions: 'Frågor?',
    contentLead: 'innehållsansvarig',
    more: 'Läs mer om Dalalab',
  },
  en: {
    sessions: 'Sessions',
    session: (number: string) => `Session ${number}`,
    programme: 'Programme and practical information',
    register: 'Register',
    closes: (when: string) => `Registration closes ${when}.`,
    closed: 'Registration has closed.',
    own: 'Are you registered already?',
    ownText:
      'Write your e-mail address and we mail your personal link. There you can see, change and cancel, or send a substitute.',
    email: 'E-mail',
    send: 'Mail me my link',
    asked: 'If the address is registered, a mail with your personal link comes in a little while.',
    spam: 'Nothing there? Look in your junk mail, or use the address that you registered with.',
    challenge: 'The challenge',
    purpose: 'Purpose',
    questions: 'Questions?',
    contentLead: 'content lead',
    more: 'Read more about Dalalab',
  },
} as const;

/** What the calendar booking points to: the whole project for everybody, and the way to one's own link. */
export function projectPage(page: ProjectPage): string {
  const { project, language, fault } = page;
  const text = words[language];
  const main = html`<h1>${project.title}</h1>
    ${fault === undefined ? null : errorSummary([{ name: 'email', text: fault.text }], language)}
    ${project.subtitle === null ? null : html`<p>${project.subtitle}</p>`} ${registration(page)}
    <h2 id="lank">${text.own}</h2>
    ${ownLink(page)}
    <h2>${text.sessions}</h2>
    <p>${wholeProjectText(project.wholeProjectText, language)}</p>
    ${project.sessions.map((session) => sessionCard(session, project, language))}
    ${about(text.challenge, project.challenge)} ${about(text.purpose, project.purpose)} ${contact(project, language)}`;
  return publicPage({
    title: '',
    language,
    main,
    project: { id: project.projectId, title: project.title },
    hasErrors: fault !== undefined,
  });
}

function registration({ project, phase, language }: ProjectPage): Html | null {
  const text = words[language];
  if (phase === 'closed') return html`<p>${text.closed}</p>`;
  if (phase !== 'open') return null;
  const closes = project.registrationCloses === null ? null : Temporal.Instant.from(project.registrationCloses);
  return html`<p>
    <a class="button" href="/anmalan/${encodeURIComponent(project.projectId)}${languageQuery(language)}"
      >${text.register}</a
    >
    ${closes === null ? null : text.closes(listDateTime(closes, project.timeZone, language))}
  </p>`;
}

function ownLink({ project, language, isAsked, fault }: ProjectPage): Html {
  const text = words[language];
  if (isAsked)
    return html`<div class="box good" role="status" tabindex="-1" autofocus>
      <p>${text.asked}</p>
      <p>${text.spam}</p>
    </div>`;
  const email = { name: 'email', label: text.email, value: fault?.value ?? '', fault: fault?.text };
  return html`<p>${text.ownText}</p>
    <form method="post" action="/projekt/${encodeURIComponent(project.projectId)}${languageQuery(language)}" novalidate>
      ${textField({ ...email, type: 'email', autocomplete: 'email' })}
      <button type="submit">${text.send}</button>
    </form>`;
}

function sessionCard(session: SessionTelling, project: ProjectTelling, language: Language): Html {
  const text = words[language];
  const { theme, date, place } = session;
  const number = sessionNumber(session, language);
  const path = `/program/${encodeURIComponent(project.projectId)}/${encodeURIComponent(session.id)}`;
  return html`<section class="card">
    <h3>${text.session(number)}${theme === null ? null : `: ${theme}`}</h3>
    <p>
      ${whenText(session, language)}${date === null ? null : ` (${weekText(localDate(date), language)})`}
      ${place === null ? null : html`<br />${placeText(place)}`}
    </p>
    <p>
      <a href="${path}${languageQuery(language)}"
        >${text.programme}<span class="quiet"> – ${text.session(number)}</span></a
      >
    </p>
  </section>`;
}

function about(title: string, text: string | null): Html | null {
  return text === null
    ? null
    : html`<h2>${title}</h2>
        <p>${text}</p>`;
}

function contact({ lead, webPage }: ProjectTelling, language: Language): Html {
  const text = words[language];
  return html`${
    lead === null
      ? null
      : html`<h2>${text.questions}</h2>
          <p>
            ${lead.name}, ${text.contentLead}, <a href="mailto:${lead.email}">${lead.email}</a>${
              lead.phone === null ? null : `, ${lead.phone}`
            }
          </p>`
  }${webPage === null ? null : html`<p><a href="${webPage}">${text.more}</a></p>`}`;
}
