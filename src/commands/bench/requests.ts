import { z } from 'zod';
import type { Exchange } from '../../sandbox/rows.ts';

/** What goes over the wire to Outlook, each part of a batch by itself. */
export interface Counted {
  /** Exchanges on the wire: a batch is one. */
  readonly http: number;
  /** Makes, changes or removes an event. */
  readonly eventWrites: number;
  readonly eventReads: number;
  /** Free and busy times of rooms; a POST, but it changes nothing. */
  readonly looks: number;
  /** What has changed in the calendar, such as a room's answer. */
  readonly changesRead: number;
  /** Drafts and sendings of personal mails. */
  readonly mailWrites: number;
  readonly throttled: number;
}

const batchBody = z.object({ requests: z.array(z.object({ method: z.string(), url: z.string() })) });
const TOO_MANY = 429;

export function counted(exchanges: readonly Exchange[]): Counted {
  // The log's lines for what a batch held begin with `batch `.
  const outer = exchanges.filter(({ path }) => !path.startsWith('batch '));
  const parts = outer.flatMap(({ method, path, requestBody }) =>
    path.endsWith('/$batch')
      ? batchBody.parse(requestBody).requests.map((part) => ({ method: part.method, path: part.url }))
      : [{ method, path }],
  );
  const count = (fits: (part: { readonly method: string; readonly path: string }) => boolean): number =>
    parts.filter(fits).length;
  return {
    http: outer.length,
    eventWrites: count(({ method, path }) => method !== 'GET' && /\/events\b/.test(path)),
    eventReads: count(({ method, path }) => method === 'GET' && /\/events\b/.test(path)),
    looks: count(({ path }) => path.endsWith('/getSchedule')),
    changesRead: count(({ path }) => path.includes('/calendarView/delta')),
    mailWrites: count(({ method, path }) => method !== 'GET' && /\/messages\b/.test(path)),
    throttled: exchanges.filter(({ status }) => status === TOO_MANY).length,
  };
}
