import { type ColumnarBatch, countOf, withPlainNumbers } from "../fold/columnar-batch.ts";
import type { Entry, Scope, Watched, Watches } from "../fold/trace.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { sentencesFrom } from "../sentences/message.ts";
import { failureOf } from "./call-failures.ts";
import type { Failure } from "./fold-failures.ts";
import { limits } from "./limits.ts";
import { type OpenedModule, openLearnerModule, prepareSource } from "./open-module.ts";
import { watchIn } from "./watch-expressions.ts";
import type { WrittenStates } from "./written-states.ts";

/** What is folded in a lane; its records come in batches. */
export interface LaneInput extends Watches {
  source: string;
  entry: Entry;
  scope: Scope;
  seed: number;
}

/**
 * A batch that was folded, or the stop and the number of the record in the batch at which it came. `breaks` are the
 * records at which the breakpoint began to hold, each with the number of events folded before it in the batch.
 */
export type BatchEnd =
  | { folded: number; skipped: number; breaks: { record: number; before: number }[] }
  | { stop: Failure; at: number };

const memoryLimit: Failure = {
  verdict: "memory-limit",
  ...sentencesFrom(runSentences)("memory-of-states", { megabytes: limits.laneGuestMemoryBytes / 2 ** 20 }),
};

/**
 * The lane for long logs: nothing is frozen and no patch is made, states are checked and written out at keyframes only.
 * What stopped it, and at which line, the trace lane says better: it folds again from the last keyframe.
 */
export class FoldLane {
  readonly #opened: OpenedModule;
  readonly #input: LaneInput;
  readonly #written: (WrittenStates | null)[];

  private constructor(opened: OpenedModule, input: LaneInput, written: (WrittenStates | null)[]) {
    this.#opened = opened;
    this.#input = input;
    this.#written = written;
  }

  /** A lane with the learner's module loaded, or why it could not be. */
  static async open(wasm: WebAssembly.Module, input: LaneInput): Promise<FoldLane | Failure> {
    const prepared = prepareSource(input.source);
    if ("stop" in prepared) return prepared.stop;
    const written: (WrittenStates | null)[] = [];
    const opened = await openLearnerModule(
      wasm,
      { ...input, code: prepared.code },
      {
        freezing: false,
        print: () => false,
        keep: (states) => written.push(states),
        memoryBytes: limits.laneGuestMemoryBytes,
      },
    );
    if (!("guest" in opened)) return opened;
    const problem = watchIn(opened, input);
    if (problem) {
      opened.guest.dispose();
      return problem;
    }
    const views = opened.views && opened.views.length > 0 ? opened.views : [""];
    opened.guest.openLane(views, input.scope === "by-key");
    return new FoldLane(opened, input, written);
  }

  /** Goes on from states that `keyframe` wrote, each as JSON; null, or why one of them could not be read. */
  restore(states: Iterable<{ view: string; key: string; json: string }>): Failure | null {
    for (const { view, key, json } of states) {
      const answer = this.#opened.guest.restoreInLane(view, key, json);
      if (answer.kind === "limit" && answer.limit === "memory") return memoryLimit;
      if (answer.kind !== "value") return failureOf(answer, "initialState", this.#input.source);
    }
    return null;
  }

  fold(batch: ColumnarBatch): BatchEnd {
    const { answer, at } = this.#opened.guest.foldBatch(withPlainNumbers(batch));
    const name = this.#input.entry.kind === "projector" ? "project" : "evolve";
    if (answer.kind === "limit" && answer.limit === "memory") return { stop: memoryLimit, at };
    if (answer.kind !== "value") return { stop: failureOf(answer, name, this.#input.source), at };
    const [skipped, breaks] = JSON.parse(answer.json) as [number, [number, number][]];
    return {
      folded: countOf(batch) - skipped,
      skipped,
      breaks: breaks.map(([record, before]) => ({ record, before })),
    };
  }

  /** What the watches say after the event that was folded last; nothing where they took too long. */
  watched(): Watched[] {
    const answer = this.#opened.guest.watchedInLane();
    return answer.kind === "value" ? (JSON.parse(answer.json) as Watched[]) : [];
  }

  /** The states that changed since the last keyframe, or why one of them cannot be kept. */
  keyframe(): WrittenStates[] | Failure {
    const answer = this.#opened.guest.writeChanged();
    const states = this.#written.splice(0);
    if (answer.kind === "limit" && answer.limit === "memory") return memoryLimit;
    if (answer.kind !== "value") return failureOf(answer, "evolve", this.#input.source);
    const whole = states.filter((each) => each !== null);
    if (whole.length === states.length) return whole;
    if (this.#opened.guest.memoryWasFull) return memoryLimit;
    return failureOf({ kind: "unreadable" }, "evolve", this.#input.source);
  }

  dispose(): void {
    this.#opened.guest.dispose();
  }
}
