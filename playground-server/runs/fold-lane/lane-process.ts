import { setPriority } from "node:os";
import { ConfinedProcess, type TimeLimits, type TimeWatch } from "../confined-process.ts";
import { type LaneAnswer, type LaneRequest, readLaneAnswer } from "./lane-messages.ts";
import { type Frame, FrameReader, frame } from "./length-prefixed-frames.ts";
import { laneProcessBounds, longLimits } from "./limits.ts";

/** Long folds give way to lessons: the system's niceness of their processes. */
const niceness = 10;

/** How a lane's process ended before its work was done. */
export type LaneEnd = "limit" | "died";

/** One process of fold lanes, seen from outside. It is used for one fold and killed after it. */
export class LaneProcess {
  readonly #process: ConfinedProcess;
  readonly #watch: TimeWatch;
  /** Parts that were given and are not used up. */
  #given = 0;
  #fate: LaneEnd = "died";

  /** `hear` gets every answer, `end` how the process ended. */
  constructor(
    limits: Pick<TimeLimits, "cpuMilliseconds" | "wallMilliseconds">,
    hear: (answer: Exclude<LaneAnswer, { kind: "ready" }>, body: Buffer) => void,
    end: (fate: LaneEnd) => void,
  ) {
    const frames = new FrameReader(longLimits.frameBytes);
    const take = (message: Frame) => {
      const answer = readLaneAnswer(message);
      this.#watch.restart();
      if (answer === null) return this.#process.kill();
      if (answer.kind === "ready") return;
      if (answer.kind === "folded") this.#given -= answer.used.reduce((sum, used) => sum + used, 0);
      hear(answer, message.body);
    };
    this.#process = new ConfinedProcess("fold-lane/lane-process-main.ts", laneProcessBounds, (bytes) => {
      try {
        for (const message of frames.read(bytes)) take(message);
      } catch {
        // No frame of ours: it is in other hands.
        this.#process.kill();
      }
    });
    if (this.#process.pid > 0) setPriority(this.#process.pid, niceness);
    this.#watch = this.#process.watch({ ...limits, foldMilliseconds: limits.cpuMilliseconds }, () => {
      // The clock stands still while it waits for records; processor time does not pass then.
      if (this.#given <= 0) return this.#watch.restart();
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

  send(request: LaneRequest, body: Buffer[] = []): void {
    if (request.kind === "part") this.#given++;
    const { stdin } = this.#process;
    stdin.cork();
    for (const part of frame(request, body)) stdin.write(part);
    stdin.uncork();
  }

  kill(): void {
    this.#process.kill();
  }
}
