import type { ExtendedProperty } from '../rows.ts';
import type { Call } from './call.ts';
import { readFilter } from './filter.ts';
import { propertiesShape } from './shapes.ts';

/** `$expand=singleValueExtendedProperties($filter=id eq '…')`: without it they are never shown. */
export function expandedProperties(call: Call, properties: readonly ExtendedProperty[]): Record<string, unknown> {
  const expand = call.query.get('$expand') ?? '';
  if (!/singleValueExtendedProperties/i.test(expand)) return {};
  const filter = /singleValueExtendedProperties\(\$filter=(.*)\)/i.exec(expand)?.[1];
  const wanted = propertiesShape(properties).filter(filter === undefined ? () => true : readFilter(filter));
  return wanted.length === 0 ? {} : { singleValueExtendedProperties: wanted };
}

/**
 * Leaves out what cannot pass a filter on an extended property's value, before anything is shaped:
 * a mailbox with thousands of mails is searched for one key again and again.
 */
export function mayPass<R extends { readonly extendedProperties: readonly ExtendedProperty[] }>(
  call: Call,
  rows: R[],
): R[] {
  const filter = call.query.get('$filter') ?? '';
  const value =
    /^singleValueExtendedProperties\/any\(\w+:\s*\w+\/id eq '[^']*' and \w+\/value eq '((?:[^']|'')*)'\)$/i.exec(
      filter,
    )?.[1];
  if (value === undefined) return rows;
  const wanted = value.replaceAll("''", "'");
  return rows.filter((row) => row.extendedProperties.some((property) => property.value === wanted));
}
