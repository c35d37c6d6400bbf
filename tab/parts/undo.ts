import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';
import { useMessages } from './messages.tsx';

/** Says what has been done, with a button that takes it back and says so, or why that failed. */
export function useDone(): (text: string, undo?: () => Promise<unknown>) => void {
  const say = useSay();
  const messages = useMessages();
  const cache = useQueryClient();
  async function takeBack(undo: () => Promise<unknown>) {
    try {
      await undo();
      messages.done(say(shell.undone));
    } catch (cause) {
      messages.failed(cause);
    } finally {
      void cache.invalidateQueries();
    }
  }
  return (text, undo) => messages.done(text, undo && (() => void takeBack(undo)));
}
