import type { EventNotice, Meeting } from '../../ports/meetings.ts';

/** Our own writes to calendars, while Outlook may still tell of them. In memory: what is forgotten is looked up once more. */
export interface OwnWrites {
  keep(meeting: Meeting): void;
  keepRemoved(id: string): void;
  has(told: EventNotice): boolean;
}

/** Some days of the largest projects. */
const mostKept = 5000;

export function openOwnWrites(): OwnWrites {
  const kept = new Set<string>();
  const put = (name: string): void => {
    kept.add(name);
    const [oldest] = kept;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  };
  return {
    keep: ({ id, etag }) => put(written(id, etag)),
    keepRemoved: (id) => put(removed(id)),
    has: ({ eventId, etag, isRemoved }) =>
      isRemoved ? kept.has(removed(eventId)) : etag !== null && kept.has(written(eventId, etag)),
  };
}

// Every change gives an event another tag.
const written = (id: string, etag: string): string => `${id} ${etag}`;
const removed = (id: string): string => `${id} removed`;
