import type { Position } from "../../../engine/fold/event.ts";
import type { Trace } from "../../../engine/fold/trace.ts";

/** The steps that printed something, the one that stopped the fold included. */
export function printedSteps({
  steps,
  end,
}: Trace): { index: number; position: Position | null; lines: string[] }[] {
  // A fold can be complete and still be refused at one of its steps: that one has told what it printed.
  const isMissing = end.at?.console && end.at.index >= steps.length;
  const stopped = end.at && isMissing ? [{ ...end.at, console: end.at.console ?? [] }] : [];
  return [...steps, ...stopped]
    .filter((step) => step.console.length > 0)
    .map(({ index, position, console }) => ({ index, position, lines: console }));
}
