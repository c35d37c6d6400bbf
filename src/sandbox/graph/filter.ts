import { badRequest } from './errors.ts';
import { isObject } from './check-body.ts';

/** Decides whether one item, in the shape that Graph answers with, passes. */
export type Filter = (item: unknown) => boolean;

/** The part of OData's `$filter` that the services behind Graph answer to; anything else is refused. */
export function readFilter(text: string, options: { ignoreCase?: boolean } = {}): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string => tokens[at] ?? '';
  const word = (): string => peek().toLowerCase();
  const take = (): string => tokens[at++] ?? '';
  const invalid = (): Error => badRequest(`Invalid filter clause: ${text}`);
  const expect = (token: string): void => {
    if (take().toLowerCase() !== token) throw invalid();
  };
  const same = (value: unknown): unknown =>
    options.ignoreCase === true && typeof value === 'string' ? value.toLowerCase() : value;

  type Test = (scope: Scope) => boolean;

  function either(): Test {
    let left = both();
    while (word() === 'or') {
      take();
      const [a, b] = [left, both()];
      left = (scope) => a(scope) || b(scope);
    }
    return left;
  }
  function both(): Test {
    let left = single();
    while (word() === 'and') {
      take();
      const [a, b] = [left, single()];
      left = (scope) => a(scope) && b(scope);
    }
    return left;
  }
  function single(): Test {
    if (word() === 'not') {
      take();
      const inner = single();
      return (scope) => !inner(scope);
    }
    if (peek() === '(') {
      take();
      const inner = either();
      expect(')');
      return inner;
    }
    if (['startswith', 'endswith', 'contains'].includes(word()) && tokens[at + 1] === '(')
      return textFunction(take().toLowerCase());
    if (/\/any$/i.test(peek()) && tokens[at + 1] === '(') return anyOf(take().replace(/\/any$/i, ''));
    return comparison();
  }
  function textFunction(name: string): Test {
    expect('(');
    const [a, , b] = [operand(), expect(','), operand()];
    expect(')');
    return (scope) => {
      const [whole, part] = [wordOf(a(scope)), wordOf(b(scope))];
      return name === 'startswith'
        ? whole.startsWith(part)
        : name === 'endswith'
          ? whole.endsWith(part)
          : whole.includes(part);
    };
  }
  function anyOf(path: string): Test {
    expect('(');
    const name = take();
    expect(':');
    const inner = either();
    expect(')');
    return (scope) => {
      const list = scope(path);
      return Array.isArray(list) && list.some((item) => inner(scopeOf(item, name, scope)));
    };
  }
  function comparison(): Test {
    const [left, operator, right] = [operand(), take().toLowerCase(), operand()];
    const compare = comparisons[operator];
    if (compare === undefined) throw invalid();
    return (scope) => compare(same(left(scope)), same(right(scope)));
  }
  function operand(): (scope: Scope) => unknown {
    const token = take();
    if (token.startsWith("'")) return () => token.slice(1, -1).replaceAll("''", "'");
    if (token === 'null') return () => null;
    if (token === 'true' || token === 'false') return () => token === 'true';
    if (/^-?\d+(\.\d+)?$/.test(token)) return () => Number(token);
    if (/^\d{4}-\d\d/.test(token)) return () => token;
    if (!/^[a-z@_]/i.test(token)) throw invalid();
    return (scope) => scope(token);
  }

  const test = either();
  if (at < tokens.length) throw invalid();
  return (item) => test(scopeOf(item));
}

type Scope = (path: string) => unknown;

function scopeOf(item: unknown, name?: string, outer?: Scope): Scope {
  return (path) => {
    const parts = path.split('/');
    if (name === undefined) return at(item, parts);
    return parts[0] === name ? at(item, parts.slice(1)) : outer?.(path);
  };
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

function at(item: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((value, part) => (isObject(value) ? (value[part] ?? null) : null), item);
}

const comparisons: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => order(a, b) > 0,
  ge: (a, b) => order(a, b) >= 0,
  lt: (a, b) => order(a, b) < 0,
  le: (a, b) => order(a, b) <= 0,
};

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function tokensOf(text: string): string[] {
  const tokens = text.match(/'(?:[^']|'')*'|[(),]|:(?!\d)|[^\s(),:']+(?::\d\d[^\s(),']*)?/g) ?? [];
  if (tokens.join('').length !== text.replace(/\s+(?=(?:[^']*'[^']*')*[^']*$)/g, '').length)
    throw badRequest(`Invalid filter clause: ${text}`);
  return tokens;
}
