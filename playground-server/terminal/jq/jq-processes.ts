import { CommandError } from "../../../engine/terminal/command-error.ts";
import type { JqEngine } from "../../../engine/terminal/jq/jq-engine.ts";
import { terminalLimits } from "../limits.ts";
import { JqProcess } from "./jq-process.ts";

/** The processes in which learners' jq programs run: a few of each learner's, and a few in all. */
export class JqProcesses {
  #running = new Map<string, number>();

  /** Starts one, which `signal` ends. Throws `Stop` where no more may run. */
  open(learner: string, signal: AbortSignal): JqEngine {
    const { jqAtOnce, jqInAll } = terminalLimits;
    const own = this.#running.get(learner) ?? 0;
    if (own >= jqAtOnce) {
      throw new CommandError(`You have ${own} running jq programs, which is the limit. Ctrl-C ends one.`);
    }
    const all = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    if (all >= jqInAll) {
      throw new CommandError(
        "The server has reached its limit of running jq programs. Try again in a moment.",
      );
    }
    this.#running.set(learner, own + 1);
    const process = new JqProcess(signal);
    void process.gone.then(() => {
      const left = (this.#running.get(learner) ?? 1) - 1;
      if (left > 0) this.#running.set(learner, left);
      else this.#running.delete(learner);
    });
    return process;
  }
}
