import { writeExercise } from "../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { keepDraft } from "./playground-draft.ts";
import type { Choices, OpenLog } from "./playground-log.ts";
import { playgroundPayload } from "./playground-payload.ts";
import {
  memoryOf,
  type Playground,
  playgroundNow,
  replacePlayground,
  type Workspace,
} from "./playground-store.ts";

/** Puts a log on the tape, before its first record. */
export function showLog(log: OpenLog, choices: Choices = playgroundNow().choices): void {
  const { workspace } = playgroundNow();
  const next = { workspace, log, choices };
  writeExercise(memoryOf(next), { cursor: -1 });
  replacePlayground({ ...next, payload: payloadOf(next), kept: keepDraft(workspace, next) });
}

/** Folds the same log in another way. */
export function choose(part: Partial<Choices>): void {
  const { log, choices } = playgroundNow();
  showLog(log, { ...choices, ...part });
}

/** Shows a workspace with what the browser kept of it. */
export function openWorkspaceLog(workspace: Workspace, log: OpenLog, choices: Choices): void {
  const next = { workspace, log, choices };
  replacePlayground({ ...next, payload: payloadOf(next), kept: true });
}

function payloadOf(next: Pick<Playground, "workspace" | "log" | "choices">): ExercisePayload {
  return playgroundPayload(memoryOf(next), next.log, next.choices);
}
