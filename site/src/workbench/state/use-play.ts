import { type Dispatch, useEffect } from "react";
import type { BenchAction } from "./bench.ts";

/** Steps on while `playing`, `speed` steps a second, up to the next of the steps in `breaks`. */
export function usePlay(
  playing: boolean,
  speed: number,
  breaks: number[],
  dispatch: Dispatch<BenchAction>,
): void {
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => dispatch({ type: "tick", breaks }), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed, breaks, dispatch]);
}
