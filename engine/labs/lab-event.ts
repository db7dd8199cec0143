/** What happened in a lab: a type in the past tense, and its data, a JSON value. */
export interface LabFact {
  type: string;
  data: unknown;
}

/** A fact of one learner's lab, as it is kept: in order from 0, with its time in ms since 1970. */
export interface LabEvent {
  index: number;
  at: number;
  event: LabFact;
}

/** What is asked of a lab; it may be refused. `data` is a JSON value. */
export interface LabCommand {
  type: string;
  data: unknown;
}

/**
 * The fold for a lab's screen. A state is a JSON value. `evolve` is pure, and leaves the state as it is at a type of event
 * that it does not know.
 */
export interface LabFold<State = unknown> {
  initialState(): State;
  /** `at`: when it happened, in ms since 1970. */
  evolve(state: State, event: LabFact, at: number): State;
}
