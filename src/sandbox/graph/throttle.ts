/** Exchange serves four calls of one app to one mailbox at a time. */
const concurrentPerMailbox = 4;

export interface Throttle {
  /** Takes a place for this path's mailbox; undefined when all are taken. Other paths need none. */
  enter(rawPath: string): (() => void) | undefined;
}

const outlookPath =
  /^\/users(?:\/|\(')([^/']+)(?:'\))?\/(?:events|calendar|calendars|calendarView|messages|sendMail|mailFolders|outlook|mailboxSettings)\b/i;

export function openThrottle(): Throttle {
  const busy = new Map<string, number>();
  return {
    enter(rawPath) {
      const mailbox = outlookPath.exec(rawPath)?.[1]?.toLowerCase();
      if (mailbox === undefined) return () => undefined;
      const taken = busy.get(mailbox) ?? 0;
      if (taken >= concurrentPerMailbox) return undefined;
      busy.set(mailbox, taken + 1);
      return () => void busy.set(mailbox, (busy.get(mailbox) ?? 1) - 1);
    },
  };
}
