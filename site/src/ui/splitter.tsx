import type { KeyboardEvent, PointerEvent } from "react";

interface SplitterProps {
  /** What grows and shrinks, such as `Width of the code`. */
  label: string;
  /** Which way the bar itself lies. */
  lies: "vertical" | "horizontal";
  value: number;
  min: number;
  max: number;
  /** How far one arrow key moves it. */
  pace: number;
  /** The value under a pointer, from its place in the parent element's box. */
  fromPointer(event: PointerEvent, box: DOMRect): number;
  change(value: number): void;
}

/** A bar between two panels: dragged, or moved with the arrow keys; Home and End go to the ends. */
export function Splitter({ label, lies, value, min, max, pace, fromPointer, change }: SplitterProps) {
  const set = (to: number) => change(Math.min(max, Math.max(min, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = lies === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowDown", "ArrowUp"];
    const to = { [less as string]: value - pace, [more as string]: value + pace, Home: min, End: max }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  };
  const percent = Math.round(((value - min) / (max - min)) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, hr is not
    <div
      className={`wb-splitter ${lies}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={lies}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (box) set(fromPointer(event, box));
      }}
    />
  );
}
