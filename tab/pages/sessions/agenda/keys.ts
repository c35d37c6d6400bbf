import { useEffect, useRef, type RefObject } from 'react';

interface Acts {
  readonly step: (key: number, by: -1 | 1) => void;
  readonly takeBack: () => void;
}

/** Alt with an arrow moves the item that has the focus; Ctrl+Z takes back, but for what is being written. */
export function useKeys(list: RefObject<HTMLOListElement | null>, acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const { current } = list;
    const listen = (event: KeyboardEvent): void => {
      const at = event.target instanceof Element ? event.target : null;
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
      const key = at?.closest<HTMLElement>('[data-key]')?.dataset['key'];
      // Alt and an arrow open the choices of a list in some browsers.
      if (event.altKey && by !== undefined && key !== undefined && at?.tagName !== 'SELECT') {
        event.preventDefault();
        latest.current.step(Number(key), by);
      }
      const isWriting = at?.tagName === 'INPUT' || at?.tagName === 'TEXTAREA';
      if (isWriting || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current.takeBack();
    };
    current?.addEventListener('keydown', listen);
    return () => current?.removeEventListener('keydown', listen);
  }, [list]);
}
