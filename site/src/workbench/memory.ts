import type { Json } from "../../../engine/fold/json.ts";
import type { ExerciseProgress } from "../progress/exercise-facts.ts";
import { prefix } from "../progress/names.ts";
import type { PanelName } from "./payload.ts";
import type { CodeVersion } from "./versions/versions.ts";

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

/** How the learner likes the workbench, kept under `workbench`, the same for every exercise. */
export interface BenchMemory {
  editor: "monaco" | "textarea";
  /** Whether keys without Ctrl or Cmd act while focus is in tape or transport. */
  keys: boolean;
  /** Steps a second while playing. */
  speed: number;
  /** What the colour of a card on the tape tells. */
  colourBy: "type" | "key";
  /** Share of the width that the code has, and height of the tabs below in pixels. */
  codeShare: number;
  tabsHeight: number;
}

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

export const freshBench: BenchMemory = {
  editor: "monaco",
  keys: true,
  speed: 1,
  colourBy: "type",
  codeShare: 0.56,
  tabsHeight: 230,
};

// A private window or a full disk refuses storage; the page then works without memory.
function read<T extends object>(key: string, fresh: T): T {
  try {
    const text = localStorage.getItem(prefix + key);
    return text ? { ...fresh, ...(JSON.parse(text) as Partial<T>) } : fresh;
  } catch {
    return fresh;
  }
}

function write<T extends object>(key: string, fresh: T, change: Partial<T>): T {
  const next = { ...read(key, fresh), ...change };
  try {
    localStorage.setItem(prefix + key, JSON.stringify(next));
  } catch {
    return next;
  }
  dispatchEvent(new CustomEvent("offset-zero:memory", { detail: key }));
  return next;
}

export const readExercise = (id: string) => read(`exercise/${id}`, freshExercise);
/**
 * What a change means for the learner's progress is appended to its log. What does that is loaded with the first change;
 * a page that is left before finds it out later: see progress/older-memory.ts.
 */
export function writeExercise(id: string, change: Partial<ExerciseMemory>): ExerciseMemory {
  const before = readExercise(id);
  const after = write(`exercise/${id}`, freshExercise, change);
  import("../progress/exercise-facts.ts").then(
    ({ noteFacts }) => noteFacts(id, before, after),
    () => {},
  );
  return after;
}
/** Puts what the log of progress says in the place of what was remembered; drafts and the like stay. */
export const restoreExercise = (id: string, progress: ExerciseProgress) =>
  write(`exercise/${id}`, freshExercise, progress);
export const readBench = () => read("workbench", freshBench);
export const writeBench = (change: Partial<BenchMemory>) => write("workbench", freshBench, change);

/** The versions of the code of an exercise, kept under `versions/<id>`, oldest first: apart from what changes at each step. */
interface VersionMemory {
  kept: CodeVersion[];
}

const noVersions: VersionMemory = { kept: [] };

/** As they lie in the browser: `readVersions` tells what can be read of them. */
export const rememberedVersions = (id: string): unknown => read(`versions/${id}`, noVersions).kept;
export const writeVersions = (id: string, kept: CodeVersion[]) =>
  write(`versions/${id}`, noVersions, { kept });

/** For the course map: whether and how an exercise was passed in this browser. */
export function passedBefore(id: string): ExerciseMemory["passed"] {
  return readExercise(id).passed;
}
