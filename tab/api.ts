import { QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Language } from '../src/domain/words.ts';
import type { Host } from './host.ts';
import { keepFocus } from './parts/focus.ts';
import { shell } from './wording/shell.ts';

/** How the API says no, or why it could not be reached. `message` is in the person's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly reason: string;
  readonly details: unknown;
  constructor(status: number, said: { reason: string; message: string; details?: unknown }) {
    super(said.message);
    this.status = status;
    this.reason = said.reason;
    this.details = said.details;
  }
}

let host: Pick<Host, 'token' | 'language'> | undefined;

/** Called once, when the host has answered. */
export function setHostForCalls(connected: Pick<Host, 'token' | 'language'>): void {
  host = connected;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Request {
  readonly method?: Method;
  /** Sent as JSON; a FormData as it is. */
  readonly body?: unknown;
}

async function send(path: string, { method = 'GET', body }: Request): Promise<Response> {
  const language: Language = host?.language ?? 'sv';
  const headers = new Headers({ authorization: `Bearer ${await token(language)}`, 'accept-language': language });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('content-type', 'application/json');
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(`/api/projects${path}`, { method, headers, body: payload });
  } catch (cause) {
    throw Object.assign(new ApiProblem(0, { reason: 'network', message: shell.noNetwork[language] }), { cause });
  }
  if (!response.ok) throw await problemOf(response, language);
  return response;
}

async function token(language: Language): Promise<string> {
  try {
    return (await host?.token()) ?? '';
  } catch (cause) {
    throw Object.assign(new ApiProblem(401, { reason: 'noToken', message: shell.noToken[language] }), { cause });
  }
}

async function problemOf(response: Response, language: Language): Promise<ApiProblem> {
  const said: unknown = await response.json().catch(() => null);
  if (typeof said === 'object' && said !== null && 'reason' in said && 'message' in said)
    return new ApiProblem(response.status, {
      reason: String(said.reason),
      message: String(said.message),
      details: 'details' in said ? said.details : undefined,
    });
  return new ApiProblem(response.status, { reason: 'fault', message: shell.fault[language] });
}

/** One call of `/api/projects…`. The answer's type is the one that the route's feature states in its types. */
export async function call<Answer>(path: string, request: Request = {}): Promise<Answer> {
  const response = await send(path, request);
  return (await response.json()) as Answer; // our own server, same release
}

/** Fetches a file behind the sign-in and hands it to the browser under the name that the server gives it. */
export async function download(path: string, name: string, request: Request = {}): Promise<void> {
  const response = await send(path, request);
  const said = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: said ?? name });
  link.click();
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** How often an open page looks for news, in milliseconds: rooms, people and mails answer by themselves. */
const LOOK_AGAIN_MS = 20_000;

export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2000,
        refetchInterval: LOOK_AGAIN_MS,
        retry: (times, cause) => times < 2 && (!(cause instanceof ApiProblem) || cause.status === 0),
      },
    },
  });
}

export function readKey(path: string): readonly string[] {
  return ['read', path];
}

/** What `path` answers, kept fresh while the page is open. */
export function useRead<Answer>(path: string | null, lookAgainMs = LOOK_AGAIN_MS): UseQueryResult<Answer> {
  return useQuery({
    queryKey: readKey(path ?? ''),
    queryFn: () => call<Answer>(path ?? ''),
    enabled: path !== null,
    refetchInterval: lookAgainMs,
  });
}

export interface Act<Input, Answer> {
  /** Does it, then everything on the page is read again. Rejects with {@link ApiProblem}. */
  run(input: Input): Promise<Answer>;
  readonly isBusy: boolean;
}

/** An act that changes something. */
export function useAct<Input, Answer>(act: (input: Input) => Promise<Answer>): Act<Input, Answer> {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSettled: async () => {
      await cache.invalidateQueries();
      keepFocus();
    },
  });
  return { run: (input) => mutation.mutateAsync(input), isBusy: mutation.isPending };
}
