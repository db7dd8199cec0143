import { useSyncExternalStore } from "react";
import { writeExercise } from "../workbench/memory.ts";
import { keepDraft } from "./draft.ts";
import { firstLog } from "./first-log.ts";
import { type Choices, firstChoices, type OpenLog } from "./open-log.ts";

/** Whose work is on the page: the visitor's own, or what came with a link, which never touches the own. */
export type Workspace = "own" | "link";

/** What the page's text and its workbench share. */
export interface Playground {
  log: OpenLog;
  choices: Choices;
  workspace: Workspace;
  /** Counts up whenever the workbench has to begin anew. */
  generation: number;
  /** Whether a reload finds the log again. */
  kept: boolean;
  /** What a link or a kept log could not be opened for. */
  problem: string | null;
}

const first: Playground = {
  log: firstLog(),
  choices: firstChoices,
  workspace: "own",
  generation: 0,
  kept: true,
  problem: null,
};

let now = first;
const listeners = new Set<() => void>();

function become(next: Partial<Playground>): void {
  now = { ...now, ...next };
  for (const listener of listeners) listener();
}

/** The same, and the workbench begins anew. */
function begin(next: Partial<Playground>): void {
  become({ problem: null, ...next, generation: now.generation + 1 });
}

/** The playground as it is; both islands of the page draw it anew when it changes. */
export function usePlayground(): Playground {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
    () => first,
  );
}

/** Under which name the browser remembers the code: each workspace and each kind of code has its own. */
export function memoryOf({ workspace, choices }: Pick<Playground, "workspace" | "choices">): string {
  const whose = workspace === "own" ? "playground" : "playground-link";
  return choices.entry.kind === "reducer" ? whose : `${whose}-${choices.entry.kind}`;
}

/** Puts a log on the tape, before its first record. */
export function putOnTape(log: OpenLog, choices: Choices = now.choices): void {
  writeExercise(memoryOf({ ...now, choices }), { cursor: -1 });
  begin({ log, choices, kept: keepDraft(now.workspace, { log, choices }) });
}

/** Folds the same log in another way. */
export function choose(part: Partial<Choices>): void {
  putOnTape(now.log, { ...now.choices, ...part });
}

/** Shows a workspace with what the browser kept of it. */
export function enter(workspace: Workspace, log: OpenLog, choices: Choices): void {
  begin({ workspace, log, choices, kept: true });
}

/** Whether the page still shows what every first visitor finds. */
export function isUntouched(): boolean {
  return now.generation === 0;
}

/** Tells why something could not be opened; the tape stays as it is. */
export function say(problem: string | null): void {
  if (problem !== now.problem) become({ problem });
}
