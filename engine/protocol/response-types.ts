import type { LogRecord, Position } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Trace, TraceMessage, Verdict } from "../fold/trace.ts";
import type { Case } from "../grading/checks.ts";
import type { LinesMessage } from "../line-coverage/line-coverage-messages.ts";
import type { Message, Sentence } from "../sentences/message.ts";
import type { Completion } from "../terminal/completion.ts";
import type { LabHandled, LabMessage } from "./lab-types.ts";

/** RFC 9457. `code` is stable; see the server's table of errors. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** The detail as data; absent from servers that are older. */
  sentences?: Sentence[] | undefined;
}

/** The first step at which the learner's fold differs from the reference's. */
export interface FirstDivergence {
  index: number;
  position: Position | null;
  expected: Json;
  actual: Json;
}

/** One of two folds that a law lays side by side. */
export interface LawFold {
  /** The records in the order in which they are folded. */
  case: Case;
  /** The state it goes on from instead of the initial one. */
  from?: Json;
  /** Of clock and random numbers, where the law is about them. */
  seed?: number;
}

/** One check's outcome. A failed one carries the smallest log that fails, ready to be folded in the workbench. */
export interface CheckOutcome {
  kind: "check";
  id: string;
  title: string;
  /** The title as data, where no author wrote it. */
  titleSentences?: Sentence[] | undefined;
  passed: boolean;
  message: string;
  /** The message as data; absent where it is empty, and from servers that are older. */
  sentences?: Sentence[] | undefined;
  firstDivergence?: FirstDivergence;
  counterexample?: Case;
  /** What is said of the counterexample, where `message` is about another record than the one that it ends with. */
  counterexampleMessage?: Message;
  /** For a law: two folds that should have the same result, the expected one first. */
  folds?: [LawFold, LawFold];
  /** Which of the generated logs failed first, counted from 1; none where the exercise's own did. */
  log?: number;
}

/** The end of a check run. `verdict` is the learner's run; `passed` says whether every check passed. */
export interface CheckEnd {
  kind: "end";
  verdict: Verdict;
  passed: boolean;
  message: string;
  sentences?: Sentence[] | undefined;
  /** How many records of the lesson's log and how many further logs the code was folded over. */
  records: number;
  logs: number;
  /** What the generated logs followed from: the same seed gives the same logs. Null where nothing was folded. */
  seed: number | null;
  /** Of predicted states: how many were right, of how many that the exercise asks for. */
  score?: { right: number; of: number };
  /** By the checks of the version before: the exercise's author has changed it, and the new version cannot be read. */
  previousVersion?: true;
}

export type CheckMessage = CheckOutcome | CheckEnd;

/** What a check is doing now; told over the WebSocket only. The exercise's own log comes first, and is not told. */
export type CheckProgress = { kind: "checking" } & (
  | { doing: "generated-logs"; from: number; to: number; of: number }
  /** The rules that hold on every log, tried on changed copies of some. */
  | { doing: "laws" }
  /** A check has failed, with this message: the search for the smallest log on which it fails. */
  | ({ doing: "smallest-log" } & Pick<CheckOutcome, "title" | "titleSentences" | "message" | "sentences">)
);

/** A source's fold and the reference solution's fold of an exercise's own log: the states, not the code. */
export interface Comparison {
  mine: Trace;
  reference: Trace;
  /** The steps after which something differs that counts in this exercise, in their order; -1 is the initial state. */
  differing: number[];
  /** What counts of the states at the end. */
  ends: { mine: Json; reference: Json };
}

/** `GET /api/exercises/:id/solution`, once it is earned. */
export interface EarnedSolution {
  solution: string;
  /** Other ways that pass; empty before the exercise was passed. */
  approaches: { name: string; source: string }[];
}

/** `GET /api/about`. */
export interface ServerInfo {
  version: string;
  engine: string;
  log: { kind: "external" | "container" | "local" | "none"; sentence: string; version: string | null };
  /** What keeps the processes that run learners' code, a sentence each. */
  sandbox: string[];
  limits: Record<string, number>;
}

/** A line that a tool wrote. `position` is the record's that it shows; `warned` says that it is no output proper. */
export interface PrintedLine {
  text: string;
  position?: Position;
  warned?: true;
}

/** What comes of one line of the terminal; exactly one `finished`, and it is the last. */
export type TerminalMessage =
  | { kind: "printed"; lines: PrintedLine[] }
  /** From now on the tool reads what is typed. */
  | { kind: "reads" }
  | { kind: "finished"; good: boolean };

/** `GET /api/cluster`: the running cluster as one learner may see it. Own topics and groups go by their short names. */
export interface ClusterNow {
  log: ServerInfo["log"];
  brokers: { id: number; host: string; port: number; controller: boolean }[];
  /** Of every partition the first offset and one past the last: the end is the high watermark. */
  topics: { topic: string; partitions: { start: number; end: number }[] }[];
  groups: {
    group: string;
    /** As Kafka says it: `Stable`, `Empty` and so on. */
    state: string;
    members: number;
    /** What it has committed, and how many records it is behind. */
    places: { topic: string; partition: number; offset: number; end: number; lag: number }[];
  }[];
}

/** Every WebSocket answer to a request: the request's id and one message. */
export interface SocketResponse {
  id: string;
  message:
    | TraceMessage
    | CheckMessage
    | CheckProgress
    | LinesMessage
    | ({ kind: "comparison" } & Comparison)
    | TerminalMessage
    | ({ kind: "completion" } & Completion)
    | { kind: "appended"; position: Position }
    /** The tail has begun: every record appended after this answer comes as a `record`. */
    | { kind: "tailing" }
    | { kind: "record"; record: LogRecord }
    | LabMessage
    | LabHandled
    /** `retryAfter`: seconds after which trying again makes sense, as HTTP's header of that name. */
    | ({ kind: "problem"; retryAfter?: number } & Problem);
}

export type SocketMessage =
  | { kind: "hello"; about: ServerInfo; learner: string }
  | ({ kind: "problem" } & Problem)
  | SocketResponse;
