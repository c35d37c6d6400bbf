import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';

/** Pixels from the edge of the window's content where dragging scrolls it, and how far at a time. */
const EDGE = 48;
const STEP = 12;

export interface Drag {
  /** What is being dragged. */
  readonly key: number | undefined;
  readonly begin: (event: PointerEvent, key: number) => void;
}

/**
 * Drags items of a list by a handle, with mouse, finger or pen; the list is in its new order all the while. The browser's own
 * drag and drop knows no fingers.
 */
export function useDrag(
  list: RefObject<HTMLOListElement | null>,
  { move, end }: { readonly move: (key: number, to: number) => void; readonly end: (key: number) => void },
): Drag {
  const [key, setKey] = useState<number>();
  const latest = useRef({ move, end });
  useEffect(() => {
    latest.current = { move, end };
  });
  useEffect(() => {
    if (key === undefined) return undefined;
    // On the window: an item that changes place in the page loses what it has captured.
    const follow = (event: globalThis.PointerEvent): void => {
      event.preventDefault();
      const to = list.current === null ? undefined : placeAt(list.current, key, event.clientY);
      if (to !== undefined) latest.current.move(key, to);
    };
    const drop = (): void => {
      setKey(undefined);
      latest.current.end(key);
    };
    window.addEventListener('pointermove', follow, { passive: false });
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', drop);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', drop);
    };
  }, [key, list]);
  const begin = (event: PointerEvent, dragged: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    setKey(dragged);
  };
  return { key, begin };
}

/** Among the others: below each whose middle lies above the pointer. */
function placeAt(list: HTMLOListElement, key: number, y: number): number {
  scrollNear(list, y);
  const others = [...list.children].filter(
    (item) => item instanceof HTMLElement && item.dataset['key'] !== String(key),
  );
  return others.filter((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

function scrollNear(list: HTMLOListElement, y: number): void {
  const scroller = list.closest('.window-content');
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollBy(0, -STEP);
  if (y > bottom - EDGE) scroller.scrollBy(0, STEP);
}
