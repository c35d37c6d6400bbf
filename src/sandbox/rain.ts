import { chance } from './random.ts';
import type { Row, State } from './state.ts';

/** How much goes wrong on the far side by itself: a share of all requests, decided by the seed alone. */
export interface RainWish {
  /** 0 is fair weather; half of everything is the most that anybody could work in. */
  readonly rate: number;
  readonly seed: number;
}

/** What the wire and the services of Microsoft do now and then. */
export type RainKind =
  /** 429 that says how long to wait, and 429 that does not. */
  | 'throttled'
  | 'throttledWithoutWait'
  /** 503. */
  | 'unavailable'
  /** 412: somebody else was quicker. */
  | 'stale'
  /** The connection breaks before the work. */
  | 'reset'
  /** The work is done and then the connection breaks: the caller cannot know. */
  | 'lostAnswer'
  | 'duplicateNotification'
  | 'lateNotification'
  /** A room that takes hours to answer. */
  | 'slowRoom';

export interface Rain {
  /** Draws for the next request of this kind whether something goes wrong, and which of these. */
  draw(request: string, kinds: readonly RainKind[]): RainKind | undefined;
  /** Between 0 and 1, for how late or how slow; of the same request as the last draw. */
  extent(request: string): number;
  /** What has fallen since the sandbox was new. */
  fallen(): Readonly<Record<string, number>>;
}

interface RainRow extends Row {
  readonly asked: number;
  readonly fallen: Readonly<Partial<Record<RainKind, number>>>;
}

export const mostRain = 0.5;

/** Counted per kind of request in the sandbox's own file, so that a restart goes on where it was. */
export function openRain(state: State, { rate, seed }: RainWish): Rain {
  const rows = state.table<RainRow>('rain');
  return {
    draw(request, kinds) {
      if (rate <= 0 || kinds.length === 0) return undefined;
      const row = rows.get(request) ?? { id: request, asked: 0, fallen: {} };
      const asked = row.asked + 1;
      const falls = chance('rain', seed, request, asked) < rate;
      const kind = falls ? kinds[Math.floor(chance('which', seed, request, asked) * kinds.length)] : undefined;
      const fallen = kind === undefined ? row.fallen : { ...row.fallen, [kind]: (row.fallen[kind] ?? 0) + 1 };
      rows.put({ id: request, asked, fallen });
      return kind;
    },
    extent: (request) => chance('extent', seed, request, rows.get(request)?.asked ?? 0),
    fallen() {
      const sums = new Map<string, number>();
      for (const { fallen } of rows.all())
        for (const [kind, count] of Object.entries(fallen)) sums.set(kind, (sums.get(kind) ?? 0) + count);
      return Object.fromEntries([...sums].toSorted(([one], [other]) => one.localeCompare(other)));
    },
  };
}

/** The kind of a request: its method and its path with every id, address and name cut out. */
export function requestKind(method: string, url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/:\/[^:]+:/, ':/…:');
  const segments = path
    .split('/')
    .map((segment) => (/[@%\d=$]|.{24}/.test(segment) && segment !== '$batch' ? '…' : segment));
  return `${method} ${segments.join('/')}`;
}

/** What `fetch` throws when the connection breaks. */
export function brokenConnection(): TypeError {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read', errno: -104 }),
  });
}
