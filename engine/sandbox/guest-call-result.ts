/** How one call into the learner's code ended. `value` is checked JSON text of the learner's making. */
export type GuestCallResult =
  | { kind: "value"; json: string }
  | { kind: "invalid"; reason: string; path: string }
  | { kind: "threw"; thrown: Thrown }
  | { kind: "promise" }
  | LimitHit
  | { kind: "unreadable" };

/** A limit of the engine's that was hit: of one event's time or of the run's. `stack` says where, as far as is known. */
export interface LimitHit {
  kind: "limit";
  limit: "time" | "run time" | "memory" | "stack";
  stack: string;
}

/** Why a module could not be loaded, in the engine's words. */
export interface CompileProblem {
  kind: "compile";
  message: string;
  stack: string;
}

/** What was thrown, as far as it could be read without running more of the learner's code. */
export interface Thrown {
  kind: string;
  name: string;
  message: string;
  stack: string;
}
