import { withoutAccents } from '../../../domain/swedish-text.ts';
import type { Organisation } from '../../planning/types.ts';
import { addressFault, isOfDomain } from '../rules.ts';
import type { RegistrationInput, RegistrationWarning } from '../types.ts';

/** The form as it was posted. Everything is text: a browser sends nothing else. */
export interface PostedForm {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  /** An organisation's id, `other`, or empty. */
  readonly organisationId: string;
  readonly organisationText: string;
  /** After a question back: an id, or `none` for "none of these". */
  readonly organisationChoice: string;
  readonly email: string;
  readonly phone: string;
  readonly dietaryText: string;
  readonly commitment: string;
}

export type FormField =
  | 'givenName'
  | 'familyName'
  | 'title'
  | 'organisationId'
  | 'organisationText'
  | 'email'
  | 'phone'
  | 'dietaryText'
  | 'commitment';

export type FormFault =
  | { readonly field: FormField; readonly reason: 'missing' | 'tooLong' | 'addressUnreadable' | 'phoneUnreadable' }
  | { readonly field: 'email'; readonly reason: 'addressHasAccents'; readonly suggestion: string }
  | {
      readonly field: 'organisationText';
      readonly reason: 'whichOrganisation';
      readonly suggestions: readonly Organisation[];
    };

export type ReadForm =
  | { readonly ok: true; readonly input: RegistrationInput }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Most characters per field; a name of a hundred is longer than any in use. */
const longest: Readonly<Partial<Record<FormField, number>>> = {
  givenName: 100,
  familyName: 100,
  title: 150,
  organisationText: 150,
  email: 254,
  phone: 40,
  dietaryText: 1000,
};

/** REG-03, REG-04: all faults at once, in the order of the form, or a registration. */
export function readForm(posted: PostedForm, organisations: readonly Organisation[]): ReadForm {
  const form = trimmed(posted);
  const organisation = organisationOf(form, organisations);
  const faults: FormFault[] = [
    ...missing(form, ['givenName', 'familyName', 'title']),
    ...('fault' in organisation ? [organisation.fault] : []),
    ...emailFaults(form.email),
    ...phoneFaults(form.phone),
    ...missing(form, ['commitment']),
    ...tooLong(form),
  ];
  if (faults.length > 0 || 'fault' in organisation) return { ok: false, faults };
  const found = organisations.find(({ id }) => id === organisation.id);
  const outside: RegistrationWarning[] = isOfDomain(form.email.toLowerCase(), found?.emailDomain ?? null)
    ? []
    : ['addressOutsideOrganisation'];
  return {
    ok: true,
    input: {
      givenName: form.givenName,
      familyName: form.familyName,
      title: form.title,
      organisationId: organisation.id,
      organisationText: organisation.id === null ? form.organisationText : null,
      email: form.email,
      phone: form.phone,
      dietaryText: form.dietaryText,
      warnings: [...organisation.warnings, ...outside],
    },
  };
}

/** One line, without control characters, except in the dietary text, where lines are welcome. */
function trimmed(posted: PostedForm): PostedForm {
  const oneLine = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
  return {
    givenName: oneLine(posted.givenName),
    familyName: oneLine(posted.familyName),
    title: oneLine(posted.title),
    organisationId: posted.organisationId.trim(),
    organisationText: oneLine(posted.organisationText),
    organisationChoice: posted.organisationChoice.trim(),
    email: oneLine(posted.email),
    phone: oneLine(posted.phone),
    dietaryText: posted.dietaryText.normalize('NFC').trim(),
    commitment: posted.commitment,
  };
}

function missing(form: PostedForm, fields: readonly (FormField & keyof PostedForm)[]): readonly FormFault[] {
  return fields.filter((field) => form[field] === '').map((field) => ({ field, reason: 'missing' }));
}

function tooLong(form: PostedForm): readonly FormFault[] {
  const fields = Object.entries(longest) as [FormField & keyof PostedForm, number][]; // the keys of the table above
  return fields.filter(([field, most]) => form[field].length > most).map(([field]) => ({ field, reason: 'tooLong' }));
}

