import { type Dispatch, useEffect } from "react";
import type { BenchAction } from "./bench.ts";

/** Steps on while `playing`, `speed` steps a second. */
export function usePlay(playing: boolean, speed: number, dispatch: Dispatch<BenchAction>): void {
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => dispatch({ type: "tick" }), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed, dispatch]);
}
