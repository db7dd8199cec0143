/** How often, in ms, a running fold reports progress: far more often than any timeout that waits for it. */
const interval = 100;

/**
 * A function to call at every tick of a fold: it calls `tell` now and then, so that whoever watches from outside knows
 * the engine goes on, and that its own limits will end what has no end.
 */
export function createProgressReporter(tell: () => void): () => void {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    tell();
  };
}
