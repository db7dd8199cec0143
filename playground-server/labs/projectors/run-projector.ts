import { fork } from "node:child_process";
import { join } from "node:path";
import type { ProjectorMessage, ProjectorOrders } from "./projector-process.ts";

/** Longer runs are killed, in ms: PostgreSQL or Kafka does not answer. */
const longestRun = 60_000;

/**
 * Runs a projector as a process of its own, and answers how it ended. At the crash point it is killed with SIGKILL: so the
 * kernel closes its connections, and nothing of its own code runs.
 */
export function runProjector(
  orders: ProjectorOrders,
  report: (message: ProjectorMessage & { kind: "started" | "step" }) => void,
  signal: AbortSignal,
): Promise<"end" | "killed" | "failed"> {
  // None of the server's environment: what it needs comes as a message.
  const child = fork(join(import.meta.dirname, "projector-process.ts"), [], {
    env: {},
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const given = AbortSignal.any([signal, AbortSignal.timeout(longestRun)]);
  const kill = () => child.kill("SIGKILL");
  given.addEventListener("abort", kill, { once: true });
  let ended: "end" | "killed" | "failed" = "failed";
  child.on("message", (message: ProjectorMessage) => {
    if (message.kind === "end") ended = "end";
    else if (message.kind === "waiting-for-kill") {
      ended = "killed";
      kill();
    } else report(message);
  });
  child.send(orders, () => {});
  return new Promise((resolve) => {
    const settle = () => {
      given.removeEventListener("abort", kill);
      resolve(ended);
    };
    child.once("exit", settle);
    child.once("error", settle);
  });
}
