/** "Boten skriver …" is shown until something is posted, and at most for so many real milliseconds. */
const SHOWN_MS = 8000;

export interface Typing {
  started(conversationId: string): void;
  stopped(conversationId: string): void;
  isOn(conversationId: string): boolean;
}

export function openTyping(realNow: () => number = Date.now): Typing {
  const since = new Map<string, number>();
  return {
    started: (id) => void since.set(id, realNow()),
    stopped: (id) => void since.delete(id),
    isOn: (id) => realNow() - (since.get(id) ?? -SHOWN_MS) < SHOWN_MS,
  };
}
