import { AskedToWait, FarSideFault } from '../../ports/far-side.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when empty, text when it was something else. */
  readonly body: unknown;
}

/** Graph said no in a way that nobody expected. `code` is its innermost one; its message may hold personal data and stays out. */
function graphFault(what: string, answer: GraphAnswer): FarSideFault {
  const code = errorCode(answer.body);
  const request = answer.headers.get('request-id') ?? 'unknown';
  return new FarSideFault(`${what}: Graph answered ${answer.status} ${code} (request ${request})`, {
    status: answer.status,
    code,
  });
}

export async function answerOf(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

// An empty 202 may claim to be JSON, and a gateway's 503 may be a page.
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @throws AskedToWait on 429 and 503, FarSideFault on any other status from 400 */
export function expectOk(what: string, answer: GraphAnswer): GraphAnswer {
  const wait = askedToWait(answer);
  if (wait !== undefined) throw new AskedToWait(what, wait);
  if (answer.status >= 400) throw graphFault(what, answer);
  return answer;
}

/** Services nest a more specific code inside `innerError`, spelt in two ways; messages change, codes do not. */
export function errorCode(body: unknown): string {
  let code = '';
  let level = property(body, 'error');
  while (level !== undefined) {
    const here = property(level, 'code');
    if (typeof here === 'string') code = here;
    level = property(level, 'innerError') ?? property(level, 'innererror');
  }
  return code;
}

const throttled = [429, 503];

export const isBusy = ({ status }: { readonly status: number }): boolean => throttled.includes(status);
export const saysHowLong = ({ headers }: { readonly headers: Headers }): boolean => headers.get('retry-after') !== null;

/** When the answer does not say how long. */
const usualWaitSeconds = 10;

/** Seconds to wait when the far side is busy; undefined when it is not. `now` in milliseconds, for a date in the header. */
export function askedToWait(
  answer: { readonly status: number; readonly headers: Headers },
  now = Date.now(),
): number | undefined {
  if (!isBusy(answer)) return undefined;
  const header = answer.headers.get('retry-after');
  if (header === null) return usualWaitSeconds;
  // Documented as whole seconds, seen as "2.128", allowed as an HTTP date.
  const seconds = /^[\d.]+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : usualWaitSeconds;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name] // any object may be asked for any name
    : undefined;
}
