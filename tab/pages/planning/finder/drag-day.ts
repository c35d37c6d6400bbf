import { useRef, useState, type PointerEvent } from 'react';
import { useFollowPointer } from '../../../parts/follow-pointer.ts';

/** Pixels that a finger or a mouse may tremble before a press is a drag. */
const TREMBLE = 6;
/** Pixels from the window's edge where dragging scrolls it, and how far at a time. */
const EDGE = 56;
const STEP = 14;

export interface DayDrag {
  readonly sessionId: string;
  /** The day under the pointer; undefined outside the calendar. */
  readonly over: string | undefined;
  readonly x: number;
  readonly y: number;
}

interface Pressed {
  readonly sessionId: string;
  readonly from: string;
  readonly x: number;
  readonly y: number;
}

/** Drags a session from its day to another, with mouse, finger or pen. A press that never moves is a press of the button. */
export function useDragDay(put: (sessionId: string, date: string) => void): {
  readonly drag: DayDrag | undefined;
  readonly begin: (event: PointerEvent, held: { readonly sessionId: string; readonly date: string }) => void;
  /** True while the press comes that the browser makes of a drag which ends where it began. */
  readonly isEnding: () => boolean;
} {
  const [pressed, setPressed] = useState<Pressed>();
  const [drag, setDrag] = useState<DayDrag>();
  const hasDragged = useRef(false);
  const stop = (): void => {
    setPressed(undefined);
    setDrag(undefined);
    window.setTimeout(() => {
      hasDragged.current = false;
    });
  };
  useFollowPointer(pressed !== undefined, {
    move: ({ clientX: x, clientY: y }) => {
      if (pressed === undefined) return;
      if (drag === undefined && Math.hypot(x - pressed.x, y - pressed.y) < TREMBLE) return;
      hasDragged.current = true;
      scrollNear(y);
      setDrag({ sessionId: pressed.sessionId, over: dayAt(x, y), x, y });
    },
    drop: () => {
      if (drag?.over !== undefined && drag.over !== pressed?.from) put(drag.sessionId, drag.over);
      stop();
    },
    cancel: stop,
  });
  return {
    drag,
    begin: (event, { sessionId, date }) => {
      if (event.button !== 0) return;
      // A finger would keep hold of the button that it came down on.
      if (event.currentTarget.hasPointerCapture(event.pointerId))
        event.currentTarget.releasePointerCapture(event.pointerId);
      setPressed({ sessionId, from: date, x: event.clientX, y: event.clientY });
    },
    isEnding: () => hasDragged.current,
  };
}

function dayAt(x: number, y: number): string | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-date]');
  return cell?.dataset['date'];
}

function scrollNear(y: number): void {
  if (y < EDGE) window.scrollBy(0, -STEP);
  if (y > window.innerHeight - EDGE) window.scrollBy(0, STEP);
}
