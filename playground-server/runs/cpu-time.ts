import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock does. */
const millisecondsPerTick = 10;

/**
 * The processor time the main thread of a process has used so far, in ms; null where the system does not tell (other
 * than Linux, or the process is gone). Counting processor time and not the clock's spares good runs on a busy machine;
 * learners' code runs in the main thread, and what V8 compiles beside it is not theirs.
 */
export function cpuTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, "latin1");
    // The second field is the program's name in brackets and may hold anything; fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return null;
  }
}

/**
 * How long the main thread of a process has waited for a processor so far, in ms; 0 where the system does not tell. On a
 * busy machine the clock runs on meanwhile, through no fault of the code that waits.
 */
export function waitedTime(pid: number): number {
  try {
    const [, nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "latin1").split(" ");
    return Number(nanoseconds) / 1_000_000;
  } catch {
    return 0;
  }
}
