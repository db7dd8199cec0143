import { open as words } from "../../../language/english/playground.ts";
import { say } from "./playground.ts";

/*
 * What a first visit does without. It is loaded with the first click that needs it, and where there is a link or a log
 * that the browser kept. Each rejects with a sentence where it cannot be loaded.
 */
export const loadOpening = () => loaded(import("./opening.ts"));
export const loadTape = () => loaded(import("./on-tape.ts"));
export const loadWorkspaces = () => loaded(import("./workspaces.ts"));

/** Does something with the tape; the page says why where that is not possible. */
export function withTape(act: (tape: typeof import("./on-tape.ts")) => void): void {
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

const sayWhy = (problem: unknown) => say(problem instanceof Error ? problem.message : String(problem));
