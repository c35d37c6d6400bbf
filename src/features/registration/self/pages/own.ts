import { html, type Html } from '../../../../domain/html.ts';
import { placeText } from '../../../../domain/place-text.ts';
import { sessionNumber } from '../../../../domain/session-day.ts';
import type { Language } from '../../../../domain/words.ts';
import { checkbox, selectField, textArea, textField } from '../../../shell/pages/fields.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import { whenText } from '../../letters/lines.ts';
import { commitmentSentence } from '../../rules.ts';
import type { OwnPage, OwnSession } from '../types.ts';
import { formWords } from '../../form/pages/words.ts';
import { selfPageWords, type SelfDone } from './words.ts';

export interface SelfPage {
  readonly page: OwnPage;
  /** The secret of the link that opened it: every form posts under it. */
  readonly secret: string;
  readonly language: Language;
  readonly done: SelfDone | null;
  /** Why the latest act was refused. */
  readonly refusal: string | null;
}

/** Everything a participant can do, for somebody with nothing but a browser. GET shows; only the forms change anything. */
export function ownPage(view: SelfPage): string {
  const { page, language, done, refusal } = view;
  const words = selfPageWords[language];
  const isIn = page.state === 'confirmed' || page.state === 'waitingList' || page.state === 'lateRequest';
  const main = html`<h1>${words.title(page.person.givenName)}</h1>
    ${refusal === null ? null : html`<div class="box bad" role="alert" tabindex="-1" autofocus><p>${refusal}</p></div>`}
    ${done === null ? null : html`<div class="box good" role="status" tabindex="-1" autofocus><p>${words.done[done]}</p></div>`}
    <p class="lead">
      ${words.state[page.state]} ${page.waitingPosition === null ? null : words.position(page.waitingPosition)}
    </p>
    ${isIn && page.asksCommitment ? commitment(view) : null}
    ${page.state === 'confirmed' ? html`${contents(view)} ${waitingEvaluations(view)} ${sessions(view)}` : null}
    ${isIn ? html`${details(view)} ${dietary(view)} ${leaving(view)}` : null} ${page.mayReturn ? returning(view) : null}`;
  const project = { id: page.project.projectId, title: page.project.title };
  return publicPage({ title: words.pageTitle, language, main, project, hasErrors: refusal !== null });
}

function path({ secret, language }: SelfPage, rest = ''): string {
  return `/min/${encodeURIComponent(secret)}${rest}${languageQuery(language)}`;
}

/** REG-04: the guideline's box, word for word, for somebody who has not met the form. */
function commitment(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const box = { name: 'commitment', label: commitmentSentence, value: '' };
  const meaning = formWords[view.language].commitmentMeaning;
  return html`<section class="box" aria-labelledby="medveten">
    <h2 id="medveten">${words.commitment}</h2>
    <p>${words.commitmentText}</p>
    ${meaning === undefined ? null : html`<p class="hint">${meaning}</p>`}
    <form method="post" action="${path(view, '/medveten')}">
      ${checkbox(box, false)}
      <button type="submit">${words.commitmentSave}</button>
    </form>
  </section>`;
}

