import { Temporal } from 'temporal-polyfill';
import { foldEmail } from '../../../../domain/swedish-text.ts';
import type { RefusalDetails } from '../../../../domain/outcome.ts';
import type { Organisation } from '../../../planning/types.ts';
import { matchOrganisation } from '../../form/rules.ts';
import { addressFault, isOfDomain } from '../../rules.ts';
import type { ListFault, ListField, ListTable, ListWarning, RowChoice } from '../types.ts';

export interface Told<Reason> {
  readonly reason: Reason;
  readonly details: RefusalDetails;
}

/** One row as a person, before anything is compared with the project. `email` is folded. */
export interface ReadRow {
  readonly row: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly organisationId: string | null;
  /** What the list calls it, when no organisation is meant for certain. */
  readonly organisationText: string;
  readonly dietary: string;
  readonly registeredAt: Temporal.Instant | null;
  readonly hasTicked: boolean;
  readonly faults: readonly (Told<ListFault> & { readonly field: ListField; readonly value: string | null })[];
  readonly warnings: readonly Told<ListWarning>[];
  readonly suggestions: readonly Organisation[];
}

export interface ReadingFacts {
  /** Those whose people may register, and the rest. */
  readonly organisations: readonly Organisation[];
  readonly timeZone: string;
  readonly now: Temporal.Instant;
}

const longest = { name: 100, title: 150, organisation: 150, phone: 40, dietary: 1000 } as const;

/** Reads a row in the trade's words: every fault and every doubt at once. */
export function readRow(
  { columns }: Pick<ListTable, 'columns'>,
  { row, cells }: ListTable['rows'][number],
  choice: RowChoice,
  facts: ReadingFacts,
): ReadRow {
  const cell = (field: ListField): string => cells[columns.findIndex((column) => column.field === field)] ?? '';
  const line = (field: ListField): string => oneLine(cell(field));
  const name = nameOf({ given: line('givenName'), family: line('familyName'), full: line('fullName') });
  const address = addressOf(choice.email ?? line('email'));
  const organisation = organisationOf(line('organisation'), address.email, choice, facts.organisations);
  const phone = phoneOf(line('phone'));
  const time = timeOf(line('registeredAt'), facts);
  const dietary = cell('dietary').normalize('NFC').trim();
  return {
    row,
    givenName: name.given,
    familyName: name.family,
    title: line('title'),
    email: address.email,
    phone: phone.phone,
    organisationId: organisation.id,
    organisationText: organisation.text,
    dietary: isNothing(dietary) ? '' : dietary,
    registeredAt: time.at,
    hasTicked: cell('commitment').trim() !== '' && !/^\s*(nej|no|false|falskt|0)\b/i.test(cell('commitment')),
    suggestions: organisation.suggestions,
    faults: [
      ...(name.given === '' || name.family === ''
        ? [
            fault(
              'missingName',
              columns.some(({ field }) => field === 'fullName')
                ? 'fullName'
                : name.given === ''
                  ? 'givenName'
                  : 'familyName',
              null,
            ),
          ]
        : []),
      ...address.faults,
      ...tooLong({
        givenName: name.given,
        familyName: name.family,
        title: line('title'),
        organisation: line('organisation'),
        phone: phone.phone,
      }),
      // The value of a dietary cell is never shown.
      ...(dietary.length > longest.dietary ? [fault('tooLong', 'dietary', null)] : []),
    ],
    warnings: [...address.warnings, ...organisation.warnings, ...phone.warnings, ...time.warnings, ...name.warnings],
  };
}

function fault(reason: ListFault, field: ListField, value: string | null): ReadRow['faults'][number] {
  return { reason, field, value, details: {} };
}

function told(reason: ListWarning, details: RefusalDetails = {}): Told<ListWarning> {
  return { reason, details };
}

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** "Inga allergier" and "-" are answers to Forms' question, and nothing for the kitchen. */
function isNothing(dietary: string): boolean {
  return /^(-|–|nej|no|none|inget|inga|ingen|ej|n\/a|inga allergier|ingen specialkost)?\.?$/i.test(dietary);
}

function tooLong(texts: Readonly<Partial<Record<ListField, string>>>): ReadRow['faults'] {
  const most = (field: string): number =>
    field === 'title'
      ? longest.title
      : field === 'organisation'
        ? longest.organisation
        : field === 'phone'
          ? longest.phone
          : longest.name;
  return Object.entries(texts)
    .filter(([field, text]) => text.length > most(field))
    .map(([field, text]) => fault('tooLong', field as ListField, `${text.slice(0, 40)}…`)); // a key of the argument
}

