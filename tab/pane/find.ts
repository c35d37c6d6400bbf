/** What of an appointment the pane needs; the text itself never leaves Outlook. */
export interface Signs {
  readonly projectId: string;
  /** Said by a link to the programme; else the server finds it by time and number. */
  readonly sessionId: string | null;
  readonly start: string | null;
  readonly number: number | null;
}

export interface Reading {
  /** The body as HTML or text. */
  readonly body: string;
  readonly subject: string;
  readonly start: string | null;
}

/**
 * An appointment is ours when its body carries a link to our public page, which every invitation has. Everybody's copy
 * holds it, also with those outside and in a forwarded one; ids do not do, since Outlook tells another one in each
 * mailbox and never the one that all copies share.
 */
export function signsOf({ body, subject, start }: Reading, origin: string): Signs | null {
  const at = escaped(origin);
  const page = new RegExp(`${at}/(?:projekt|program)/([\\w.~%-]+)(?:/([\\w.~%-]+))?`);
  // Safe Links hides an address, percent-encoded, in one of Microsoft's own.
  const found = page.exec(body) ?? page.exec(decoded(body));
  const projectId = found?.[1];
  if (projectId === undefined) return null;
  const number = /\b(?:träff|session) (\d{1,2})\b/i.exec(subject)?.[1];
  return {
    projectId: decoded(projectId),
    sessionId: found?.[2] === undefined ? null : decoded(found[2]),
    start,
    number: number === undefined ? null : Number(number),
  };
}

/** How the server is asked about an appointment, or about none. */
export function panePath(projectId: string, signs: Pick<Signs, 'start' | 'number'> | null): string {
  const query = new URLSearchParams();
  if (signs?.start) query.set('start', signs.start);
  if (signs?.number) query.set('number', String(signs.number));
  return `/${encodeURIComponent(projectId)}/pane${query.size > 0 ? `?${query.toString()}` : ''}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Piece by piece: a lone percent sign elsewhere in a body must not spoil the link. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
