import { withoutAccents } from '../../../../domain/swedish-text.ts';
import type { ListField, ListTable } from '../types.ts';

/** Headings by what they contain, the surest first. A heading of Forms is a whole question: "Har du någon specialkost?" */
const signs: readonly (readonly [field: ListField, pattern: RegExp])[] = [
  ['dietary', /specialkost|\bkost|allerg|dietary|\bdiet\b|food/],
  ['commitment', /medveten|anmalan galler|hela larprojektet|commitment/],
  ['registeredAt', /slutforandetid|completion time|tidsstampel|timestamp|anmald\b|registered/],
  ['registeredAt', /^starttid$|^start time$/],
  ['email', /\be ?post|\be ?mail\b|\bmejl|\bmail/],
  ['phone', /telefon|mobil|phone|\btel\b/],
  ['givenName', /fornamn|tilltalsnamn|first name|given name/],
  ['familyName', /efternamn|last name|family name|surname/],
  ['organisation', /organisation|organization|kommun|arbetsplats|arbetsgivare|foretag|company|employer|myndighet/],
  ['title', /befattning|\btitel|\btitle|\broll\b|funktion|\brole\b|position|yrke/],
  ['fullName', /\bnamn\b|\bname\b/],
];

/** "1. E-post:" and "e-post" are one heading. Both names in one column is a name. */
function fold(heading: string): string {
  const plain = withoutAccents(heading)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^\d+ /, '');
  return /for ?(och|o|&)? ?efternamn|for och efternamn/.test(plain) ? 'namn' : plain;
}

/** Lower is surer; undefined when the heading says nothing that we know. */
function signOf(heading: string): { readonly field: ListField; readonly rank: number } | undefined {
  const folded = fold(heading);
  const rank = folded === '' ? -1 : signs.findIndex(([, pattern]) => pattern.test(folded));
  const field = signs[rank]?.[0];
  return field === undefined ? undefined : { field, rank };
}

const hasContent = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
/** A list may have a title and a date above its headings. */
const mostAbove = 10;

/** Where the headings stand, what each column holds, and the rows below with the numbers that the sheet shows. */
export function tableOf(cells: readonly (readonly string[])[], mapping?: readonly (ListField | 'none')[]): ListTable {
  const top = headingRow(cells);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, index) => cells[top]?.[index]?.trim() || `Kolumn ${index + 1}`);
  const rows = cells
    .map((row, index) => ({ row: index + 1, cells: headings.map((_, column) => row[column] ?? '') }))
    .slice(top + 1)
    .filter((row) => hasContent(row.cells));
  const fields = mapping ?? recognised(headings, rows);
  return {
    columns: headings.map((heading, index) => {
      const field = fields[index] ?? 'none';
      return { heading, field: field === 'none' ? null : field };
    }),
    rows,
  };
}

/** -1 when the list begins with people. */
function headingRow(cells: readonly (readonly string[])[]): number {
  const above = cells.slice(0, mostAbove);
  const known = above.findIndex(
    (row) => new Set(row.flatMap((cell) => signOf(cell)?.field ?? [])).size >= 2 && !row.some(isAddress),
  );
  if (known >= 0) return known;
  const first = above.findIndex(hasContent);
  return first >= 0 && cells[first]?.some(isAddress) === false ? first : -1;
}

function isAddress(cell: string): boolean {
  return /\S@\S/.test(cell);
}

/**
 * Each field once: of two columns for the same the surer, then the one with more in it. Forms has an own "E-post" that
 * says "anonymous" for those outside, beside the question that they did answer.
 */
function recognised(headings: readonly string[], rows: ListTable['rows']): readonly (ListField | 'none')[] {
  const found = headings.flatMap((heading, index) => {
    const sign = signOf(heading);
    if (sign === undefined) return [];
    const filled = rows.filter(({ cells }) => {
      const cell = cells[index]?.trim() ?? '';
      return sign.field === 'email' ? isAddress(cell) : cell !== '' && cell !== 'anonymous';
    }).length;
    return [{ ...sign, index, filled }];
  });
  const best = new Map<ListField, number>();
  for (const one of found.toSorted((a, b) => a.rank - b.rank || b.filled - a.filled || a.index - b.index))
    if (!best.has(one.field)) best.set(one.field, one.index);
  if (best.has('givenName') && best.has('familyName')) best.delete('fullName');
  if (!best.has('email')) {
    const guessed = headings.findIndex((_, index) => rows.some(({ cells }) => isAddress(cells[index] ?? '')));
    if (guessed >= 0) best.set('email', guessed);
  }
  const byColumn = new Map([...best].map(([field, index]) => [index, field]));
  return headings.map((_, index) => byColumn.get(index) ?? 'none');
}
