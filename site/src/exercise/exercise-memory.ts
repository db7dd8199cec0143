import type { Json } from "../../../engine/fold/json.ts";
import { readStored, writeStored } from "../storage/stored-object.ts";
import type { CodeVersion } from "./code-versions/code-versions.ts";
import type { PanelName } from "./exercise-payload.ts";

/** Parts of a solution that is shown one part at a time. */
export interface SeenParts {
  seen: number;
  of: number;
}

/** The memory of one exercise, kept under `exercise/<id>`. */
export interface ExerciseMemory {
  /** The learner's code; absent while it is the starter. */
  code?: string;
  /** The code before the last reset, so that a reset can be taken back. */
  discarded?: string;
  /** The learner's own code and place, kept while the code that came with a link is looked at. */
  aside?: { code?: string; cursor: number };
  /** Index of the step the tape stood at. */
  cursor: number;
  /** Panels the learner opened, beside those the exercise opens with. */
  opened: (PanelName | "more")[];
  /** How the learner chose to answer, where there is a choice. */
  form?: "code" | "order";
  /** Lines put in order, by their index among the exercise's pieces. */
  arrangement: number[];
  /** Predicted states, the last of each step, and whether the first of it was right. */
  predictions: { index: number; state: Json; first: boolean }[];
  /** Where Play stops: an expression over state, before, event and key. Absent where it stops nowhere. */
  breakpoint?: string;
  /** Expressions that are worked out after every step. */
  watches: string[];
  /** How many hints have been read. */
  hints: number;
  /** Fingerprints of different code that ran and failed a check. */
  failures: string[];
  /** How many parts of the solution were seen, of how many. */
  parts: SeenParts;
  /** How the solution came to be seen, if it was. */
  solution: "no" | "earned" | "asked";
  passed: {
    at: string;
    solution: "no" | "earned" | "asked";
    /** Absent where no part was seen. */
    parts?: SeenParts;
    records: number;
    logs: number;
  } | null;
  /** The fewest statements of a source that passed. */
  best?: number;
}

/** The part of an exercise's memory that is progress, and not a draft or a preference. */
export type ExerciseProgress = Pick<
  ExerciseMemory,
  "hints" | "failures" | "parts" | "solution" | "passed" | "best"
>;

export const freshExercise: ExerciseMemory = {
  cursor: -1,
  opened: [],
  arrangement: [],
  predictions: [],
  watches: [],
  hints: 0,
  failures: [],
  parts: { seen: 0, of: 0 },
  solution: "no",
  passed: null,
};

export const readExercise = (id: string) => readStored(`exercise/${id}`, freshExercise);
/** Stores a change, and nothing else: changeExercise() also appends to the progress log. */
export const writeExercise = (id: string, change: Partial<ExerciseMemory>) =>
  writeStored(`exercise/${id}`, freshExercise, change);

/** The versions of the code of an exercise, kept under `versions/<id>`, oldest first: apart from what changes at each step. */
interface VersionMemory {
  kept: CodeVersion[];
}

const noVersions: VersionMemory = { kept: [] };

/** As they lie in the browser: `readVersions` tells what can be read of them. */
export const rememberedVersions = (id: string): unknown => readStored(`versions/${id}`, noVersions).kept;
export const writeVersions = (id: string, kept: CodeVersion[]) =>
  writeStored(`versions/${id}`, noVersions, { kept });

/** For the course map: whether and how an exercise was passed in this browser. */
export function passedBefore(id: string): ExerciseMemory["passed"] {
  return readExercise(id).passed;
}
