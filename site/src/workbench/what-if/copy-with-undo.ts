import type { LogCopy } from "./log-copy.ts";

/** A copy, and what it was before each change. */
export interface CopyWithUndo {
  now: LogCopy;
  /** Oldest first. */
  past: LogCopy[];
}

export const beginBranch = (copy: LogCopy): CopyWithUndo => ({ now: copy, past: [] });

/** A change that changes nothing leaves nothing to undo. */
export function branchTo({ now, past }: CopyWithUndo, next: LogCopy): CopyWithUndo {
  return next === now ? { now, past } : { now: next, past: [...past, now] };
}

export function undone(branch: CopyWithUndo): CopyWithUndo {
  const now = branch.past.at(-1);
  return now ? { now, past: branch.past.slice(0, -1) } : branch;
}
