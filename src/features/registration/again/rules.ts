import type { Person } from '../../planning/types.ts';
import { isSameName } from '../rules.ts';
import type { RegistrationInput, RegistrationWarning } from '../types.ts';

/** What was left out the first time. What somebody has given stays: whoever knows an address must not be able to change it. */
export function filledIn(
  person: Pick<Person, 'kind' | 'title' | 'phone' | 'organisationId' | 'unit'>,
  input: RegistrationInput,
): { readonly title?: string; readonly phone?: string; readonly organisation_id?: string } {
  const hasNowhere = person.organisationId === null && (person.unit ?? '').trim() === '';
  return {
    ...((person.phone ?? '').trim() === '' ? { phone: input.phone } : {}),
    ...(person.kind === 'participant' && person.title.trim() === '' ? { title: input.title } : {}),
    ...(hasNowhere && input.organisationId !== null ? { organisation_id: input.organisationId } : {}),
  };
}

/** What the content lead should look at: two people may share an address. */
export function doubts(
  person: Pick<Person, 'givenName' | 'familyName' | 'organisationId'>,
  input: RegistrationInput,
): readonly RegistrationWarning[] {
  const { organisationId } = person;
  const isOther = input.organisationId !== null && organisationId !== null && input.organisationId !== organisationId;
  return [
    ...(isOther ? (['otherOrganisationGiven'] as const) : []),
    ...(hasSameName(person, input) ? [] : (['otherNameGiven'] as const)),
  ];
}

/** A double click posts the very same form again. The planners have named the staff, so there the number says it. */
export function isSameForm(
  person: Pick<Person, 'kind' | 'givenName' | 'familyName' | 'title' | 'phone' | 'organisationId'>,
  input: RegistrationInput,
): boolean {
  if (person.phone !== input.phone) return false;
  if (person.kind === 'staff') return true;
  const isSamePlace = person.organisationId === input.organisationId;
  return hasSameName(person, input) && person.title === input.title && isSamePlace;
}

function hasSameName(person: Pick<Person, 'givenName' | 'familyName'>, input: RegistrationInput): boolean {
  return isSameName(`${input.givenName} ${input.familyName}`, `${person.givenName} ${person.familyName}`);
}
