import type { Handler } from './call.ts';
import { GraphFault, segmentNotFound } from './errors.ts';

/** A route is `METHOD /users/{user}/events`; literal segments are matched without regard to case, as OData names are. */
export type Routes = Readonly<Record<string, Handler>>;

export interface Match {
  readonly handler: Handler;
  readonly params: ReadonlyMap<string, string>;
}

export interface Router {
  /** Throws Graph's refusal for a path or method that nobody answers. */
  match(method: string, rawPath: string): Match;
}

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}

export function openRouter(tables: readonly Routes[]): Router {
  const routes = tables.flatMap((table) =>
    Object.entries(table).map(([line, handler]): Route => {
      const [method = '', path = ''] = line.split(' ');
      return { method, segments: path.split('/').slice(1), handler };
    }),
  );
  const byLength = Map.groupBy(routes, (route) => route.segments.length);

  return {
    match(method, rawPath) {
      const segments = splitPath(rawPath);
      const candidates = (byLength.get(segments.length) ?? []).filter((route) => fits(route.segments, segments));
      // The route with most literal segments wins: /calendarView/delta before /calendarView/{id}.
      const best = candidates.sort((a, b) => literals(b) - literals(a));
      const found = best.find((route) => route.method === method);
      if (found !== undefined) return { handler: found.handler, params: paramsOf(found.segments, segments) };
      if (candidates.length > 0)
        throw new GraphFault(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
      throw segmentNotFound(unknownSegment(routes, segments));
    },
  };
}

/** `drives/d/items/i:/a b.txt:/content` becomes `drives d items i : "a b.txt" : content`, so that a path is one segment. */
export function splitPath(rawPath: string): string[] {
  const drive = /^(\/drives\/[^/]+\/(?:root|items\/[^/:]+)):\/(.+?):?(?:(?<=:)\/(content|createUploadSession))?$/i.exec(
    rawPath,
  );
  if (drive !== null) {
    const [, head = '', path = '', action] = drive;
    const tail = [':', decodePath(path), ...(action === undefined ? [] : [action])];
    return [...plainSegments(head), ...tail];
  }
  return plainSegments(rawPath);
}

function plainSegments(rawPath: string): string[] {
  // `users('a@b')` is the same as `users/a@b`, and `delta()` the same as `delta`.
  const plain = rawPath.replace(/\('([^']*)'\)/g, '/$1').replace(/\(\)/g, '');
  return plain
    .split('/')
    .slice(1)
    .filter((segment, position, all) => segment !== '' || position < all.length - 1)
    .map(decodePath);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new GraphFault(400, 'BadRequest', 'Invalid URL.');
  }
}

const isParam = (segment: string): boolean => segment.startsWith('{');
const literals = (route: Route): number => route.segments.filter((segment) => !isParam(segment)).length;

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return pattern.every((part, i) => isParam(part) || part.toLowerCase() === segments[i]?.toLowerCase());
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Map<string, string> {
  return new Map(pattern.flatMap((part, i) => (isParam(part) ? [[part.slice(1, -1), segments[i] ?? '']] : [])));
}

/** The first segment at which no route goes on. */
function unknownSegment(routes: readonly Route[], segments: readonly string[]): string {
  for (let length = 1; length <= segments.length; length += 1) {
    const head = segments.slice(0, length);
    if (!routes.some((route) => route.segments.length >= length && fits(route.segments.slice(0, length), head)))
      return segments[length - 1] ?? '';
  }
  return segments.at(-1) ?? '';
}
