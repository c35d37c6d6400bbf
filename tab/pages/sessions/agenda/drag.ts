import { useState, type PointerEvent, type RefObject } from 'react';
import { useFollowPointer } from '../../../parts/follow-pointer.ts';

/** Pixels from the edge of the window's content where dragging scrolls it, and how far at a time. */
const EDGE = 48;
const STEP = 12;

export interface Drag {
  /** What is being dragged. */
  readonly key: number | undefined;
  readonly begin: (event: PointerEvent, key: number) => void;
}

/** Drags items of a list by a handle, with mouse, finger or pen; the list is in its new order all the while. */
export function useDrag(
  list: RefObject<HTMLOListElement | null>,
  { move, end }: { readonly move: (key: number, to: number) => void; readonly end: (key: number) => void },
): Drag {
  const [key, setKey] = useState<number>();
  const drop = (): void => {
    setKey(undefined);
    if (key !== undefined) end(key);
  };
  useFollowPointer(key !== undefined, {
    move: ({ clientY }) => {
      if (key !== undefined && list.current !== null) move(key, placeAt(list.current, key, clientY));
    },
    drop,
    cancel: drop,
  });
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
