import { useEffect, useRef } from 'react';

interface Acts {
  readonly move: (event: PointerEvent) => void;
  readonly drop: () => void;
  /** The browser took the pointer, or somebody pressed Escape. */
  readonly cancel: () => void;
}

/**
 * Follows mouse, finger or pen while something is dragged. On the window: an item that changes place in the page loses what
 * it has captured, and the browser's own drag and drop knows no fingers.
 */
export function useFollowPointer(isOn: boolean, acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const follow = (event: PointerEvent): void => {
      event.preventDefault();
      latest.current.move(event);
    };
    const drop = (): void => latest.current.drop();
    const cancel = (): void => latest.current.cancel();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') cancel();
    };
    window.addEventListener('pointermove', follow, { passive: false });
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
    };
  }, [isOn]);
}
