import { writeExercise } from "../workbench/memory.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { keepDraft } from "./draft.ts";
import { playgroundPayload } from "./made-payload.ts";
import type { Choices, OpenLog } from "./open-log.ts";
import { beginAnew, memoryOf, type Playground, playgroundNow, type Workspace } from "./playground.ts";

/** Puts a log on the tape, before its first record. */
export function putOnTape(log: OpenLog, choices: Choices = playgroundNow().choices): void {
  const { workspace } = playgroundNow();
  const next = { workspace, log, choices };
  writeExercise(memoryOf(next), { cursor: -1 });
  beginAnew({ ...next, payload: payloadOf(next), kept: keepDraft(workspace, next) });
}

/** Folds the same log in another way. */
export function choose(part: Partial<Choices>): void {
  const { log, choices } = playgroundNow();
  putOnTape(log, { ...choices, ...part });
}

/** Shows a workspace with what the browser kept of it. */
export function enter(workspace: Workspace, log: OpenLog, choices: Choices): void {
  const next = { workspace, log, choices };
  beginAnew({ ...next, payload: payloadOf(next), kept: true });
}

function payloadOf(next: Pick<Playground, "workspace" | "log" | "choices">): ExercisePayload {
  return playgroundPayload(memoryOf(next), next.log, next.choices);
}
