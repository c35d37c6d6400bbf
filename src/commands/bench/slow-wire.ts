import type { SandboxWish } from '../../start.ts';

/** The published limits of Outlook for one mailbox, and a way there and back that is usual from a server. */
export const limits = { atOnce: 4, messagesPerMinute: 30, latencyMs: 100 };

const MINUTE = 60_000;
/** Nothing new asked for so long on this machine: everybody waits for an answer, so the clock moves on. */
const QUIET_MS = 30;
const TOO_MANY = 429;

/** A wire on which an answer takes its time, on a clock of its own that jumps to the next answer when nobody has more to ask. */
export interface SlowWire {
  readonly wire: NonNullable<SandboxWish['wire']>;
  /** Milliseconds on that clock. */
  now(): number;
  /** Whoever went over a limit was refused, this many times. */
  throttled(): number;
  /** When the last answer came to a request that fits. */
  lastAnswer(fits: (request: Asked) => boolean): number;
}

/** A request, or a part of a batch. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

interface Waiting {
  readonly at: number;
  readonly go: () => void;
}

export function openSlowWire(): SlowWire {
  const waiting: Waiting[] = [];
  const busy = new Map<string, number>();
  const messages: { readonly at: number; readonly mailbox: string }[] = [];
  const answered: { readonly at: number; readonly parts: readonly Asked[] }[] = [];
  let now = 0;
  let refused = 0;
  let timer: NodeJS.Timeout | undefined;

  function release(): void {
    const next = waiting.toSorted((one, other) => one.at - other.at)[0];
    if (next === undefined) return;
    now = next.at;
    for (const one of waiting.filter(({ at }) => at === now)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.go();
    }
    watch();
  }

  /** A slow machine makes the clock jump too early, so that what was asked at once seems asked in turn: never too fast. */
  function watch(): void {
    clearTimeout(timer);
    if (waiting.length > 0) timer = setTimeout(release, QUIET_MS);
  }

  const isOver = (mailbox: string, parts: readonly Asked[]): boolean => {
    const mine = parts.filter((part) => mailboxOf(part) === mailbox);
    const sent = messages.filter((one) => one.mailbox === mailbox && one.at > now - MINUTE).length;
    return (
      (busy.get(mailbox) ?? 0) + mine.length > limits.atOnce ||
      sent + mine.filter(isMessage).length > limits.messagesPerMinute
    );
  };

  return {
    now: () => now,
    throttled: () => refused,
    lastAnswer: (fits) => Math.max(0, ...answered.filter(({ parts }) => parts.some(fits)).map(({ at }) => at)),
    wire: async (request, next) => {
      const parts = await partsOf(request);
      const mailboxes = [...new Set(parts.flatMap((part) => mailboxOf(part) ?? []))];
      if (mailboxes.some((mailbox) => isOver(mailbox, parts))) {
        refused += 1;
        return new Response('', { status: TOO_MANY, headers: { 'retry-after': '1' } });
      }
      for (const part of parts) {
        const mailbox = mailboxOf(part);
        if (mailbox === undefined) continue;
        busy.set(mailbox, (busy.get(mailbox) ?? 0) + 1);
        if (isMessage(part)) messages.push({ at: now, mailbox });
      }
      await new Promise<void>((go) => {
        waiting.push({ at: now + limits.latencyMs, go });
        watch();
      });
      const answer = await next(request);
      for (const part of parts) {
        const mailbox = mailboxOf(part);
        if (mailbox !== undefined) busy.set(mailbox, (busy.get(mailbox) ?? 1) - 1);
      }
      answered.push({ at: now, parts });
      return answer;
    },
  };
}

async function partsOf(request: Request): Promise<readonly Asked[]> {
  const { pathname } = new URL(request.url);
  if (!pathname.endsWith('/$batch')) return [{ method: request.method, path: pathname }];
  const { requests } = (await request.clone().json()) as { requests: readonly { method: string; url: string }[] }; // what our client sends
  return requests.map(({ method, url }) => ({ method, path: url }));
}

function mailboxOf({ path }: Asked): string | undefined {
  return /\/users\/([^/]+)\//.exec(path)?.[1]?.toLowerCase();
}

/** One message however many it goes to: a mail, or an event with people. */
function isMessage({ method, path }: Asked): boolean {
  return path.endsWith('/send') || (method !== 'GET' && /\/events\b/.test(path));
}
