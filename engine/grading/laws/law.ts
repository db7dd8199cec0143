import type { RawRecord } from "../../fold/event.ts";
import { type Event, readRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import { partAt } from "../../fold/json-patch.ts";
import type { Folding } from "../../fold/laws/folding-interface.ts";
import type { Violation } from "../../fold/laws/violation.ts";
import type { Trace } from "../../fold/trace.ts";
import type { LawFold } from "../../protocol/response-types.ts";
import { checkTitles } from "../../sentences/english/grading.ts";
import { lawSentences } from "../../sentences/english/laws.ts";
import { type Message, sentencesFrom, verbatimMessage } from "../../sentences/message.ts";
import { type CheckTitle, titleOf } from "../check-title.ts";
import type { Case, CheckContext, ExerciseChecks, LawMessages } from "../checks.ts";
import { type FoldCase, timeOf } from "../fold-job.ts";

/** Which laws an exercise asks for. */
export type LawSelection = Record<LawId, boolean>;
export type LawId = "unknown" | "snapshot" | "replay" | "duplicates" | "interleavings" | "crash";

/** A learner's code as a law asks it. */
export interface LawInput {
  /** Its `evolve` or `project` alone, over records in any order. */
  folding: Folding;
  /** All of its entry, commands included. */
  traces(cases: FoldCase[]): Promise<Trace[]>;
  compare: NonNullable<ExerciseChecks["compare"]>;
  /** How much may be tried: the exercise's own log gets more than each of the hidden ones. */
  most: number;
}

/** Where a law is broken, with the log that shows it. */
export interface LawViolation {
  at: CheckContext;
  /** The records in the order in which they were folded, and the commands. */
  shown: Pick<FoldCase, "records" | "commands">;
  /** The two folds that should have the same result: the one that the law expects, and the one that differs from it. */
  folds: [ComparedFold, ComparedFold];
  message: Message;
}

/** One of two folds side by side. */
export interface ComparedFold extends Pick<FoldCase, "records" | "commands" | "from"> {
  seed?: number;
}

/** One of the demands that every fold must meet where the exercise asks for it. */
export interface Law extends CheckTitle {
  id: LawId;
  /** Null where the code keeps the law on this log. */
  broken(
    asked: LawInput,
    log: Pick<FoldCase, "records" | "commands">,
    words: LawMessages,
  ): Promise<LawViolation | null>;
}

/** A law's finding at a record, as an author's words and the page read it. `index` is its place in `log`. */
export function checkContextOf({ index, expected, actual }: Violation, log: RawRecord[]): CheckContext {
  const events = log.map((record) => eventOf(record));
  const event = events[index] ?? null;
  return {
    index,
    offset: log[index]?.position.offset ?? null,
    position: log[index]?.position ?? null,
    event,
    command: null,
    history: events.slice(0, Math.max(0, index)).flatMap((each): Event[] => (each ? [each] : [])),
    before: expected ?? null,
    expected: expected ?? null,
    actual: actual ?? null,
  };
}

function eventOf(record: RawRecord): Event | null {
  const read = readRecord(record);
  return "event" in read ? read.event : null;
}

const says = sentencesFrom(lawSentences);
const names = sentencesFrom(checkTitles);

/** Says how a law was broken, in an author's words where there are any. */
export function sayBroken<Code extends keyof typeof lawSentences>(
  words: string | undefined,
  ...sentence: Parameters<typeof says<Code>>
): Message {
  return words === undefined ? says(...sentence) : verbatimMessage(words);
}

/** The title of a law. */
export const lawTitle = (code: `title-${LawId}`): CheckTitle => titleOf(names(code));

/** Where two states differ first, and what is there. */
export function differenceOf({ path, expected, actual }: Violation) {
  const { kind: expectedKind, value: wanted } = shortenJson(partAt(expected, path));
  const { kind, value } = shortenJson(partAt(actual, path));
  return {
    path: path.join("."),
    actualKind: actual === undefined ? ("stopped" as const) : kind,
    actual: value,
    expectedKind,
    expected: wanted,
  };
}

const briefCharacters = 60;

/** A value as it appears in a sentence. */
function shortenJson(value: Json | undefined) {
  if (value === undefined) return { kind: "missing", value: "" } as const;
  const text = JSON.stringify(value);
  if (text.length <= briefCharacters) return { kind: "json", value: text } as const;
  return Array.isArray(value)
    ? ({ kind: "list", value: value.length } as const)
    : ({ kind: "other", value: "" } as const);
}

/** Records as an exercise's case: in this order, each with the offset that it keeps. */
export function caseOfLog({ records, commands }: Pick<FoldCase, "records" | "commands">): Case {
  return {
    records: records.map(({ key, value, position, timestamp }, place) => {
      const event = JSON.parse(value ?? "null");
      return {
        key: key ?? "",
        event,
        ...(position.offset !== place && { offset: position.offset }),
        ...(timestamp !== timeOf(event) && { timestamp }),
      };
    }),
    ...(commands && { commands }),
  };
}

/** A fold as a page can be told of it. */
export function lawFoldOf({ from, seed, ...log }: ComparedFold): LawFold {
  return { case: caseOfLog(log), ...(from !== undefined && { from }), ...(seed !== undefined && { seed }) };
}
