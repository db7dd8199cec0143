import { spawnSync } from "node:child_process";

/** What the operating system adds around a process: the command to put before its own, and a sentence for operators. */
export interface IsolationLayer {
  command: string[];
  sentence: string;
}

/** Bounds that the system keeps for one process. */
export interface ProcessBounds {
  /** Memory it may write to. Not its address space: V8 reserves far more of that, and runs slower where it cannot. */
  dataBytes: number;
  /** Processor time of its whole life. */
  cpuSeconds: number | "unlimited";
}

const openFiles = 64;
/** Threads and processes together; Node needs about a dozen threads. Counted apart only in a namespace of its own. */
const tasks = 64;
const nobody = 65534;

/** By layer, its forms from the one that confines most to the one that works in most places. */
function candidates(bounds: ProcessBounds): IsolationLayer[][] {
  const asNobody = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  const gigabytes = bounds.dataBytes / 2 ** 30;
  const limits = [
    "prlimit",
    "--core=0",
    "--fsize=0",
    `--nofile=${openFiles}`,
    `--data=${bounds.dataBytes}`,
    `--cpu=${bounds.cpuSeconds}`,
  ];
  return [
    process.getuid?.() === 0
      ? [{ command: asNobody, sentence: "It runs as the system user “nobody”, with no special rights." }]
      : [],
    [
      {
        command: ["unshare", "--user", "--net", "--ipc", "--uts"],
        sentence: "The operating system gives it no network either.",
      },
    ],
    [
      {
        command: [...limits, `--nproc=${tasks}`],
        sentence: `It gets at most ${gigabytes} GB of memory, ${openFiles} open files and ${tasks} threads, writes no file and leaves no core dump.`,
      },
      {
        command: limits,
        sentence: `It gets at most ${gigabytes} GB of memory and ${openFiles} open files, writes no file and leaves no core dump.`,
      },
    ],
    [
      {
        command: ["setpriv", "--no-new-privs", "--pdeathsig=KILL"],
        sentence: "It can gain no further rights, and it ends with the server.",
      },
    ],
  ];
}

/**
 * The layers that work here around `command`, outermost first; tried once, one after the other. Linux with util-linux
 * has them all, a container without rights of its own some, other systems none.
 */
export function osIsolationLayers(bounds: ProcessBounds, command: string[]): IsolationLayer[] {
  if (process.platform !== "linux") return [];
  const layers: IsolationLayer[] = [];
  for (const forms of candidates(bounds)) {
    const works = forms.find((form) =>
      starts([...[...layers, form].flatMap((layer) => layer.command), ...command]),
    );
    if (works) layers.push(works);
  }
  return layers;
}

function starts([program = "", ...args]: string[]): boolean {
  return (
    spawnSync(program, args, { env: {}, stdio: ["ignore", "pipe", "pipe"], timeout: 10_000 }).status === 0
  );
}
