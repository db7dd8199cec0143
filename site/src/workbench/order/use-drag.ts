import { type PointerEvent, useRef, useState } from "react";
import { landing } from "./arrangement.ts";

/** A line on its way, and where it would land: null is below, where the unused ones wait. */
export interface Drag {
  piece: number;
  place: number | null;
}

/** A shorter way is a tap. */
const fewestPixels = 5;

/**
 * Drags lines by pointer. A finger takes a line by its grip, so that the page can be scrolled everywhere else; a mouse
 * takes it anywhere. `answer` holds the lines in use; `drop` hears where one was let go. What a drag does, taps and keys
 * do too.
 */
export function useDrag(answer: { current: HTMLElement | null }, drop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begun = useRef<{ piece: number; y: number } | null>(null);
  /** The click that ends a drag is none. */
  const dragged = useRef(false);

  const placeAt = (y: number): number | null => {
    const lines = [...(answer.current?.querySelectorAll("[data-piece]") ?? [])];
    const end = answer.current?.getBoundingClientRect().bottom ?? 0;
    return landing(
      lines.map((line) => line.getBoundingClientRect()),
      end,
      y,
    );
  };
  const stop = () => {
    begun.current = null;
    setDrag(null);
  };
  const lineOf = (piece: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      dragged.current = false;
      const byGrip = event.target instanceof Element && event.target.closest(".wb-grip") !== null;
      if (event.button === 0 && (event.pointerType === "mouse" || byGrip))
        begun.current = { piece, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (begun.current?.piece !== piece) return;
      if (!drag && Math.abs(event.clientY - begun.current.y) < fewestPixels) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = true;
      setDrag({ piece, place: placeAt(event.clientY) });
    },
    onPointerUp() {
      if (drag) drop(drag);
      stop();
    },
    onPointerCancel: stop,
    onClickCapture(event: { stopPropagation(): void; preventDefault(): void }) {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  });
  return { drag, lineOf };
}
