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
