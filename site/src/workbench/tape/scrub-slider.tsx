import { type ComponentProps, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

interface ScrubProps extends Pick<ComponentProps<"input">, "aria-label" | "aria-valuetext"> {
  value: number;
  last: number;
  go(to: number): void;
}

/**
 * The slider over the whole tape. Its thumb follows every input; the workbench follows once a frame, so that a hand or a
 * key that is faster than the page draws finds no queue before it.
 */
export function ScrubSlider({ value, last, go, ...names }: ScrubProps) {
  const [ahead, setAhead] = useState<number | null>(null);
  const wanted = useRef(value);
  const frame = useRef(0);
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const follow = () => {
    frame.current = 0;
    // In this frame and not in the next: what the thumb shows and what the page shows are painted together.
    flushSync(() => {
      latest.current(wanted.current);
      setAhead(null);
    });
  };
  return (
    <input
      className="wb-scrub"
      type="range"
      min={-1}
      max={last}
      value={ahead ?? value}
      {...names}
      onChange={(event) => {
        wanted.current = Number(event.target.value);
        setAhead(wanted.current);
        if (frame.current === 0) frame.current = requestAnimationFrame(follow);
      }}
    />
  );
}