/** "Karin von Öhsen" is Karin · von Öhsen, "Öhsen, Karin" the other way round. Two words need no remark. */
function nameOf({ given, family, full }: { given: string; family: string; full: string }) {
  if ((given !== '' && family !== '') || full === '') return { given, family, warnings: [] };
  const comma = /^([^,]+),\s*(.+)$/.exec(full);
  if (comma?.[1] !== undefined && comma[2] !== undefined)
    return { given: comma[2], family: comma[1].trim(), warnings: [] };
  const words = full.split(' ');
  const particle = words.findIndex((word, index) => index > 0 && /^(af|av|von|van|de|der|la|le|el|al)$/i.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  const split = { given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') };
  return { ...split, warnings: words.length > 2 ? [told('nameSplit', split)] : [] };
}

function addressOf(typed: string): Pick<ReadRow, 'email' | 'faults' | 'warnings'> {
  // Outlook copies a person as "Kim Ek <kim.ek@kommun.se>".
  const text = /<([^<>\s]+@[^<>\s]+)>/.exec(typed)?.[1] ?? typed.replace(/^mailto:/i, '');
  if (text === '' || text === 'anonymous')
    return { email: '', faults: [fault('missingEmail', 'email', null)], warnings: [] };
  const found = addressFault(text);
  if (found?.reason === 'addressUnreadable')
    return {
      email: foldEmail(text).address,
      faults: [fault('addressUnreadable', 'email', text.slice(0, 80))],
      warnings: [],
    };
  if (found === undefined) return { email: foldEmail(text).address, faults: [], warnings: [] };
  return { email: found.suggestion, faults: [], warnings: [told('accentsTaken', { email: found.suggestion })] };
}

interface FoundOrganisation extends Pick<ReadRow, 'warnings' | 'suggestions'> {
  readonly id: string | null;
  readonly text: string;
}

/** By its name, however it is declined; else by the address's domain; else with suggestions to choose among. */
function organisationOf(
  text: string,
  email: string,
  choice: RowChoice,
  organisations: readonly Organisation[],
): FoundOrganisation {
  const byDomain = organisations.filter(({ emailDomain }) => emailDomain !== null && isOfDomain(email, emailDomain));
  const outside = (one: Organisation): readonly Told<ListWarning>[] =>
    isOfDomain(email, one.emailDomain) ? [] : [told('addressOutsideOrganisation')];
  const chosen = organisations.find(({ id }) => id === choice.organisationId);
  if (chosen !== undefined)
    return {
      id: chosen.id,
      text: '',
      suggestions: [chosen],
      warnings: [told('organisationMatched'), ...outside(chosen)],
    };
  if (choice.organisationId === null)
    return { id: null, text, suggestions: [], warnings: [told('unknownOrganisation')] };
  const named = organisations.find(({ name, shortName }) =>
    [name, shortName].some((one) => one.toLowerCase() === text.toLowerCase()),
  );
  if (named !== undefined) return { id: named.id, text: '', suggestions: [], warnings: outside(named) };
  const match = text === '' ? { suggestions: [] } : matchOrganisation(text, organisations);
  if (match.certain !== undefined)
    return {
      id: match.certain.id,
      text: '',
      suggestions: [],
      warnings: [told('organisationMatched'), ...outside(match.certain)],
    };
  const [only] = byDomain;
  if (text === '' && only !== undefined && byDomain.length === 1)
    return {
      id: only.id,
      text: '',
      suggestions: [],
      warnings: [told('organisationByAddress', { organisation: only.name })],
    };
  const suggestions = [...new Set([...match.suggestions, ...byDomain])].slice(0, 4);
  return { id: null, text, suggestions, warnings: [told('whichOrganisation', { text: text === '' ? '–' : text })] };
}

function phoneOf(typed: string): Pick<ReadRow, 'phone' | 'warnings'> {
  return /^[1-9]\d{7,8}$/.test(typed)
    ? { phone: `0${typed}`, warnings: [told('zeroAdded')] }
    : { phone: typed, warnings: [] };
}

/** `2026-08-20 14:03`, or as Forms in English writes it: `8/20/26 14:03:11`. In the project's zone. */
function timeOf(
  typed: string,
  { timeZone, now }: ReadingFacts,
): { at: Temporal.Instant | null; warnings: readonly Told<ListWarning>[] } {
  if (typed === '') return { at: null, warnings: [] };
  const [, month, day, year, rest = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?:[ T](.*))?$/.exec(typed) ?? [];
  const iso =
    month === undefined
      ? typed.replace(' ', 'T')
      : `${year?.padStart(4, '20')}-${month.padStart(2, '0')}-${day?.padStart(2, '0')}T${rest.padStart(5, '0')}`;
  try {
    const at = Temporal.PlainDateTime.from(iso.replace(/T0{5}$/, ''))
      .toZonedDateTime(timeZone)
      .toInstant();
    if (Temporal.Instant.compare(at, now) <= 0) return { at, warnings: [] };
  } catch {
    // Told below: a time that nobody can read is worth a warning, not the whole row.
  }
  return { at: null, warnings: [told('timeUnreadable')] };
}
