import { setPriority } from "node:os";
import { ConfinedProcess, type TimeLimits } from "../confined-process.ts";
import { type LaneAnswer, type LaneRequest, readLaneAnswer } from "./messages.ts";

/** Long folds give way to lessons: the system's niceness of their processes. */
const niceness = 10;

/** How a lane's process ended before its work was done. */
export type LaneFate = "limit" | "died";

/** One process of fold lanes, seen from outside. It is used for one run and killed after it. */
export class LaneProcess {
  readonly #process: ConfinedProcess;
  readonly #watch: { restart(): void; stop(): void };
  #outstanding = 0;
  #fate: LaneFate = "died";

  /** `hear` gets every answer, `end` how the process ended where nobody killed it by `kill`. */
  constructor(
    limits: TimeLimits,
    hear: (answer: Exclude<LaneAnswer, { kind: "ready" }>) => void,
    end: (fate: LaneFate) => void,
  ) {
    this.#process = new ConfinedProcess("fold-lane/sandbox.ts", (line) => {
      const answer = readLaneAnswer(line);
      this.#watch.restart();
      if (answer === null) return this.#process.kill();
      if (answer.kind === "ready") return;
      if (answer.kind !== "states") this.#outstanding--;
      hear(answer);
    });
    if (this.#process.pid > 0) setPriority(this.#process.pid, niceness);
    this.#watch = this.#process.watch(limits, () => {
      // Time passes for nobody while it waits for records.
      if (this.#outstanding === 0) return this.#watch.restart();
      this.#fate = "limit";
      this.#process.kill();
    });
    void this.#process.gone.then(() => {
      this.#watch.stop();
      end(this.#fate);
    });
  }

  get pid(): number {
    return this.#process.pid;
  }

  get gone(): Promise<void> {
    return this.#process.gone;
  }

  send(request: LaneRequest): void {
    if (this.#outstanding++ === 0) this.#watch.restart();
    this.#process.send(request);
  }

  kill(): void {
    this.#process.kill();
  }
}
