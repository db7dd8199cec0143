import { open as words } from "../../../language/english/playground.ts";
import { showProblem } from "./playground-store.ts";

/*
 * What a first visit does without. It is loaded with the first click that needs it, and where there is a link or a log
 * that the browser kept. Each rejects with a sentence where it cannot be loaded.
 */
export const loadOpening = () => loaded(import("./open-log-from-source.ts"));
export const loadTape = () => loaded(import("./show-log.ts"));
export const loadWorkspaces = () => loaded(import("./workspaces.ts"));

/** Does something with the tape; the page says why where that is not possible. */
export function withTape(act: (tape: typeof import("./show-log.ts")) => void): void {
  loadTape().then(act).catch(sayWhy);
}

/** The same with the workspaces. */
export function withWorkspaces(
  act: (workspaces: typeof import("./workspaces.ts")) => Promise<void> | void,
): void {
  loadWorkspaces().then(act).catch(sayWhy);
}

const loaded = <Module>(module: Promise<Module>): Promise<Module> =>
  module.catch(() => {
    throw new Error(words.partFailed);
  });

const sayWhy = (problem: unknown) =>
  showProblem(problem instanceof Error ? problem.message : String(problem));
