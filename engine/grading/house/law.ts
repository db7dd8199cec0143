import type { RawRecord } from "../../fold/event.ts";
import { type Event, readRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import type { Broken } from "../../fold/laws/broken.ts";
import type { Folding } from "../../fold/laws/folding.ts";
import type { Trace } from "../../fold/trace.ts";
import type { LawFold } from "../../protocol/answers.ts";
import type { FoldCase } from "../cases.ts";
import type { At, Case, ExerciseChecks, HouseWords } from "../checks.ts";

/** Which house checks an exercise asks for. */
export type House = Record<LawId, boolean>;
export type LawId = "unknown" | "snapshot" | "replay" | "duplicates" | "interleavings" | "crash";

/** A learner's code as a law asks it. */
export interface Asked {
  /** Its `evolve` or `project` alone, over records in any order. */
  folding: Folding;
  /** All of its entry, commands included. */
  traces(cases: FoldCase[]): Promise<Trace[]>;
  compare: NonNullable<ExerciseChecks["compare"]>;
  /** How much may be tried: the exercise's own log gets more than each of the hidden ones. */
  most: number;
}

/** Where a law is broken, with the log that shows it. */
export interface BrokenLaw {
  at: At;
  /** The records in the order in which they were folded, and the commands. */
  shown: Pick<FoldCase, "records" | "commands">;
  /** The two folds that should end alike: the one that the law goes by, and the one that parts from it. */
  folds: [Beside, Beside];
  message: string;
}

/** One of two folds laid side by side. */
export interface Beside extends Pick<FoldCase, "records" | "commands" | "from"> {
  seed?: number;
}

/** One of the demands that every fold must meet where the exercise asks for it. */
export interface HouseLaw {
  id: LawId;
  title: string;
  /** Null where the code keeps the law on this log. */
  broken(
    asked: Asked,
    log: Pick<FoldCase, "records" | "commands">,
    words: HouseWords,
  ): Promise<BrokenLaw | null>;
}

/** A law's finding at a record, as an author's words and the page read it. `index` is its place in `log`. */
export function atOf({ index, expected, actual }: Broken, log: RawRecord[]): At {
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

/** "`lines.hat` is 2 and should be 1", or that the code stopped. */
export function differenceInWords({ path, expected, actual }: Broken): string {
  if (actual === undefined) return "your code stopped";
  const name = path.length > 0 ? `\`${path.join(".")}\`` : "the state";
  return `${name} is ${brief(partAt(actual, path))} and should be ${brief(partAt(expected, path))}`;
}

function partAt(value: Json | undefined, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (part, key) =>
      typeof part === "object" && part !== null ? (part as Record<string, Json>)[key] : undefined,
    value,
  );
}

const briefCharacters = 60;

/** A value as it is told in a sentence. */
function brief(value: Json | undefined): string {
  if (value === undefined) return "not there";
  const text = JSON.stringify(value);
  if (text.length <= briefCharacters) return text;
  return Array.isArray(value) ? `a list of ${value.length}` : "another value";
}

/** Records as an exercise's case: in this order, each with the offset that it keeps. */
export function caseOfLog({ records, commands }: Pick<FoldCase, "records" | "commands">): Case {
  return {
    records: records.map(({ key, value, position }, place) => ({
      key: key ?? "",
      event: JSON.parse(value ?? "null"),
      ...(position.offset !== place && { offset: position.offset }),
    })),
    ...(commands && { commands }),
  };
}

/** A fold as a page can be told of it. */
export function foldOfLaw({ from, seed, ...log }: Beside): LawFold {
  return { case: caseOfLog(log), ...(from !== undefined && { from }), ...(seed !== undefined && { seed }) };
}
