import type { Copy } from "./copy.ts";

/** A copy, and what it was before each change. */
export interface Branch {
  now: Copy;
  /** Oldest first. */
  past: Copy[];
}

export const beginBranch = (copy: Copy): Branch => ({ now: copy, past: [] });

/** A change that changes nothing leaves nothing to undo. */
export function changed({ now, past }: Branch, next: Copy): Branch {
  return next === now ? { now, past } : { now: next, past: [...past, now] };
}

export function undone(branch: Branch): Branch {
  const now = branch.past.at(-1);
  return now ? { now, past: branch.past.slice(0, -1) } : branch;
}
