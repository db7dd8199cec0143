import type { Trace } from "../../../../engine/fold/trace.ts";

/** Index of the step that folds the record at `offset`, -1 before the first; null where no step does, or without an offset. */
export function stepAtOffset({ steps }: Pick<Trace, "steps">, offset: number | undefined): number | null {
  if (offset === undefined) return null;
  if (offset < 0) return -1;
  const index = steps.findIndex(({ position }) => position?.offset === offset);
  return index < 0 ? null : index;
}