function emailFaults(email: string): readonly FormFault[] {
  if (email === '') return [{ field: 'email', reason: 'missing' }];
  const fault = addressFault(email);
  return fault === undefined ? [] : [{ field: 'email', ...fault }];
}

function phoneFaults(phone: string): readonly FormFault[] {
  if (phone === '') return [{ field: 'phone', reason: 'missing' }];
  const digits = phone.replace(/\D/g, '').length;
  return digits >= 6 && digits <= 18 ? [] : [{ field: 'phone', reason: 'phoneUnreadable' }];
}

type Found =
  { readonly id: string | null; readonly warnings: readonly RegistrationWarning[] } | { readonly fault: FormFault };

function organisationOf(form: PostedForm, organisations: readonly Organisation[]): Found {
  if (form.organisationId !== 'other') {
    const known = organisations.some(({ id }) => id === form.organisationId);
    return known
      ? { id: form.organisationId, warnings: [] }
      : { fault: { field: 'organisationId', reason: 'missing' } };
  }
  if (form.organisationText === '') return { fault: { field: 'organisationText', reason: 'missing' } };
  if (organisations.some(({ id }) => id === form.organisationChoice))
    return { id: form.organisationChoice, warnings: ['organisationMatched'] };
  const match = matchOrganisation(form.organisationText, organisations);
  if (match.certain !== undefined) return { id: match.certain.id, warnings: ['organisationMatched'] };
  if (match.suggestions.length === 0 || form.organisationChoice === 'none')
    return { id: null, warnings: ['unknownOrganisation'] };
  return { fault: { field: 'organisationText', reason: 'whichOrganisation', suggestions: match.suggestions } };
}

export interface OrganisationMatch {
  /** Set when only one organisation can be meant: "Falun kommun" is Falu kommun. */
  readonly certain?: Organisation;
  readonly suggestions: readonly Organisation[];
}

/** Finds what somebody means by an organisation's name, however it is declined or misspelt. */
export function matchOrganisation(text: string, organisations: readonly Organisation[]): OrganisationMatch {
  const wanted = core(text);
  const scored = organisations.map((organisation) => ({ organisation, distance: distanceTo(wanted, organisation) }));
  const exact = scored.filter(({ distance }) => distance === 0);
  const [only] = exact;
  if (exact.length === 1 && only !== undefined) return { certain: only.organisation, suggestions: [] };
  const near = scored
    .filter(({ distance }) => distance <= 2)
    .toSorted((one, other) => one.distance - other.distance)
    .map(({ organisation }) => organisation);
  return { suggestions: near.slice(0, 4) };
}

/** The name without the words that all share, without accents and case. */
function core(text: string): string {
  const plain = withoutAccents(text).toLowerCase();
  return plain
    .replace(/\b(kommun|kommuns|stad|lan|ab)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function distanceTo(wanted: string, { name, shortName }: Organisation): number {
  const cores = [core(name), core(shortName)];
  // "Säters" and "Säter" are the same place: the genitive is how Swedish municipalities are named.
  const forms = new Set(cores.flatMap((one) => [one, one.replace(/s$/, '')]));
  const asked = [wanted, wanted.replace(/s$/, '')];
  const contained =
    wanted.length >= 4 && cores.some((one) => one.includes(wanted) || (one.length >= 4 && wanted.includes(one)));
  const least = shortEnough(wanted, nearest(asked, forms));
  // One word of several is a hint, never a certain match: "Leksans komun" has two mistakes in two words.
  const words = wanted.includes(' ') ? wanted.split(' ').filter((word) => word.length >= 4) : [];
  const byWord = Math.min(...words.map((word) => Math.max(1, shortEnough(word, nearest([word], forms)))));
  return Math.min(least === 0 ? 0 : contained ? 1 : least, byWord);
}

function nearest(asked: readonly string[], forms: ReadonlySet<string>): number {
  return Math.min(...[...forms].flatMap((form) => asked.map((one) => edits(one, form))));
}

/** Two wrong letters of four are another word. */
function shortEnough(wanted: string, distance: number): number {
  return distance > 0 && wanted.length < 3 * distance ? Number.POSITIVE_INFINITY : distance;
}

/** Levenshtein: letters to add, drop or change. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (letter === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