function contents({ language }: SelfPage): Html {
  const words = selfPageWords[language];
  const parts = [
    ['traffar', words.sessions],
    ['deltagare', words.participants],
    ['uppgifter', words.details],
    ['kost', words.dietaryTitle],
  ] as const;
  return html`<nav class="jump" aria-label="${words.onPage}">
    <ul>
      ${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}

/** Above the sessions, because it is the one thing that waits for an answer. */
function waitingEvaluations(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const open = view.page.sessions.filter(({ evaluation }) => evaluation === 'open');
  return html`${open.map(
    ({ id, number }) =>
      html`<section class="box" aria-labelledby="utvardering-${number}">
        <h2 id="utvardering-${number}">${words.evaluation}</h2>
        <p>${words.evaluationText(number)}</p>
        <form method="post" action="${path(view, `/utvardering/${encodeURIComponent(id)}`)}">
          <button type="submit">${words.answerNow}</button>
        </form>
      </section>`,
  )}`;
}

function sessions(view: SelfPage): Html {
  const { page, language } = view;
  const words = selfPageWords[language];
  return html`<h2 id="traffar">${words.sessions}</h2>
    <p>${words.stillIn}${page.guestNote === null ? null : ` ${page.guestNote}`}</p>
    ${page.sessions.map((session) => sessionCard(session, view))}
    <p>
      <a href="${path(view, '/kalender.ics')}" download>${words.calendar}</a>
      <span class="hint block">${words.calendarHint}</span>
    </p>
    <h2 id="deltagare">${words.participants}</h2>
    <p>${words.participantsText}</p>
    <p><a class="button second" href="${path(view, '/deltagare')}">${words.participantsLink}</a></p>`;
}

function sessionCard(session: OwnSession, view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const { theme, place, id, isPast } = session;
  const heading = `traff-${id}`;
  const state = isPast ? 'past' : session.answer;
  return html`<section class="card" aria-labelledby="${heading}">
    <h3 id="${heading}">
      ${words.session(sessionNumber(session, view.language))}${theme === null ? null : `: ${theme}`}
    </h3>
    <p>${whenText(session, view.language)}${place === null ? null : html`<br />${placeText(place)}`}</p>
    <p class="state ${state}">${isPast ? words.past : words.answers[session.answer]}</p>
    ${
      isPast
        ? null
        : html`<form class="row" method="post" action="${path(view, `/traff/${encodeURIComponent(id)}`)}">
            ${answerButton('accepted', words.come, session)} ${answerButton('declined', words.cannot, session)}
          </form>`
    }
    ${session.guests.map(
      (guest) =>
        html`<form class="row" method="post" action="${path(view, `/gast/${encodeURIComponent(guest.id)}/bort`)}">
          <span>${words.guestIs[guest.kind]}: ${guest.name}, ${guest.email}</span>
          <button class="second" type="submit" aria-label="${words.remove}: ${guest.name}">${words.remove}</button>
        </form>`,
    )}
    ${session.mayNameSubstitute ? guestForm('substitute', session, view) : null}
    ${session.mayBringColleague ? guestForm('colleague', session, view) : null} ${sessionLinks(session, view)}
  </section>`;
}

function sessionLinks(session: OwnSession, view: SelfPage): Html {
  const { id, documents, evaluation } = session;
  const { page, language } = view;
  const words = selfPageWords[language];
  const programme = `/program/${encodeURIComponent(page.project.projectId)}/${encodeURIComponent(id)}`;
  const about = html`<span class="unseen"> – ${words.session(sessionNumber(session, language))}</span>`;
  return html`<ul class="links">
    <li><a href="${programme}${languageQuery(language)}">${words.programme}${about}</a></li>
    ${
      documents === 0
        ? null
        : html`<li>
            <a href="${path(view, `/dokument/${encodeURIComponent(id)}`)}">${words.documents(documents)}${about}</a>
          </li>`
    }
    ${evaluation === 'answered' ? html`<li>${words.answered}</li>` : null}
  </ul>`;
}

function answerButton(answer: 'accepted' | 'declined', label: string, session: OwnSession): Html {
  const isChosen = session.answer === answer;
  return html`<button
    class="${isChosen ? '' : 'second'}"
    type="submit"
    name="answer"
    value="${answer}"
    aria-pressed="${isChosen ? 'true' : 'false'}"
  >
    ${label}
  </button>`;
}

function guestForm(kind: 'substitute' | 'colleague', session: OwnSession, view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const id = (name: string): string => `${kind}-${session.id}-${name}`;
  const field = (name: string, label: string) => ({ name, id: id(name), label, value: '' });
  const options = [
    ...view.page.organisations.map((one) => ({ value: one.id, label: one.name })),
    { value: '', label: words.otherOrganisation },
  ];
  const part = kind === 'substitute' ? 'ersattare' : 'kollega';
  const organisation = { ...field('organisationId', words.organisation), required: false };
  return html`<details>
    <summary>${kind === 'substitute' ? words.substitute : words.colleague}</summary>
    <p class="hint">${kind === 'substitute' ? words.substituteHint : words.colleagueHint}</p>
    <form method="post" action="${path(view, `/traff/${encodeURIComponent(session.id)}/${part}`)}">
      <div class="two">
        ${textField(field('givenName', words.given))} ${textField(field('familyName', words.family))}
      </div>
      ${textField({ ...field('email', words.email), type: 'email' })} ${selectField(organisation, options)}
      <button type="submit">${kind === 'substitute' ? words.substitute : words.colleague}</button>
    </form>
  </details>`;
}

function dietary(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const field = { name: 'dietaryText', label: words.dietary, hint: words.dietaryHint, value: view.page.dietary };
  return html`<h2 id="kost">${words.dietaryTitle}</h2>
    <form method="post" action="${path(view, '/kost')}">
      ${textArea({ ...field, required: false })}
      <button type="submit">${words.saveDietary}</button>
    </form>`;
}

function details(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  const { person, project } = view.page;
  return html`<h2 id="uppgifter">${words.details}</h2>
    <p>${person.organisation}, ${person.email}</p>
    ${project.lead === null ? null : html`<p class="hint">${words.emailFixed(project.lead.email)}</p>`}
    <form method="post" action="${path(view, '/uppgifter')}">
      <div class="two">
        ${textField({ name: 'givenName', label: words.given, value: person.givenName, autocomplete: 'given-name' })}
        ${textField({ name: 'familyName', label: words.family, value: person.familyName, autocomplete: 'family-name' })}
        ${textField({ name: 'title', label: words.jobTitle, value: person.title, autocomplete: 'organization-title' })}
        ${textField({ name: 'phone', label: words.phone, value: person.phone, type: 'tel', autocomplete: 'tel' })}
      </div>
      ${checkbox({ name: 'sharesPhone', label: words.sharePhone, value: 'ja', required: false }, person.sharesPhone)}
      <button type="submit">${words.save}</button>
    </form>`;
}

function leaving(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  return html`<h2>${words.leave}</h2>
    <p>${words.leaveText}</p>
    <p><a href="${path(view, '/lamna')}">${words.leave}</a></p>`;
}

function returning(view: SelfPage): Html {
  const words = selfPageWords[view.language];
  return html`<h2>${words.returnTitle}</h2>
    <p>${words.returnText}</p>
    <form method="post" action="${path(view, '/tillbaka')}">
      <button type="submit">${words.returnYes}</button>
    </form>`;
}

/** Asks once more before the whole project is left. */
export function leavePage(view: Pick<SelfPage, 'page' | 'secret' | 'language'>): string {
  const { page, secret, language } = view;
  const words = selfPageWords[language];
  const back = `/min/${encodeURIComponent(secret)}${languageQuery(language)}`;
  const main = html`<h1>${words.leaveTitle}</h1>
    <p>${words.leaveSure}</p>
    <form method="post" action="/min/${encodeURIComponent(secret)}/lamna${languageQuery(language)}">
      <button type="submit">${words.leaveYes}</button>
      <a class="button second" href="${back}">${words.leaveNo}</a>
    </form>`;
  const project = { id: page.project.projectId, title: page.project.title };
  return publicPage({ title: words.leaveTitle, language, main, project });
}
