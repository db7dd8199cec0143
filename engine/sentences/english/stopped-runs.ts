/** Runs that were ended from outside the engine. A table of its own: a page needs it before it loads an engine. */
export const stoppedRunSentences = {
  "run-ended-after": ({ seconds }: { seconds: number }) =>
    `Your code ran for more than ${seconds} s and was stopped. Is there a loop that never ends?`,
  "run-cancelled": "Run cancelled. Run again.",
  "engine-crashed": "The engine crashed during this run. Your code is kept. Run again.",
};
