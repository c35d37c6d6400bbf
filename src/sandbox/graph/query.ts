import type { Call } from './call.ts';
import { isObject } from './check-body.ts';
import { badRequest } from './errors.ts';
import { readFilter } from './filter.ts';

export interface ListRules {
  /** What a page holds when nothing is asked for. */
  readonly pageSize: number;
  readonly maxPageSize?: number;
  readonly ignoreCase?: boolean;
  /** Options that this resource refuses. */
  readonly refused?: readonly string[];
}

/** Applies `$filter $orderby $skip $top $select $count` to finished items, with a next link when there are more. */
export function listed(
  call: Call,
  context: string,
  items: readonly Record<string, unknown>[],
  rules: ListRules,
): unknown {
  for (const name of rules.refused ?? [])
    if (call.query.has(name)) throw badRequest(`The query parameter '${name}' is not supported.`);
  const filter = call.query.get('$filter');
  const passed = filter === null ? items : items.filter(readFilter(filter, { ignoreCase: rules.ignoreCase ?? false }));
  const sorted = ordered(passed, call.query.get('$orderby'));
  const skip = whole(call, '$skip') ?? 0;
  const top = Math.min(whole(call, '$top') ?? rules.pageSize, rules.maxPageSize ?? 1000);
  const page = sorted.slice(skip, skip + top).map((item) => selected(call, item));
  const hasMore = sorted.length > skip + top;
  return {
    '@odata.context': context,
    ...(call.query.get('$count') === 'true' ? { '@odata.count': sorted.length } : {}),
    value: page,
    ...(hasMore ? { '@odata.nextLink': linkWith(call, { $skip: String(skip + top), $top: String(top) }) } : {}),
  };
}

/** `$select`, with the id and annotations that always come along. */
export function selected(call: Call, item: Record<string, unknown>): Record<string, unknown> {
  const select = call.query.get('$select');
  if (select === null || select === '') return item;
  const wanted = new Set(select.split(',').map((name) => name.trim().toLowerCase()));
  const expanded = new Set((call.query.get('$expand') ?? '').split(/[,(]/).map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(
    Object.entries(item).filter(
      ([name]) =>
        name === 'id' || name.includes('@') || wanted.has(name.toLowerCase()) || expanded.has(name.toLowerCase()),
    ),
  );
}

export function whole(call: Call, name: string): number | undefined {
  const text = call.query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`The value '${text}' of query option '${name}' is not valid.`);
  return Number(text);
}

/** The same request with other options: an opaque link that is followed as it is. */
export function linkWith(call: Call, options: Readonly<Record<string, string>>, keep = true): string {
  const query = new URLSearchParams(keep ? call.query : undefined);
  for (const [name, value] of Object.entries(options)) query.set(name, value);
  return `https://graph.microsoft.com/v1.0${call.rawPath}?${query.toString().replaceAll('+', '%20').replaceAll('%24', '$')}`;
}

function ordered(
  items: readonly Record<string, unknown>[],
  orderBy: string | null,
): readonly Record<string, unknown>[] {
  if (orderBy === null) return items;
  const [path = '', direction] = orderBy.trim().split(/\s+/);
  const key = (item: unknown): string => {
    const value = path.split('/').reduce((part, name) => (isObject(part) ? part[name] : undefined), item);
    return typeof value === 'string' ? value : JSON.stringify(value ?? '');
  };
  const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
  return [...items].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
