import { html, type Html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';

export interface Field {
  readonly name: string;
  /** The name, unless the page has several fields of that name. */
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong and what to do; undefined when nothing is. */
  readonly fault?: string | undefined;
  readonly autocomplete?: string;
  readonly type?: 'text' | 'email' | 'tel';
  /** `false` is told in the label, since most fields are required. */
  readonly required?: boolean;
}

function describedBy({ name, id: own = name, hint, fault }: Field): Html {
  const ids = [hint === undefined ? '' : `${own}-hint`, fault === undefined ? '' : `${own}-fault`].filter(
    (id) => id !== '',
  );
  return ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`;
}

function around(field: Field, control: Html): Html {
  const { name, id = name, label, hint, fault } = field;
  return html`<div class="field${fault === undefined ? '' : ' wrong'}">
    <label for="${id}">${label}</label>
    ${hint === undefined ? null : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${fault === undefined ? null : html`<p class="wrong-text" id="${id}-fault">${fault}</p>`} ${control}
  </div>`;
}

function states({ fault, required = true }: Field): Html {
  return html`${required ? html` required` : null}${fault === undefined ? null : html` aria-invalid="true"`}`;
}

/** A labelled line of text. The form is posted with `novalidate`, so that our own messages are shown. */
export function textField(field: Field): Html {
  const { name, id = name, value, type = 'text', autocomplete = 'off' } = field;
  return around(
    field,
    html`<input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${describedBy(field)}${states(field)}
    />`,
  );
}

export function textArea(field: Field): Html {
  const { name, id = name, value } = field;
  // A line break directly after the tag is dropped by browsers, so a text that begins with one keeps it.
  return around(
    field,
    html`<textarea id="${id}" name="${name}" rows="3" autocomplete="off" ${describedBy(field)}${states(field)}>
${value}</textarea>`,
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function selectField(field: Field, options: readonly Option[]): Html {
  const { name, id = name, value, autocomplete = 'off' } = field;
  const items = options.map((option) => {
    const selected = option.value === value ? html` selected` : null;
    return html`<option value="${option.value}" ${selected}>${option.label}</option>`;
  });
  return around(
    field,
    html`<select id="${id}" name="${name}" autocomplete="${autocomplete}" ${describedBy(field)}${states(field)}>
      ${items}
    </select>`,
  );
}

/** A question with a few answers; the first answer carries the id that the error summary leads to. */
export function radios(field: Field, options: readonly Option[]): Html {
  const { name, label, value, hint, fault } = field;
  const items = options.map((option, index) => {
    const id = index === 0 ? name : `${name}-${index}`;
    const checked = option.value === value ? html` checked` : null;
    return html`<div class="choice">
      <input type="radio" id="${id}" name="${name}" value="${option.value}" ${checked} /><label for="${id}"
        >${option.label}</label
      >
    </div>`;
  });
  return html`<fieldset${describedBy(field)}>
    <legend>${label}</legend>
    ${hint === undefined ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault === undefined ? null : html`<p class="wrong-text" id="${name}-fault">${fault}</p>`} ${items}
  </fieldset>`;
}

export function checkbox(field: Field, isChecked: boolean): Html {
  const { name, label, fault } = field;
  return html`<div class="field${fault === undefined ? '' : ' wrong'}">
    ${fault === undefined ? null : html`<p class="wrong-text" id="${name}-fault">${fault}</p>`}
    <div class="choice">
      <input
        type="checkbox"
        id="${name}"
        name="${name}"
        value="ja"
        ${isChecked ? html` checked` : null}${describedBy(field)}${states(field)}
      />
      <label for="${name}">${label}</label>
    </div>
  </div>`;
}

export interface FaultLine {
  readonly name: string;
  readonly text: string;
}

/** Above everything else, announced at once, each line leading to its field. Nothing when there is nothing wrong. */
export function errorSummary(faults: readonly FaultLine[], language: Language): Html {
  if (faults.length === 0) return html``;
  const count = faults.length;
  const title =
    language === 'sv'
      ? `${count === 1 ? 'En uppgift' : `${count} uppgifter`} behöver rättas. Rätta och skicka igen.`
      : `${count === 1 ? 'One thing needs' : `${count} things need`} correcting. Correct and send again.`;
  return html`<div class="box bad" role="alert" aria-labelledby="fel" tabindex="-1" autofocus>
    <h2 id="fel">${title}</h2>
    <ul>
      ${faults.map(({ name, text }) => html`<li><a href="#${name}">${text}</a></li>`)}
    </ul>
  </div>`;
}
