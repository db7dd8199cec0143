import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock does. */
const millisecondsPerTick = 10;

/**
 * The processor time a process has used so far, in ms; null where the system does not tell (other than Linux, or the
 * process is gone). Counting processor time and not the clock's spares good runs on a busy machine.
 */
export function cpuTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in brackets and may hold anything; fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return null;
  }
}
