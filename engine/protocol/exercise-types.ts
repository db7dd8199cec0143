import type { Wording } from "../fold/describe-step.ts";
import type { RawRecord } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Command, Entry, Scope, Slice, Trace } from "../fold/trace.ts";
import type { PredictableStep } from "../grading/grade-prediction.ts";
import type { LawSelection } from "../grading/laws/law.ts";
import type { Pieces } from "../grading/line-ordering.ts";
import type { LabId } from "../labs/lab-ids.ts";

/** A panel that can stand open when an exercise is first met. */
export type PanelName = "tape" | "view" | "tree" | "code" | "checks";

/** What the terminal of an exercise's workbench has. */
export interface ExerciseTerminal {
  /** The names of the tools that it offers; absent for all. */
  tools?: string[];
  /** Lines that a learner may put at the prompt with one click. */
  commands: string[];
}

/** What the workbench may know of an exercise when the page opens. The solution is no part of it. */
export interface Exercise {
  /** Permanent: the name of the exercise's folder, and the key under which its memory is kept. */
  id: string;
  title: string;
  /** What a learner does, in one line; absent where the author wrote none. */
  summary?: string;
  /** Slug of the lesson it belongs to; absent for a challenge. */
  lesson?: string;
  optional: boolean;
  /** Words of the field that it practises. */
  concepts: string[];
  /** 1 is a first exercise, 5 is nasty. */
  difficulty: number;
  /** The fewest statements among the right answers that its author knows. */
  par: number;
  /** Ids of exercises that should be passed before. */
  prerequisites: string[];
  /** How it is answered: by writing code, by putting lines in order, by predicting states. */
  form: "code" | "order" | "predict";
  entry: Entry;
  scope: Scope;
  /** The domain view drawn beside the tree; `fitting` is the one that fits the shape of the state. */
  view: "cart" | "board" | "account" | "seats" | "newsroom" | "table" | "fitting" | "none";
  /** What is open before the first pass; `more` are the tabs that open later. */
  panels: (PanelName | "more")[];
  /** The lab that the exercise is about; absent where it is about none. */
  lab?: LabId;
  /** The terminal beside it; absent where it is not limited and offers no commands. */
  terminal?: ExerciseTerminal;
  /** The task, as HTML. */
  readmeHtml: string;
  starter: string;
  /** The line of the starter at which the learner begins to write, counted from 1. */
  startLine: number;
  /** The starter, highlighted: `<pre><code>` with one `.line` element a line. */
  starterHtml: string;
  /** `events.d.ts` as text for the editor, and highlighted for reading. */
  typesText: string;
  typesHtml: string;
  /** The lines that can be put in order instead of writing code. */
  order?: Pieces;
  /** The steps after which the state can be predicted. */
  predict: PredictableStep[];
  /** In the order in which they are reported. */
  checks: { id: string; title: string }[];
  /** HTML, from the gentlest to the plainest. */
  hints: string[];
  /** Lines under the tape for the first look, as HTML: each stands there from the step with index `after` on. */
  notes: { after: number; html: string }[];
  /** How a step is described in plain words. */
  wording: Wording;
  /** How many other ways that pass there are to look at after the pass. */
  approaches: number;
  /** What there is to see once every check has passed; names between backticks. */
  passed?: string;
  commands?: Command[];
  args?: Json[];
  /** Which laws apply, and which part of a state is not compared. */
  laws: LawSelection;
  ignore: string[];
  topic: string;
  /** How many partitions the topic has; the slice names those that are folded. */
  partitions: number;
  slice: Slice;
}

/** One exercise with its log and the starter's fold over it, made by the same engine before a page asks for it. */
export interface ExercisePayload {
  exercise: Exercise;
  /** In fold order. */
  records: RawRecord[];
  trace: Trace;
  /** Its author has changed it since, and the new version cannot be read. */
  previousVersion?: true;
}

/** An exercise in `GET /api/exercises`. */
export interface ExerciseSummary
  extends Pick<
    Exercise,
    | ("id" | "title" | "lesson" | "optional" | "concepts" | "difficulty" | "prerequisites")
    | ("form" | "entry" | "scope" | "slice")
  > {
  view: Exclude<Exercise["view"], "fitting">;
  /** The pack that it comes from; absent for an exercise of the course. */
  pack?: string;
}

/** `GET /api/exercises/:id`. Texts are Markdown. */
export interface ExerciseDetails
  extends Omit<ExerciseSummary, "pack">,
    Pick<Exercise, "starter" | "hints" | "commands" | "checks"> {
  readme: string;
  /** Declarations of the event types. */
  types: string;
}
