import { useCallback, useState } from 'react';

interface History<State> {
  readonly now: State;
  readonly past: readonly State[];
  /** What the latest change was, so that letters of one word or steps of one drag are taken back together. */
  readonly latest: string | undefined;
}

export interface Undoable<State> {
  readonly now: State;
  readonly canUndo: boolean;
  /** Changes with the same name in a row are one step back. */
  readonly change: (next: (now: State) => State, name?: string) => void;
  readonly undo: () => void;
  /** The next change with the same name begins a new step. */
  readonly rest: () => void;
}

export function useUndoable<State>(initial: () => State): Undoable<State> {
  const [history, setHistory] = useState<History<State>>(() => ({ now: initial(), past: [], latest: undefined }));
  const change = useCallback((next: (now: State) => State, name?: string) => {
    setHistory(({ now, past, latest }) => {
      const changed = next(now);
      if (changed === now) return { now, past, latest };
      return { now: changed, past: name !== undefined && name === latest ? past : [...past, now], latest: name };
    });
  }, []);
  const undo = useCallback(() => {
    setHistory((whole) => {
      const before = whole.past.at(-1);
      return before === undefined ? whole : { now: before, past: whole.past.slice(0, -1), latest: undefined };
    });
  }, []);
  const rest = useCallback(() => setHistory((whole) => ({ ...whole, latest: undefined })), []);
  return { now: history.now, canUndo: history.past.length > 0, change, undo, rest };
}
