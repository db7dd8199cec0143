import { useEffect, useRef } from "react";

/** Calls `tick` while `playing`, `speed` times a second. */
export function usePlay(playing: boolean, speed: number, tick: () => void): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => latest.current(), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
}
