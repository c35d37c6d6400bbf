import { Temporal } from 'temporal-polyfill';
import { fill, type Words } from '../../../../domain/words.ts';
import type { RegistrationState } from '../../../../domain/people.ts';
import type { Organisation, Person } from '../../../planning/types.ts';
import { hasPlace, type Places } from '../../rules.ts';
import { warningWords, type RegistrationWarning } from '../../types.ts';
import type { ReadRow, Told } from '../reading/rules.ts';
import {
  listFaultWords,
  listWarningWords,
  type Becomes,
  type ListRow,
  type ListTable,
  type ListWarning,
} from '../types.ts';

export interface PlanFacts {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly states: ReadonlyMap<string, RegistrationState>;
  readonly project: Places;
  placesOf(organisationId: string | null): Places;
  /** The bookings have gone out, so a new place sends mail: it waits for the content lead's word. */
  readonly isClosed: boolean;
}

/** One row with what becomes of it. */
export interface PlannedRow extends ReadRow {
  readonly becomes: Becomes;
  /** Somebody in the project with that address. */
  readonly person: Person | undefined;
}

/**
 * REG-03, INV-04: what becomes of every row. The same address twice is one registration, those who registered first get
 * the places, and who is in the project already keeps what they have.
 */
export function planOf(rows: readonly ReadRow[], facts: PlanFacts): readonly PlannedRow[] {
  const merged = mergedRows(rows);
  const taken = new Map<string | null, number>();
  let inAll = 0;
  const planned = merged.toSorted(byArrival).map((one): PlannedRow => {
    const person = facts.people.find(({ emailKey }) => emailKey === one.email);
    const state = person === undefined ? undefined : facts.states.get(person.id);
    const row = { ...one, person };
    if (one.faults.length > 0) return { ...row, becomes: 'fault' };
    if (one.becomes === 'merged') return { ...row, becomes: 'merged' };
    if (state === 'confirmed' || state === 'waitingList' || state === 'lateRequest')
      return warned(row, 'updated', one.dietary === '' ? [] : [told('ownDietaryStands')]);
    const again = state === undefined ? [] : [told('wasGone')];
    if (facts.isClosed) return warned(row, 'lateRequest', again);
    const organisationId = person?.organisationId ?? one.organisationId;
    const own = facts.placesOf(organisationId);
    const used = taken.get(organisationId) ?? 0;
    const places = { ...own, taken: own.taken + used };
    const project = { ...facts.project, taken: facts.project.taken + inAll };
    if (!hasPlace(places, project)) return warned(row, 'waitingList', [...again, waits(organisationId, places, facts)]);
    taken.set(organisationId, used + 1);
    inAll += 1;
    return warned(row, 'confirmed', again);
  });
  return planned.toSorted((one, other) => one.row - other.row);
}

function waits(organisationId: string | null, { max, taken }: Places, { organisations }: PlanFacts): Told<ListWarning> {
  const organisation = organisations.find(({ id }) => id === organisationId);
  return max !== null && taken >= max
    ? told('waits', { organisation: organisation?.name ?? '', max })
    : told('waitsProject');
}

function told(reason: ListWarning, details: Told<ListWarning>['details'] = {}): Told<ListWarning> {
  return { reason, details };
}

function warned<Row extends ReadRow>(row: Row, becomes: Becomes, more: readonly Told<ListWarning>[]) {
  return { ...row, becomes, warnings: [...row.warnings, ...more] };
}

function byArrival(one: ReadRow, other: ReadRow): number {
  if (one.registeredAt !== null && other.registeredAt !== null)
    return Temporal.Instant.compare(one.registeredAt, other.registeredAt) || one.row - other.row;
  return one.row - other.row;
}

type Merging = ReadRow & { readonly becomes?: 'merged' };

/** The first of an address stands, with its time and organisation, and gets the later one's other details. */
function mergedRows(rows: readonly ReadRow[]): readonly Merging[] {
  const first = new Map<string, number>();
  const result: Merging[] = [];
  for (const row of rows) {
    const at = row.faults.length > 0 ? undefined : first.get(row.email);
    const before = at === undefined ? undefined : result[at];
    if (at === undefined || before === undefined) {
      if (row.faults.length === 0) first.set(row.email, result.length);
      result.push(row);
      continue;
    }
    const later = (mine: string, newer: string): string => (newer === '' ? mine : newer);
    result[at] = {
      ...before,
      givenName: row.givenName,
      familyName: row.familyName,
      title: later(before.title, row.title),
      phone: later(before.phone, row.phone),
      dietary: later(before.dietary, row.dietary),
      hasTicked: before.hasTicked || row.hasTicked,
      organisationId: before.organisationId ?? row.organisationId,
    };
    const isOther =
      row.organisationId !== null && before.organisationId !== null && row.organisationId !== before.organisationId;
    const more = [
      told('sameAddress', { row: before.row }),
      ...(isOther ? [told('otherOrganisationInList', { row: before.row })] : []),
    ];
    result.push({ ...row, becomes: 'merged', warnings: more, suggestions: [] });
  }
  return result;
}

/** As the preview shows it: the words for everything, and nothing dietary. */
export function shownRow(
  planned: PlannedRow,
  { columns }: Pick<ListTable, 'columns'>,
  organisations: readonly Organisation[],
): ListRow {
  const organisation = organisations.find(({ id }) => id === planned.organisationId);
  const headingOf = (field: string): string =>
    columns.find((column) => column.field === field)?.heading ?? fieldNames[field] ?? field;
  return {
    row: planned.row,
    name: `${planned.givenName} ${planned.familyName}`.trim(),
    email: planned.email,
    title: planned.title,
    organisationId: planned.organisationId,
    organisation: organisation?.name ?? planned.organisationText,
    becomes: planned.becomes,
    hasDietary: planned.dietary !== '' && planned.becomes !== 'updated',
    isCommitted: planned.hasTicked,
    faults: planned.faults.map(({ field, value, reason }) => ({
      column: headingOf(field),
      value,
      words: listFaultWords[reason],
    })),
    warnings: planned.warnings.map(wordsOf),
    suggestions: planned.suggestions.map(({ id, name }) => ({ id, name })),
  };
}

const fieldNames: Readonly<Record<string, string>> = {
  givenName: 'Förnamn',
  familyName: 'Efternamn',
  fullName: 'Namn',
  email: 'E-post',
};

function isRegistrationWarning(reason: ListWarning): reason is RegistrationWarning {
  return reason in warningWords;
}

function wordsOf({ reason, details }: Told<ListWarning>): Words {
  const words = isRegistrationWarning(reason) ? warningWords[reason] : listWarningWords[reason];
  return { sv: fill(words.sv, details), en: fill(words.en, details) };
}

/** What a registration keeps of the warnings, to be seen in the participant list. */
export function keptWarnings({ warnings }: PlannedRow): readonly RegistrationWarning[] {
  return [
    ...new Set(
      warnings.flatMap(({ reason }) =>
        reason === 'whichOrganisation'
          ? ['unknownOrganisation' as const]
          : isRegistrationWarning(reason)
            ? [reason]
            : [],
      ),
    ),
  ];
}
