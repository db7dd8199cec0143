import { readdirSync, readFileSync } from "node:fs";

const samplingInterval = 250;

/** A process and all below it, as Linux lists them; empty elsewhere. */
export function treeOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1").split(" ").filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Whether a process is there and no zombie. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat[stat.lastIndexOf(")") + 2] !== "Z";
  } catch {
    return false;
  }
}

/**
 * The memory of a process and all below it, in bytes: the sum of their proportional set sizes, in which a page that
 * several share counts once. Null where the system does not tell.
 */
export function memoryOf(pid: number): number | null {
  const sizes = treeOf(pid).map(proportionalSetSize);
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

/** Looks at that memory again and again; `stop` gives the most that was seen. */
export function watchMemory(pid: number): { stop(): number | null } {
  let most = memoryOf(pid);
  const look = () => {
    const now = memoryOf(pid);
    if (now !== null) most = Math.max(most ?? 0, now);
  };
  const timer = setInterval(look, samplingInterval);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

/** The memory of one process alone, in bytes; 0 where it has just ended. */
export function proportionalSetSize(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
