import { readFileSync } from "node:fs";

/** How often it looks, in ms. */
const interval = 10;
/** The processes' memory changes slowly beside that, and reading it costs more. */
const looksPerMemory = 5;

/** What was seen while a case ran. */
export interface ServerObservation {
  /** Work of this thread between one look and the next, in ms of its own processor time. */
  blocks: number[];
  /** The most memory any sandbox process has had, in bytes; 0 where the system does not tell. */
  sandboxBytes: number;
}

/**
 * Looks at the thread that the server shares with the tests, and at the sandbox processes, until `stop`. What counts is
 * the thread's own processor time: on a busy machine a look may come late by the clock through nobody's fault.
 */
export function watch(pids: () => number[]): { stop(): ServerObservation } {
  const blocks: number[] = [];
  let sandboxBytes = 0;
  let before = threadTime();
  let looks = 0;
  const look = () => {
    const now = threadTime();
    blocks.push(now - before);
    before = now;
    if (looks++ % looksPerMemory === 0) {
      sandboxBytes = Math.max(sandboxBytes, ...pids().map(mostMemory));
      before = threadTime();
    }
  };
  const timer = setInterval(look, interval);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { blocks, sandboxBytes };
    },
  };
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The most resident memory a process has had so far, in bytes. */
function mostMemory(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0; // gone, or not on Linux
  }
}
