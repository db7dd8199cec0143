import type { Trace } from "../../../engine/fold/trace.ts";
import type { Exercise } from "./exercise-payload.ts";

/** Everything of an exercise that a log without a task does not have; the page that puts it together adds the rest. */
export function blankExercise(id: string, title: string): Exercise {
  return {
    id,
    title,
    optional: false,
    concepts: [],
    difficulty: 1,
    par: 0,
    prerequisites: [],
    form: "code",
    entry: { kind: "reducer" },
    scope: "all",
    view: "none",
    panels: ["tape", "view", "tree", "code", "more"],
    readmeHtml: "",
    starter: "",
    startLine: 1,
    starterHtml: "",
    typesText: "",
    typesHtml: "",
    predict: [],
    checks: [],
    hints: [],
    notes: [],
    wording: {},
    approaches: 0,
    ignore: [],
    laws: {
      unknown: false,
      snapshot: false,
      replay: false,
      duplicates: false,
      interleavings: false,
      crash: false,
    },
    topic: "",
    partitions: 1,
    slice: { topic: "", partitions: [] },
  };
}

/** A fold that has not begun. */
export function emptyTraceOf({ entry, scope, slice }: Exercise): Trace {
  return {
    start: {
      kind: "start",
      runId: "unfolded",
      engine: "",
      entry,
      scope,
      slice,
      seed: 0,
      sourceHash: "",
      state: null,
    },
    steps: [],
    keyframes: [],
    end: { kind: "end", verdict: "ok", message: "", at: null, state: null, steps: 0, skipped: 0 },
  };
}
