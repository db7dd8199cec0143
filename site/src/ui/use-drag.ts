import { type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { insertionIndex } from "./insertion-index.ts";

/** A line on its way, and where it would land: null is below, where the unused ones wait. */
export interface Drag {
  piece: number;
  place: number | null;
}

/** A shorter way is a tap. */
const fewestPixels = 5;

/**
 * Drags lines by pointer. A finger takes a line by its grip, so that the page can be scrolled everywhere else; a mouse
 * takes it anywhere. `answer` holds the lines in use; `drop` hears where one was let go; Esc gives up. What a drag does, taps and keys
 * have to do too.
 */
export function useDrag(answer: { current: HTMLElement | null }, drop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latestDrop = useRef(drop);
  latestDrop.current = drop;
  /** The click that ends a drag is none. */
  const dragged = useRef(false);

  const placeAt = (y: number): number | null => {
    const lines = [...(answer.current?.querySelectorAll("[data-piece]") ?? [])];
    const end = answer.current?.getBoundingClientRect().bottom ?? 0;
    return insertionIndex(
      lines.map((line) => line.getBoundingClientRect()),
      end,
      y,
    );
  };
  const begin = (piece: number, from: number) => {
    let now: Drag | null = null;
    // A quick pointer leaves the line at once: the window hears it wherever it goes.
    const listening = new AbortController();
    const listen = { signal: listening.signal };
    const end = (drops: boolean) => {
      listening.abort();
      setDrag(null);
      if (drops && now) latestDrop.current(now);
      setTimeout(() => {
        dragged.current = false;
      });
    };
    const follow = ({ clientY }: { clientY: number }) => {
      if (!now && Math.abs(clientY - from) < fewestPixels) return;
      now = { piece, place: placeAt(clientY) };
      dragged.current = true;
      setDrag(now);
    };
    addEventListener("pointermove", follow, listen);
    addEventListener("pointerup", () => end(true), listen);
    addEventListener("pointercancel", () => end(false), listen);
    addEventListener("keydown", ({ key }) => key === "Escape" && end(false), listen);
  };
  const lineOf = (piece: number) => ({
    onPointerDown(event: PointerEvent) {
      const byGrip = event.target instanceof Element && event.target.closest("[data-grip]") !== null;
      if (event.button === 0 && (event.pointerType === "mouse" || byGrip)) begin(piece, event.clientY);
    },
    onClickCapture(event: MouseEvent) {
      if (!dragged.current) return;
      event.stopPropagation();
      event.preventDefault();
    },
  });
  return { drag, lineOf };
}
