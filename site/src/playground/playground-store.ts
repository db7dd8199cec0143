import { useSyncExternalStore } from "react";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { Choices, OpenLog } from "./playground-log.ts";

/** Whose work is on the page: the visitor's own, or what came with a link, which never touches the own. */
export type Workspace = "own" | "link";

/** What the page's text and its workbench share. */
export interface Playground {
  log: OpenLog;
  /** The log as the workbench takes it; null while it is the one that the page itself brings. */
  payload: ExercisePayload | null;
  choices: Choices;
  workspace: Workspace;
  /** Counts up whenever the workbench has to begin anew. */
  generation: number;
  /** Whether a reload finds the log again. */
  kept: boolean;
  /** What a link or a kept log could not be opened for. */
  problem: string | null;
}

/** Null until an island of the page is alive: each brings what a first visitor finds. */
let now: Playground | null = null;
const listeners = new Set<() => void>();

/** The playground as it is. Throws before an island is alive. */
export function playgroundNow(): Playground {
  if (!now) throw new Error("There is no playground on this page yet.");
  return now;
}

function become(next: Partial<Playground>): void {
  now = { ...playgroundNow(), ...next };
  for (const listener of listeners) listener();
}

/** Puts something else on the page, and the workbench begins anew. */
export function replacePlayground(next: Partial<Playground>): void {
  become({ problem: null, ...next, generation: playgroundNow().generation + 1 });
}

/** The playground as it is, at first `first`; both islands of the page draw it anew when it changes. */
export function usePlayground(first: Playground): Playground {
  return useSyncExternalStore(
    (listener) => {
      now ??= first;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now ?? first,
    () => first,
  );
}

/** Under which name the browser keeps the log of a workspace. */
export const draftKey = (workspace: Workspace) => `offset-zero/1/playground/${workspace}`;

/** Whether there is more to open than the first log: a link in the page's address, or a log that the browser kept. */
export function isReturn(): boolean {
  if (location.hash.startsWith("#share=")) return true;
  try {
    return localStorage.getItem(draftKey("own")) !== null;
  } catch {
    // A private window keeps nothing.
    return false;
  }
}

/** Under which name the browser remembers the code: each workspace and each kind of code has its own. */
export function memoryOf({ workspace, choices }: Pick<Playground, "workspace" | "choices">): string {
  const whose = workspace === "own" ? "playground" : "playground-link";
  return choices.entry.kind === "reducer" ? whose : `${whose}-${choices.entry.kind}`;
}

/** Whether the page still shows what every first visitor finds. */
export function isDefaultPlayground(): boolean {
  return playgroundNow().generation === 0;
}

/** Tells why something could not be opened; the tape stays as it is. */
export function showProblem(problem: string | null): void {
  if (problem !== playgroundNow().problem) become({ problem });
}
