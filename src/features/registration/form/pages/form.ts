import { Temporal } from 'temporal-polyfill';
import { html, type Html } from '../../../../domain/html.ts';
import { compareSwedish, listDateTime } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import type { Organisation } from '../../../planning/types.ts';
import {
  checkbox,
  errorSummary,
  radios,
  selectField,
  textArea,
  textField,
  type Field,
} from '../../../shell/pages/fields.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';
import { sessionLine } from '../../letters/lines.ts';
import { commitmentSentence, wholeProjectText } from '../../rules.ts';
import type { FormFault, PostedForm } from '../rules.ts';
import { faultText, formWords } from './words.ts';

export interface FormPage {
  readonly project: ProjectTelling;
  readonly organisations: readonly Organisation[];
  readonly language: Language;
  /** After closing the form takes a request instead. */
  readonly isLate: boolean;
  readonly posted: PostedForm;
  readonly faults: readonly FormFault[];
}

export const emptyForm: PostedForm = {
  givenName: '',
  familyName: '',
  title: '',
  organisationId: '',
  organisationText: '',
  organisationChoice: '',
  email: '',
  phone: '',
  dietaryText: '',
  commitment: '',
};

/** REG-03, REG-04: the six fields and the box, without an account and without JavaScript. */
export function formPage(page: FormPage): string {
  const { project, language, faults } = page;
  const words = formWords[language];
  const lines = faults.map((fault) => ({ name: fault.field, text: faultText(fault, language) }));
  const main = html`<h1>${words.title(project.title)}</h1>
    ${errorSummary(lines, language)} ${intro(page)}
    <form method="post" action="/anmalan/${encodeURIComponent(project.projectId)}${languageQuery(language)}" novalidate>
      ${nameFields(page)} ${workFields(page)} ${contactFields(page)} ${commitment(page)}
      <div class="trap" aria-hidden="true">
        <label for="webbplats">${words.trap}</label>
        <input id="webbplats" name="webbplats" tabindex="-1" autocomplete="off" />
      </div>
      <button type="submit">${page.isLate ? words.sendLate : words.send}</button>
    </form>
    <p>
      <a href="/personuppgifter/${encodeURIComponent(project.projectId)}${languageQuery(language)}">${words.privacy}</a>
    </p>`;
  const head = { id: project.projectId, title: project.title };
  return publicPage({ title: words.pageTitle, language, main, project: head, hasErrors: faults.length > 0 });
}

function intro({ project, language, isLate }: FormPage): Html {
  const words = formWords[language];
  // The days of a session are one session (RG-07).
  const { size } = new Set(project.sessions.map(({ number }) => number));
  const closes = project.registrationCloses === null ? null : Temporal.Instant.from(project.registrationCloses);
  const closing = closes === null ? null : listDateTime(closes, project.timeZone, language);
  return html`${isLate ? html`<div class="box"><p>${words.closed(closing)}</p></div>` : html`<p>${words.intro(size)}</p>`}
    <ul>
      ${project.sessions.map((session) => html`<li>${sessionLine(session, language)}</li>`)}
    </ul>
    <p>${wholeProjectText(project.wholeProjectText, language)}</p>
    ${isLate || closing === null ? null : html`<p>${words.closes(closing)}</p>`}`;
}

function field({ posted, faults, language }: FormPage, name: keyof PostedForm & FormFault['field']): Field {
  const fault = faults.find((one) => one.field === name);
  const { label, hint } = formWords[language].fields[name];
  const base = {
    name,
    label,
    value: posted[name],
    fault: fault === undefined ? undefined : faultText(fault, language),
  };
  return hint === undefined ? base : { ...base, hint };
}

function nameFields(page: FormPage): Html {
  return html`<div class="two">
      ${textField({ ...field(page, 'givenName'), autocomplete: 'given-name' })}
      ${textField({ ...field(page, 'familyName'), autocomplete: 'family-name' })}
    </div>
    ${textField({ ...field(page, 'title'), autocomplete: 'organization-title' })}`;
}

function workFields(page: FormPage): Html {
  const words = formWords[page.language];
  const options = [
    { value: '', label: words.choose },
    ...page.organisations
      .toSorted((one, other) => compareSwedish(one.name, other.name))
      .map(({ id, name }) => ({ value: id, label: name })),
    { value: 'other', label: words.other },
  ];
  const question = page.faults.find((fault) => fault.reason === 'whichOrganisation');
  const isAsked = page.posted.organisationId === 'other' || page.posted.organisationText !== '';
  return html`${selectField(field(page, 'organisationId'), options)}
    <details${isAsked ? html` open` : null}>
      <summary>${words.notListed}</summary>
      ${textField({ ...field(page, 'organisationText'), required: false })}
    </details>
    ${
      question === undefined || question.reason !== 'whichOrganisation'
        ? null
        : radios({ name: 'organisationChoice', label: words.which, value: page.posted.organisationChoice }, [
            ...question.suggestions.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: words.noneOfThese },
          ])
    }`;
}

function contactFields(page: FormPage): Html {
  return html`${textField({ ...field(page, 'email'), type: 'email', autocomplete: 'email' })}
  ${textField({ ...field(page, 'phone'), type: 'tel', autocomplete: 'tel' })}
  ${textArea({ ...field(page, 'dietaryText'), required: false })}`;
}

/** The box's words are the guidelines' own, so they are not translated; English readers get their meaning beside it. */
function commitment(page: FormPage): Html {
  const words = formWords[page.language];
  const box = field(page, 'commitment');
  const hint = words.commitmentMeaning;
  const label = commitmentSentence;
  const control = checkbox(
    hint === undefined ? { ...box, label } : { ...box, label, hint },
    page.posted.commitment !== '',
  );
  return html`${control}${hint === undefined ? null : html`<p class="hint after" id="commitment-hint">${hint}</p>`}`;
}
