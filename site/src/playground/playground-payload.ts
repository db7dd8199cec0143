import type { RawRecord } from "../../../engine/fold/event.ts";
import { withoutLearner } from "../../../engine/protocol/learner-topics.ts";
import { declarationOf } from "../../../engine/shapes/typescript-declaration.ts";
import common from "../../../exercises/types.d.ts?raw";
import { page } from "../../../language/english/playground.ts";
import { blankExercise, emptyTraceOf } from "../exercise/blank-exercise.ts";
import type { Exercise, ExercisePayload } from "../exercise/exercise-payload.ts";
import type { SharedLog } from "../exercise/link/shared-link-types.ts";
import { plainCode } from "../workbench/code/plain-code.ts";
import { firstSource } from "./first-log.ts";
import { type Choices, type OpenLog, sliceOf } from "./playground-log.ts";
import { starterFor } from "./starter-code.ts";

/** The name of the union of all event types, for the learner's code. */
export const eventsName = "LogEvent";

/** The workbench's own contents: a log on the tape with code to begin with, and no task and no checks. */
export function playgroundPayload(id: string, log: OpenLog, choices: Choices): ExercisePayload {
  const { entry, scope, view } = choices;
  const { types } = log.found;
  const slice = sliceOf(log);
  const declared = declarationOf(types, eventsName);
  const ofFirst = log.origin.kind === "first" && entry.kind === "reducer";
  const starter = ofFirst ? firstSource : starterFor(types, entry);
  const exercise: Exercise = {
    ...blankExercise(id, page.title),
    entry,
    scope,
    view,
    starter,
    slice,
    starterHtml: plainCode(starter),
    typesText: `${common}\n${declared}`,
    typesHtml: plainCode(declared),
    topic: slice.topic,
    partitions: slice.partitions.length,
  };
  const made = log.origin.kind === "topic" ? "topic" : "here";
  const payload = { exercise, records: log.records, trace: emptyTraceOf(exercise), made } as const;
  const { file } = log;
  // What is too long for a list is too long for a link and for a file to share.
  if (!file) return { ...payload, shared: { ...choices, log: sharedLog(log) } };
  const { topic } = slice;
  if (made === "topic") return { ...payload, whole: { kind: "topic", topic } };
  return { ...payload, whole: { kind: "long", log: { kind: "lines", topic, file } } };
}

/** What nobody else can fetch goes into a link in full, without its learner's name; another log goes by its own name. */
function sharedLog(log: OpenLog): SharedLog {
  const { origin, name, records } = log;
  if (origin.kind === "given" || name.startsWith("mine.")) {
    const plain = ({ position, ...record }: RawRecord): RawRecord => ({
      ...record,
      position: { ...position, topic: withoutLearner(position.topic) },
    });
    return { kind: "given", name: withoutLearner(name), records: records.map(plain) };
  }
  return origin.kind === "topic" ? { kind: "topic", slice: sliceOf(log) } : { kind: "data-set", topic: name };
}
